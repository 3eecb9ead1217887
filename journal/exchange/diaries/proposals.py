"""What is proposed for a name that no one has spoken of yet: the usual words, an item that is there, or a new one."""

from __future__ import annotations

from collections.abc import Mapping

from journal.exchange.diaries.names import NameSeen
from journal.exchange.diaries.naming import NameAnswer
from journal.exchange.diaries.source import Destination
from journal.exchange.drafts import NewItem
from journal.exchange.table_names import LONGEST_LABEL, Seen, free_key, scale_for
from journal.model.items import Better, Item, Kind, Origin
from journal.texts.translation import _

YES_OR_NO = Destination(Kind.YES_NO, 0, 1)


class Proposals:
    """Proposes for the names of one file. `labels` are the names of the journal's items by key."""

    def __init__(self, items: Mapping[str, Item], labels: Mapping[str, str]) -> None:
        self._items = items
        self._by_label: dict[str, list[Item]] = {}
        for key, label in labels.items():
            self._by_label.setdefault(plain_name(label), []).append(items[key])
        self._taken = set(items)

    def answer(self, kind: str, name: str, seen: NameSeen, destination: Destination) -> NameAnswer:
        """What is proposed. A word whose step is not known has no value: it must be asked."""
        if destination.medicine:
            return NameAnswer(kind, name, medicine=name.strip()[:LONGEST_LABEL])
        if destination.words is not None:
            return NameAnswer(kind, name, destination.key, _step(name, seen, destination), one_item(destination))
        known = self._same(name, destination)
        if known is not None:
            return NameAnswer(kind, name, known.key)
        return self.made(kind, name, seen, destination)

    def made(self, kind: str, name: str, seen: NameSeen, destination: Destination) -> NameAnswer:
        """An item of its own for a name; one that an earlier import made for it is taken again."""
        if destination.words is not None and _step(name, seen, destination) is None:
            destination = YES_OR_NO
        if destination.medicine or destination.words is not None:
            return self.answer(kind, name, seen, destination)
        if destination.label:
            return NameAnswer(kind, name, destination.key, new=one_item(destination))
        earlier = [item for item in self._by_label.get(plain_name(name), ()) if self._made_alike(item, destination)]
        if earlier:
            return NameAnswer(kind, name, earlier[0].key)
        new = self.fresh(name, seen, destination)
        self._taken.add(new.key)
        return NameAnswer(kind, name, new.key, new=new)

    def fresh(self, name: str, seen: NameSeen, destination: Destination) -> NewItem:
        """The item that would be made for a name, or for all names of its kind."""
        if destination.label:
            return one_item(destination)
        return item_of_name(free_key(name, self._taken), name, seen, destination)

    def _same(self, name: str, destination: Destination) -> Item | None:
        """An item of the journal that means the same: by the format's own knowledge, or of the same name and kind."""
        known = self._items.get(destination.same.get(plain_name(name), ""))
        if known is not None:
            return known
        if destination.label:
            return None
        alike = self._by_label.get(plain_name(name), ())
        return next((item for item in alike if _fits(item, destination)), None)

    def _made_alike(self, item: Item, destination: Destination) -> bool:
        return item.origin is Origin.OWN and _fits(item, destination)


def plain_name(name: str) -> str:
    """A name without what differs between two writings of it."""
    return " ".join(name.split()).casefold()


def one_item(destination: Destination) -> NewItem:
    """The one item of a kind, such as the mood of a program."""
    return item_of_name(destination.key, _(destination.label), NameSeen(), destination)


def item_of_name(key: str, name: str, seen: NameSeen, destination: Destination) -> NewItem:
    """A new item on the file's scale, or on the smallest usual one that holds the numbers seen."""
    kind, low, high = destination.kind, destination.minimum, destination.maximum
    if kind is Kind.SCALE and (low is None or high is None):
        low, high = scale_for(Seen(seen.count, seen.numbers, seen.low, seen.high))
        kind = Kind.SCALE if high is not None else Kind.COUNT
    return NewItem(
        key=key,
        label=" ".join(name.split())[:LONGEST_LABEL].strip() or key,
        kind=kind,
        minimum=low or 0.0,
        maximum=high,
        step=destination.step,
        better=destination.better,
        combine=destination.combine,
        words=tuple(_(word) for word in destination.steps),
        unit=destination.unit,
    )


def _step(name: str, seen: NameSeen, destination: Destination) -> float | None:
    """Where a word stands: as the file says, else as the program's own words do."""
    if seen.numbers and seen.low == seen.high:
        return seen.low
    return (destination.words or {}).get(plain_name(name))


def _fits(item: Item, destination: Destination) -> bool:
    """Whether an item of the same name can be meant: of the same kind and unit, and not better at the other end."""
    version = item.version
    opposite = {version.better, destination.better} == {Better.LOWER, Better.HIGHER}
    made_count = destination.kind is Kind.SCALE and destination.minimum is None and version.kind is Kind.COUNT
    same_unit = version.kind is not Kind.COUNT or version.unit in ("", destination.unit)
    return (version.kind is destination.kind or made_count) and same_unit and not opposite
