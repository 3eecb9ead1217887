"""Lays out the files of the Debian package: the frozen program and what tells the desktop about it.

The program goes to /usr/lib/leeward, not to /opt: Debian's policy keeps /opt for what comes from outside the
packaging system, and lintian holds packages to that. The Filesystem Hierarchy Standard names /usr/lib for
files of one program that are not run by hand; /usr/bin/leeward is a link to it.
"""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import completions
import licences
import man_page
from debian_texts import changelog
from identity import APP_ID, HERE, PACKAGE, ROOT, metainfo

PROGRAM = f"usr/lib/{PACKAGE}"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
"""Those of our sizes that the hicolor theme knows."""

_FILE, _FOLDER = 0o644, 0o755


def lay_out(frozen: Path, root: Path) -> None:
    """Make `root` anew with usr/ in it. Raises OSError."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "usr").mkdir(parents=True)
    shutil.copytree(frozen, root / PROGRAM, symlinks=True)
    _program_link(root)
    _desktop(root)
    _icons(root)
    _documents(root, frozen)
    for shell, place in completions.PLACES.items():
        _put(root / place, completions.script(shell))
    _put(root / "usr/share/lintian/overrides" / PACKAGE, (HERE / "debian" / "lintian-overrides").read_text())
    _settle_modes(root)


def _program_link(root: Path) -> None:
    link = root / "usr/bin" / PACKAGE
    link.parent.mkdir()
    link.symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")


def _desktop(root: Path) -> None:
    _copy(HERE / f"{APP_ID}.desktop", root / "usr/share/applications" / f"{APP_ID}.desktop")
    _copy(HERE / "leeward-backup.xml", root / "usr/share/mime/packages" / f"{PACKAGE}.xml")
    _put(root / "usr/share/metainfo" / f"{APP_ID}.metainfo.xml", metainfo())


def _icons(root: Path) -> None:
    source, theme = ROOT / "resources" / "icons", root / "usr/share/icons/hicolor"
    for size in ICON_SIZES:
        _copy(source / f"{PACKAGE}-{size}.png", theme / f"{size}x{size}" / "apps" / f"{PACKAGE}.png")
    _copy(source / f"{PACKAGE}.svg", theme / "scalable/apps" / f"{PACKAGE}.svg")
    _copy(source / f"{PACKAGE}-symbolic.svg", theme / "symbolic/apps" / f"{PACKAGE}-symbolic.svg")


def _documents(root: Path, frozen: Path) -> None:
    documents = root / "usr/share/doc" / PACKAGE
    _put(documents / "copyright", licences.copyright_file(frozen))
    _put_packed(documents / "changelog.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    _put_packed(documents / "changelog.Debian.gz", changelog())
    _put_packed(root / f"usr/share/man/man1/{PACKAGE}.1.gz", man_page.page())


def _settle_modes(root: Path) -> None:
    """What the build machine's umask was must not show."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path == root / PROGRAM / PACKAGE
            path.chmod(_FOLDER if path.is_dir() or runs else _FILE)


def _copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, to)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _put_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
