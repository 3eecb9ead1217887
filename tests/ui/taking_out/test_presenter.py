"""What happens on the page: choices, the file, a stop, and leaving while it is written."""

import json
from dataclasses import dataclass, field

import pytest

from journal.app.check_ins import log
from journal.app.exports import ExportFormat
from journal.app.record_exports import Notes
from journal.app.runner import ImmediateRunner
from journal.model.errors import FileUnwritable
from journal.report.request import Part
from journal.ui.taking_out.presenter import TakingOutParts, TakingOutPresenter
from journal.ui.taking_out.state import Step
from tests.support.report_ui import HeldRunner


@dataclass
class View:
    """Keeps what it is shown."""

    states: list = field(default_factory=list)
    meanwhile: list = field(default_factory=list)
    errors: list = field(default_factory=list)

    @property
    def state(self):
        return self.states[-1]

    def render_state(self, state):
        self.states.append(state)

    def saved_meanwhile(self, path):
        self.meanwhile.append(path)


def made(journal, runner=None):
    view = View()
    parts = TakingOutParts(lambda: journal, runner or ImmediateRunner(), lambda act: act(), view.errors.append)
    return TakingOutPresenter(view, parts), view


@pytest.fixture
def entered(journal):
    presenter, view = made(journal)
    presenter.on_entered()
    return presenter, view


@pytest.fixture
def held(journal):
    """A presenter whose writing waits, after it has seen what there is."""
    runner = HeldRunner()
    presenter, view = made(journal, runner)
    presenter.on_entered()
    runner.step()
    return presenter, view, runner


def test_what_is_chosen_goes_into_the_file(entered, tmp_path):
    presenter, view = entered
    presenter.on_kind(ExportFormat.JSON)
    presenter.on_chosen(notes=Notes.NONE)
    presenter.on_chosen(parts=frozenset({Part.MARKERS}), items=frozenset())
    presenter.on_save(tmp_path / "a.json", "")
    written = json.loads((tmp_path / "a.json").read_text())
    assert (len(written["markers"]), written["sessions"], written["entries"][0]["note"]) == (1, [], "")
    assert {rating["key"] for rating in written["entries"][0]["ratings"]} == {"anxiety"}
    assert (view.state.step, presenter.written_to) == (Step.WRITTEN, tmp_path / "a.json")


def test_all_of_it_is_the_whole_journal(entered, tmp_path):
    presenter, view = entered
    presenter.on_kind(ExportFormat.JSON)
    presenter.on_save(tmp_path / "a.json", "")
    assert json.loads((tmp_path / "a.json").read_text())["complete"] is True
    assert view.state.written.left_out == ()


def test_choosing_the_same_kind_again_keeps_what_was_chosen(entered):
    presenter, view = entered
    presenter.on_chosen(notes=Notes.ALL)
    presenter.on_kind(ExportFormat.CSV)
    assert view.state.choices.notes is Notes.ALL


def test_nothing_is_remembered_for_the_next_time(entered):
    presenter, view = entered
    presenter.on_chosen(notes=Notes.ALL, items=frozenset({"alcohol"}))
    presenter.on_left()
    presenter.on_entered()
    assert (view.state.choices.notes, view.state.choices.items) == (Notes.NONE, frozenset())


def test_an_undo_elsewhere_leaves_the_choices(entered):
    presenter, view = entered
    presenter.on_chosen(notes=Notes.ALL)
    presenter.on_left()
    presenter.on_stayed()
    assert view.state.choices.notes is Notes.ALL


def test_what_comes_while_all_is_chosen_is_chosen_too(entered, journal):
    presenter, view = entered
    presenter.on_kind(ExportFormat.JSON)
    log(journal, {"drugs": 1.0})
    presenter.on_changed(frozenset({"entries"}))
    assert "drugs" in view.state.choices.items
    assert "whole journal" in view.state.whole_words


def test_what_comes_later_is_not_ticked_by_itself(entered, journal):
    presenter, view = entered
    log(journal, {"drugs": 1.0})
    presenter.on_changed(frozenset({"entries"}))
    assert "Cannabis or other drugs" in [tick.words for tick in view.state.parts]
    assert view.state.choices.items == frozenset()


def test_a_file_that_cannot_be_written_is_told_and_the_choices_stay(entered, tmp_path):
    presenter, view = entered
    presenter.on_chosen(notes=Notes.SHARED)
    presenter.on_save(tmp_path / "none" / "a.zip", "")
    assert [type(error) for error in view.errors] == [FileUnwritable]
    assert (view.state.step, view.state.choices.notes) == (Step.CHOOSING, Notes.SHARED)


def test_how_far_it_is_is_shown(entered, tmp_path):
    presenter, view = entered
    presenter.on_save(tmp_path / "a.zip", "")
    assert {state.percent for state in view.states if state.step is Step.WRITING} >= {0, 100}


def test_a_stop_writes_nothing_and_is_no_fault(held, tmp_path):
    presenter, view, runner = held
    presenter.on_save(tmp_path / "a.zip", "")
    assert view.state.step is Step.WRITING
    presenter.on_stop()
    runner.step()
    assert (view.state.step, view.errors) == (Step.CHOOSING, [])
    assert not (tmp_path / "a.zip").exists()


def test_a_stop_holds_for_one_file_only(held, tmp_path):
    presenter, view, runner = held
    presenter.on_save(tmp_path / "a.zip", "")
    presenter.on_stop()
    runner.step()
    presenter.on_save(tmp_path / "a.zip", "")
    runner.step()
    assert view.state.step is Step.WRITTEN


def test_one_file_is_written_at_a_time(held, tmp_path):
    presenter, _view, runner = held
    presenter.on_save(tmp_path / "a.zip", "")
    presenter.on_save(tmp_path / "b.zip", "")
    assert len(runner.jobs) == 1


def test_a_file_goes_on_while_another_page_is_shown_and_is_told_there(held, tmp_path):
    presenter, view, runner = held
    presenter.on_save(tmp_path / "a.zip", "")
    presenter.on_left()
    runner.step()
    assert view.meanwhile == [tmp_path / "a.zip"]
    presenter.on_entered()
    runner.step()
    assert view.state.step is Step.CHOOSING


def test_another_file_can_be_taken_out(entered, tmp_path):
    presenter, view = entered
    presenter.on_save(tmp_path / "a.zip", "")
    presenter.on_again()
    assert (view.state.step, view.state.written, presenter.written_to) == (Step.CHOOSING, None, None)
