"""Marks and lanes for the charts."""

from journal.model.markers import Marker
from journal.model.medicines import DoseLevel, Medicine
from journal.model.periods import Period
from journal.model.series import ChartMark, DoseLane, MarkKind
from journal.model.session_marks import dose_lane, dose_marks, marker_marks, session_marks
from tests.support.diaries import day
from tests.support.session_lines import later, session_at

LEVELS = (DoseLevel("a", day(0), 50.0), DoseLevel("b", day(10), 100.0), DoseLevel("c", day(20), 0.0))
TAPERING = Medicine("m", "Sertraline", "mg", day(0), levels=LEVELS)


def number(on):
    return day(on).toordinal()


def test_sessions_are_marked_by_time():
    marks = session_marks([session_at(later(5)), session_at(later(1))], lambda session: session.id[:1])
    assert marks == (ChartMark(number(1), "s"), ChartMark(number(5), "s"))


def test_each_change_of_a_dose_is_marked_and_what_has_no_word_is_not():
    marks = dose_marks([TAPERING], lambda _, change: "" if change.start else f"{change.before:g} to {change.after:g}")
    assert [(mark.day, mark.label, mark.kind) for mark in marks] == [
        (number(10), "50 to 100", MarkKind.DOSE),
        (number(20), "100 to 0", MarkKind.DOSE),
    ]


def test_the_persons_own_markers_are_marked():
    assert marker_marks([Marker("x", day(3), "Moved")]) == (ChartMark(number(3), "Moved", MarkKind.MARKER),)


def test_a_lane_is_cut_to_the_days_shown_and_keeps_a_dose_of_0():
    lane = dose_lane(TAPERING, "Sertraline", Period(day(5), day(30)))
    assert lane == DoseLane(
        "Sertraline", "mg", (number(5), number(10), number(20)), (number(9), number(19), number(30)), (50, 100, 0)
    )
    assert dose_lane(TAPERING, "Sertraline", Period(day(-9), day(-1))) is None
