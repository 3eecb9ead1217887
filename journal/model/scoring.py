"""Totals, cluster scores and the symptom rule, each by its instrument's own rule.

Nothing is estimated: a total with a skipped answer is withheld, except where the instrument's rule
is over the applicable items. The symptom rule is arithmetic and no diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journal.model.instruments import GATE, Instrument, InstrumentItem, Scoring
from journal.model.questionnaires import GivenAnswer


class Withheld(StrEnum):
    """Why there is no total: an answer was skipped, nothing was answered, or the form has no rule."""

    SKIPPED = "skipped"
    NOTHING = "nothing"
    NO_RULE = "no_rule"


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """The sum of a cluster, None where an answer of it was skipped; the highest there is, and how many answered."""

    score: float | None
    possible: float
    n_answered: int
    n_items: int


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many answered items of a cluster reach the symptom rule's answer, and how many the rule asks for."""

    cluster: str
    count: int
    needed: int


@dataclass(frozen=True, slots=True)
class Scored:
    """What a questionnaire comes to.

    `total` is None where it is withheld, for the reason in `withheld`. `n_items` are the items that
    were asked and applied. `typed` is true for a total that was typed in: nothing else is known.
    `rule` is None for an instrument without a symptom rule; `rule_at_least` is the answer it counts.
    """

    total: float | None
    possible: float | None
    n_answered: int
    n_items: int
    withheld: Withheld | None = None
    clusters: Mapping[str, ClusterScore] = field(default_factory=dict)
    rule: tuple[RuleCount, ...] | None = None
    rule_at_least: int | None = None
    typed: bool = False


def score(instrument: Instrument, answers: Iterable[GivenAnswer], maximum: float | None = None) -> Scored:
    """The scores of the answers to an instrument; `maximum` is the highest answer where there is a choice."""
    given = {answer.item: answer for answer in answers}
    values = {number: _number(answer) for number, answer in given.items()}
    if instrument.gate is not None and values.get(GATE) == 0:
        return Scored(0.0, instrument.possible(maximum), 0, 0)
    applying = [item for item in instrument.items if _applies(instrument, given.get(item.number))]
    answered = [values[item.number] for item in applying if values.get(item.number) is not None]
    total, withheld = _total(instrument, [each for each in answered if each is not None], len(applying))
    if instrument.gate is not None and values.get(GATE) is None:
        total, withheld = None, Withheld.SKIPPED
    return Scored(
        total=total,
        possible=instrument.possible(maximum),
        n_answered=len(answered),
        n_items=len(applying),
        withheld=withheld,
        clusters={cluster.key: _cluster(instrument, cluster.key, values) for cluster in instrument.clusters},
        rule=_rule(instrument, values) if instrument.rule_at_least is not None and answered else None,
        rule_at_least=instrument.rule_at_least,
    )


def typed_total(total: float, possible: float | None) -> Scored:
    """A total that someone typed in; `possible` is None where its range is not known."""
    return Scored(total, possible, 0, 0, typed=True)


def asks_for_support(instrument: Instrument, answers: Iterable[GivenAnswer]) -> bool:
    """Whether the still line of support stands under an item now. It is no score, and shown each time."""
    number = instrument.support_item
    return bool(number) and any(answer.item == number and (_number(answer) or 0) > 0 for answer in answers)


def _total(instrument: Instrument, answered: list[float], n_items: int) -> tuple[float | None, Withheld | None]:
    if not answered:
        return None, Withheld.NOTHING
    if instrument.scoring is Scoring.SHARE:
        return sum(answered) / (instrument.high * len(answered)) * 100, None
    if len(answered) < n_items:
        return None, Withheld.SKIPPED
    return sum(answered) * instrument.factor, None


def _cluster(instrument: Instrument, key: str, values: Mapping[str, float | None]) -> ClusterScore:
    items = _items_of(instrument, key)
    answered = [value for item in items if (value := values.get(item.number)) is not None]
    whole = len(answered) == len(items)
    return ClusterScore(sum(answered) if whole else None, instrument.high * len(items), len(answered), len(items))


def _rule(instrument: Instrument, values: Mapping[str, float | None]) -> tuple[RuleCount, ...]:
    least = instrument.rule_at_least or 0
    return tuple(
        RuleCount(
            cluster.key,
            sum((values.get(item.number) or 0) >= least for item in _items_of(instrument, cluster.key)),
            cluster.needed,
        )
        for cluster in instrument.clusters
    )


def _items_of(instrument: Instrument, cluster: str) -> list[InstrumentItem]:
    return [item for item in instrument.items if item.cluster == cluster]


def _applies(instrument: Instrument, answer: GivenAnswer | None) -> bool:
    """Only where the rule is over the applicable items can one not apply; elsewhere it was skipped."""
    return instrument.scoring is not Scoring.SHARE or answer is None or not answer.not_applicable


def _number(answer: GivenAnswer) -> float | None:
    return float(answer.value) if isinstance(answer.value, int | float) else None
