"""Which labels of marks are written over a plot, and where: joined or left out where they would overlap.

Marks of one name are joined while their labels would touch ("Infusion 1–3"). What still overlaps
moves aside or gives way: the person's own markers stand first, then dose changes, then sessions, then marked tags.
Whatever is left out here stands in the words beside the charts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.charts.typeface import REGULAR, shortened, text_width
from journal.model.series import ChartMark, MarkKind
from journal.texts import marks as words

GAP = 0.8
"""Between two labels, in text sizes."""

LONGEST = 12.5
"""No label is wider, in text sizes."""

FIRST = (MarkKind.MARKER, MarkKind.DOSE, MarkKind.SESSION, MarkKind.TAG)
"""Who stands where two labels want the same place."""


@dataclass(frozen=True, slots=True)
class Run:
    """Marks of one name that share a label, between two places in pixels."""

    marks: tuple[ChartMark, ...]
    left: float
    right: float
    text: str
    width: float

    @property
    def middle(self) -> float:
        """Where the label wants to stand."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class MarkLabel:
    """A label around its middle `x`, in pixels from the left of a plot."""

    x: float
    text: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Named:
    """The marks of one name: the runs that their labels form, and all of them as one."""

    runs: tuple[Run, ...]
    whole: Run


def named_runs(marks: Sequence[ChartMark], places: Sequence[float], room: float, size_px: float) -> tuple[Named, ...]:
    """Which labels are joined; the same wherever the marks are moved to together.

    `places` are where the marks stand, in order, in pixels.
    """
    longest = min(LONGEST * size_px, room)
    names = sorted(_by_name(marks, places), key=lambda same: (FIRST.index(same[0][0].kind), -len(same), same[0][1]))
    return tuple(
        Named(
            tuple(_joined(same, size_px, longest)),
            _run(tuple(mark for mark, _ in same), same[0][1], same[-1][1], size_px, longest),
        )
        for same in names
    )


def placed(names: Iterable[Named], shift: float, room: float, size_px: float) -> tuple[MarkLabel, ...]:
    """The labels that have room when all marks are moved by `shift` pixels."""
    row = _Row(room, GAP * size_px, shift)
    for named in names:
        if not row.take(named.runs) and len(named.runs) > 1 and not row.take((named.whole,)):
            row.take(named.runs, some=True)
    return tuple(sorted(row.labels, key=lambda label: label.x))


class _Row:
    """The labels over a plot so far."""

    def __init__(self, room: float, gap: float, shift: float) -> None:
        self.labels: list[MarkLabel] = []
        self._room, self._gap, self._shift = room, gap, shift
        self._taken: list[tuple[float, float]] = []

    def take(self, runs: Sequence[Run], *, some: bool = False) -> bool:
        """Write the labels of all runs, or of none where one has no room; `some`: of those that have."""
        labels, taken = list(self.labels), list(self._taken)
        for run in runs:
            x = self._free(run)
            if x is not None:
                self._taken.append((x - run.width / 2, x + run.width / 2))
                self.labels.append(MarkLabel(x, run.text, run.marks[0].kind))
            elif not some:
                self.labels, self._taken = labels, taken
                return False
        return True

    def _free(self, run: Run) -> float | None:
        """The place nearest to the middle of a run that is free and still over it, or None."""
        half, left, right = run.width / 2, run.left + self._shift, run.right + self._shift
        beside = (x for b, e in self._taken for x in (b - self._gap - half, e + self._gap + half))
        wanted = min(max((left + right) / 2, half), self._room - half)
        for x in sorted((wanted, *beside), key=lambda x: abs(x - wanted)):
            over = left - half <= x <= right + half
            inside = half <= x <= self._room - half
            if over and inside and all(x + half + self._gap <= b or e + self._gap <= x - half for b, e in self._taken):
                return x
        return None


def _by_name(marks: Sequence[ChartMark], places: Sequence[float]) -> Iterable[list[tuple[ChartMark, float]]]:
    """Marks of one name together, each with its place."""
    found: dict[tuple[MarkKind, str], list[tuple[ChartMark, float]]] = {}
    for mark, place in zip(marks, places, strict=True):
        found.setdefault((mark.kind, mark.name or mark.label), []).append((mark, place))
    return found.values()


def _joined(same: Iterable[tuple[ChartMark, float]], size_px: float, longest: float) -> list[Run]:
    """Runs from left to right, each joined with the ones before it that it would touch."""
    runs: list[Run] = []
    for mark, place in same:
        run = _run((mark,), place, place, size_px, longest)
        while runs and _touch(runs[-1], run, size_px):
            before = runs.pop()
            run = _run((*before.marks, *run.marks), before.left, run.right, size_px, longest)
        runs.append(run)
    return runs


def _run(marks: tuple[ChartMark, ...], left: float, right: float, size_px: float, longest: float) -> Run:
    text = shortened(words.joined_label(marks), size_px, REGULAR, longest)
    return Run(marks, left, right, text, text_width(text, size_px, REGULAR))


def _touch(before: Run, after: Run, size_px: float) -> bool:
    return before.middle + before.width / 2 + GAP * size_px > after.middle - after.width / 2
