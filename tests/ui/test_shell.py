import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.ui.shell import Shell
from tests.support.windows import button, words_shown


class FakePage(QWidget):
    def __init__(self, key):
        super().__init__()
        self.calls = []
        column = QVBoxLayout(self)
        column.addWidget(QLineEdit(key))

    def entered(self, **where):
        self.calls.append(("entered", where))

    def left(self):
        self.calls.append(("left", {}))


class Pages:
    def __init__(self):
        self.made = {}
        self.ready = True

    def make(self, key):
        self.made[key] = FakePage(key)
        return self.made[key]


@pytest.fixture
def pages():
    return Pages()


@pytest.fixture
def shell(qtbot, theme, pages):
    made = Shell(pages.make, lambda key: pages.ready)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def test_the_sidebar_names_the_pages_in_order(shell):
    shown = words_shown(shell.sidebar)
    pages = ["Today", "History", "Trends", "Treatment", "Questionnaires", "Report"]
    assert shown == ["Leeward", *pages, "A calm moment", "Settings", "Hide", "Lock now"]


def test_a_page_is_made_when_first_shown_and_once(shell, pages):
    assert not pages.made
    shell.go("today")
    shell.go("history")
    page = pages.made["today"]
    shell.go("today")
    assert pages.made["today"] is page


def test_a_page_hears_that_it_is_entered_and_left(shell, pages):
    shell.go("history", day="2026-11-22")
    shell.go("today")
    assert pages.made["history"].calls == [("entered", {"day": "2026-11-22"}), ("left", {})]


def test_a_page_that_rests_hears_that_it_goes_on(shell, pages):
    shell.go("today")
    heard = []
    shell.leave()
    shell.stay()
    pages.made["today"].stayed = lambda: heard.append("stayed")
    shell.stay()
    assert heard == ["stayed"]


def test_the_sidebar_leads_to_the_page_and_marks_it(shell, pages):
    button(shell.sidebar, "Trends").click()
    assert shell.current == "trends"
    assert button(shell.sidebar, "Trends").isChecked()


@pytest.mark.parametrize(
    ("page", "back_to", "marked"),
    [
        ("goals", "shape", "Settings"),
        ("goals", "today", "Today"),
        ("goals", "", "Trends"),
        ("back_entry", "report", "Report"),
        ("plan", "settings", "Settings"),
    ],
)
def test_the_sidebar_marks_the_page_that_another_was_reached_from(shell, page, back_to, marked):
    shell.go(page, **({"back_to": back_to} if back_to else {}))
    assert button(shell.sidebar, marked).isChecked()


def test_from_the_guide_a_page_is_as_it_was_reached(shell, pages):
    shell.go("goals", back_to="shape")
    shell.go("guide")
    shell.go("goals")
    assert pages.made["goals"].calls[-1] == ("entered", {"back_to": "shape"})
    assert button(shell.sidebar, "Settings").isChecked()


def test_a_way_back_goes_with_the_page_it_was_said_on(shell, qapp):
    shell.go("today")
    shell.bar.say("Added.", [("Undo", lambda: None)])
    qapp.processEvents()
    assert shell.bar.text == "Added."
    shell.go("history")
    assert shell.bar.text == ""


def test_a_way_back_said_while_a_page_is_left_stands_over_the_next_one_only(shell, qapp):
    shell.go("session")
    shell.bar.say("Closed and saved. It can still be changed.", [("Open it again", lambda: None)])
    shell.go("treatment")
    qapp.processEvents()
    assert shell.bar.text
    shell.go("today")
    assert not shell.bar.text


def test_what_has_no_way_back_stays_until_it_is_closed(shell, qapp):
    shell.go("today")
    shell.bar.say("The disk is full.", [("Try again", lambda: None)])
    qapp.processEvents()
    shell.go("history")
    assert shell.bar.text == "The disk is full."


def test_nothing_said_before_stands_over_a_calm_moment_and_it_is_there_again_after(shell):
    shell.go("report")
    shell.bar.say("Saved as report.pdf.")
    shell.go("calm")
    assert shell.bar.text == ""
    shell.go("report")
    assert shell.bar.text == "Saved as report.pdf."
    shell.bar.close_bar()
    shell.go("calm")
    shell.go("report")
    assert shell.bar.text == ""


def test_what_is_said_in_a_calm_moment_takes_the_place_of_what_was_said_before(shell):
    shell.go("report")
    shell.bar.say("Saved as report.pdf.")
    shell.go("calm")
    shell.bar.say("The disk is full.", [("Try again", lambda: None)])
    assert shell.bar.text == "The disk is full."
    shell.go("report")
    assert shell.bar.text == "The disk is full."


def test_a_screen_reader_goes_to_a_page_and_only_there(shell, qtbot):
    shell.go("today")
    act = QAccessible.queryAccessibleInterface(button(shell.sidebar, "History")).actionInterface()
    act.doAction(act.actionNames()[0])
    qtbot.waitUntil(lambda: shell.current == "history")
    assert not button(shell.sidebar, "Today").isChecked()


def test_a_screen_reader_leaves_a_page_that_stands_under_another_by_the_marked_one(shell, qtbot):
    shell.go("reminders")
    settings = QAccessible.queryAccessibleInterface(button(shell.sidebar, "Settings"))
    assert settings.role() is QAccessible.Role.RadioButton
    assert settings.state().checked
    act = settings.actionInterface()
    act.doAction(act.actionNames()[0])
    qtbot.waitUntil(lambda: shell.current == "settings")
    assert settings.state().checked
    assert settings.text(QAccessible.Text.Name) == "Settings"


def test_a_page_that_is_not_ready_comes_when_it_is(qtbot, shell, pages):
    pages.ready = False
    shell.go("trends")
    assert "trends" not in pages.made
    pages.ready = True
    with qtbot.waitSignal(shell.page_shown):
        pass
    assert pages.made["trends"].isVisible()


def test_a_page_left_before_it_was_ready_does_not_come(qtbot, shell, pages):
    pages.ready = False
    shell.go("trends")
    pages.ready = True
    shell.go("today")
    qtbot.waitUntil(lambda: "today" in pages.made)
    assert shell.current == "today"
    assert pages.made["today"].isVisible()


def test_lock_now_is_wished(qtbot, shell):
    with qtbot.waitSignal(shell.lock_wanted):
        button(shell.sidebar, "Lock now").click()


def test_hide_is_wished(qtbot, shell):
    with qtbot.waitSignal(shell.hide_wanted):
        button(shell.sidebar, "Hide").click()


def test_the_whole_sidebar_fits_a_low_window_in_large_text(shell, theme):
    theme.choose_scale(2.0)
    shell.resize(1024, 700)
    last = button(shell.sidebar, "Lock now")
    assert last.mapTo(shell, last.rect().bottomLeft()).y() <= 700


def test_the_calm_bar_stands_over_the_page_and_clear_of_the_edge_and_leaves_no_room_behind(shell, pages, qtbot):
    shell.go("today")
    page = pages.made["today"]
    shell.bar.say("Undone.")
    qtbot.waitUntil(lambda: page.mapTo(shell, page.rect().topLeft()).y() > 0)
    below = shell.bar.mapTo(shell, shell.bar.rect().bottomLeft()).y()
    assert shell.bar.mapTo(shell, shell.bar.rect().topLeft()).y() > 0
    assert page.mapTo(shell, page.rect().topLeft()).y() > below
    shell.bar.close_bar()
    qtbot.waitUntil(lambda: page.mapTo(shell, page.rect().topLeft()).y() == 0)
