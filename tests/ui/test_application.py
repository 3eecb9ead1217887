"""The whole program on a real journal, with its own endings in place of the process's."""

import pytest
from PySide6.QtCore import Qt

from journal.app.kept_settings import keep_settings, kept_settings
from journal.app.vaults import open_journal
from journal.host.settings_file import Settings, SettingsFile
from journal.model.errors import DiskFull
from journal.model.reminders import ReminderTime
from journal.ui.first_start.page import FirstStartPage
from journal.ui.journal_keys import free_folder_beside
from journal.ui.lock.page import LockPage
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.program import Program, take_down
from tests.support.windows import button, words_shown


@pytest.fixture
def folder(tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    journal.close()
    return clock


@pytest.fixture
def program(qtbot, qapp, tmp_path, folder):
    made = Program(qtbot, qapp, tmp_path, folder)
    yield made
    take_down(made)


def test_a_folder_with_a_journal_shows_the_lock(program):
    assert isinstance(program.window.room, LockPage)


def test_an_empty_folder_begins_with_the_first_start(qtbot, qapp, tmp_path, folder):
    (tmp_path / "other").mkdir()
    made = Program(qtbot, qapp, tmp_path / "other", folder)
    assert isinstance(made.window.room, FirstStartPage)
    take_down(made)


def test_the_passphrase_opens_today(program):
    program.unlock()
    assert program.running.shell.current == "today"
    assert program.running.session.journal is not None


@pytest.mark.parametrize(("kept", "shown"), [("history", "history"), ("report", "report"), ("gone", "today")])
def test_the_page_that_was_chosen_comes_first_and_no_other_before_it(program, tmp_path, folder, kept, shown):
    journal = open_journal(tmp_path / "journal", folder, passphrase=PASSPHRASE)
    journal.put_setting("first_page", kept)
    journal.close()
    entered = []
    program.running.made_shell().page_shown.connect(entered.append)
    program.unlock()
    assert (program.running.shell.current, entered) == (shown, [shown])


def test_the_window_has_a_neutral_title_on_every_page(program):
    program.unlock()
    for page in ("history", "settings", "today"):
        program.running.go(page)
        assert program.window.windowTitle() == "Leeward"


def test_lock_now_closes_the_journal_and_replaces_the_process(program, tmp_path):
    program.unlock()
    journal = program.running.session.journal
    button(program.window, "Lock now").click()
    assert program.replaced == [tmp_path / "journal"]
    assert program.running.session.journal is None
    with pytest.raises(Exception):  # noqa: B017 a closed connection, whatever it says
        journal.today()


def test_a_journal_of_another_computer_looks_as_it_did_there(qtbot, program, tmp_path, folder):
    journal = open_journal(tmp_path / "journal", folder, passphrase=PASSPHRASE)
    keep_settings(journal, Settings(theme="dark", text_percent=150, idle_min=9, hide_by="off"))
    journal.close()
    program.unlock()
    running = program.running
    qtbot.waitUntil(lambda: running.settings.settings.hide_by == "off")
    assert (running.settings.settings.theme, running.settings.settings.idle_min) == ("dark", 9)
    assert (running.theme.scale, running.idle.minutes, running.leaving.keys.gesture) == (1.5, 9, "off")
    running.theme.choose_scale(1.0)


def test_what_this_computer_says_stands_and_goes_into_the_journal(program):
    program.running.settings.change(theme="light")
    program.unlock()
    program.running.keep(text_percent=120)
    kept = kept_settings(program.running.session.journal)
    assert kept == {"theme": "light", "text_percent": 120}


def test_an_idle_journal_closes_by_itself(program, tmp_path):
    program.unlock()
    program.running.idle.idle.emit()
    assert program.replaced == [tmp_path / "journal"]


def test_a_still_line_comes_before_and_goes(program):
    program.unlock()
    program.running.idle.closing_soon.emit()
    assert program.running.shell.still.text == "Closing soon. Any key keeps it open"
    program.running.idle.kept_open.emit()
    assert program.running.shell.still.text == ""


def test_a_locked_program_does_not_close_for_idleness(program):
    program.running.idle.idle.emit()
    assert not program.replaced


def test_closing_the_window_closes_the_journal_then_ends(program):
    program.unlock()
    program.window.close()
    assert program.running.session.journal is None
    assert program.ended == [0]


def test_the_place_of_the_window_is_kept(program):
    program.window.close()
    assert program.settings.settings.window


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_2, "history"), (Qt.Key.Key_1, "today")])
def test_the_number_keys_lead_to_the_pages(qtbot, program, key, page):
    program.unlock()
    program.running.go("settings")
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, key, Qt.KeyboardModifier.ControlModifier)
    assert program.running.shell.current == page


def test_ctrl_l_locks(qtbot, program):
    program.unlock()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.replaced


def test_ctrl_z_undoes_and_says_so(qtbot, program):
    from journal.app import check_ins

    program.unlock()
    journal = program.running.session.opened
    check_ins.answer(journal, check_ins.new_key(), journal.item("flashbacks"), 2.0)
    program.running.go("settings")
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.store.entries.count() == 0
    assert program.running.shell.bar.text == "Undone."
    button(program.running.shell.bar, "Redo").click()
    assert journal.store.entries.count() == 1


def test_the_page_that_is_shown_shows_what_undo_changed(qtbot, program):
    from journal.app import markers
    from journal.ui.open_journal import redo, undo

    program.unlock()
    running = program.running
    markers.add_marker(running.session.opened, running.session.opened.today(), "Moved house")
    running.go("treatment", tab="markers")
    page = running.shell.page("treatment")
    assert "Moved house" in words_shown(page)
    undo(running)
    qtbot.waitUntil(lambda: "Moved house" not in words_shown(page))
    redo(running)
    qtbot.waitUntil(lambda: "Moved house" in words_shown(page))


def test_undo_brings_a_removed_reminder_back_from_any_page_and_in_its_turn(program):
    from journal.app import check_ins
    from journal.ui.open_journal import undo

    program.unlock()
    running = program.running
    journal = running.session.opened
    check_ins.answer(journal, check_ins.new_key(), journal.item("flashbacks"), 2.0)
    running.reminding.keep(reminders=("1234567 20:30",))
    running.go("reminders")
    running.shell.page("reminders").times.rows.rows[0].remove.click()
    assert running.settings.settings.reminders == ()
    running.go("today")
    undo(running)
    assert running.settings.settings.reminders == ("1234567 20:30",)
    assert (running.shell.bar.text, journal.store.entries.count()) == ("Undone.", 1)
    button(running.shell.bar, "Redo").click()
    assert running.settings.settings.reminders == ()
    undo(running)
    undo(running)
    assert (running.settings.settings.reminders, journal.store.entries.count()) == (("1234567 20:30",), 0)


def test_a_change_after_a_removed_reminder_is_undone_before_it(program):
    from journal.app import check_ins
    from journal.ui.open_journal import undo

    program.unlock()
    running = program.running
    journal = running.session.opened
    running.reminding.removed.note(ReminderTime(20 * 60 + 30))
    running.reminding.removed._at_ms -= 60_000
    check_ins.answer(journal, check_ins.new_key(), journal.item("flashbacks"), 2.0)
    undo(running)
    assert (journal.store.entries.count(), running.settings.settings.reminders) == (0, ())
    undo(running)
    assert running.settings.settings.reminders == ("1234567 20:30",)


def test_nothing_to_undo_is_said_calmly(qtbot, program):
    from journal.ui.open_journal import undo

    program.unlock()
    undo(program.running)
    assert "nothing to undo" in program.running.shell.bar.text.lower()


def test_f1_opens_the_guide_at_the_page_shown_and_then_the_keys(qtbot, program):
    program.unlock()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    shell = program.running.shell
    assert shell.current == "guide"
    guide = shell.page("guide")
    assert guide.presenter.current.key == "today"
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    assert guide.presenter.current.key == "shortcuts"
    guide.back.click()
    assert shell.current == "today"


def test_f1_on_the_lock_page_helps_who_cannot_get_in(qtbot, program):
    from journal.ui.guide.dialog import GuideDialog

    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    shown = program.window.findChild(GuideDialog)
    assert shown.isVisible()
    with qtbot.waitSignal(shown.destroyed):
        shown.accept()


def test_an_expected_error_is_said_in_the_calm_bar(program):
    program.unlock()
    program.running.speaker.failed(DiskFull())
    assert "disk is full" in program.running.shell.bar.text


def test_a_bug_shows_a_trace_without_words_and_the_journal_stays_open(program):
    program.unlock()
    program.running.speaker.failed(RuntimeError("what I wrote"))
    dialog = program.running.speaker.dialog
    assert "RuntimeError" in dialog.trace
    assert "what I wrote" not in dialog.trace
    assert program.running.session.journal is not None
    dialog.close()


def test_a_change_of_the_journal_is_told_to_the_pages(qtbot, program):
    heard = []
    program.unlock()
    program.running.session.listen(heard.append)
    program.running.session.opened.put_setting("digits_move_on", False)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [frozenset({"settings"})]


def test_a_new_journal_beside_this_one_keeps_this_one(program, tmp_path):
    program.running.start_new_beside()
    assert isinstance(program.window.room, FirstStartPage)
    assert program.running.folder == tmp_path / "journal-2"
    assert (tmp_path / "journal" / "journal.keys").exists()


def test_the_claim_follows_to_a_new_journal(program, tmp_path, monkeypatch):
    from journal.host.single_instance import claim

    monkeypatch.setenv("LEEWARD_RUNTIME_DIR", str(tmp_path / "run"))
    assert program.running.place.claim()
    program.running.start_new_beside()
    assert claim(tmp_path / "journal-2", lambda: None) is None
    freed = claim(tmp_path / "journal", lambda: None)
    assert freed is not None
    freed.close()
    program.running.place.release()


def test_what_is_half_typed_is_kept_by_a_lock(program, tmp_path, folder):
    from journal.app.vaults import open_journal
    from journal.ui.widgets.note_field import NoteField

    program.unlock()
    program.running.shell.page("today").findChild(NoteField).edit.setPlainText("half a sent")
    program.running.controls.lock()
    again = open_journal(tmp_path / "journal", folder, passphrase=PASSPHRASE)
    noted = [entry.note for entry in again.store.entries.between(again.today(), again.today())]
    again.close()
    assert noted == ["half a sent"]


def test_a_free_folder_is_found(tmp_path):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal-2").mkdir()
    assert free_folder_beside(tmp_path / "journal") == tmp_path / "journal-3"


def test_a_journal_moves_while_it_is_closed(program, tmp_path):
    program.unlock()
    (tmp_path / "stick").mkdir()
    program.running.controls.move_to(tmp_path / "stick")
    assert program.replaced == [tmp_path / "stick"]
    assert (tmp_path / "stick" / "journal.keys").exists()
    assert program.settings.settings.journal_folder == str(tmp_path / "stick")


def test_the_lock_page_says_nothing_of_the_journal(program):
    assert words_shown(program.window) == ["Leeward", "Passphrase", "Show", "Open", "A calm moment"]


def test_the_key_is_derived_away_from_the_windows_thread(qtbot, qapp, tmp_path, folder):
    import threading

    from journal.app.runner import ThreadRunner
    from journal.ui.delivery import WindowDelivery

    delivery = WindowDelivery(qapp)
    made = Program(qtbot, qapp, tmp_path, folder, ThreadRunner(delivery.deliver, pytest.fail))
    made.give_passphrase()
    assert "Opening…" in words_shown(made.window)
    qtbot.waitUntil(lambda: made.running.session.journal is not None, timeout=20_000)
    assert threading.current_thread() is threading.main_thread()
    take_down(made)


def test_hide_closes_the_journal_and_ends_and_shows_no_lock(program):
    program.unlock()
    button(program.window, "Hide").click()
    assert program.running.session.journal is None
    assert program.ended == [0]
    assert not program.replaced


def test_the_window_is_gone_before_anything_is_closed(program):
    from journal.ui.widgets.reading_dialog import ReadingDialog

    program.unlock()
    other = ReadingDialog("What is asked", program.window)
    other.show()
    seen = []
    leave = program.running.shell.leave
    program.running.shell.leave = lambda: (seen.append((program.window.isVisible(), other.isVisible())), leave())
    program.running.leaving.hide()
    assert seen == [(False, False)]


def test_what_is_half_typed_is_kept_by_hiding(program, tmp_path, folder):
    from journal.app.vaults import open_journal
    from journal.ui.widgets.note_field import NoteField

    program.unlock()
    program.running.shell.page("today").findChild(NoteField).edit.setPlainText("half a sent")
    program.running.leaving.hide()
    again = open_journal(tmp_path / "journal", folder, passphrase=PASSPHRASE)
    noted = [entry.note for entry in again.store.entries.between(again.today(), again.today())]
    again.close()
    assert noted == ["half a sent"]


@pytest.mark.parametrize(
    ("leave", "ended"),
    [
        (lambda controls, _there: controls.hide(), True),
        (lambda controls, _there: controls.quit(), True),
        (lambda controls, _there: controls.lock(), False),
        (lambda controls, there: controls.restart_on(there), False),
        (lambda controls, there: controls.move_to(there), False),
    ],
    ids=["hide", "quit", "lock", "restart", "move"],
)
def test_a_fault_in_a_page_keeps_nothing_open(program, tmp_path, leave, ended):
    def fault():
        raise RuntimeError("a bug")

    program.unlock()
    program.running.shell.leave = fault
    with pytest.raises(RuntimeError):
        leave(program.running.controls, tmp_path / "elsewhere")
    assert program.running.session.journal is None
    assert (len(program.ended), len(program.replaced)) == ((1, 0) if ended else (0, 1))


def test_shift_three_times_hides_from_the_lock_page_too(qtbot, program):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    for _ in range(3):
        qtbot.keyClick(program.window.windowHandle(), Qt.Key.Key_Shift)
    assert program.ended == [0]
    assert not program.window.isVisible()


def test_the_journal_stays_open_minimised_unless_that_was_chosen(qtbot, program):
    program.unlock()
    with qtbot.waitSignal(program.window.minimised):
        program.window.showMinimized()
    assert program.running.session.journal is not None
    program.window.showNormal()
    program.running.keep(close_minimised=True)
    program.window.showMinimized()
    qtbot.waitUntil(lambda: bool(program.replaced))
    assert program.running.session.journal is None


def test_a_window_that_begins_minimised_can_be_opened_and_hears_of_a_second_start(
    qtbot, qapp, tmp_path, folder, monkeypatch
):
    monkeypatch.setenv("LEEWARD_STANDING", "minimised")
    made = Program(qtbot, qapp, tmp_path, folder)
    assert made.window.isMinimized()
    made.window.bring_forward()
    assert made.window.isVisible()
    assert not made.window.isMinimized()
    made.unlock()
    take_down(made)


def test_a_locked_screen_or_a_coming_sleep_closes_the_journal(program, tmp_path):
    program.unlock()
    program.running.leaving.system_lock.away.emit()
    assert program.replaced == [tmp_path / "journal"]
    assert program.running.session.journal is None


def test_the_system_is_listened_to_once_the_journal_is_open(qtbot, program, monkeypatch):
    started = []
    monkeypatch.setattr(program.running.leaving.system_lock, "start", lambda: started.append(True))
    program.unlock()
    qtbot.waitUntil(lambda: started == [True])


def test_what_was_copied_goes_when_the_journal_closes(program, monkeypatch):
    from PySide6.QtGui import QGuiApplication

    program.unlock()
    monkeypatch.setattr(program.running.leaving.clipboard, "_owns", lambda mode: True)
    QGuiApplication.clipboard().setText("what I wrote")
    program.running.controls.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_another_way_to_hide_holds_at_once_and_at_the_next_start(program):
    program.running.controls.set_hide_by("F9")
    assert program.running.leaving.keys.gesture == "F9"
    assert SettingsFile(program.settings.path).settings.hide_by == "F9"


@pytest.fixture
def trying(qtbot, qapp, tmp_path, folder):
    """The first start of somebody who shares the computer, at the question that lets Hide be tried."""
    (tmp_path / "other").mkdir()
    made = Program(qtbot, qapp, tmp_path / "other", folder)
    button(made.window, "English").click()
    button(made.window, "Begin").click()
    button(made.window, "Others too").click()
    button(made.window, "Go on").click()
    yield made
    take_down(made)


def test_hide_tried_by_its_button_comes_back_by_itself(qtbot, trying):
    button(trying.window, "Hide").click()
    assert not trying.window.isVisible()
    assert not trying.ended
    qtbot.waitUntil(trying.window.isVisible, timeout=20_000)
    assert any("That was Hide" in words for words in words_shown(trying.window))


def test_hide_tried_by_keys_ends_nothing_and_later_it_does(qtbot, trying):
    trying.running.leaving.hide()
    assert not trying.window.isVisible()
    assert not trying.ended
    trying.window.show()
    button(trying.window, "Go on").click()
    trying.running.leaving.hide()
    assert trying.ended == [0]


def test_half_filled_forms_are_kept_by_a_lock(program, tmp_path, folder):
    from PySide6.QtWidgets import QPushButton

    from journal.app.form_drafts import form_draft
    from journal.app.vaults import open_journal
    from journal.ui.shape.presenter import OWN_ITEM
    from journal.ui.treatment.half_form import DRAFT
    from journal.ui.treatment.loaded import Tab

    program.unlock()
    program.running.go("treatment")
    treatment = program.running.shell.page("treatment")
    treatment.tabs[Tab.MARKERS].click()
    next(each for each in treatment.findChildren(QPushButton) if each.text() == "Add a marker").click()
    form = next(card.form for card in treatment.cards.values() if card.form is not None)
    form.fields["label"].control.setText("moved hou")
    program.running.go("shape")
    shape = program.running.shell.page("shape")
    shape.items.add.click()
    shape.items.own.name.setText("Ring in the ea")
    program.running.controls.lock()
    again = open_journal(tmp_path / "journal", folder, passphrase=PASSPHRASE)
    kept = form_draft(again, DRAFT), form_draft(again, OWN_ITEM)
    again.close()
    assert kept[0]["typed"]["label"] == "moved hou"
    assert kept[1]["name"] == "Ring in the ea"
