import tomllib

import pytest

from journal.app import check_ins, forms, sessions
from journal.host.settings_file import SettingsFile
from journal.model.entries import EntryKind
from journal.ui.due_times import DueTimes
from journal.ui.session_idle import SessionIdle
from tests.support.journals import make_journal
from tests.support.rows import Heard, page_context


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T10:00")
    yield journal, clock
    journal.close()


@pytest.fixture
def settings(tmp_path):
    return SettingsFile(tmp_path / "settings.toml")


@pytest.fixture
def due(opened, theme, settings):
    from dataclasses import replace

    context = replace(page_context(*opened, theme, Heard()), settings=settings)
    made = DueTimes(context)
    context.session.listen(made.on_changed)
    return made


def test_a_session_writes_when_its_forms_are_due_and_nothing_else(opened, due, settings):
    journal, _clock = opened
    journal.put_setting("after_hours", [4, 24])
    sessions.begin_session(journal, "ketamine_iv")
    assert tomllib.loads(settings.path.read_text()) == {"due": ["2026-11-22T13:00Z", "2026-11-23T09:00Z"]}


def test_nothing_is_written_where_nothing_is_asked_after_a_session(opened, due, settings):
    sessions.begin_session(opened[0], "ketamine_iv")
    due.refresh()
    assert not settings.path.exists()


def test_nothing_is_written_where_others_use_the_computer(opened, due, settings):
    settings.change(others_use=True)
    journal, _clock = opened
    journal.put_setting("after_hours", [4])
    sessions.begin_session(journal, "ketamine_iv")
    assert settings.settings.due == ()


def test_what_is_done_or_over_is_taken_out(opened, due, settings):
    journal, clock = opened
    journal.put_setting("after_hours", [4, 24])
    session = sessions.begin_session(journal, "ketamine_iv")
    clock.set("2026-11-22T14:00")
    form = forms.form(journal, kind=EntryKind.AFTER_SESSION)
    check_ins.answer(journal, form.key, journal.item("anxiety"), 1)
    assert settings.settings.due == ("2026-11-23T09:00Z",)
    sessions.delete_session(journal, session.id)
    assert settings.settings.due == ()


def test_an_open_session_keeps_the_journal_open_for_half_an_hour_where_that_was_chosen(opened):
    from journal.app.runner import ImmediateRunner

    journal, _clock = opened
    minutes = []
    idle = SessionIdle(ImmediateRunner(), lambda: journal, minutes.append)
    journal.listen(idle.on_changed)
    session = sessions.begin_session(journal, "ketamine_iv")
    journal.put_setting("session_idle_30", True)
    sessions.close_session(journal, session.id)
    assert minutes == [0, 30, 0]
