from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from journal.app.runner import ImmediateRunner
from journal.model.errors import JournalDamaged, JournalInUse, RecoveryCodeMistyped, WrongPassphrase, WrongRecoveryCode
from journal.ui.lock.page import LockPage
from journal.ui.lock.presenter import LockPresenter
from journal.ui.lock.state import Step, Way, build_state
from tests.support.windows import button, words_shown

JOURNAL = SimpleNamespace(folder="there")


class Keys:
    def __init__(self):
        self.right, self.error = "right", None
        self.recovered = None

    def open(self, passphrase, ways=frozenset()):
        self.ways = ways
        if self.error:
            raise self.error
        if passphrase != self.right:
            raise WrongPassphrase
        return JOURNAL

    def check_code(self, code, ways=frozenset()):
        if code != "CODE":
            raise WrongRecoveryCode

    def recover(self, code, new_passphrase):
        self.recovered = (code, new_passphrase)
        return JOURNAL


class View:
    def __init__(self):
        self.states = []

    def render_state(self, state):
        self.states.append(state)

    @property
    def state(self):
        return self.states[-1]


class Waiting(ImmediateRunner):
    """Holds each job until it is let go, as a thread does."""

    def __init__(self):
        self.held = []

    def run(self, job, then=lambda result: None, failed=None):
        self.held.append((job, then, failed))

    def let_go(self):
        for job, then, failed in self.held:
            ImmediateRunner().run(job, then, failed)
        self.held = []


@pytest.fixture
def keys():
    return Keys()


@pytest.fixture
def opened():
    return []


@pytest.fixture
def presenter(keys, opened):
    view = View()
    made = LockPresenter(view, ImmediateRunner(), keys, opened.append, opened.append)
    made.view = view
    return made


def test_the_right_passphrase_opens(presenter, opened):
    presenter.on_passphrase("right")
    assert opened == [JOURNAL]


def test_an_empty_passphrase_is_not_a_try(presenter):
    presenter.on_passphrase("")
    assert presenter.view.state.message == ""


def test_a_wrong_passphrase_is_said_calmly_and_offers_the_code(presenter, opened):
    presenter.on_passphrase("wrong")
    state = presenter.view.state
    assert "does not open the journal" in state.message
    assert state.offers_recovery
    assert not state.offers_new
    assert not opened


def test_three_wrong_tries_say_that_nothing_is_lost(presenter):
    for _ in range(3):
        presenter.on_passphrase("wrong")
    state = presenter.view.state
    assert state.message == "Still closed. Nothing is deleted and there is no limit."
    assert state.offers_recovery
    assert state.offers_new


def test_there_is_no_limit(presenter, opened):
    for _ in range(20):
        presenter.on_passphrase("wrong")
    presenter.on_passphrase("right")
    assert opened == [JOURNAL]


def test_a_journal_in_use_is_not_a_wrong_try(presenter, keys):
    keys.error = JournalInUse()
    for _ in range(4):
        presenter.on_passphrase("right")
    assert "another window" in presenter.view.state.message
    assert not presenter.view.state.offers_new


def test_a_damaged_journal_offers_a_new_one_at_once(presenter, keys):
    keys.error = JournalDamaged(path="x", backup=None)
    presenter.on_passphrase("right")
    assert presenter.view.state.offers_new


def test_a_bug_is_handed_on_and_the_page_can_be_used_again(presenter, keys, opened):
    keys.error = ZeroDivisionError()
    presenter.on_passphrase("right")
    assert opened == [keys.error]
    assert not presenter.view.state.busy


def test_the_recovery_code_asks_for_a_new_passphrase_then_opens(presenter, keys, opened):
    presenter.on_recovery_wanted()
    presenter.on_code("CODE")
    assert presenter.view.state.step is Step.NEW_PASSPHRASE
    presenter.on_new_passphrase("new words")
    assert keys.recovered == ("CODE", "new words")
    assert opened == [JOURNAL]


def test_a_wrong_code_stays_with_the_code(presenter):
    presenter.on_recovery_wanted()
    presenter.on_code("WRONG")
    assert presenter.view.state.step is Step.RECOVERY_CODE
    assert "does not open" in presenter.view.state.message


def test_going_back_asks_for_the_passphrase(presenter):
    presenter.on_recovery_wanted()
    presenter.on_back()
    assert presenter.view.state.step is Step.PASSPHRASE


def test_while_it_opens_a_second_try_waits(keys, opened):
    runner, view = Waiting(), View()
    presenter = LockPresenter(view, runner, keys, opened.append, opened.append)
    presenter.on_passphrase("right")
    assert view.state.busy
    assert view.state.message == "Opening…"
    presenter.on_passphrase("right")
    runner.let_go()
    assert opened == [JOURNAL]


def test_a_typing_error_in_the_code_is_not_a_wrong_code():
    error = RecoveryCodeMistyped(reason="check", position=None)
    state = build_state(Step.RECOVERY_CODE, busy=False, wrong_tries=5, error=error)
    assert "typing error" in state.message


def page_with(qtbot, keys, opened):
    page = LockPage()
    qtbot.addWidget(page)
    presenter = LockPresenter(page, ImmediateRunner(), keys, opened.append, opened.append)
    page.passphrase_entered.connect(presenter.on_passphrase)
    page.recovery_wanted.connect(presenter.on_recovery_wanted)
    page.code_entered.connect(presenter.on_code)
    page.new_passphrase_entered.connect(presenter.on_new_passphrase)
    page.back_wanted.connect(presenter.on_back)
    page.presenter = presenter
    page.resize(1024, 700)
    page.show()
    return page


def test_the_page_shows_only_the_field_at_first(qtbot, theme, keys, opened):
    page = page_with(qtbot, keys, opened)
    assert words_shown(page) == ["Leeward", "Passphrase", "Show", "Open"]


def test_typing_and_enter_opens(qtbot, theme, keys, opened):
    page = page_with(qtbot, keys, opened)
    qtbot.keyClicks(page.step.field.edit, "right")
    qtbot.keyClick(page.step.field.edit, Qt.Key.Key_Return)
    assert opened == [JOURNAL]


def test_after_a_wrong_try_typing_replaces_what_was_typed(qtbot, theme, keys, opened):
    page = page_with(qtbot, keys, opened)
    qtbot.keyClicks(page.step.field.edit, "wrong")
    button(page, "Open").click()
    page.step.field.edit.selectAll()
    qtbot.keyClicks(page.step.field.edit, "right")
    button(page, "Open").click()
    assert opened == [JOURNAL]


def test_the_whole_way_back_in_with_the_code(qtbot, theme, keys, opened):
    page = page_with(qtbot, keys, opened)
    qtbot.keyClicks(page.step.field.edit, "wrong")
    button(page, "Open").click()
    button(page, "Recovery code").click()
    page.step.field.setText("CODE")
    button(page, "Go on").click()
    page.step.fields.first.edit.setText("new words")
    page.step.fields.again.edit.setText("new words")
    button(page, "Open with the new passphrase").click()
    assert keys.recovered == ("CODE", "new words")
    assert opened == [JOURNAL]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_to_press_is_large_enough(qtbot, theme, keys, opened, scale):
    theme.choose_scale(scale)
    page = page_with(qtbot, keys, opened)
    assert button(page, "Open").height() >= 44
    assert page.step.field.edit.height() >= 44
    theme.choose_scale(1.0)


def test_another_way_in_is_a_button_that_tries_again(qtbot, theme, keys, opened):
    page = page_with(qtbot, keys, opened)
    page.way_wanted.connect(page.presenter.on_way)
    keys.error = JournalDamaged(path="x", backup="y.zip")
    qtbot.keyClicks(page.step.field.edit, "right")
    button(page, "Open").click()
    keys.error = None
    button(page, "Open the newest backup").click()
    assert opened == [JOURNAL]
    assert keys.ways == frozenset({Way.NEWEST_BACKUP})
