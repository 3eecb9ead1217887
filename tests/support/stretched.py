"""A page in the stretched pseudo-language: whether all its words can be translated, and have room."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journal.host.resources import resource
from journal.texts.translation import use_language

ROOT = resource("locale").parents[1]


@contextmanager
def stretched_words(folder: Path) -> Iterator[None]:
    """Speak the pseudo-language for as long as the block lasts."""
    found = importlib.util.spec_from_file_location("extract_texts", ROOT / "packaging" / "extract_texts.py")
    assert found is not None
    assert found.loader is not None
    extraction = importlib.util.module_from_spec(found)
    assert isinstance(extraction, ModuleType)
    found.loader.exec_module(extraction)
    made = extraction.write_pseudo(folder / "locale")
    made.parents[1].rename(folder / "locale" / "de")  # dates have no pseudo-language
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
