"""The Trends page, used as a person does."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from journal.app.runner import ImmediateRunner
from journal.charts.frames import Frames
from journal.host.resources import read_catalogue
from journal.model.errors import FileUnwritable
from journal.texts.items import ItemWords
from journal.ui.context import OpenSession, PageContext
from journal.ui.trends.controls import Controls
from journal.ui.trends.page_factory import create
from journal.ui.trends.state import Span, View
from tests.support.page_audits import focus_stops
from tests.support.windows import put_up, words_shown


@pytest.fixture
def heard():
    return SimpleNamespace(said=[], failed=[], announced=[])


def context_of(theme, sample, heard):
    return PageContext(
        runner=ImmediateRunner(),
        session=OpenSession(sample),
        clock=sample.clock,
        theme=theme,
        settings=None,
        words=ItemWords(read_catalogue()),
        say=lambda text, actions=(): heard.said.append(text),
        failed=heard.failed.append,
        announce=lambda widget, text: heard.announced.append(text),
        go=lambda *where, **how: None,
    )


@pytest.fixture
def page(qtbot, theme, sample, heard):
    page = create(context_of(theme, sample, heard))
    put_up(qtbot, page, 824, 700)
    qtbot.waitExposed(page)
    page.entered()
    qtbot.waitUntil(lambda: page.canvas.drawing is not None)
    return page


def test_three_months_are_shown_first_without_comparison(page):
    assert page.state.period.length_days == 90
    assert page.controls.spans[Span.MONTHS].isChecked()
    assert not page.controls.compare.isChecked()
    assert page.state.shown.panels


def test_the_charts_are_drawn_by_whoever_reads_the_days_and_not_again_when_they_are_shown(
    qtbot, theme, sample, heard, monkeypatch
):
    draw, sizes = Frames._draw, []

    def noting(self, width, height, *given):
        sizes.append((width, height))
        draw(self, width, height, *given)

    monkeypatch.setattr(Frames, "_draw", noting)
    page = create(context_of(theme, sample, heard))
    put_up(qtbot, page, 824, 700)
    qtbot.waitExposed(page)
    page.entered()
    qtbot.waitUntil(lambda: page.canvas.drawing is not None)
    page.canvas.repaint()
    page.controls.spans[Span.YEAR].click()
    page.canvas.repaint()
    assert len(sizes) == 2
    assert sizes[-1] == (page.canvas.width(), page.canvas.height())


def test_before_anything_is_read_no_days_of_nobody_stand_there(qtbot, theme):
    controls = Controls()
    qtbot.addWidget(controls)
    assert controls.range.isHidden()
    assert not controls.picture.isEnabled()


@pytest.mark.parametrize(("span", "days"), [(Span.WEEKS, 28), (Span.YEAR, 365)])
def test_a_span_is_chosen_with_its_button(page, span, days):
    page.controls.spans[span].click()
    assert page.state.period.length_days == days


def test_comparison_is_switched_on_by_the_person(page):
    page.controls.compare.click()
    items = [panel for panel in page.state.shown.ordered() if not panel.is_effects]
    assert all("before" in sentence for sentence in page.state.sentences[: len(items)])
    page.controls.compare.click()
    assert not any("before" in sentence for sentence in page.state.sentences)


def test_keys_read_the_day_and_it_is_said(page, heard):
    page.canvas.setFocus()
    last = page.canvas.spot.day
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.canvas.spot.day == last - 1
    assert heard.announced[-1] == page.read_out.text()
    assert "28 October 2026" in page.read_out.text()


@pytest.mark.parametrize(
    ("key", "panel", "days"),
    [
        (Qt.Key.Key_Home, 0, -89),
        (Qt.Key.Key_End, 0, 0),
        (Qt.Key.Key_PageDown, 1, 0),
        (Qt.Key.Key_PageUp, 0, 0),
        (Qt.Key.Key_Right, 0, 0),
    ],
)
def test_each_key_leads_to_its_place(page, key, panel, days):
    page.canvas.setFocus()
    last = page.canvas.spot.day
    QTest.keyClick(page.canvas, key)
    assert (page.canvas.spot.panel, page.canvas.spot.day) == (panel, last + days)


def test_the_panel_that_is_read_has_the_focus_ring(page, theme):
    page.activateWindow()
    page.canvas.setFocus()
    page.canvas.repaint()
    card = page.canvas.drawing.layout.places[0].card
    picture, middle = page.canvas.grab().toImage(), round((card.top + card.bottom) / 2)
    edge = [picture.pixelColor(round(card.left) + across, middle).name() for across in range(5)]
    assert theme.tokens.focus.lower() in edge


def test_the_pointer_reads_the_day_under_it(page):
    place = page.canvas.drawing.layout.places[1]
    middle = QPoint(round((place.plot.left + place.plot.right) / 2), round(place.plot.top + 8))
    QTest.mouseMove(page.canvas, middle)
    assert page.canvas.spot.panel == 1
    assert place.panel.label in page.read_out.text()


def test_without_a_day_the_description_says_what_every_chart_shows(page):
    assert page.canvas.accessibleDescription() == " ".join(page.state.sentences)


def test_assistive_technology_sees_a_chart(page):
    interface = QAccessible.queryAccessibleInterface(page.canvas)
    assert interface.role() == QAccessible.Role.Chart
    assert "29 Oct 2026" in interface.text(QAccessible.Text.Name)


def test_dragging_moves_through_time(page):
    before = page.state.period
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 90))
    QTest.mouseMove(page.canvas, QPoint(250, 90))
    page.canvas.repaint()
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(250, 90))
    assert page.state.period.last < before.last
    assert page.state.period.length_days == before.length_days
    assert page.state.wanted.span is Span.MONTHS


def test_nothing_can_be_dragged_beyond_today(page):
    before = page.state.period
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(250, 90))
    QTest.mouseMove(page.canvas, QPoint(50, 90))
    page.canvas.repaint()
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 90))
    assert page.state.period.last == before.last


def test_earlier_and_later_go_by_one_period(page):
    first = page.state.period
    page.controls.earlier.click()
    assert page.state.period == first.before()
    page.controls.later.click()
    assert page.state.period == first
    assert not page.controls.later.isEnabled()


def test_in_words_shows_every_sentence(page):
    page.controls.in_words.click()
    assert set(page.state.sentences) <= set(words_shown(page))
    assert not page.canvas.isVisibleTo(page)
    page.controls.in_words.click()


def test_the_typical_week_is_drawn(page):
    page.controls.views[View.WEEK].click()
    page.canvas.repaint()
    assert page.canvas.drawing is None
    assert page.canvas.data is page.state.shown
    page.controls.views[View.COURSE].click()


def test_items_are_chosen_and_remembered(page, sample):
    page.controls.items.click()
    boxes = page.choice._boxes
    for key, box in boxes.items():
        if box.isChecked() and key != "flashbacks":
            box.click()
    assert [panel.key for panel in page.state.shown.panels] == ["flashbacks"]
    assert sample.setting("trends_items") == ["flashbacks"]
    page.choice.usual.click()
    assert len(page.state.shown.panels) > 1
    QTest.keyClick(page.choice, Qt.Key.Key_Escape)
    assert not page.choice.isVisibleTo(page)


def test_own_dates_can_be_typed(page):
    page.controls.spans[Span.OWN].click()
    page.controls.first.setDate(page.controls.first.date().addDays(60))
    page.controls.first.editingFinished.emit()
    assert page.state.period.length_days == 30


def test_a_copy_shows_no_day_that_is_read(page, heard):
    page.canvas.setFocus()
    page.canvas.repaint()
    picture = page.canvas.picture()
    page.canvas.point(None)
    page.canvas.repaint()
    assert picture == page.canvas.picture()
    page._copy()
    assert QGuiApplication.clipboard().image().size() == picture.size()
    assert "Other programs" in heard.said[-1]


@pytest.mark.parametrize(("file_format", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_picture_is_saved_with_a_word_of_care(page, heard, tmp_path, file_format, begins):
    page.save(tmp_path / f"x.{file_format}", file_format)
    assert (tmp_path / f"x.{file_format}").read_bytes().startswith(begins)
    assert "can read this file" in heard.said[-1]


def test_a_place_that_cannot_be_written_is_said(page, heard, tmp_path):
    page.save(tmp_path / "nowhere" / "x.png", "png")
    assert isinstance(heard.failed[-1], FileUnwritable)


def test_a_theme_change_draws_the_charts_anew(page, theme):
    from journal.ui.theme.choice import ThemeChoice

    light = page.canvas.picture().pixelColor(2, 2)
    theme.choose(ThemeChoice.DARK)
    page.canvas.repaint()
    assert page.canvas.picture().pixelColor(2, 2).lightness() < light.lightness()


def test_another_page_in_front_is_not_read_again(page, sample):
    reads = page.presenter._asked
    page.left()
    page.presenter.on_changed(frozenset({"entries"}))
    assert page.presenter._asked == reads
    page.entered()
    assert page.presenter._asked == reads + 1


def test_the_items_to_choose_are_reached_where_they_stand(page):
    page.controls.items.click()
    boxes = list(page.choice._boxes.values())
    stops = focus_stops(page)
    at = stops.index(page.controls.compare)
    assert stops[at + 1 : at + 3] == boxes[:2]


def test_totals_are_chosen_among_the_items_and_read_from_one_to_the_next(page, sample, heard):
    box = page.choice._boxes["score:pcl5:month"]
    assert box.text() == "PCL-5 (past month)"
    page.presenter.on_items(["score:pcl5:month"])
    page.canvas.repaint()
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert "Friday, 16 October 2026. PCL-5 (past month): 47 of 80, 20 of 20 answered." in page.read_out.text()
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert "19 of 20 answered; a total needs all" in heard.announced[-1]
    withheld = page.canvas.spot
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.canvas.spot == withheld
    assert page.state.notes[0].startswith("A total of a questionnaire is a single point.")
    page.presenter.on_items([])


def test_a_typical_week_of_totals_alone_says_that_it_is_of_items(page):
    page.presenter.on_items(["score:phq9"])
    page.controls.views[View.WEEK].click()
    assert page.state.empty.startswith("A typical week is drawn of items.")
    page.controls.views[View.COURSE].click()
    assert not page.state.empty
    page.presenter.on_items([])


def test_totals_are_no_item_of_the_days_since_a_session(page):
    page.controls.views[View.SINCE].click()
    assert not any(key.startswith("score:") for key, _words in page.state.since.items)
    page.controls.views[View.COURSE].click()
