"""The page in the window: names, the keyboard's way, the sentence before, the password, and the lists after."""

import zipfile
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QLineEdit

from journal.app.exports import ExportFormat
from journal.ui.taking_out.page import TakingOutPage
from journal.ui.taking_out.page_factory import create
from journal.ui.taking_out.state import Step
from journal.ui.widgets.tab_order import stops_in
from tests.support.rows import page_context
from tests.support.windows import button, dress, put_up, words_shown


@pytest.fixture
def page(qtbot, journal, theme, heard):
    page = create(page_context(journal, journal.clock, theme, heard))
    put_up(qtbot, page, 800, 700)
    page.entered()
    qtbot.waitUntil(page.isVisible)
    return page


def lock_with(page, first, again=None):
    page.file.with_password.click()
    page.file.password.first.edit.setText(first)
    page.file.password.again.edit.setText(first if again is None else again)
    page.file.save_locked.click()


@pytest.fixture
def saved(page, monkeypatch):
    """The passwords with which a place was asked for."""
    found = []
    monkeypatch.setattr(TakingOutPage, "ask_where", lambda _page, password: found.append(password))
    page.file.save_wanted.disconnect()
    page.file.save_wanted.connect(page.ask_where)
    return found


def test_every_control_has_a_name(page):
    kinds = (QAbstractButton, QLineEdit, QDateEdit)
    controls = [
        child for kind in kinds for child in page.findChildren(kind) if child.objectName() != "qt_spinbox_lineedit"
    ]
    assert len(controls) > 15
    unnamed = [each for each in controls if not (each.accessibleName() or getattr(each, "text", str)())]
    assert unnamed == []


def test_a_kind_is_read_out_with_what_it_is(page):
    radio = page.kind.kinds[ExportFormat.CSV]
    assert radio.isChecked()
    assert "column" in radio.accessibleDescription()


def test_who_can_read_the_file_is_said_before(page):
    assert "Anyone who has this file can read it." in words_shown(page)
    assert page.file.save.accessibleDescription() == "Anyone who has this file can read it."


def test_what_cannot_be_had_without_the_password_is_said_before(page):
    page.file.with_password.click()
    shown = " ".join(words_shown(page))
    assert "opens with this password alone" in shown
    assert "names of the files inside" in shown


def test_two_passwords_that_differ_ask_for_no_place(page, saved):
    lock_with(page, "quiet harbour", "quiet harbor")
    assert saved == []
    assert "The two are not the same. Show them to compare." in words_shown(page)


def test_no_password_asks_for_no_place(page, saved):
    lock_with(page, "")
    assert saved == []
    assert "Type a password first." in words_shown(page)


def test_the_password_goes_along(page, saved):
    lock_with(page, "quiet harbour")
    assert saved == ["quiet harbour"]


def test_the_strength_of_the_password_is_shown(page, qtbot):
    page.file.with_password.click()
    page.file.password.first.edit.setText("password")
    qtbot.waitUntil(lambda: page.file.password.strength == "Very easy to guess")


def test_the_password_is_forgotten_when_the_page_is_left(page):
    page.file.with_password.click()
    page.file.password.first.edit.setText("quiet harbour")
    page.left()
    assert page.file.password.first.text() == ""


def test_escape_goes_back_from_the_password(page, qtbot):
    page.file.with_password.setFocus()
    page.file.with_password.click()
    qtbot.keyClick(page.file.password.first.edit, Qt.Key.Key_Escape)
    assert page.window().focusWidget() is page.file.with_password
    assert page.file.save.isVisibleTo(page)


def test_a_file_is_written_and_its_lists_are_shown(page, heard, tmp_path):
    page.file.save.setFocus()
    page.presenter.on_save(tmp_path / "a.zip", "")
    shown = words_shown(page)
    assert "Saved as a.zip" in shown
    assert "Medicines and doses" in page.written.outside.text()
    assert not page.kind.isVisibleTo(page)
    assert page.window().focusWidget() is page.written.folder
    assert heard.said == ["Saved as a.zip. Anyone who has this file can read it."]


def test_another_one_begins_where_the_choices_are(page, tmp_path):
    page.presenter.on_save(tmp_path / "a.zip", "")
    button(page, "Take out another file").click()
    assert page.kind.kinds[ExportFormat.CSV].isVisibleTo(page)
    assert page.window().focusWidget() is page.kind.kinds[ExportFormat.CSV]


def test_choices_made_by_hand_reach_the_file(page, tmp_path):
    page.parts.list.boxes["medicines"].click()
    button(page, "All").click()
    page.presenter.on_save(tmp_path / "a.zip", "")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert {"medicines.csv", "notes.csv"} <= set(archive.namelist())
        assert "sessions.csv" not in archive.namelist()


def test_own_dates_begin_with_the_days_there_are(page, journal):
    button(page, "From one day to another").click()
    assert page.days.range.isVisibleTo(page)
    assert page.state.choices.own.first == journal.today()
    button(page, "All days").click()
    assert page.state.choices.own is None


def test_all_of_it_ticks_everything(page):
    page.kind.kinds[ExportFormat.JSON].click()
    assert all(box.isChecked() for box in page.parts.list.boxes.values())
    assert any("whole journal" in words for words in words_shown(page))


def test_while_it_is_written_it_can_be_stopped_and_nothing_else_chosen(page):
    page.file.save.setFocus()
    page.render_state(replace(page.state, step=Step.WRITING, percent=37))
    assert "37" in page.file.progress.words.text()
    assert page.window().focusWidget() is page.file.progress.stop
    assert not page.parts.isEnabled()


def test_the_report_and_settings_are_near(page, heard):
    page.kind.report.click()
    page.back.click()
    assert heard.went == ["report", "settings"]


def test_a_file_done_meanwhile_is_told_in_the_bar(page, heard, tmp_path):
    page.saved_meanwhile(tmp_path / "a.zip")
    assert heard.bar[0][0] == "Saved as a.zip."


def test_tab_goes_from_top_to_bottom(page):
    page.presenter.on_stayed()
    stops = [stop for stop in stops_in(page) if stop.isVisibleTo(page)]
    heights = [stop.mapTo(page.widget(), stop.rect().topLeft()).y() for stop in stops]
    assert heights == sorted(heights)
    following = stops[0]
    for _ in range(400):
        following = following.nextInFocusChain()
        if following is stops[-1]:
            break
    assert following is stops[-1]


def test_nothing_is_wider_than_the_window_at_large_text(qtbot, journal, qapp, heard):
    source = dress(qapp, "dark", 2.0)
    page = create(page_context(journal, journal.clock, source, heard))
    put_up(qtbot, page, 820, 700)
    page.entered()
    page.file.with_password.click()
    QApplication.processEvents()
    wider = page.horizontalScrollBar().maximum()
    source.deleteLater()
    dress(qapp).deleteLater()
    assert wider == 0


def test_the_place_is_asked_for_under_a_neutral_name(page, qtbot, tmp_path):
    page.file.save.click()
    dialog = page._dialog
    assert dialog.accessibleName() == "Save the file"
    assert dialog.selectedFiles()[0].endswith("Notes 2026-10-29.zip")
    dialog.reject()
    qtbot.waitUntil(lambda: page._dialog is None)
