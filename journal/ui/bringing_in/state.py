"""What the page "Bring a history in" shows, built from what is known of the file so far. Pure, no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from journal.app.imports import ImportPreview, ImportResult
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer, Question
from journal.exchange.results import DoseCounts, MedicineCounts
from journal.exchange.table_mapping import TableMapping
from journal.exchange.unread import Unread
from journal.model.errors import InvalidMapping, JournalError, UnknownFormat
from journal.model.items import Item
from journal.texts.errors import explain
from journal.texts.items import ItemWords
from journal.texts.numbers import count
from journal.texts.translation import _, ngettext
from journal.ui.bringing_in import file_words
from journal.ui.bringing_in.file_words import Choice
from journal.ui.bringing_in.first_entries import first_lines
from journal.ui.bringing_in.looking import TableFound
from journal.ui.bringing_in.names_state import NamesState, build_names
from journal.ui.bringing_in.phases import ProgressState
from journal.ui.bringing_in.table_look import TableLook
from journal.ui.bringing_in.table_state import TableState, build_table
from journal.ui.history.lines import EntryLine

UNREAD_SHOWN = 200
"""So many places are listed on the page; the rest stand in the list that can be saved."""


class Step(Enum):
    """Where bringing in stands."""

    START = "start"
    READING = "reading"
    FOUND = "found"
    WRITING = "writing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ShapeState:
    """How the file is written. An empty value is one that this format has not."""

    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    zone: str = ""
    encodings: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceState:
    """One answer to a question, and what it leads to."""

    value: str
    words: str
    consequence: str


@dataclass(frozen=True, slots=True)
class QuestionState:
    """Something that the file can't say."""

    key: str
    words: str
    choices: tuple[ChoiceState, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class UnreadState:
    """What can't be read: how much, and the first places."""

    words: str = ""
    lines: tuple[Unread, ...] = ()
    more: str = ""


NONE_UNREAD, NOTHING_YET, NO_ANSWERS = UnreadState(), ProgressState(), ImportAnswers()


@dataclass(frozen=True, slots=True)
class BringingInState:
    """The whole page. `looking` is true while what stands here is being worked out anew."""

    step: Step = Step.START
    name: str = ""
    format: str = ""
    counts: str = ""
    more: tuple[str, ...] = ()
    problem: str = ""
    shape: ShapeState | None = None
    table: TableState | None = None
    names: NamesState | None = None
    questions: tuple[QuestionState, ...] = ()
    first: tuple[EntryLine, ...] = ()
    unread: UnreadState = NONE_UNREAD
    progress: ProgressState = NOTHING_YET
    looking: bool = False
    can_bring_in: bool = False
    result: str = ""
    can_undo: bool = False

    @property
    def can_choose(self) -> bool:
        """Whether a file can be chosen now."""
        return self.step is not Step.WRITING

    @property
    def can_stop(self) -> bool:
        """Whether there is work that can be stopped."""
        return self.step is Step.WRITING or (self.step is Step.READING and bool(self.name))

    @property
    def can_leave(self) -> bool:
        """Whether there is a file that can be left alone."""
        return self.step is Step.FOUND


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the state is built from. `given` are the person's answers by kind and name."""

    step: Step = Step.START
    name: str = ""
    preview: ImportPreview | None = None
    items: tuple[Item, ...] = ()
    given: Mapping[tuple[str, str], NameAnswer] = field(default_factory=dict)
    answers: ImportAnswers = NO_ANSWERS
    mapping: TableMapping | None = None
    columns: TableLook | None = None
    progress: ProgressState = NOTHING_YET
    looking: bool = False
    problem: str = ""
    result: ImportResult | None = None
    told: str = ""
    can_undo: bool = False
    this_year: int = 0


def build_state(inputs: Inputs, words: ItemWords) -> BringingInState:
    """The page for a file, or for none yet."""
    preview, found = inputs.preview, inputs.step is Step.FOUND
    bare = BringingInState(
        step=inputs.step,
        name=inputs.name,
        problem=inputs.problem,
        progress=inputs.progress,
        looking=inputs.looking,
        result=inputs.told,
        can_undo=inputs.can_undo,
    )
    if not found or preview is None:
        return bare
    result = preview.result
    names = build_names(preview.names, inputs.given, inputs.items, words) if preview.names else None
    return BringingInState(
        step=inputs.step,
        name=inputs.name,
        format=file_words.format_words(preview.format or str(result.format)),
        counts=counts_line(result),
        more=more_lines(result),
        problem=inputs.problem,
        shape=_shape(preview, inputs),
        table=_table(inputs, words),
        names=names,
        questions=tuple(_question(each, inputs.answers) for each in preview.questions),
        first=first_lines(preview, inputs.items, words, inputs.this_year),
        unread=unread_state(result),
        progress=inputs.progress,
        looking=inputs.looking,
        result=inputs.told,
        can_bring_in=not inputs.problem and brings_anything(result),
    )


def brings_anything(result: ImportResult) -> bool:
    """Whether bringing it in would change anything."""
    doses = any(each.new for each in result.doses) or any(each.new or each.changed for each in result.medicines)
    records = any(each.new or each.changed for each in result.records.values())
    return bool(result.entries.new or result.entries.changed or doses or records or result.items_made)


def counts_line(result: ImportResult) -> str:
    """What is in the file: "120 entries, 14 already here, 3 places not read"."""
    entries = result.entries
    total = entries.new + entries.known + entries.changed
    parts = [ngettext("{n} entry", "{n} entries", total).format(n=count(total))]
    if entries.known:
        parts.append(ngettext("{n} already here", "{n} already here", entries.known).format(n=count(entries.known)))
    if entries.changed:
        words = ngettext("{n} changed in the file", "{n} changed in the file", entries.changed)
        parts.append(words.format(n=count(entries.changed)))
    unread = result.not_read_count
    if unread:
        parts.append(ngettext("{n} place not read", "{n} places not read", unread).format(n=count(unread)))
    return ", ".join(parts)


def more_lines(result: ImportResult) -> tuple[str, ...]:
    """What else is to be known before it comes in."""
    found = [*(dose_line(each) for each in result.doses), *(medicine_line(each) for each in result.medicines)]
    if result.moved:
        words = ngettext(
            "{n} time in the hour that the clocks skip in spring was moved on by that hour.",
            "{n} times in the hour that the clocks skip in spring were moved on by that hour.",
            result.moved,
        )
        found.append(words.format(n=count(result.moved)))
    if not brings_anything(result):
        found.append(_("All of it is here already. Nothing would change."))
    return tuple(found)


def dose_line(doses: DoseCounts) -> str:
    """What comes of one medicine."""
    words = ngettext(
        "{medicine}: {n} dose with its day, {new} new.",
        "{medicine}: {n} doses with their days, {new} new.",
        doses.levels,
    )
    return words.format(medicine=doses.medicine, n=count(doses.levels), new=count(doses.new))


def medicine_line(doses: MedicineCounts) -> str:
    """What comes of the single doses of one medicine."""
    total = doses.new + doses.known + doses.changed
    words = ngettext("{medicine}: {n} dose, {new} new.", "{medicine}: {n} doses, {new} new.", total)
    return words.format(medicine=doses.medicine, n=count(total), new=count(doses.new))


def result_line(result: ImportResult) -> str:
    """What came in."""
    if result.import_id is None:
        return _("Nothing was brought in: all of it was here already.")
    entries = result.entries
    parts = [ngettext("Brought in: {n} new entry", "Brought in: {n} new entries", entries.new)]
    told = [parts[0].format(n=count(entries.new))]
    if entries.changed:
        told.append(ngettext("{n} changed", "{n} changed", entries.changed).format(n=count(entries.changed)))
    if entries.known:
        told.append(ngettext("{n} already here", "{n} already here", entries.known).format(n=count(entries.known)))
    return ", ".join(told) + "."


def unread_state(result: ImportResult) -> UnreadState:
    """What can't be read, the first places by line."""
    total = result.not_read_count
    if not total:
        return UnreadState()
    shown = result.not_read[:UNREAD_SHOWN]
    words = ngettext(
        "{n} place can’t be read and is left out:", "{n} places can’t be read and are left out:", total
    ).format(n=count(total))
    rest = total - len(shown)
    more = ngettext("and {n} more", "and {n} more", rest).format(n=count(rest)) if rest else ""
    return UnreadState(words, shown, more)


def _table(inputs: Inputs, words: ItemWords) -> TableState | None:
    if inputs.mapping is None or inputs.columns is None:
        return None
    return build_table(inputs.mapping, inputs.columns, inputs.items, words)


def _shape(preview: ImportPreview, inputs: Inputs) -> ShapeState | None:
    """How it was found to be written; what the person changed stands at once, before it is looked at again."""
    if not preview.encoding and not preview.zone:
        return None
    answers = inputs.mapping or inputs.answers
    return ShapeState(
        answers.encoding or preview.encoding,
        preview.delimiter and (answers.delimiter or preview.delimiter),
        preview.decimal and (answers.decimal or preview.decimal),
        answers.zone or preview.zone,
        file_words.encoding_choices(preview.encoding) if preview.encoding else (),
    )


def _question(question: Question, answers: ImportAnswers) -> QuestionState:
    choices = tuple(ChoiceState(each.value, _(each.text), _(each.consequence)) for each in question.choices)
    chosen = getattr(answers, question.key, "") or question.value
    return QuestionState(question.key, _(question.text), choices, chosen)


def problem_words(error: JournalError, name: str, table: TableFound | None = None) -> str:
    """What is wrong and what can be done, with the file by its name alone."""
    if isinstance(error, InvalidMapping):
        return mapping_words(error, table.full if table is not None else TableMapping())
    if isinstance(error, UnknownFormat):
        return _(
            "{name} is in no format that Leeward can read. Most diaries can export a CSV file; choose that one."
        ).format(name=name)
    return explain(type(error)(**{**error.fields, "path": name}))


def mapping_words(error: InvalidMapping, mapping: TableMapping) -> str:
    """What keeps a table from being read, by the name of the column that has to be looked at."""
    where, reason = str(error.fields.get("where", "")), _(str(error.fields.get("reason", "")))
    if where == "date":
        return _("No column has the date yet. Say below which one it is.")
    if where.startswith("names."):
        name = where.removeprefix("names.").rpartition(" = ")[0] or where
        return _("“{name}” can’t be read so: {reason}.").format(name=name, reason=reason)
    found = re.match(r"(item|dose|note) (\d+)", where)
    if found is None:
        return _("The table can’t be read so: {where} ({reason}).").format(where=where, reason=reason)
    each: dict[str, Sequence[str]] = {
        "item": [item.name for item in mapping.items],
        "dose": [dose.column for dose in mapping.doses],
        "note": mapping.notes,
    }
    names, place = each[found[1]], int(found[2]) - 1
    name = names[place] if place < len(names) else where
    return _("“{name}” can’t be read so: {reason}.").format(name=name, reason=reason)


def names_given(names: Iterable[NameAnswer]) -> dict[tuple[str, str], NameAnswer]:
    """Answers by kind and name."""
    return {(each.kind, each.name): each for each in names}
