"""matplotlib's cache folder, with its list of fonts already in it.

Without a list matplotlib reads every font of the system when it is first imported, which takes
seconds on a first start. The charts use only the fonts that come with the program, so a list with
matplotlib's own default is enough; the program's fonts are added when they are loaded.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

LIST_VERSION = "3.11.0"
"""Of matplotlib's list (`FontManager.__version__`). Under another one it makes a list of its own."""

DEFAULT_FONT = {
    "fname": "fonts/ttf/DejaVuSans.ttf",
    "index": 0,
    "name": "DejaVu Sans",
    "style": "normal",
    "variant": "normal",
    "weight": 400,
    "stretch": "normal",
    "size": "scalable",
    "__class__": "FontEntry",
}


def prepare_chart_cache(cache: Path) -> Path:
    """Before matplotlib's import: give it a folder in the program's own cache, and the list of fonts.

    A folder that was chosen by `MPLCONFIGDIR` is left as it is. Returns the folder in use.
    """
    folder = cache / "matplotlib"
    chosen = os.environ.get("MPLCONFIGDIR")
    if chosen and Path(chosen) != folder:
        return Path(chosen)
    if not chosen:
        os.environ["MPLCONFIGDIR"] = str(folder)
    fonts = folder / f"fontlist-v{LIST_VERSION}.json"
    if not fonts.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            fonts.write_text(json.dumps(font_list()), encoding="utf-8")
        except OSError:
            return folder  # matplotlib then looks for itself, and only takes longer
    return folder


def font_list() -> dict[str, object]:
    """The list as matplotlib writes it, with its default font only."""
    return {
        "_version": LIST_VERSION,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
        "afmlist": [],
        "ttflist": [DEFAULT_FONT],
        "__class__": "FontManager",
    }
