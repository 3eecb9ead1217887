"""The Report page in the window: every control has its name, and saving says its sentence first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLineEdit

from journal.app.check_ins import log
from journal.app.runner import ImmediateRunner
from journal.report.request import AttachedFormat, Paper, Part
from journal.ui.report.page import ReportPage
from journal.ui.report.printing import fitting, make_printer, print_pages
from journal.ui.report.state import Tick
from journal.ui.report.ticks import Beside, TickList
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.tab_order import stops_in
from tests.support.rows import page_context
from tests.support.windows import button, put_up, words_shown


@pytest.fixture
def page(qtbot, opened, theme, heard):
    journal, clock = opened
    log(journal, {"low_mood": 2.0, "anxiety": 1.0}, note="A note for the visit.")
    page = ReportPage(page_context(journal, clock, theme, heard), ImmediateRunner(), Paper.A4)
    put_up(qtbot, page, 1100, 800)
    page.entered()
    return page


def name_of(widget):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_the_pages_are_shown_in_their_shape(page):
    image = page.preview.images[0]
    assert image.accessibleName() == "Page 1 of 2"
    assert abs(image.height() / image.width() - 297 / 210) < 0.02


def test_every_control_has_a_name(page):
    kinds = (QAbstractButton, QLineEdit, QDateEdit)
    controls = [
        child for kind in kinds for child in page.findChildren(kind) if child.objectName() != "qt_spinbox_lineedit"
    ]
    assert len(controls) > 20
    assert [control for control in controls if not name_of(control)] == []


def test_the_stand_in_has_a_label_of_its_own(page):
    assert page.options.items.stand_in_words.buddy() is page.options.items.stand_in
    assert isinstance(page.options.items.stand_in, QComboBox)


def test_everything_can_be_reached_by_tab(page, qtbot):
    reached = set()
    page.options.period.spans[page.state.choices.span].setFocus()
    for _step in range(60):
        widget = page.focusWidget()
        reached.add(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    boxes = [box for box in page.options.parts.boxes.values() if box.isVisible()]
    assert len(boxes) >= 7
    wanted = {*page.options.lines.fields, *boxes, page.handing_over.export, page.preview}
    assert wanted <= reached


def test_parts_about_treatment_are_offered_only_where_there_is_any(page):
    assert not page.options.parts.boxes[Part.SESSIONS].isVisible()
    page.options.parts.render_state(replace(page.state, treated=frozenset({Part.SESSIONS})))
    assert page.options.parts.boxes[Part.SESSIONS].isVisible()
    assert page.options.parts.boxes[Part.SESSIONS].isChecked()
    assert not page.options.parts.boxes[Part.MARKERS].isVisible()


def test_a_tick_by_keyboard_goes_into_the_report(page, qtbot):
    box = page.options.parts.boxes[Part.COMPARISON]
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert Part.COMPARISON in page.state.choices.parts
    assert "Comparison with the period before" in page.options.inventory.inside.text()


def test_a_field_opens_under_its_tick_and_is_in_only_when_filled(page, qtbot):
    field = page.options.parts.fields[Part.NAME]
    assert not field.isVisible()
    page.options.parts.boxes[Part.NAME].click()
    assert field.isVisible()
    assert "Your name" in page.options.inventory.outside.text()
    qtbot.keyClicks(field, "A. Example")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Your name" in page.options.inventory.inside.text()


def test_saving_says_first_who_can_read_the_file(page):
    button(page, "Save as PDF…").click()
    assert "Anyone who opens this computer can read this file." in words_shown(page)
    assert button(page, "With a password")
    assert page.focusWidget() is page.handing_over.save
    assert page.handing_over.save.accessibleDescription().startswith("Anyone who opens")


def test_a_password_is_asked_for_before_it_is_used(page, qtbot):
    wanted = []
    page.handing_over.save_wanted.disconnect()
    page.handing_over.save_wanted.connect(wanted.append)
    button(page, "Save as PDF…").click()
    button(page, "With a password").click()
    assert not page.handing_over.save_locked.isEnabled()
    qtbot.keyClicks(page.handing_over.password.edit, "four words")
    button(page, "Save with the password").click()
    assert wanted == ["four words"]


def test_the_keyboard_stays_with_the_buttons_after_saving(page, tmp_path):
    button(page, "Save as PDF…").click()
    page.presenter.on_save(tmp_path / "Notes 2026-10-29.pdf", "")
    assert page.focusWidget() is page.handing_over.export


def test_leaving_forgets_the_password(page, qtbot):
    button(page, "Save as PDF…").click()
    button(page, "With a password").click()
    qtbot.keyClicks(page.handing_over.password.edit, "four words")
    page.left()
    assert page.handing_over.password.text() == ""
    assert "Save as PDF…" in words_shown(page)


def test_a_saved_file_is_named_and_its_folder_offered(page, heard, tmp_path):
    page.presenter.on_save(tmp_path / "Notes 2026-10-29.pdf", "")
    words, actions = heard.bar[-1]
    assert words == "Saved as Notes 2026-10-29.pdf."
    assert [text for text, _act in actions] == ["Open the folder"]


def test_a_half_typed_line_is_handed_over_on_leaving(page, qtbot):
    qtbot.keyClicks(page.options.lines.fields[0], "Ask about sleep")
    page.left()
    assert page.state.choices.lines[0] == "Ask about sleep"


def test_an_own_range_begins_with_the_days_shown(page):
    before = page.state.period
    page.options.period.spans["own"].click()
    assert page.state.period == before
    assert page.options.period.range.isVisible()


def test_printing_into_a_file_fills_the_paper_and_says_who_can_read_it(page, heard, tmp_path):
    printer = make_printer(Paper.A4)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.dialogs.printed(printer, page.state.pages)
    assert heard.bar[-1][0] == "Saved. Anyone who opens this computer can read this file."
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("done", "said"), [(True, "The printer may keep a copy."), (False, "The printer could not be reached.")]
)
def test_what_became_of_the_printing_is_said(page, heard, monkeypatch, done, said):
    monkeypatch.setattr("journal.ui.report.handing_dialogs.print_pages", lambda *_: done)
    page.dialogs.printed(make_printer(Paper.A4), page.state.pages)
    assert heard.bar[-1][0].startswith(said)


def test_the_print_button_opens_the_system_dialog_for_all_pages(qtbot, page):
    page.handing_over.print_wanted.emit()
    qtbot.waitUntil(lambda: page.dialogs.dialog is not None)
    dialog = page.dialogs.dialog
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, len(page.state.pages))
    dialog.reject()
    assert page.dialogs.dialog is None


def test_a_range_of_pages_can_be_printed(page, tmp_path):
    import pikepdf

    printer = make_printer(Paper.A4)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    assert print_pages(printer, page.state.pages)
    with pikepdf.open(tmp_path / "printed.pdf") as document:
        assert len(document.pages) == 1


def test_a_page_keeps_its_shape_on_other_paper():
    from PySide6.QtCore import QRect

    image = QImage(210, 297, QImage.Format.Format_RGB32)
    placed = fitting(QRect(0, 0, 2550, 3300), image)
    assert abs(placed.height() / placed.width() - 297 / 210) < 0.01
    assert QRect(0, 0, 2550, 3300).contains(placed)


def test_the_print_dialog_is_not_loaded_with_the_page():
    import subprocess
    import sys

    code = "import sys, journal.ui.report.page_factory; print('PySide6.QtPrintSupport' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_pages_stand_below_each_other(page, qtbot):
    first, second = page.preview.images
    qtbot.waitUntil(lambda: second.y() >= first.geometry().bottom())
    assert first.width() <= page.preview.viewport().width()


def chain_of(wanted):
    """The widgets in the order of the Tab key, beginning with the first."""
    found, widget = [wanted[0]], wanted[0].nextInFocusChain()
    while widget is not wanted[0]:
        if widget in wanted:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_tab_goes_down_the_choices_then_to_the_actions_then_to_the_preview(page):
    stops = list(stops_in(page.options))
    note = next(iter(page.options.notes.list.boxes.values()))
    assert stops.index(page.options.parts.boxes[Part.CLINICIAN]) < stops.index(note)
    assert stops.index(note) < stops.index(page.options.items.opener)
    wanted = [*stops, page.handing_over.export, page.handing_over.print, page.preview]
    assert chain_of(wanted) == wanted


def test_escape_goes_back_from_the_sentence_and_from_the_password(page, qtbot):
    over = page.handing_over
    over.export.click()
    over.with_password.click()
    qtbot.keyClick(over.password.edit, Qt.Key.Key_Escape)
    assert over.save.isVisible()
    qtbot.keyClick(over.save, Qt.Key.Key_Escape)
    assert over.export.isVisible()


@pytest.mark.parametrize(("width", "below"), [(400, False), (140, True)])
def test_a_note_stands_under_its_day_where_the_room_is_narrow(qtbot, theme, width, below):
    ticks = TickList()
    qtbot.addWidget(ticks)
    ticks.show_ticks([Tick("a", "14 Sept", ticked=False, detail="The mornings are harder again.")])
    ticks.resize(width, 300)
    ticks.show()
    row = ticks.findChild(Beside)
    words = row.findChild(Caption)
    qtbot.waitUntil(lambda: (words.y() > ticks.boxes["a"].y()) == below)


def test_data_goes_in_by_a_tick_and_it_is_said_that_it_can_be_taken_out(page, qtbot):
    card = page.options.attach
    assert "take the data out" in card.words.text()
    assert "take the data out" not in page.handing_over.words.text()
    qtbot.keyClick(card.boxes[AttachedFormat.CSV], Qt.Key.Key_Space)
    assert page.state.choices.attach == {AttachedFormat.CSV}
    assert "Attached inside the PDF: Tables (CSV)" in page.options.inventory.inside.text()
    assert "take the data out" in page.handing_over.words.text()
    assert page.handing_over.save.accessibleDescription() == page.handing_over.words.text()
    assert card.boxes[AttachedFormat.FHIR].accessibleDescription() == card.words.text()


def test_the_boxes_for_data_are_reached_by_tab(page, qtbot):
    stops = list(stops_in(page.options))
    assert [stops.count(box) for box in page.options.attach.boxes.values()] == [1, 1]
