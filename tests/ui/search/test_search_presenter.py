from dataclasses import replace
from importlib.util import find_spec

from journal.app import check_ins
from journal.model.searches import Excerpt, Found, Part, Place
from journal.texts.items import ItemWords
from journal.ui.search import presenter as presenter_module
from journal.ui.search.places import where
from journal.ui.search.presenter import SearchParts, SearchPresenter
from tests.support.journals import make_journal


class Waiting:
    """A runner whose jobs are done when the test says so."""

    def __init__(self):
        self.jobs = []

    def run(self, job, then, failed=None):
        self.jobs.append((job, then))

    def work(self):
        while self.jobs:
            job, then = self.jobs.pop(0)
            then(job())


class View:
    def __init__(self):
        self.lines, self.sentences = [], []

    def render_state(self, state):
        self.sentences.append(state.sentence)

    def reset(self, lines):
        self.lines = list(lines)

    def append(self, lines):
        self.lines += lines


def test_only_the_newest_words_are_answered(tmp_path):
    journal, _clock = make_journal(tmp_path / "journal")
    check_ins.log(journal, {"anxiety": 1}, note="harbour")
    check_ins.log(journal, {"anxiety": 1}, note="lighthouse")
    view, runner = View(), Waiting()
    presenter = SearchPresenter(
        view, SearchParts(lambda: journal, runner, ItemWords(journal.catalogue), print, lambda *_: None)
    )
    presenter.on_text("harbour")
    presenter.on_text("lighthouse")
    runner.work()
    assert [line.excerpt.text for line in view.lines] == ["lighthouse"]
    presenter.on_text("harbour")
    presenter.on_text("")
    runner.work()
    assert view.lines == []
    journal.close()


def test_every_kind_of_result_leads_somewhere():
    found = Found(Place.ENTRY, Part.NOTES, "id", None, Excerpt(), Excerpt())
    for place in Place:
        page, _where = where(replace(found, place=place))
        assert find_spec(f"journal.ui.{page}.page_factory"), place


def test_results_stand_while_older_notes_are_still_read_in(tmp_path, monkeypatch):
    monkeypatch.setattr(presenter_module, "READ_IN", 3)
    journal, clock = make_journal(tmp_path / "journal", at="2026-10-29T21:00")
    for day in range(10, 20):
        clock.set(f"2026-10-{day}T21:00")
        check_ins.log(journal, {"anxiety": 1}, note=f"harbour {day}")
    view, runner = View(), Waiting()
    presenter = SearchPresenter(
        view, SearchParts(lambda: journal, runner, ItemWords(journal.catalogue), print, lambda *_: None)
    )
    presenter.on_text("harbour")
    job, then = runner.jobs.pop(0)
    then(job())
    assert [line.found.day.day for line in view.lines] == [19, 18, 17]
    assert view.sentences[-1] == "Older notes are still being read."
    runner.work()
    assert [line.found.day.day for line in view.lines] == list(range(19, 9, -1))
    assert view.sentences[-1] == "10 results"
    journal.close()
