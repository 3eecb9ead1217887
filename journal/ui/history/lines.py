"""An entry as a line of the list: when, what in words, and what is to be known about it. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from journal.app.history import HistoryDay, Record
from journal.model.appointments import Appointment
from journal.model.entries import Entry, EntryKind, Rating, State, TimeKnown
from journal.model.items import Item, ItemVersion, Kind
from journal.model.markers import Marker
from journal.texts.dates import clock_time, full_day, long_day
from journal.texts.dates import heading as as_heading
from journal.texts.entries import kind_text
from journal.texts.items import ItemWords
from journal.texts.numbers import amount
from journal.texts.times import parse_clock
from journal.texts.translation import _
from journal.ui.today.rows import shown_unit

DOT = " \u00b7 "


class LineKind(StrEnum):
    """What a line tells of, and so where a press leads."""

    ENTRY = "entry"
    SESSION = "session"
    DOSE = "dose"
    PRACTICE = "practice"
    MARKER = "marker"
    QUESTIONNAIRE = "questionnaire"
    CALM_MOMENT = "calm_moment"
    APPOINTMENT = "appointment"
    MEDICINE = "medicine"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry, or what else was written down for a day: then `entry_id` is that record's.

    `heading` is the day's name on the day's first line, else empty. `about` is the medicine of a dose.
    """

    entry_id: str
    day: date
    heading: str
    time: str
    marks: str
    answers: str
    note: str
    kind: LineKind = LineKind.ENTRY
    about: str = ""

    @property
    def spoken(self) -> str:
        """Everything on the line, for a screen reader."""
        return ". ".join(part for part in (self.heading, self.time, self.marks, self.answers, self.note) if part)


@dataclass(frozen=True, slots=True)
class LineWords:
    """What words a line needs: the items by id in their order, and the words of each import by its id.

    `versions` by id say on which scale an answer was given, where that is not the item's newest.
    """

    items: Mapping[str, Item]
    imports: Mapping[str, str]
    words: ItemWords
    this_year: int
    versions: Mapping[str, ItemVersion] = field(default_factory=dict)

    def item_of(self, rating: Rating) -> Item:
        """The item in the form in which it was answered."""
        item = self.items[rating.item_id]
        return replace(item, version=self.versions.get(rating.version_id, item.version))


def lines_of(
    days: Iterable[HistoryDay], using: LineWords, record_line: Callable[[Record], EntryLine] | None = None
) -> tuple[EntryLine, ...]:
    """The lines of days as they come, newest day first; in a day markers, then by the clock."""
    return tuple(line for day in days for line in _day_lines(day, using, record_line))


def _day_lines(
    day: HistoryDay, using: LineWords, record_line: Callable[[Record], EntryLine] | None
) -> Iterator[EntryLine]:
    timed = [(entry.at_ms, entry_line(entry, using)) for entry in day.entries]
    if record_line is not None:
        offset_min = next(
            (each.offset_min for each in (*day.entries, *day.records) if not isinstance(each, _UNTIMED)), 0
        )
        timed += [(_at_ms(record, offset_min), record_line(record)) for record in day.records]
    for number, (_ms, line) in enumerate(sorted(timed, key=lambda one: one[0])):
        yield replace(line, heading=day_heading(day.day, using.this_year)) if number == 0 else line


_UNTIMED = (Marker, Appointment)


def _at_ms(record: Record, offset_min: int) -> int:
    """What has no time of day stands first. An appointment's time is by the wall clock, as the day's others have it."""
    if isinstance(record, Marker):
        return 0
    if not isinstance(record, Appointment):
        return record.at_ms
    minute = parse_clock(record.time)
    return 0 if minute is None else ((record.day.toordinal() - _EPOCH) * _DAY_MIN + minute - offset_min) * _MINUTE_MS


_EPOCH = date(1970, 1, 1).toordinal()
_DAY_MIN, _MINUTE_MS = 24 * 60, 60_000


def day_heading(day: date, this_year: int) -> str:
    """The day's name, with the year where it is another one."""
    return as_heading(long_day(day) if day.year == this_year else full_day(day))


def entry_line(entry: Entry, using: LineWords, *, heading: str = "") -> EntryLine:
    """The line of one entry."""
    order = {item_id: place for place, item_id in enumerate(using.items)}
    known = [rating for rating in entry.ratings if rating.item_id in order and rating.state is not State.UNANSWERED]
    known.sort(key=lambda rating: order[rating.item_id])
    return EntryLine(
        entry_id=entry.id,
        day=entry.day,
        heading=heading,
        time=time_words(entry),
        marks=DOT.join(marks_of(entry, using.imports)),
        answers=DOT.join(answer_words(using.item_of(rating), rating, using.words) for rating in known),
        note=note_and_tags(entry.note, entry.tags),
    )


def note_and_tags(note: str, tags: Iterable[str]) -> str:
    """The note in one line, and its tags: "Slept badly. · #visit · #bad sleep"."""
    return DOT.join(part for part in (" ".join(note.split()), *(f"#{tag}" for tag in tags)) if part)


def time_words(entry: Entry) -> str:
    """The time of an entry, or that it is not known."""
    if entry.time_known is TimeKnown.MINUTE:
        return clock_time(entry.at)
    return _("No time of day")


def marks_of(entry: Entry, imports: Mapping[str, str]) -> tuple[str, ...]:
    """What is to be known about an entry beside its answers."""
    found = []
    if kind := kind_text(entry.kind):
        found.append(kind)
    if entry.kind is EntryKind.IMPORTED:
        found.append(imports.get(entry.import_id or "", _("from a file")))
    if entry.late and entry.kind is not EntryKind.IMPORTED:
        found.append(_("added later"))
    if entry.changed_later:
        found.append(_("changed later"))
    if entry.note_shared and entry.note:
        found.append(_("note shared"))
    return tuple(found)


def answer_words(item: Item, rating: Rating, words: ItemWords) -> str:
    """An answer: "Nightmares: moderately", "Hours slept: 5.5 h"."""
    label = words.item_label(item)
    if rating.state is State.NOT_APPLICABLE or rating.value is None:
        return _("{label}: not applicable").format(label=label)
    word = words.word_for(item, rating.value) if item.kind in (Kind.SCALE, Kind.YES_NO) else ""
    number = f"{amount(rating.value)} {shown_unit(item, words)}".strip()
    if word and item.kind is Kind.SCALE:
        return _("{label}: {number}, {word}").format(label=label, number=amount(rating.value), word=word)
    return _("{label}: {answer}").format(label=label, answer=word or number)
