"""The order of a diary's entries: which way the file runs, and how entries of one time are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from journal.exchange.diaries.source import SourceEntry
from journal.exchange.unread import Report, unread
from journal.exchange.wall_clock import Ambiguous, second_times
from journal.texts.translation import mark

TWICE = mark("it stands in the file twice; it was read once")


class EntryOrder:
    """Found in the first pass, used in the second.

    `doubles` are the lines whose time the clock showed twice, `seconds` those of them that are the
    second one.
    """

    def __init__(self, *, newest_first: bool) -> None:
        self._newest_first = newest_first
        self._ascending = True
        self._descending = True
        self._last: datetime | None = None
        self._double: list[Ambiguous] = []
        self.seconds: frozenset[int] = frozenset()
        self.doubles: frozenset[int] = frozenset()

    def add(self, entry: SourceEntry, *, double: bool) -> None:
        """Take the next entry. Times that a clock showed twice say nothing of the order."""
        if double:
            self._double.append(Ambiguous(entry.line, entry.at))
            return
        at = entry.at
        if at.tzinfo is not None:
            at = at.replace(tzinfo=None) - (at.utcoffset() or timedelta())
        if self._last is not None and at != self._last:
            if at > self._last:
                self._descending = False
            else:
                self._ascending = False
        self._last = at

    def finish(self) -> None:
        """Settle which times of a double hour are the second ones."""
        self.doubles = frozenset(each.line for each in self._double)
        if self._in_order:
            self.seconds = second_times(self._double, descending=self._runs_back)

    def numbered(self, entries: Iterable[SourceEntry], report: Report) -> Iterator[tuple[SourceEntry, int]]:
        """Each entry with its number among those of its key; one that stands there twice is listed and left out.

        Numbers count from the oldest, so an entry that a later file adds takes none that is given.
        Only in a file without order are the keys of all entries remembered; else those of one time,
        among which keys may take turns.
        """
        seen: dict[str, list[int]] = {}
        passing: list[str] = []
        group: list[SourceEntry] = []
        for entry in entries:
            if not group or group[0].key == entry.key:
                group.append(entry)
                continue
            more = entry.at == group[-1].at
            yield from self._told_apart(group, seen, report, more=more)
            if more and self._in_order and group[0].line not in self.doubles:
                passing.append(group[0].key)
            elif passing:
                for key in passing:
                    seen.pop(key, None)
                passing.clear()
            group = [entry]
        if group:
            yield from self._told_apart(group, seen, report, more=False)

    def _told_apart(
        self, group: list[SourceEntry], seen: dict[str, list[int]], report: Report, *, more: bool
    ) -> Iterator[tuple[SourceEntry, int]]:
        """The entries of one key with their numbers; `more` is true where other keys of their time follow."""
        alone = len(group) == 1 and not more and group[0].key not in seen
        if alone and self._in_order and group[0].line not in self.doubles:
            yield group[0], 0
            return
        before = seen.get(group[0].key, [])
        if self._runs_back:
            group = group[::-1]
        for entry in group:
            content = hash((entry.at, entry.said, entry.note, entry.doses))
            if content in before and entry.line not in self.doubles:
                report(unread(entry.line, "", entry.key, TWICE))
                continue
            before.append(content)
            yield entry, len(before) - 1
        if more or not self._in_order or group[0].line in self.doubles:
            seen[group[0].key] = before

    @property
    def _in_order(self) -> bool:
        return self._ascending or self._descending

    @property
    def _runs_back(self) -> bool:
        return self._descending and (self._newest_first or not self._ascending)
