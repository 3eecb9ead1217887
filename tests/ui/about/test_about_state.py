"""What the page about the program says."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journal.host.builds import Build, Part
from journal.ui.about.state import NO_FAULT, Facts, System, build_state, part_words

FACTS = Facts(
    Build("1.0.0", date(2026, 11, 22)),
    System("3.11.2", "Linux", "6.11.3", "xcb"),
    date(2026, 11, 30),
    Path("/home/kim/journal"),
    Path("/home/kim/settings.toml"),
)


def test_a_young_build_says_its_day_and_no_more():
    state = build_state(FACTS, ())
    assert (state.version, state.made, state.newer) == ("Leeward 1.0.0", "Built on 22 November 2026", "")


@pytest.mark.parametrize(
    ("today", "told"),
    [(date(2027, 11, 21), False), (date(2027, 11, 22), True), (date(2031, 1, 1), True), (date(2020, 1, 1), False)],
)
def test_after_a_year_it_says_where_to_look(today, told):
    assert bool(build_state(replace(FACTS, today=today), ()).newer) == told


def test_a_run_from_the_source_never_grows_old():
    state = build_state(replace(FACTS, build=Build("1.0.0"), today=date(2040, 1, 1)), ())
    assert "source" in state.made
    assert state.newer == ""


def test_the_report_of_faults_names_program_and_system_alone():
    state = build_state(FACTS, ())
    assert state.faults == f"Leeward 1.0.0, built 2026-11-22\nPython 3.11.2, Qt 6.11.3 on xcb, Linux\n\n{NO_FAULT}"


def test_the_report_of_faults_holds_every_note_and_no_path():
    state = build_state(FACTS, ("1x DiskFull\n  journal/store/vault.py:3 open", "2x KeyError"))
    assert state.faults.endswith("\n\n1x DiskFull\n  journal/store/vault.py:3 open\n\n2x KeyError")
    assert "kim" not in state.faults


def test_a_part_is_one_line():
    assert part_words(Part("typst", "0.15", "Apache-2.0")) == "typst 0.15 · Apache-2.0"
    assert part_words(Part("sqlcipher3", "0.6")) == "sqlcipher3 0.6"
