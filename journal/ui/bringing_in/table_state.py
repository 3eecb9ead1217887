"""What the card of a table's columns shows. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from journal.exchange.diaries.naming import NameAnswer, NameQuestion
from journal.exchange.drafts import NewItem
from journal.exchange.table_mapping import ItemMapping, Layout, Once, TableMapping, TimeColumn
from journal.exchange.table_names import Seen, drafted_item, free_key
from journal.model.items import Better, Item, Kind
from journal.texts.items import ItemWords
from journal.texts.numbers import amount
from journal.texts.translation import _
from journal.ui.bringing_in import table_edits as edits
from journal.ui.bringing_in.file_words import Choice
from journal.ui.bringing_in.names_state import new_item_words
from journal.ui.bringing_in.table_edits import ItemFields
from journal.ui.bringing_in.table_look import ColumnSeen, TableLook

NAME = "item"
"""The kind of the names in a long table."""

_EXAMPLE = datetime(2026, 10, 29, 21, 5)  # noqa: DTZ001 only to show how a format looks
_DATE_FORMS = ("", "%Y/%m/%d", "%d.%m.%Y", "%d.%m.%y", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y%m%d")
_TIME_FORMS = ("", "%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p")
_MOMENT_FORMS = ("", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M", "%m/%d/%Y %H:%M", "%d/%m/%Y %H:%M")


@dataclass(frozen=True, slots=True)
class ColumnState:
    """One column: what it is, and what can be said of it then. `exists` names the item that it goes to."""

    name: str
    samples: str
    way: str
    becomes: str
    item: ItemFields | None = None
    exists: bool = False
    medicine: str = ""
    unit: str = ""
    form: str = ""
    forms: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class TableState:
    """The columns in their order, what each can be, and what holds for the whole table."""

    columns: tuple[ColumnState, ...] = ()
    ways: tuple[Choice, ...] = ()
    long: bool = False
    missing: str = ""
    remembered: bool = False


def build_table(mapping: TableMapping, look: TableLook, items: Sequence[Item], words: ItemWords) -> TableState:
    """The card for a mapping."""
    known = {item.key: item for item in items}
    return TableState(
        columns=tuple(_column(mapping, column, known, words) for column in look.columns),
        ways=_ways(mapping, items, words),
        long=mapping.layout is Layout.LONG,
        missing=", ".join(sorted(word for word in mapping.missing if word)),
        remembered=look.remembered,
    )


def _ways(mapping: TableMapping, items: Sequence[Item], words: ItemWords) -> tuple[Choice, ...]:
    always = (
        (edits.OUT, _("Leave it out")),
        (edits.DATE, _("The date")),
        (edits.TIME, _("The time of day")),
        (edits.MOMENT, _("Date and time")),
        (edits.ZONE, _("The time zone")),
        (edits.NOTE, _("A note")),
        (edits.DOSE, _("The usual dose of a medicine")),
    )
    if mapping.layout is Layout.LONG:
        return (*always, (edits.NAMES, _("The names of the items")), (edits.VALUES, _("The values")))
    return (*always, (edits.NEW, _("Make a new item")), *((item.key, words.item_label(item)) for item in items))


def _column(mapping: TableMapping, seen: ColumnSeen, known: Mapping[str, Item], words: ItemWords) -> ColumnState:
    name = seen.name
    way = edits.way_of(mapping, name, known)
    item, dose, time = edits.item_of(mapping, name), edits.dose_of(mapping, name), edits.time_of(mapping, name)
    bare = ColumnState(name, seen.samples, way, _becomes(mapping, name, way, known, words))
    if item is not None:
        return replace(bare, item=fields_of(item, known.get(item.key)), exists=item.key in known)
    if dose is not None:
        return replace(bare, medicine=dose.medicine, unit=dose.unit)
    if time is not None:
        return replace(bare, form=_form(time), forms=forms_of(way, time))
    return bare


def fields_of(item: ItemMapping, known: Item | None) -> ItemFields:
    """What stands in the fields of an item."""
    version = known.version if known is not None else None
    low = item.minimum if item.minimum is not None or version is None else version.minimum
    high = item.maximum if item.maximum is not None or version is None else version.maximum
    better = item.better or (version.better if version is not None else Better.NONE)
    return ItemFields(
        label=item.label or item.name,
        kind=(version.kind if version is not None else item.kind) or Kind.SCALE,
        low="" if low is None else amount(low),
        high="" if high is None else amount(high),
        better=better,
        words=", ".join(f"{word} = {amount(number)}" for word, number in item.words.items()),
        once=item.once is Once.DAY,
    )


def _becomes(mapping: TableMapping, name: str, way: str, known: Mapping[str, Item], words: ItemWords) -> str:
    fixed = {
        edits.OUT: _("Left out"),
        edits.DATE: _("The date"),
        edits.TIME: _("The time of day"),
        edits.MOMENT: _("Date and time"),
        edits.ZONE: _("The time zone"),
        edits.NOTE: _("A note"),
        edits.NAMES: _("The names of the items"),
        edits.VALUES: _("The values"),
    }
    if way in fixed:
        return fixed[way]
    dose = edits.dose_of(mapping, name)
    if dose is not None:
        return _("The usual dose of {medicine}").format(medicine=dose.medicine)
    item = edits.item_of(mapping, name)
    if way in known:
        to = _("To {item}").format(item=words.item_label(known[way]))
        scaled = item is not None and item.rescale
        return _("{text}, put onto its scale").format(text=to) if scaled else to
    return _("To a new item: {item}").format(item=new_item_words(made_of(item))) if item is not None else ""


def made_of(item: ItemMapping) -> NewItem:
    """The new item that a mapping describes, to be said in words."""
    kind = item.kind or Kind.SCALE
    label, better = item.label or item.name, item.better or Better.NONE
    return NewItem(item.key, label, kind, item.minimum or 0.0, item.maximum, item.step or 1.0, better, item.combine)


def _form(time: TimeColumn) -> str:
    return str(time.unit) if time.unit else time.format


def forms_of(way: str, time: TimeColumn) -> tuple[Choice, ...]:
    """How dates and times can be written, each by an example; the one that holds stands among them."""
    usual = {edits.DATE: _DATE_FORMS, edits.TIME: _TIME_FORMS, edits.MOMENT: _MOMENT_FORMS}[way]
    choices = [(form, _example(way, form)) for form in usual]
    if way == edits.TIME:
        choices.append((edits.SECONDS, _("seconds since midnight")))
    if way == edits.MOMENT:
        choices += [(edits.SECONDS, _("seconds since 1970")), (edits.MILLISECONDS, _("milliseconds since 1970"))]
    form = _form(time)
    return tuple(choices) if form in dict(choices) else (*choices, (form, _example(way, form)))


def _example(way: str, form: str) -> str:
    if form:
        return _EXAMPLE.strftime(form)
    if way == edits.MOMENT:
        return _("{example}, or with an offset (ISO 8601)").format(example=_EXAMPLE.isoformat(timespec="minutes"))
    day: date = _EXAMPLE.date()
    return (
        f"{day.isoformat()} (ISO 8601)" if way == edits.DATE else f"{_EXAMPLE.time().isoformat('minutes')} (ISO 8601)"
    )


def name_questions(mapping: TableMapping, look: TableLook, items: Sequence[Item]) -> tuple[NameQuestion, ...]:
    """The names of a long table, each with what the mapping says of it, else with a new item."""
    taken = {*(item.key for item in items), *(item.key for item in mapping.items)}
    found = []
    for name, seen in look.names.items():
        answer = _settled(mapping, name)
        proposal = answer or _proposed(name, seen, taken)
        taken.add(proposal.key)
        low, high = (seen.low, seen.high) if seen.numbers else (None, None)
        found.append(NameQuestion(NAME, name, seen.count, proposal, answered=answer is not None, low=low, high=high))
    return tuple(found)


def with_proposals(mapping: TableMapping, questions: Sequence[NameQuestion]) -> TableMapping:
    """The mapping in which every name is settled, as it was shown."""
    for question in questions:
        if not question.answered:
            mapping = edits.with_name(mapping, question.proposal)
    return mapping


def _settled(mapping: TableMapping, name: str) -> NameAnswer | None:
    item = next((item for item in mapping.items if item.name == name), None)
    if item is not None:
        new = made_of(item) if item.minimum is not None or item.kind is not None else None
        return NameAnswer(NAME, name, item.key, new=new)
    return NameAnswer(NAME, name, mapping.names[name]) if name in mapping.names else None


def _proposed(name: str, seen: Seen, taken: set[str]) -> NameAnswer:
    drafted = drafted_item(name, free_key(name, taken), seen)
    return NameAnswer(NAME, name, drafted.key, new=made_of(drafted))
