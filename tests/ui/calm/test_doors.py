"""The ways in, in the whole program: the key, the lock page, and the process that a lock replaced."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from journal.app import plans
from journal.app.open_plan import FILE
from journal.host.settings_file import Settings, SettingsFile
from journal.model.plans import Heading
from journal.ui.calm.key import CalmKey, key_in_use
from journal.ui.calm.place import CalmPlace, Part, told
from journal.ui.calm.room import CalmRoom
from journal.ui.handed_on import CALM as VARIABLE
from journal.ui.lock.page import LockPage
from tests.support.journals import make_journal
from tests.support.program import Program, take_down
from tests.support.windows import button, words_shown

NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def own_environment(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def clock(tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    plans.add_line(journal, Heading.MYSELF, "Walk to the harbour", opened=True)
    plans.add_line(journal, Heading.SIGNS, "I stop answering")
    journal.close()
    return clock


@pytest.fixture
def begin(qtbot, qapp, tmp_path, clock):
    made = []

    def one():
        made.append(Program(qtbot, qapp, tmp_path, clock))
        return made[-1]

    yield one
    for each in made:
        take_down(each)


@pytest.fixture
def program(begin):
    return begin()


def press(program, key=Qt.Key.Key_F9, modifiers=NOTHING, *, repeat=False):
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", repeat)
    return program.running.calm.key.eventFilter(QWindow(), event)


def test_one_key_opens_it_from_every_page_and_back_leads_there_again(program):
    program.unlock()
    for page in ("today", "history", "settings", "plan"):
        program.running.go(page)
        press(program)
        assert program.running.shell.current == "calm"
        assert program.running.shell.sidebar.isHidden()
        program.running.shell.page("calm").room.back.click()
        assert program.running.shell.current == (page if page != "plan" else "settings")
        assert not program.running.shell.sidebar.isHidden()


def test_the_sidebar_leads_there_too(program):
    program.unlock()
    button(program.window, "A calm moment").click()
    assert program.running.shell.current == "calm"


def test_a_dialog_gives_way(qtbot, program):
    from journal.ui.guide.dialog import GuideDialog, show_guide_dialog

    program.unlock()
    show_guide_dialog(program.running.theme, program.window)
    dialog = program.window.findChild(GuideDialog)
    assert dialog.isVisible()
    press(program)
    assert not dialog.isVisible()
    assert program.running.shell.current == "calm"


def test_the_key_held_down_or_with_another_does_nothing(program):
    program.unlock()
    press(program, repeat=True)
    press(program, modifiers=Qt.KeyboardModifier.ControlModifier)
    press(program, Qt.Key.Key_F8)
    assert program.running.shell.current == "today"


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (Settings(), Qt.Key.Key_F9),
        (Settings(calm_by="Pause"), Qt.Key.Key_Pause),
        (Settings(calm_by="off"), None),
        (Settings(calm_by="F9", hide_by="F9"), None),
        (Settings(calm_by="off", hide_by="off"), None),
    ],
)
def test_the_key_is_ones_own_and_hiding_comes_first(settings, key):
    assert key_in_use(settings) == key


def test_no_key_is_taken_from_the_window_where_none_is_in_use(qapp):
    watch = CalmKey(qapp, lambda: None)
    assert not watch.eventFilter(QWindow(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, NOTHING))
    watch.deleteLater()


def test_the_lock_page_leads_there_without_a_passphrase_and_back(program):
    button(program.window, "A calm moment").click()
    room = program.window.room
    assert isinstance(room, CalmRoom)
    room.presenter.on_part(Part.PLAN)
    shown = words_shown(room)
    assert "Walk to the harbour" in shown
    assert "I stop answering" not in shown
    assert program.running.session.journal is None
    room.back.click()
    assert isinstance(program.window.room, LockPage)
    program.unlock()


def test_the_key_works_on_the_lock_page_too(program):
    press(program)
    assert isinstance(program.window.room, CalmRoom)
    press(program)
    assert isinstance(program.window.room, CalmRoom)


def test_a_damaged_file_in_the_open_shows_the_room_without_it(program, tmp_path):
    (tmp_path / "journal" / FILE).write_bytes(b"\x00" * 300)
    press(program)
    program.window.room.presenter.on_part(Part.PLAN)
    assert "Walk to the harbour" not in words_shown(program.window.room)


def test_where_others_use_the_computer_the_lock_page_has_no_such_door(begin, tmp_path):
    SettingsFile(tmp_path / "settings.toml").change(others_use=True)
    program = begin()
    assert words_shown(program.window) == ["Leeward", "Passphrase", "Show", "Open"]
    press(program)
    assert isinstance(program.window.room, LockPage)


def test_the_journal_closes_unseen_behind_it(program):
    program.unlock()
    program.running.go("calm")
    program.running.idle.closing_soon.emit()
    assert program.running.shell.still.text == ""
    program.running.go("calm", part="senses")
    program.running.idle.idle.emit()
    assert program.replaced
    assert program.running.session.journal is None
    assert program.running.controls.goes_on_at == CalmPlace(Part.SENSES)


def test_a_breath_is_not_broken_off_when_the_journal_closes(qtbot, program):
    program.unlock()
    program.running.go("calm", part="breathing")
    room = program.running.shell.page("calm").room
    room.breathing.start.click()
    room.breathing.began_s = began_s = room.breathing.began_s - 7
    program.running.idle.idle.emit()
    assert program.running.session.journal is None
    assert program.running.shell is None
    assert not program.replaced
    room = program.window.room
    assert (room.breathing.running, room.breathing.began_s) == (True, began_s)
    assert "I stop answering" not in words_shown(room)
    room.stop.click()
    qtbot.waitUntil(lambda: bool(program.replaced))
    assert program.running.controls.goes_on_at == CalmPlace(Part.BREATHING)


def test_a_locked_screen_ends_breathing_and_the_room_is_there_afterwards(program):
    program.unlock()
    program.running.go("calm", part="breathing")
    program.running.shell.page("calm").room.breathing.start.click()
    program.running.leaving.system_lock.away.emit()
    assert program.replaced
    assert program.running.controls.goes_on_at == CalmPlace(Part.BREATHING)


def test_who_leaves_it_then_comes_to_the_lock_page(program):
    program.unlock()
    program.running.go("calm", part="breathing")
    program.running.shell.page("calm").room.breathing.start.click()
    program.running.idle.idle.emit()
    program.window.room.back.click()
    QApplication.processEvents()
    assert len(program.replaced) == 1
    assert program.running.controls.goes_on_at is None


def test_everything_can_be_hidden_then_too(program):
    program.unlock()
    program.running.go("calm", part="breathing")
    program.running.shell.page("calm").room.breathing.start.click()
    program.running.idle.idle.emit()
    button(program.window.room, "Hide").click()
    assert program.ended == [0]


def test_the_open_journals_room_has_the_button_too(program):
    program.unlock()
    program.running.go("calm")
    button(program.running.shell.page("calm"), "Hide").click()
    assert program.ended == [0]


def test_so_it_does_behind_the_plan_and_the_contacts(program):
    program.unlock()
    program.running.go("plan", part="talk")
    program.running.idle.idle.emit()
    assert program.running.controls.goes_on_at == CalmPlace(Part.TALK)


def test_elsewhere_the_lock_page_comes(program):
    program.unlock()
    program.running.idle.idle.emit()
    assert program.running.controls.goes_on_at is None


def test_lock_now_shows_the_lock_page_from_there_too(program):
    program.unlock()
    program.running.go("calm")
    program.running.controls.lock()
    assert program.replaced
    assert program.running.controls.goes_on_at is None


def test_the_fresh_process_shows_the_same_room(begin, monkeypatch):
    monkeypatch.setenv(VARIABLE, told(CalmPlace(Part.BREATHING, running=True)))
    program = begin()
    room = program.window.room
    assert isinstance(room, CalmRoom)
    assert room.breathing.running
    room.back.click()
    assert isinstance(program.window.room, LockPage)
    program.unlock()


def test_who_opens_the_journal_meanwhile_stays_in_the_room(qtbot, program):
    lock = program.window.room
    press(program)
    program.window.room.presenter.on_part(Part.SENSES)
    lock.passphrase_entered.emit("quiet harbour lights")
    qtbot.waitUntil(lambda: program.window.room is program.running.shell)
    assert program.running.shell.current == "calm"
    assert program.running.shell.page("calm").place.part is Part.SENSES


def test_nothing_of_it_is_kept_unless_asked_and_then_undone(program):
    program.unlock()
    program.running.go("calm")
    room = program.running.shell.page("calm").room
    for value in (7, 4):
        room.presenter.on_rated(value)
    journal = program.running.session.opened
    assert not journal.store.calm_moments.all()
    button(room, "Keep it in my journal").click()
    assert len(journal.store.calm_moments.all()) == 1
    button(program.running.shell.bar, "Undo").click()
    assert not journal.store.calm_moments.all()
