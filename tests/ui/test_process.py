import os
import threading

import pytest

from journal.app.runner import ImmediateRunner, ThreadRunner
from journal.ui import process
from journal.ui.calm.place import CalmPlace, Part
from journal.ui.handed_on import CALM, STANDING
from journal.ui.standing import Standing
from journal.ui.warm_ups import import_quietly


class Store:
    read_only = True

    def __init__(self):
        self.interrupted = threading.Event()

    def interrupt(self):
        self.interrupted.set()


class Journal:
    def __init__(self):
        self.store, self.closed = Store(), False

    def close(self):
        self.closed = True


def test_closing_closes_the_journal():
    journal = Journal()
    process.close_within(5, ImmediateRunner(), journal)
    assert journal.closed
    assert not journal.store.interrupted.is_set()


def test_long_work_is_cut_short():
    journal = Journal()
    runner = ThreadRunner(lambda act: None, lambda error: None)
    runner.run(lambda: journal.store.interrupted.wait(60))
    process.close_within(0.01, runner, journal)
    assert journal.store.interrupted.is_set()
    assert journal.closed


@pytest.mark.parametrize(
    ("given", "kept"), [([], []), (["--lang", "de"], ["--lang", "de"]), (["--lang=de"], ["--lang=de"])]
)
def test_a_fresh_process_gets_the_folder_and_the_language_that_was_asked_for(monkeypatch, tmp_path, given, kept):
    started = []
    monkeypatch.setattr(process.sys, "argv", ["leeward", *given])
    monkeypatch.setattr(process.os, "execve", lambda _program, arguments, _environment: started.append(arguments))
    monkeypatch.setattr(process.sys, "platform", "linux")
    process.replace_process(tmp_path)
    assert started[0][-2 - len(kept) :] == ["--journal", str(tmp_path), *kept]


def test_a_calm_moment_goes_on_in_the_fresh_process(monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(process.os, "execve", lambda _program, _arguments, environment: told.append(environment))
    monkeypatch.setattr(process.sys, "platform", "linux")
    process.replace_process(tmp_path, Standing.BEHIND, CalmPlace(Part.TALK))
    process.replace_process(tmp_path)
    assert [(each.get(STANDING), each.get(CALM)) for each in told] == [("behind", "talk:0:0"), ("front", None)]


def test_what_the_fresh_process_is_told_changes_nothing_here(monkeypatch, tmp_path):
    monkeypatch.setattr(process.os, "execve", lambda *_given: None)
    monkeypatch.setattr(process.sys, "platform", "linux")
    before = dict(os.environ)
    process.replace_process(tmp_path, Standing.TRAY, CalmPlace())
    assert dict(os.environ) == before


def test_a_module_that_cannot_be_imported_breaks_nothing():
    import_quietly(["no_such_module_here", "json"])
