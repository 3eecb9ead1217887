"""The Now view of an open session: one large question at a time. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.model.entries import local_time
from journal.model.items import Item
from journal.model.sessions import Session
from journal.texts.dates import clock_time
from journal.texts.items import ItemWords
from journal.texts.translation import _, mark
from journal.ui.session.effects_state import Chip, level_words

SHORT_NAMES = {"dissociation": mark("Far away")}
"""Shorter words for large buttons, where the item's own are long."""

USUAL = 3


class Ask(StrEnum):
    """The questions of the Now view."""

    WHAT = "what"
    MORE = "more"
    HOW_STRONG = "how-strong"


@dataclass(frozen=True, slots=True)
class NowInputs:
    """Where the person is: the question, the side effect it is about, and what the last press made."""

    ask: Ask = Ask.WHAT
    item_id: str = ""
    last_said: str = ""
    last_points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NowState:
    """One question with its answers. `levels` are the five words of "How strong?", empty elsewhere.

    `here` are the side effects that are there now; `none` is the word of the answer that nothing is,
    empty where it is not offered. `said` tells what was written down last, and can be taken back.
    """

    question: str = ""
    about: str = ""
    choices: tuple[Chip, ...] = ()
    more: bool = False
    none: str = ""
    levels: tuple[str, ...] = ()
    back: bool = False
    said: str = ""
    can_take_back: bool = False


def build_now(session: Session, items: Sequence[Item], words: ItemWords, inputs: NowInputs) -> NowState:
    """The question that is asked now."""
    names = {item.id: _short(item, words) for item in items}
    said, back = inputs.last_said, bool(inputs.last_points)
    if inputs.ask is Ask.HOW_STRONG:
        levels = level_words(items, words)
        about = names.get(inputs.item_id, "")
        return NowState(_("How strong?"), about, levels=levels, back=True, said=said, can_take_back=back)
    there = here_now(session)
    if inputs.ask is Ask.MORE:
        first = {item.id for item in offered(session, items)}
        rest = tuple(Chip(item.id, names[item.id]) for item in items if item.id not in first)
        return NowState(_("What is it?"), choices=rest, back=True, said=said, can_take_back=back)
    return NowState(
        question=_("Anything still there?") if there else _("Anything there?"),
        choices=tuple(Chip(item.id, names[item.id]) for item in offered(session, items)),
        more=True,
        none=_("All gone") if there else _("Nothing"),
        said=said,
        can_take_back=back,
    )


def here_now(session: Session) -> tuple[str, ...]:
    """The items whose last point is above 0."""
    return tuple(
        effect.item_id
        for effect in session.effects
        if effect.points and max(effect.points, key=lambda point: (point.at_ms, point.id)).level > 0
    )


def offered(session: Session, items: Sequence[Item]) -> tuple[Item, ...]:
    """What has a button of its own: what is there now, then the usual ones, at least three together."""
    there = set(here_now(session))
    now = [item for item in items if item.id in there]
    usual = [item for item in items if item.highlighted and item.id not in there]
    return (*now, *usual[: max(0, USUAL - len(now))])


def said_words(name: str, level: int, levels: Sequence[str], at_ms: int, offset_min: int) -> str:
    """What was written down: "Dizziness, 2, moderately, at 15:10"."""
    word = levels[level] if level < len(levels) else ""
    strength = _("{figure}, {word}").format(figure=level, word=word) if word else str(level)
    time = clock_time(local_time(at_ms, offset_min))
    return _("Written down at {time}: {effect}, {level}").format(time=time, effect=name, level=strength)


def said_none(at_ms: int, offset_min: int, *, gone: bool) -> str:
    """What was written down where nothing is there."""
    time = clock_time(local_time(at_ms, offset_min))
    return (_("Written down at {time}: all gone") if gone else _("Written down at {time}: nothing")).format(time=time)


def _short(item: Item, words: ItemWords) -> str:
    short = SHORT_NAMES.get(item.key)
    return _(short) if short else words.item_label(item)
