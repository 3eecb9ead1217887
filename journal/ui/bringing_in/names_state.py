"""What becomes of each name of a file: the lines of the list, and the choices for one name. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from journal.exchange.diaries.naming import NameAnswer, NameQuestion
from journal.exchange.drafts import NewItem
from journal.exchange.table_names import Seen, drafted_item, free_key
from journal.model.items import Better, Item, Kind
from journal.texts.items import ItemWords
from journal.texts.numbers import amount, count
from journal.texts.translation import _, mark, ngettext

LEFT_OUT, NEW, MEDICINE = "", "+", "#"
"""What can become of a name beside an item that exists, which stands by its key."""

_KINDS: Mapping[str, str] = {
    "mood": mark("mood"),
    "activity": mark("activity"),
    "scale": mark("scale"),
    "symptom": mark("symptom"),
    "factor": mark("factor"),
    "measurement": mark("measurement"),
    "medicine": mark("medicine"),
}

_BETTER: Mapping[Better, str] = {
    Better.LOWER: mark("lower is better"),
    Better.HIGHER: mark("higher is better"),
    Better.NONE: "",
}


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name with its answer. `aside` says what it is and how often it stands there, `becomes` what becomes of it.

    `way` is `LEFT_OUT`, `NEW`, `MEDICINE`, or the key of an item that exists. `valued`: it stands for
    a number there, which can be given; `lacking`: and has to be.
    """

    question: NameQuestion
    answer: NameAnswer
    aside: str
    way: str
    becomes: str
    valued: bool = False
    lacking: bool = False

    @property
    def title(self) -> str:
        """The name as it can be shown: never empty."""
        return " ".join(self.question.name.split()) or "—"


@dataclass(frozen=True, slots=True)
class NamesState:
    """The names of the file, how they stand together, and the items that they can go to."""

    rows: tuple[NameRow, ...] = ()
    summary: str = ""
    items: tuple[Item, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()

    @property
    def lacking_words(self) -> str:
        """What would stay behind for want of a number; empty for nothing. An answer is never lost unsaid."""
        lacking = [row for row in self.rows if row.lacking]
        if not lacking:
            return ""
        told = _("“{name}” ({n} in the file) stays out until you give it a number, under “Names in the file”.")
        more = _(
            "“{name}” and {others} more ({n} in the file) stay out until each has a number, under “Names in the file”."
        )
        total = count(sum(row.question.count for row in lacking))
        words = told if len(lacking) == 1 else more
        return words.format(name=lacking[0].title, others=count(len(lacking) - 1), n=total)


def build_names(
    questions: Sequence[NameQuestion],
    given: Mapping[tuple[str, str], NameAnswer],
    items: Sequence[Item],
    words: ItemWords,
) -> NamesState:
    """The names with what was answered, and what is proposed for the rest; first those that have to be answered."""
    known = {item.key: item for item in items}
    in_order = sorted(questions, key=lambda each: not lacks_number(each, each.proposal, known))
    rows = tuple(_row(question, given, known, words) for question in in_order)
    ways = tuple((item.key, words.item_label(item)) for item in items)
    return NamesState(rows, _summary(rows), tuple(items), ways)


def _row(
    question: NameQuestion, given: Mapping[tuple[str, str], NameAnswer], known: Mapping[str, Item], words: ItemWords
) -> NameRow:
    answer = given.get((question.kind, question.name), question.proposal)
    times = ngettext("{n} time", "{n} times", question.count).format(n=count(question.count))
    kind = _(_KINDS[question.kind]) if question.kind in _KINDS else ""
    aside = " · ".join(filter(None, (kind, times)))
    lacking = lacks_number(question, answer, known)
    becomes = _("Left out until you give its number") if lacking else becomes_words(answer, known, words)
    valued = bool(answer.key) and (question.words or _is_of_steps(question, answer, known))
    return NameRow(question, answer, aside, way_of(answer, known), becomes, valued, lacking)


def way_of(answer: NameAnswer, known: Mapping[str, Item]) -> str:
    """What becomes of a name: `LEFT_OUT`, `NEW`, `MEDICINE`, or the key of an item that exists."""
    if answer.medicine:
        return MEDICINE
    return NEW if answer.new is not None and answer.key not in known else answer.key


def lacks_number(question: NameQuestion, answer: NameAnswer, known: Mapping[str, Item]) -> bool:
    """Whether a name that has no number of its own goes to steps, and none is said for it."""
    return answer.value is None and bool(answer.key) and _is_of_steps(question, answer, known)


def _is_of_steps(question: NameQuestion, answer: NameAnswer, known: Mapping[str, Item]) -> bool:
    """Whether a name without numbers goes to an item whose answers are more than yes and no."""
    item = known.get(answer.key)
    kind = item.kind if item is not None else answer.new.kind if answer.new is not None else Kind.YES_NO
    return (question.words or question.low is None) and kind in (Kind.SCALE, Kind.HOURS)


def usable(
    questions: Iterable[NameQuestion], given: Mapping[tuple[str, str], NameAnswer], items: Iterable[Item]
) -> tuple[NameAnswer, ...]:
    """The answers for names that have one; one that still lacks its number is left out."""
    known = {item.key: item for item in items}
    found = []
    for question in questions:
        answer = given.get((question.kind, question.name))
        if answer is not None:
            bare = NameAnswer(question.kind, question.name)
            found.append(bare if lacks_number(question, answer, known) else answer)
    return tuple(found)


def becomes_words(answer: NameAnswer, known: Mapping[str, Item], words: ItemWords) -> str:
    """What becomes of a name: "Left out", "To Anxiety", "To a new item, Super, 0 to 4"."""
    if answer.medicine:
        return _("To the medicine {name}").format(name=answer.medicine)
    if answer.new is not None and answer.key not in known:
        return _with_value(_("To a new item: {item}").format(item=new_item_words(answer.new)), answer, None, words)
    if not answer.key:
        return _("Left out")
    item = known.get(answer.key)
    label = words.item_label(item) if item else answer.key
    return _with_value(_("To {item}").format(item=label), answer, item, words)


def _with_value(text: str, answer: NameAnswer, item: Item | None, words: ItemWords) -> str:
    if answer.value is None:
        return text
    word = words.word_for(item, answer.value) if item is not None else ""
    number = amount(answer.value)
    if word:
        return _("{text}, as {number}, {word}").format(text=text, number=number, word=word)
    return _("{text}, as {number}").format(text=text, number=number)


def new_item_words(new: NewItem) -> str:
    """A new item in short: its name, its scale, its better end."""
    if new.kind is Kind.YES_NO:
        scale = _("yes or no")
    elif new.maximum is None:
        scale = _("a count")
    else:
        scale = _("{low} to {high}").format(low=amount(new.minimum), high=amount(new.maximum))
    better = _(_BETTER[new.better]) if _BETTER[new.better] else ""
    return ", ".join(filter(None, (new.label, scale, better)))


def _summary(rows: Sequence[NameRow]) -> str:
    out = sum(row.way == LEFT_OUT for row in rows)
    made = len({row.answer.key for row in rows if row.way == NEW})
    lacking = sum(row.lacking for row in rows)
    parts = [ngettext("{n} name", "{n} names", len(rows)).format(n=count(len(rows)))]
    if made:
        parts.append(ngettext("{n} new item", "{n} new items", made).format(n=count(made)))
    if lacking:
        parts.append(ngettext("{n} needs a number", "{n} need a number", lacking).format(n=count(lacking)))
    if out:
        parts.append(ngettext("{n} left out", "{n} left out", out).format(n=count(out)))
    return ", ".join(parts)


def answered(row: NameRow, way: str, taken: Iterable[str]) -> NameAnswer:
    """The answer when a name goes another way. `taken` are the keys that a new item can't have."""
    question = row.question
    bare = NameAnswer(question.kind, question.name)
    if way == MEDICINE:
        return replace(bare, medicine=question.proposal.medicine or row.title)
    if way == NEW:
        return _to_new(question, bare, taken)
    if way == LEFT_OUT:
        return bare
    return replace(bare, key=way, value=question.proposal.value if question.words else None)


def _to_new(question: NameQuestion, bare: NameAnswer, taken: Iterable[str]) -> NameAnswer:
    fresh = question.proposal.new or question.fresh
    if fresh is not None:
        return replace(bare, key=fresh.key, new=fresh, value=question.proposal.value)
    seen = Seen()
    if question.low is not None and question.high is not None:
        seen.add(question.low)
        seen.add(question.high)
    drafted = drafted_item(" ".join(question.name.split()), free_key(question.name, taken), seen)
    named_only = question.low is None and not question.words
    kind = Kind.YES_NO if named_only else drafted.kind or Kind.SCALE
    low, high = (0.0, 1.0) if named_only else (drafted.minimum or 0.0, drafted.maximum)
    new = NewItem(drafted.key, drafted.label, kind, low, high, 1.0, Better.NONE, None)
    return replace(bare, key=new.key, new=new)


def shared(
    given: Mapping[tuple[str, str], NameAnswer], rows: Iterable[NameRow], answer: NameAnswer
) -> dict[tuple[str, str], NameAnswer]:
    """The answers with this one; where names share a new item, such as moods, it is changed for all of them."""
    found = {**given, (answer.kind, answer.name): answer}
    if answer.new is None:
        return found
    for row in rows:
        held = found.get((row.question.kind, row.question.name), row.answer)
        if held.new is not None and held.key == answer.key and held.new != answer.new:
            found[(held.kind, held.name)] = replace(held, new=answer.new)
    return found


def keys_taken(rows: Iterable[NameRow], items: Iterable[Item]) -> frozenset[str]:
    """The keys that a further new item can't have."""
    made = {row.answer.new.key for row in rows if row.answer.new is not None}
    return frozenset(made | {item.key for item in items})
