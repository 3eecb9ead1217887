"""The preview in words: the figures of the pages in tables, with the same box and the same key as a chart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from journal.app.check_ins import log
from journal.app.runner import ImmediateRunner
from journal.report.request import Paper, Part
from journal.texts.number_tables import NumbersTable
from journal.ui.report.choices import Choices
from journal.ui.report.page import ReportPage
from journal.ui.report.preview import Preview
from journal.ui.showing.shown_report import ShownReport, ShownReportParts
from journal.ui.widgets.in_words import switch_words
from journal.ui.widgets.labels import Caption, PageTitle
from tests.support.rows import page_context
from tests.support.windows import put_up


def fail(error):
    raise error


FIGURES = (NumbersTable("Symptoms", ("Item", "Mean"), (("Nightmares", "2.0"),)),)


def test_the_tables_stand_in_place_of_the_pages(qtbot, theme):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(500, 600)
    preview.show()
    preview.show_pages((b"", b""), busy=False)
    preview.offer_words(there=True)
    preview.words_toggled.connect(lambda ticked: preview.show_figures(FIGURES if ticked else ()))
    assert preview.numbers.views == []
    switch_words(preview)
    assert [image.isVisible() for image in preview.images] == [False, False]
    (view,) = preview.numbers.views
    assert view.isVisible()
    assert view.numbers.index(0, 0).data() == "2.0"
    switch_words(preview)
    assert all(image.isVisible() for image in preview.images)
    assert not preview.numbers.isVisible()


def test_without_figures_there_is_nothing_to_turn_to(qtbot, theme):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show()
    preview.offer_words(there=False)
    assert not preview.in_words.isEnabled()


def test_the_sentences_of_a_figure_stand_over_its_table_and_are_heard_with_it(qtbot, theme):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(500, 600)
    preview.show()
    said = NumbersTable("Course", ("Day", "One day"), (("1 Aug 2026", "no value"),), "Chart of one day.\nNo line.")
    preview.show_figures((said, *FIGURES))
    over, without = preview.numbers.views
    assert over.accessibleName() == "Course"
    assert over.accessibleDescription().startswith("Chart of one day.\nNo line.\n")
    assert QAccessible.queryAccessibleInterface(over).role() is QAccessible.Role.Table
    captions = [
        label for label in preview.numbers.findChildren(Caption) if label.isVisible() and "Chart" in label.text()
    ]
    assert [label.text() for label in captions] == [said.caption]
    assert "Chart" not in without.accessibleDescription()


@pytest.fixture
def page(qtbot, opened, theme, heard):
    journal, clock = opened
    log(journal, {"low_mood": 2.0, "anxiety": 1.0}, note="A private note.")
    page = ReportPage(page_context(journal, clock, theme, heard), ImmediateRunner(), Paper.A4)
    put_up(qtbot, page, 1100, 800)
    page.entered()
    return page


def test_tab_goes_from_the_box_through_the_tables_in_their_order(page):
    switch_words(page)
    views = page.preview.numbers.views
    assert len(views) > 4
    stops, here = [], page.preview.in_words
    while len(stops) < len(views):
        here = here.nextInFocusChain()
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible() and here.focusProxy() is None:
            stops.append(here)
    assert stops == views


def test_the_first_words_of_the_preview_stand_on_the_line_of_the_title(page):
    def line(label):
        first = label.fontMetrics()
        return label.mapTo(page, label.rect().topLeft()).y() + (label.height() - first.height()) // 2 + first.ascent()

    (title,) = page.findChildren(PageTitle)
    assert abs(line(title) - line(page.preview.words)) <= 2


def test_what_is_shown_to_someone_has_its_tables_too_and_no_notes(qtbot, opened, theme):
    journal, _clock = opened
    entry = log(journal, {"low_mood": 2.0, "suicidal_thoughts": 1.0}, note="A private note.")
    runner = ImmediateRunner()
    parts = ShownReportParts(lambda: journal, runner, runner, fail, Paper.A4)
    note = entry.id
    shown = ShownReport(parts, Choices(parts=frozenset({Part.SUICIDAL_THOUGHTS}), note_ids=frozenset({note})))
    put_up(qtbot, shown, 800, 700)
    shown.entered()
    switch_words(shown)
    told = str([view.numbers.table for view in shown.numbers.views])
    assert "Low mood" in told
    assert [word for word in ("private", "uicid") if word in told] == []
    assert not any(image.isVisible() for image in shown.images)
