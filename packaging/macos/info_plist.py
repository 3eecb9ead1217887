"""What macOS is told about the program: its Info.plist, used by the spec and by the tests."""

from __future__ import annotations

import platform
from typing import Any

IDENTIFIER = "alt.leeward.Leeward"

OLDEST = {"arm64": "14.0", "x86_64": "15.0"}
"""By machine: the oldest macOS on which every library of the lock installs (tests/packaging/test_locks.py)."""


def info_plist(version: str, machine: str | None = None) -> dict[str, Any]:
    """The keys of Info.plist. Nothing of it says what the program is for."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "Leeward",
        "CFBundleDisplayName": "Leeward",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "de", "es", "fr", "uk"],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST[machine or platform.machine()],
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSSupportsAutomaticTermination": False,
        "NSSupportsSuddenTermination": False,
        "NSHumanReadableCopyright": "GPL-3.0-or-later",
        # Backups are zip files: offered in "Open With", never the one that opens zip files by default.
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Leeward backup",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.zip-archive"],
            }
        ],
    }
