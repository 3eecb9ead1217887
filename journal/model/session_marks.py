"""Sessions, dose changes and the person's own markers as marks on the charts, and doses as lanes.

The words on a mark are made elsewhere; what has no word has no mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from journal.model.dose_steps import DoseChange, dose_changes, dose_steps
from journal.model.markers import Marker
from journal.model.medicines import Medicine
from journal.model.periods import Period
from journal.model.series import ChartMark, DoseLane, MarkKind
from journal.model.sessions import Session


def session_marks(sessions: Iterable[Session], label_of: Callable[[Session], str]) -> tuple[ChartMark, ...]:
    """A mark for each session, by time."""
    ordered = sorted(sessions, key=lambda session: (session.at_ms, session.id))
    return tuple(ChartMark(session.day.toordinal(), label_of(session), MarkKind.SESSION) for session in ordered)


def dose_marks(medicines: Iterable[Medicine], label_of: Callable[[Medicine, DoseChange], str]) -> tuple[ChartMark, ...]:
    """A mark for the start, each change and the stop of each medicine, by day."""
    marks = [
        ChartMark(change.day.toordinal(), label, MarkKind.DOSE)
        for medicine in medicines
        for change in dose_changes(medicine)
        if (label := label_of(medicine, change))
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.day, mark.label)))


def marker_marks(markers: Iterable[Marker]) -> tuple[ChartMark, ...]:
    """The person's own markers, by day."""
    ordered = sorted(markers, key=lambda marker: (marker.day, marker.label, marker.id))
    return tuple(ChartMark(marker.day.toordinal(), marker.label, MarkKind.MARKER) for marker in ordered)


def dose_lane(medicine: Medicine, label: str, days: Period) -> DoseLane | None:
    """The usual doses of a medicine as steps within some days, cut to them; None where it has none there."""
    steps = dose_steps(medicine, days.first, days.last)
    if not steps:
        return None
    return DoseLane(
        label,
        medicine.unit,
        tuple(max(step.first, days.first).toordinal() for step in steps),
        tuple(min(step.last or days.last, days.last).toordinal() for step in steps),
        tuple(step.amount for step in steps),
    )
