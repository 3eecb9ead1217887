"""The names met in a diary: how often, with which numbers, and from which day on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journal.exchange.diaries.source import Said, SourceEntry
from journal.exchange.limits import MOST_NAMES
from journal.model.errors import InvalidFile
from journal.texts.translation import mark

MEDICINE = "medicine"
"""The kind of a name that is a medicine with doses."""

TOO_MANY_NAMES = mark("it has more than 10,000 different names")
_MOST_GROUPS = 5_000


@dataclass(slots=True)
class NameSeen:
    """How often a name stands in the file, the numbers beside it, and its first day."""

    count: int = 0
    numbers: int = 0
    low: float = 0.0
    high: float = 0.0
    first: date = date.max

    def add(self, count: int, number: float | None, first: date) -> None:
        """Take `count` more of one number (None: only named), the earliest of them on `first`."""
        self.count += count
        self.first = min(self.first, first)
        if number is None:
            return
        self.low = number if self.numbers == 0 else min(self.low, number)
        self.high = number if self.numbers == 0 else max(self.high, number)
        self.numbers += count


class NamesSeen:
    """Collects the names of a file. Entries that say the same are counted as one until it is asked.

    Raises InvalidFile, which names the file at `path`, for more names than a diary can have.
    """

    def __init__(self, path: str = "") -> None:
        self._path = path
        self._found: dict[tuple[str, str], NameSeen] = {}
        self._groups: dict[tuple[Said, ...], list[int | date]] = {}

    def add(self, entry: SourceEntry) -> None:
        """Take the names of one more entry."""
        day = entry.at.date()
        for dose in entry.doses:
            self._found.setdefault((MEDICINE, dose.medicine), NameSeen()).add(1, None, day)
            self._check()
        group = self._groups.get(entry.said)
        if group is None:
            if len(self._groups) >= _MOST_GROUPS:
                self._spread()
            self._groups[entry.said] = [1, day]
            return
        group[0] += 1  # type: ignore[operator]
        if day < group[1]:  # type: ignore[operator]
            group[1] = day

    def all(self) -> dict[tuple[str, str], NameSeen]:
        """Every name by its kind."""
        self._spread()
        return self._found

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.all())

    def _spread(self) -> None:
        for said, (count, first) in self._groups.items():
            for each in said:
                seen = self._found.get(each[:2])
                if seen is None:
                    seen = self._found[each[:2]] = NameSeen()
                seen.add(count, each.number, first)  # type: ignore[arg-type]
        self._groups.clear()
        self._check()

    def _check(self) -> None:
        if len(self._found) > MOST_NAMES:
            raise InvalidFile(path=self._path, line=None, column=None, reason=TOO_MANY_NAMES)
