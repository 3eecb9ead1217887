"""What the page "Bring a history in" shows, built from what is known of the file so far. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from journal.app.imports import ImportPreview, ImportResult
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer, Question
from journal.exchange.table_mapping import TableMapping
from journal.exchange.unread import Unread
from journal.model.items import Item
from journal.texts.items import ItemWords
from journal.texts.numbers import count
from journal.texts.translation import _, ngettext
from journal.ui.bringing_in import file_words
from journal.ui.bringing_in.file_words import Choice
from journal.ui.bringing_in.first_entries import first_lines
from journal.ui.bringing_in.names_state import NamesState, build_names
from journal.ui.bringing_in.phases import ProgressState
from journal.ui.bringing_in.result_words import brings_anything, counts_line, more_lines
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
        counts="" if inputs.problem else counts_line(result),
        more=() if inputs.problem else more_lines(result),
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


def names_given(names: Iterable[NameAnswer]) -> dict[tuple[str, str], NameAnswer]:
    """Answers by kind and name."""
    return {(each.kind, each.name): each for each in names}
