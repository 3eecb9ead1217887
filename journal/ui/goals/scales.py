"""The scales that are offered for a goal, and the fields of one. Pure.

A scale is a shape, never an answer: nothing about the goal itself stands in the form beforehand.
"""

from __future__ import annotations

import re
from enum import StrEnum

from journal.app.goals import GoalScale, KnownGoal
from journal.model.items import Better
from journal.texts.numbers import amount
from journal.texts.translation import _
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.parts import Field, FieldKind

MOST_STEPS_SHOWN = 100
"""From the lowest to the highest step; finer is not told apart on a screen."""


class Choice(StrEnum):
    """Which scale: one of three to begin with, or one of the person's own."""

    FULLY = "fully"
    TEN = "ten"
    CHANGE = "change"
    OWN = "own"


RANGES = {Choice.FULLY: (0.0, 4.0), Choice.TEN: (0.0, 10.0), Choice.CHANGE: (-2.0, 2.0)}


def scale_fields(known: KnownGoal | None = None) -> tuple[Field, ...]:
    """The fields of a scale: for a new goal the first one offered stands chosen, else the goal's own."""
    version = known.item.version if known else None
    chosen = Choice.FULLY if version is None else Choice.OWN
    better = Better.HIGHER if version is None else version.better
    words = "" if version is None else ", ".join(version.words)
    low = "" if version is None else amount(version.minimum)
    high = "" if version is None or version.maximum is None else amount(version.maximum)
    ends, each = _("lowest, highest"), _("lowest, …, highest")
    return (
        Field("scale", _("Rated from"), FieldKind.CHOICE, chosen.value, choices=_choices()),
        Field("words_ten", _("Words for the ends, if you like"), hint=ends, only_with=("scale", Choice.TEN)),
        Field("words_change", _("Words, if you like"), hint=each, only_with=("scale", Choice.CHANGE)),
        Field("low", _("Lowest step"), FieldKind.NUMBER, low, only_with=("scale", Choice.OWN)),
        Field("high", _("Highest step"), FieldKind.NUMBER, high, only_with=("scale", Choice.OWN)),
        Field("words_own", _("Words, if you like"), value=words, hint=each, only_with=("scale", Choice.OWN)),
        Field("better", _("Which end is better"), FieldKind.CHOICE, better.value, choices=_betters()),
    )


def read_scale(given: Answers) -> GoalScale:
    """The scale that was chosen; what does not fit is noted at its field."""
    choice, better = Choice(given.text("scale")), Better(given.text("better"))
    if choice is Choice.FULLY:
        return GoalScale(0.0, 4.0, better, fully_words())
    if choice in RANGES:
        low, high = RANGES[choice]
        return GoalScale(low, high, better, _words(given, f"words_{choice}", low, high))
    low, high = _whole(given, "low"), _whole(given, "high")
    if given.good and not low < high <= low + MOST_STEPS_SHOWN:
        given.problems["high"] = _("The highest step is above the lowest, by 100 at most.")
    return GoalScale(low, high, better, _words(given, "words_own", low, high))


def fully_words() -> tuple[str, ...]:
    """The words of the first scale offered."""
    return (_("not at all"), _("a little"), _("about half"), _("mostly"), _("fully"))


def _choices() -> tuple[tuple[str, str], ...]:
    return (
        (Choice.FULLY, _("0 to 4: not at all … fully")),
        (Choice.TEN, _("0 to 10")),
        (Choice.CHANGE, _("−2 to +2, in your words")),
        (Choice.OWN, _("A scale of your own")),
    )


def _betters() -> tuple[tuple[str, str], ...]:
    return ((Better.HIGHER, _("The higher")), (Better.LOWER, _("The lower")), (Better.NONE, _("Neither")))


def _words(given: Answers, key: str, low: float, high: float) -> tuple[str, ...]:
    words = tuple(word.strip() for word in given.text(key).split(",") if word.strip())
    steps = round(high - low) + 1
    if words and len(words) not in (2, steps):
        given.problems[key] = _("Two words for the ends, or {n} words, one for each step, with commas between.").format(
            n=steps
        )
    return words


def _whole(given: Answers, key: str) -> float:
    text = given.text(key).replace("−", "-")
    if not re.fullmatch(r"-?\d{1,4}", text):
        given.problems[key] = _("Type a whole number.")
        return 0.0
    return float(text)
