"""The page has room for its words: both themes, large text, a long language."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea

from journal.ui.bringing_in.page_factory import create
from tests.support.rows import Heard, page_context
from tests.support.stretched import cut_off, stretched_words
from tests.support.windows import dressed, words_shown

FROM_THE_FILE = re.compile(
    r"export\.csv|table\.csv|Super|unwell|Arbeit|Yoga|calm|slept|remark|UTF|Windows|ISO|CSV|day|Mood \(Daylio\)"
)


def opened(qtbot, dressed, journal, path, size=(830, 700)):
    made = create(page_context(journal, journal.clock, dressed, Heard()))
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    made.entered()
    made.presenter.on_chosen(path)
    QApplication.processEvents()
    return made


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 2.0), ("dark", 2.0)])
@pytest.mark.parametrize("what", ["daylio", "table"])
def test_nothing_is_cut_off(qtbot, qapp, journal, daylio, table, look, scale, what):
    with dressed(qapp, look, scale) as source:
        page = opened(qtbot, source, journal, daylio if what == "daylio" else table)
        qtbot.waitUntil(lambda: not cut_off(page))  # the layouts settle in several turns
        assert page.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
        page.presenter.on_bring_in()
        qtbot.waitUntil(lambda: not cut_off(page))


@pytest.mark.parametrize("what", ["daylio", "table"])
def test_every_word_can_be_translated_and_has_room_in_a_long_language(
    qtbot, theme, journal, daylio, table, tmp_path, what
):
    with stretched_words(tmp_path):
        page = opened(qtbot, theme, journal, daylio if what == "daylio" else table)
        qtbot.waitUntil(lambda: not cut_off(page))
        shown = set(words_shown(page)) | offered(page)
        page.presenter.on_bring_in()
        shown |= set(words_shown(page))
    english = {words for words in shown if "[" not in words and re.search("[A-Za-z]{3}", FROM_THE_FILE.sub("", words))}
    assert english == set()


def offered(page):
    boxes = [box for box in page.findChildren(QComboBox) if box is not page.file.shape.zone]
    lists = (page.names.list, page.table.list, page.unread.list)
    spoken = {part.lines.line(row).below for part in lists for row in range(part.lines.rowCount())}
    return spoken | {box.itemText(row) for box in boxes for row in range(box.count())}
