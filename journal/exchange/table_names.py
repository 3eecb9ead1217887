"""Names of a long table that map to nothing yet: counted, with the numbers seen, so that items can be made for them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from journal.exchange.table_mapping import ItemMapping, Layout, TableMapping
from journal.model.items import Better, Item, Kind, Origin

_SCALES = ((0, 1), (0, 4), (1, 5), (0, 5), (1, 7), (0, 10), (1, 10), (0, 100), (-3, 3), (-5, 5), (-10, 10))
LONGEST_KEY = 40
LONGEST_LABEL = 80


@dataclass(slots=True)
class Seen:
    """How often a name stands in the file, and the numbers beside it."""

    count: int = 0
    numbers: int = 0
    low: float = 0.0
    high: float = 0.0

    def add(self, value: float | None) -> None:
        """Take one more row; None is a cell that is empty or no number."""
        self.count += 1
        if value is None:
            return
        self.low = value if self.numbers == 0 else min(self.low, value)
        self.high = value if self.numbers == 0 else max(self.high, value)
        self.numbers += 1


class Names:
    """The names met in the file that the mapping does not speak of."""

    def __init__(self, mapping: TableMapping) -> None:
        settled = {item.name for item in mapping.items} | set(mapping.names)
        self._settled = settled if mapping.layout is Layout.LONG else set()
        self.unmapped: dict[str, Seen] = {}

    def met(self, name: str, value: float | None) -> None:
        """Take the name of a row and its number."""
        if name not in self._settled:
            self.unmapped.setdefault(name, Seen()).add(value)


def with_items(mapping: TableMapping, unmapped: dict[str, Seen], existing: Iterable[Item]) -> TableMapping:
    """The mapping with an item for each name that had none; which end is better is not guessed.

    A name that an earlier import made an item for goes to that item again.
    """
    known = {item.key: item for item in existing}
    keys = set(known) | {item.key for item in mapping.items}
    added = []
    for name, seen in unmapped.items():
        made = known.get(free_key(name, ()))
        if made is not None and made.origin is Origin.OWN and made.version.label == _label(name):
            added.append(ItemMapping(name, made.key))
            continue
        key = free_key(name, keys)
        keys.add(key)
        added.append(drafted_item(name, key, seen))
    return replace(mapping, items=(*mapping.items, *added))


def drafted_item(name: str, key: str, seen: Seen) -> ItemMapping:
    """An item for a name or column, on the smallest usual scale that holds the numbers seen."""
    low, high = scale_for(seen)
    kind = Kind.SCALE if high is not None else Kind.COUNT
    return ItemMapping(name, key, _label(name) or key, low, high, kind=kind, better=Better.NONE)


def scale_for(seen: Seen) -> tuple[float, float | None]:
    """The smallest usual scale that holds the numbers; no upper end where none does (then it is a count)."""
    if seen.numbers == 0:
        return 0.0, 4.0
    fitting = [scale for scale in _SCALES if scale[0] <= seen.low and seen.high <= scale[1]]
    fitting.sort(key=lambda scale: scale[0] != seen.low)
    if fitting:
        return float(fitting[0][0]), float(fitting[0][1])
    return min(0.0, float(seen.low)), None


def _label(name: str) -> str:
    return name[:LONGEST_LABEL].strip()


def free_key(name: str, taken: Iterable[str]) -> str:
    """A key made from a name in any script, that no other item has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if not stem or not stem[0].isalpha():
        stem = f"item_{stem or hashlib.sha256(name.encode()).hexdigest()[:8]}"
    stem = stem[: LONGEST_KEY - 4].rstrip("_")
    keys = set(taken)
    number, key = 1, stem
    while key in keys:
        number += 1
        key = f"{stem}_{number}"
    return key
