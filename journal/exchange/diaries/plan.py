"""What an import does with each name of a diary, once the answers and the journal's items are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn

from journal.exchange import mapping_faults as faults
from journal.exchange.diaries.naming import NameAnswer
from journal.exchange.diaries.source import Destination, Said, SourceEntry
from journal.exchange.drafts import NewItem, RatingDraft
from journal.exchange.table_plan import Rescale
from journal.exchange.unread import BELOW, OUTSIDE, Report, plain_number, unread
from journal.model.errors import InvalidMapping
from journal.model.items import Better, Item, Kind

_MOST_KNOWN = 5_000


@dataclass(frozen=True, slots=True)
class PlannedName:
    """One name: the item it goes to, the value it stands for (None: the file's own number), and the item's ends."""

    key: str
    value: float | None
    minimum: float
    maximum: float | None
    rescale: Rescale | None = None

    def rating(self, said: Said) -> RatingDraft | None:
        """The rating that it makes; None outside the item's scale."""
        raw = said.number
        if self.value is not None:
            return RatingDraft(self.key, self.value)
        number = 1.0 if raw is None else raw
        value = number if self.rescale is None else self.rescale(number)
        if value < self.minimum or (self.maximum is not None and value > self.maximum):
            return None
        return RatingDraft(self.key, value, None if self.rescale is None else number)


@dataclass(slots=True)
class NamePlan:
    """Every name that goes to an item, and the items that have to be made.

    `since` are the first days of names whose absence is read as 0 from then on; `medicines` the
    medicine each name of doses goes to, `untaken` whether planned doses that were not taken are written.
    """

    names: dict[tuple[str, str], PlannedName] = field(default_factory=dict)
    made: dict[str, NewItem] = field(default_factory=dict)
    since: dict[tuple[str, str], date] = field(default_factory=dict)
    medicines: dict[str, str] = field(default_factory=dict)
    untaken: bool = False
    _known: dict[tuple[Said, ...], tuple[RatingDraft, ...]] = field(default_factory=dict)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the items that the file speaks about."""
        return frozenset(planned.key for planned in self.names.values())

    def medicine(self, name: str) -> str:
        """The medicine that doses of this name go to; empty if they are left out."""
        return self.medicines.get(name, "")

    def ratings(self, entry: SourceEntry, report: Report) -> tuple[RatingDraft, ...]:
        """The ratings of an entry, at most one an item: the first name in the entry that goes to it."""
        found = self._known.get(entry.said)
        if found is None:
            found, whole = self._ratings(entry, report)
            if whole:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[entry.said] = found
        return self._filled(entry, found) if self.since else found

    def _ratings(self, entry: SourceEntry, report: Report) -> tuple[tuple[RatingDraft, ...], bool]:
        """The ratings, and whether none of what was said had to be reported."""
        ratings: dict[str, RatingDraft] = {}
        whole = True
        for said in entry.said:
            planned = self.names.get(said[:2])
            if planned is None:
                continue
            rating = planned.rating(said)
            if rating is None:
                _report_outside(entry.line, said, planned, report)
                whole = False
            else:
                ratings.setdefault(rating.key, rating)
        return tuple(ratings.values()), whole

    def _filled(self, entry: SourceEntry, found: tuple[RatingDraft, ...]) -> tuple[RatingDraft, ...]:
        """With a 0 for each name that was in use by then and is not in this entry."""
        here = {rating.key for rating in found}
        day = entry.at.date()
        zeros = {
            self.names[name].key: RatingDraft(self.names[name].key, 0.0)
            for name, since in self.since.items()
            if since <= day and self.names[name].key not in here
        }
        return (*found, *zeros.values())


class Planning:
    """Settles answers against the journal's items. Faults name `path`, the mapping's own. Raises InvalidMapping."""

    def __init__(self, items: Mapping[str, Item], path: str) -> None:
        self._items = items
        self._path = path
        self.plan = NamePlan()

    def take(self, answer: NameAnswer, destination: Destination, *, counted: bool) -> None:
        """Take what becomes of one name; `counted`: the file has numbers beside it."""
        if answer.medicine:
            self.plan.medicines[answer.name] = answer.medicine
        elif answer.key:
            self.plan.names[answer.kind, answer.name] = self._planned(answer, destination, counted=counted)

    def fill(self, kind: str, name: str, since: date) -> None:
        """Read the absence of a name as 0 from a day on, where its item has a 0."""
        planned = self.plan.names.get((kind, name))
        if planned is not None and planned.minimum <= 0:
            self.plan.since[kind, name] = since

    def _planned(self, answer: NameAnswer, destination: Destination, *, counted: bool) -> PlannedName:
        item = self._items.get(answer.key)
        if item is not None:
            low, high, kind = item.version.minimum, item.version.maximum, item.version.kind
            better = item.version.better
        else:
            new = self.plan.made.setdefault(answer.key, self._new(answer))
            low, high, kind, better = new.minimum, new.maximum, new.kind, new.better
        if answer.value is not None:
            if answer.value < low or (high is not None and answer.value > high):
                self._fail(answer, faults.WORD_OUTSIDE)
            return PlannedName(answer.key, answer.value, low, high)
        word = destination.words is not None or not counted
        if word and kind in (Kind.SCALE, Kind.HOURS):
            self._fail(answer, faults.NEEDS_VALUE)
        if word:
            return PlannedName(answer.key, 1.0, low, high)
        return PlannedName(answer.key, None, low, high, _line(destination, kind, low, high, better))

    def _new(self, answer: NameAnswer) -> NewItem:
        if answer.new is None:
            self._fail(answer, faults.NO_ITEM)
        return answer.new

    def _fail(self, answer: NameAnswer, reason: str) -> NoReturn:
        raise InvalidMapping(path=self._path, where=f"names.{answer.name[:80]} = {answer.key}", reason=reason)


def _line(destination: Destination, kind: Kind, low: float, high: float | None, better: Better) -> Rescale | None:
    """The line from the file's scale to the item's, where they differ; None where numbers stay as they are."""
    if destination.kind is not Kind.SCALE or destination.minimum is None or destination.maximum is None:
        return None
    flip = {destination.better, better} == {Better.LOWER, Better.HIGHER}
    if (
        kind is not Kind.SCALE
        or high is None
        or ((low, high) == (destination.minimum, destination.maximum) and not flip)
    ):
        return None
    return Rescale(destination.minimum, destination.maximum, low, high, flip)


def _report_outside(line: int, said: Said, planned: PlannedName, report: Report) -> None:
    text = "" if said.number is None else plain_number(said.number)
    low = plain_number(planned.minimum)
    if planned.maximum is None:
        report(unread(line, said.name, text, BELOW, low=low))
    else:
        report(unread(line, said.name, text, OUTSIDE, low=low, high=plain_number(planned.maximum)))
