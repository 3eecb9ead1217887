"""What the reader shows, and what it never reads."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QAbstractSlider, QApplication

from journal.host.guides import PAGES, read_guide_page
from journal.host.resources import resource
from journal.model.guide_pages import Heading, parse_guide_page
from journal.texts.translation import use_language
from journal.ui.guide.dialog import GuideDialog
from journal.ui.guide.page import GuideView
from journal.ui.guide.reader import GuideReader
from tests.support.journals import make_journal
from tests.support.rows import Heard, page_context
from tests.support.stretched import cut_off, words_from_right
from tests.support.windows import dress, dressed

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def reader(qtbot, theme):
    made = GuideReader(theme)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    return made


@pytest.mark.parametrize("key", PAGES)
def test_every_chapter_shows_all_its_words(reader, key):
    page = read_guide_page(key, "en")
    reader.show_page(page, "")
    shown = " ".join(reader.toPlainText().replace("\xa0", " ").split())
    for words in page.text().split("\n"):
        assert " ".join(words.split()) in shown
    assert reader.horizontalScrollBar().maximum() == 0


def heading_top_px(reader, words):
    """How far below the upper edge of what is seen a heading begins, and whether nothing is below the page's end."""
    block = reader.document().find(words).block()
    while block.text().replace("\xa0", " ") != words:
        block = reader.document().find(words, block.position() + block.length()).block()
    top = reader.document().documentLayout().blockBoundingRect(block).top() - reader.verticalScrollBar().value()
    return round(top), reader.verticalScrollBar().value() == reader.verticalScrollBar().maximum()


def headings():
    pages = [read_guide_page(key, "en") for key in PAGES]
    blocks = [
        (page, block) for page in pages for block in page.blocks if isinstance(block, Heading) and block.level > 1
    ]
    return [pytest.param(page, block, id=f"{page.key}-{block.anchor}") for page, block in blocks]


@pytest.mark.parametrize(("page", "heading"), headings())
def test_a_heading_stands_whole_at_the_top_though_the_room_comes_later(reader, page, heading):
    reader.resize(300, 200)
    reader.show_page(page, heading.anchor)
    reader.resize(700, 420)
    QApplication.processEvents()
    top, at_end = heading_top_px(reader, "".join(run.text for run in heading.words))
    assert top == 0 or (at_end and top > 0)


def test_the_place_that_was_gone_on_to_is_not_left_for_the_heading(reader):
    reader.show_page(read_guide_page("treatment", "en"), "sessions")
    reader.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    gone_on_to = reader.verticalScrollBar().value()
    reader.resize(800, 690)
    QApplication.processEvents()
    assert abs(reader.verticalScrollBar().value() - gone_on_to) <= 10


def test_only_pictures_of_the_guide_are_read(reader, tmp_path):
    elsewhere = tmp_path / "today.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(elsewhere))
    assert not reader.loadResource(IMAGE, QUrl("today.png")).isNull()
    assert reader.loadResource(IMAGE, QUrl.fromLocalFile(str(resource("icons", "leeward-256.png")))).isNull()
    assert reader.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl("https://example.org")) is None


def test_a_chapter_shows_the_pictures_of_its_language(reader):
    shown = {}
    for code in ("en", "de", "en"):
        reader.show_page(read_guide_page("today", code), "")
        shown[code] = reader.document().resource(IMAGE, QUrl("today.png"))
        assert not shown[code].isNull()
    assert shown["en"] != shown["de"]


def test_markup_in_a_text_stays_text(reader):
    reader.show_page(parse_guide_page("page", "# A\n\n<b>bold</b> & <img src='/etc/passwd'>"), "")
    assert "<b>bold</b> & <img src='/etc/passwd'>" in reader.toPlainText()


def test_a_link_is_told_and_not_followed(qtbot, reader):
    reader.show_page(read_guide_page("today", "en"), "")
    with qtbot.waitSignal(reader.followed) as heard:
        reader.anchorClicked.emit(QUrl("history#search"))
    assert heard.args == ["history#search"]
    assert reader.toPlainText().startswith("Today")


def test_pictures_are_never_wider_than_the_page(qtbot, reader):
    reader.show_page(read_guide_page("today", "en"), "")
    reader.resize(420, 700)
    qtbot.waitUntil(lambda: reader.document().idealWidth() <= reader.viewport().width())


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_has_room_in_both_themes_and_in_large_text(qtbot, qapp, tmp_path, look, scale):
    journal, clock = make_journal(tmp_path / "journal")
    with dressed(qapp, look, scale) as source:
        page = GuideView(page_context(journal, clock, source, Heard()))
        qtbot.addWidget(page)
        page.resize(829, 700)
        page.show()
        for chapter in (*PAGES, "shortcuts"):
            page.entered(chapter=chapter)
            QApplication.processEvents()
            assert cut_off(page) == []
            qtbot.waitUntil(lambda: page.reader.horizontalScrollBar().maximum() == 0)
        journal.close()


def test_colours_follow_the_theme(qtbot, qapp):
    bright = dress(qapp, "light")
    reader = GuideReader(bright)
    qtbot.addWidget(reader)
    reader.show_page(read_guide_page("privacy", "en"), "")
    light = reader.toHtml()
    dark = dress(qapp, "dark")
    other = GuideReader(dark)
    qtbot.addWidget(other)
    other.show_page(read_guide_page("privacy", "en"), "")
    assert bright.tokens.accent.lower() in light.lower()
    assert dark.tokens.accent.lower() in other.toHtml().lower()
    dark.deleteLater()
    dress(qapp)


def test_a_chapter_in_english_says_so_in_another_language(qtbot, theme, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    with words_from_right(tmp_path):
        page = GuideView(page_context(journal, clock, theme, Heard()))
        qtbot.addWidget(page)
        page.show()
        page.entered(chapter="today")
        assert page.note.isVisible()
        page.entered(chapter="shortcuts")
        assert not page.note.isVisible()
    journal.close()
    use_language("en", resource("locale"))


def test_before_the_journal_is_open_it_begins_with_what_helps(qtbot, theme):
    dialog = GuideDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "If you cannot get in" in dialog.reader.toPlainText()
    dialog.reader.followed.emit("privacy")
    assert dialog.reader.toPlainText().startswith("Privacy")
    dialog.reader.followed.emit("https://example.org")
    assert dialog.reader.toPlainText().startswith("Privacy")
