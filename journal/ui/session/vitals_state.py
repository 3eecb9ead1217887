"""Blood pressure and pulse as a table by minutes. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journal.model.plausible import unlikely_vitals
from journal.model.ranges import RANGES
from journal.model.sessions import BEFORE_MIN, VITAL_MINUTES, Session, Vital
from journal.texts.numbers import count, parse_number
from journal.texts.times import span_text
from journal.texts.translation import _, mark, ngettext
from journal.ui.session.asking import Question, asked_about
from journal.ui.session.draft import Draft
from journal.ui.session.fields import Changes, Unclear

MEASURES: Mapping[str, str] = {
    "systolic": mark("Upper"),
    "diastolic": mark("Lower"),
    "pulse": mark("Pulse"),
    "spo2": mark("Oxygen"),
}
"""The rows of the table by the field of a `Vital`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of the table. `hint` is a sentence where its text says no number."""

    key: str
    name: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of one time."""

    minute: int
    heading: str
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class VitalsState:
    """The whole table. `rows` are the words of its rows, `hint` belongs to a cell whose text says nothing."""

    rows: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    question: Question | None = None
    hint: str = ""


def build_vitals(session: Session, draft: Draft, added: Iterable[int] = ()) -> VitalsState:
    """The table with the usual times, those that were measured, and those that were `added` and are empty yet."""
    minutes = sorted({*VITAL_MINUTES, *(vital.minute for vital in session.vitals), *added})
    columns = tuple(_column(session, draft, minute) for minute in minutes)
    hints = [cell.hint for column in columns for cell in column.cells if cell.hint]
    return VitalsState(
        rows=tuple(_(words) for words in MEASURES.values()),
        columns=columns,
        question=_question(session, draft),
        hint=hints[0] if hints else "",
    )


def cell_key(minute: int, measure: str) -> str:
    """The key of a number on the page and in a draft."""
    return f"{minute}.{measure}"


def place_of(key: str) -> tuple[int, str]:
    """The minute and the measure of a cell's key."""
    minute, measure = key.split(".")
    return int(minute), measure


def with_cell(session: Session, key: str, text: str) -> Vital:
    """The vitals of that minute with another number. Raises `Unclear`."""
    minute, measure = place_of(key)
    vital = session.vital(minute) or Vital(minute)
    changes: Changes = {measure: read_cell(measure, text)}
    return replace(vital, **changes)


def with_vital(session: Session, vital: Vital) -> Session:
    """The session as it is shown with these vitals."""
    others = [kept for kept in session.vitals if kept.minute != vital.minute]
    kept = others if vital.empty else [*others, vital]
    return replace(session, vitals=tuple(sorted(kept, key=lambda each: each.minute)))


def read_cell(measure: str, text: str) -> int | None:
    """The number of a cell, None where it is empty. Raises `Unclear`."""
    if not text.strip():
        return None
    number = parse_number(text)
    if number is None or number != int(number) or not RANGES[measure][0] <= number <= RANGES[measure][1]:
        raise Unclear(_hint(measure))
    return int(number)


def heading(minute: int) -> str:
    """The words over a column: "before", "15", "2 h 30 min" from three hours on."""
    if minute == BEFORE_MIN:
        return _("before")
    return count(minute) if minute < 1000 else span_text(minute)


def _column(session: Session, draft: Draft, minute: int) -> Column:
    vital = session.vital(minute) or Vital(minute)
    return Column(minute, heading(minute), tuple(_cell(vital, draft, measure) for measure in MEASURES))


def _cell(vital: Vital, draft: Draft, measure: str) -> Cell:
    key = cell_key(vital.minute, measure)
    value = getattr(vital, measure)
    half = draft.texts.get(key)
    name = _spoken(vital.minute, measure)
    if half is not None:
        return Cell(key, name, half, _hint(measure))
    return Cell(key, name, "" if value is None else str(value))


def _spoken(minute: int, measure: str) -> str:
    words = _(MEASURES[measure])
    if minute == BEFORE_MIN:
        return _("{measure}, before").format(measure=words)
    return ngettext("{measure}, {n} minute", "{measure}, {n} minutes", minute).format(measure=words, n=minute)


def _hint(measure: str) -> str:
    low, high = RANGES[measure]
    words = _("{measure}: a whole number from {low} to {high}.")
    return words.format(measure=_(MEASURES[measure]), low=count(int(low)), high=count(int(high)))


def meant_cell(session: Session, key: str) -> str:
    """What is kept of an answer: it is about this value only."""
    minute, measure = place_of(key)
    return f"{key}={getattr(session.vital(minute), measure, None)}"


def _question(session: Session, draft: Draft) -> Question | None:
    for vital in session.vitals:
        for found in unlikely_vitals(vital):
            key = cell_key(vital.minute, found.field)
            if meant_cell(session, key) not in draft.meant:
                return asked_about(key, _spoken(vital.minute, found.field), str(getattr(vital, found.field)))
    return None
