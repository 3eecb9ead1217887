"""A page in a pseudo-language: whether all its words can be translated, have room, and can be read from the right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from journal.host.resources import resource
from journal.texts.translation import use_language
from journal.ui.qt_language import turn_layout
from tests.support.text_tools import collected_texts, script


@cache
def _pseudo_language(code: str) -> bytes:
    """A pseudo-language as a file for gettext; every text is gathered for it, which takes seconds."""
    with TemporaryDirectory() as folder:
        return bytes(script("pseudo_languages").write_pseudo(Path(folder), collected_texts(), code).read_bytes())


@contextmanager
def stretched_words(folder: Path) -> Iterator[None]:
    """Speak the pseudo-language for as long as the block lasts."""
    with _spoken("xx", "de", folder):
        yield


@contextmanager
def words_from_right(folder: Path) -> Iterator[None]:
    """Speak the pseudo-language that is read from the right for as long as the block lasts; Qt mirrors its pages."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with _spoken("xr", "he", folder):
        turn_layout(app)
        try:
            yield
        finally:
            app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@contextmanager
def _spoken(code: str, place: str, folder: Path) -> Iterator[None]:
    """Dates have no pseudo-language: a real one (`place`) lends its own."""
    made = folder / "locale" / place / "LC_MESSAGES" / "leeward.mo"
    made.parent.mkdir(parents=True)
    made.write_bytes(_pseudo_language(code))
    use_language(place, folder / "locale")
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
