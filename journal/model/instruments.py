"""The questionnaires that are shipped: numbers, topics in our own words, ranges, scoring and lines. No sentence.

Names of topics and lines are English message ids; `journal.texts.questionnaires` says them. The facts
(cuts, lines of change with their population and source, codes) are those of the data files.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from journal.model.items import Better
from journal.model.questionnaires import Span
from journal.model.treatments import plain_name

GATE = "gate"
"""What the question before the others is called, where an instrument has one."""


class Scoring(StrEnum):
    """How a total is made: the sum of all items, or the share of what is possible over the applicable ones."""

    SUM = "sum"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class InstrumentItem:
    """One question by its number on paper and a short topic. `cluster` and `loinc` are empty for none."""

    number: str
    topic: str
    cluster: str = ""
    loinc: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentCluster:
    """A group of items with a score of its own. `needed` is how many the symptom rule asks for."""

    key: str
    name: str
    needed: int = 0


@dataclass(frozen=True, slots=True)
class CutLine:
    """A total, or totals from `least` to `most`, that is used as a cut; `label` says which kind, empty for none."""

    least: int
    most: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change in points that a study found to matter, never shown without its population and source.

    `and_at_most` is the total that must be reached as well, None where the study asks for none.
    """

    least: int
    most: int | None
    population: str
    source: str
    and_at_most: int | None = None


@dataclass(frozen=True, slots=True)
class LoincCodes:
    """The verified codes of the whole and of its total; `answers` from the lowest step on, empty for none."""

    panel: str = ""
    total: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """One questionnaire as shipped.

    Each item is answered with a whole number from `low` to `high`; `other_highs` are further highest
    answers that a person may use. `factor` multiplies the sum. `gate` is the question before the
    others: after a no they are not asked. `bands` are totals at which a band begins. `trended` is
    false for a screen that is never drawn over time. `retake_days`: taking it again within them
    gets a gentle note. `support_item` is the number of the item whose answer above 0 asks for the
    still line of support. `rule_at_least` is the answer that counts in the symptom rule.
    """

    key: str
    name: str
    about: str
    items: tuple[InstrumentItem, ...]
    low: int
    high: int
    scoring: Scoring = Scoring.SUM
    factor: int = 1
    better: Better = Better.LOWER
    spans: tuple[Span, ...] = ()
    clusters: tuple[InstrumentCluster, ...] = ()
    rule_at_least: int | None = None
    cuts: tuple[CutLine, ...] = ()
    bands: tuple[int, ...] = ()
    change_lines: tuple[ChangeLine, ...] = ()
    change_remark: str = ""
    loinc: LoincCodes = LoincCodes()
    gate: InstrumentItem | None = None
    yes_no: bool = False
    trended: bool = True
    retake_days: int = 0
    support_item: str = ""
    other_highs: tuple[int, ...] = ()

    @property
    def asked(self) -> tuple[InstrumentItem, ...]:
        """All questions in order, the gate first."""
        return self.items if self.gate is None else (self.gate, *self.items)

    @property
    def highs(self) -> tuple[int, ...]:
        """The highest answers to choose from, the usual one first."""
        return (self.high, *self.other_highs)

    def possible(self, maximum: float | None = None) -> float:
        """The highest total there can be, `maximum` being the highest answer where there is a choice."""
        if self.scoring is Scoring.SHARE:
            return 100.0
        return (maximum or self.high) * len(self.items) * self.factor

    def range_of(self, number: str, maximum: float | None = None) -> tuple[float, float]:
        """The lowest and the highest answer of a question."""
        return (0.0, 1.0) if number == GATE else (float(self.low), float(maximum or self.high))

    def item(self, number: str) -> InstrumentItem | None:
        """The question of this number, or None."""
        return next((item for item in self.asked if item.number == number), None)


@dataclass(frozen=True)
class Instruments:
    """All questionnaires that are shipped, in the order in which they are offered."""

    all: tuple[Instrument, ...]

    @cached_property
    def _by_key(self) -> dict[str, Instrument]:
        return {instrument.key: instrument for instrument in self.all}

    def get(self, key: str) -> Instrument | None:
        """The one of this key, or None."""
        return self._by_key.get(key)

    def called(self, name: str) -> Instrument | None:
        """The one that a person means by its key or name as typed; case, hyphens and spaces play no part."""
        wanted = plain_name(name)
        found = (each for each in self.all if wanted in (plain_name(each.key), plain_name(each.name)))
        return next(found, None)

    def names(self) -> tuple[str, ...]:
        """The keys and names, for suggestions."""
        return tuple(name for each in self.all for name in (each.key, each.name))


TotalRanges = Mapping[str, tuple[float, float]]
"""The lowest and highest total of questionnaires that are not shipped, by `plain_name`."""


def parse_instruments(texts: Iterable[str]) -> Instruments:
    """Read the data files in order. Raises ValueError or KeyError when one is not as it should be: a bug, not input."""
    return Instruments(tuple(_instrument(tomllib.loads(text)) for text in texts))


def parse_total_ranges(text: str) -> TotalRanges:
    """Read the data file of totals. Raises ValueError or KeyError when it is not as it should be: a bug, not input."""
    return {plain_name(each["name"]): (each["low"], each["high"]) for each in tomllib.loads(text)["total"]}


def _instrument(data: Mapping[str, Any]) -> Instrument:
    loinc = data.get("loinc", {})
    gate = data.get("gate")
    return Instrument(
        key=data["key"],
        name=data["name"],
        about=data["about"],
        items=tuple(
            InstrumentItem(str(number), each["topic"], each.get("cluster", ""), each.get("loinc", ""))
            for number, each in enumerate(data["item"], 1)
        ),
        low=data["low"],
        high=data["high"],
        scoring=Scoring(data["scoring"]),
        factor=data.get("factor", 1),
        better=Better(data.get("better", Better.LOWER)),
        spans=tuple(Span(each) for each in data.get("spans", ())),
        clusters=tuple(InstrumentCluster(**each) for each in data.get("cluster", ())),
        rule_at_least=data.get("symptom_rule", {}).get("at_least"),
        cuts=tuple(CutLine(**each) for each in data.get("cut", ())),
        bands=tuple(data.get("bands", ())),
        change_lines=tuple(ChangeLine(**each) for each in data.get("change", ())),
        change_remark=data.get("change_remark", ""),
        loinc=LoincCodes(loinc.get("panel", ""), loinc.get("total", ""), tuple(loinc.get("answers", ()))),
        gate=None if gate is None else InstrumentItem(GATE, gate["topic"]),
        yes_no=data.get("yes_no", False),
        trended=data.get("trended", True),
        retake_days=data.get("retake_days", 0),
        support_item=data.get("support_item", ""),
        other_highs=tuple(data.get("other_highs", ())),
    )
