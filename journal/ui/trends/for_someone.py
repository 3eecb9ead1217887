"""What stays out of the charts while they are shown to somebody. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.app import trends
from journal.app.journal import Journal
from journal.model.items import Cluster, Item, Origin
from journal.model.periods import Period
from journal.model.series import MarkKind, TrendsData

_OWN = (MarkKind.MARKER, MarkKind.TAG)
"""Marks in the person's own words."""


def private_keys(journal: Journal) -> frozenset[str]:
    """The items that are never shown so: those about safety, and those that stay out of a report until chosen."""
    return frozenset(item.key for item in journal.items() if _stays_out(item))


def _stays_out(item: Item) -> bool:
    return item.cluster is Cluster.SAFETY or item.origin is Origin.GOAL or not item.in_report


def keys_shown(journal: Journal, period: Period, keys: Sequence[str] | None) -> list[str]:
    """The charts to show: those chosen, else the usual ones, without the private ones."""
    wanted = [panel.key for panel in trends.panels(journal, period, None).panels] if keys is None else keys
    private = private_keys(journal)
    return [key for key in dict.fromkeys(wanted) if key not in private]


def without_markers(data: TrendsData) -> TrendsData:
    """The charts without the person's own markers and tags."""
    return replace(data, marks=tuple(mark for mark in data.marks if mark.kind not in _OWN))
