"""A page in the stretched pseudo-language: whether all its words can be translated, and have room."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journal.host.resources import resource
from journal.texts.translation import use_language

ROOT = resource("locale").parents[1]


@cache
def _pseudo_language() -> bytes:
    """The pseudo-language as a file for gettext; every text is gathered for it, which takes seconds."""
    found = importlib.util.spec_from_file_location("extract_texts", ROOT / "packaging" / "extract_texts.py")
    assert found is not None
    assert found.loader is not None
    extraction = importlib.util.module_from_spec(found)
    assert isinstance(extraction, ModuleType)
    found.loader.exec_module(extraction)
    with TemporaryDirectory() as folder:
        return bytes(extraction.write_pseudo(Path(folder)).read_bytes())


@contextmanager
def stretched_words(folder: Path) -> Iterator[None]:
    """Speak the pseudo-language for as long as the block lasts."""
    made = folder / "locale" / "de" / "LC_MESSAGES" / "leeward.mo"  # dates have no pseudo-language
    made.parent.mkdir(parents=True)
    made.write_bytes(_pseudo_language())
    use_language("de", folder / "locale")
    try:
        yield
    finally:
        use_language("en", resource("locale"))


def cut_off(page: QWidget) -> list[tuple[str, object, int]]:
    """Words that have less room than they need."""
    found = []
    for words in page.findChildren(QWidget):
        if not words.isVisibleTo(page) or not isinstance(words, QLabel | QPushButton) or not words.text():
            continue
        needed = words.heightForWidth(words.width()) if words.hasHeightForWidth() else words.minimumSizeHint().height()
        narrow = isinstance(words, QPushButton) and words.width() < words.sizeHint().width()
        if words.height() < needed or narrow:
            found.append((words.text(), words.size().toTuple(), needed))
    return found
