"""Items and their versions, as far as a journal keeps them (words and groups are the catalogue's)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.model.items import Asked, Better, Combine, ItemVersion, Kind, Origin
from journal.store.ledger import Ledger, Row

_VERSION_COLUMNS = "id, item_id, since_day, kind, asked, label, words, min, max, step, unit, better, combine"


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item of this journal with all its versions, oldest first."""

    id: str
    key: str
    origin: Origin
    hidden: bool
    position: int
    versions: tuple[ItemVersion, ...]
    label: str = ""
    group_id: str = ""


class Items:
    """The items of a journal. Writes belong inside `action()` or `tx()`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: tuple[int, list[StoredItem]] | None = None

    @property
    def changes(self) -> int:
        """A number that stays as it is while no item changes."""
        return self._ledger.item_changes

    def all(self) -> list[StoredItem]:
        """Every item, by position and key."""
        if self._kept is None or self._kept[0] != self.changes:
            self._kept = (self.changes, self._read())
        return list(self._kept[1])

    def _read(self) -> list[StoredItem]:
        versions: dict[str, list[ItemVersion]] = {}
        for version in self._versions(""):
            versions.setdefault(version.item_id, []).append(version)
        sql = (
            "SELECT id, key, origin, hidden, position, label, group_id FROM item "
            "WHERE deleted = 0 ORDER BY position, key, id"
        )
        return [
            StoredItem(item_id, key, Origin(origin), bool(hidden), position, tuple(versions.get(item_id, ())), *own)
            for item_id, key, origin, hidden, position, *own in self._ledger.rows(sql)
        ]

    def versions(self, item_id: str) -> list[ItemVersion]:
        """The versions of one item, oldest first."""
        return self._versions("AND item_id = ?", item_id)

    def rated(self, item_id: str) -> bool:
        """Whether any entry has an answer to this item, one that was deleted included."""
        return self._ledger.one("SELECT 1 FROM rating WHERE item_id = ? LIMIT 1", (item_id,)) is not None

    def save(self, item_id: str, key: str, origin: Origin, hidden: bool, position: int) -> None:
        """Write an item. Items are hidden, never deleted."""
        self._put("item", item_row(item_id, key, origin, hidden=hidden, position=position))

    def save_shape(self, item_id: str, *, label: str, group_id: str, position: int) -> None:
        """Give an item that has a row another name, group and place; the rest stays."""
        self._put("item", {"id": item_id, "label": label, "group_id": group_id, "position": position})

    def save_version(self, version: ItemVersion) -> None:
        """Write a version; its item must be there."""
        self._put("item_version", version_row(version))

    def _put(self, table: str, row: dict[str, Any]) -> None:
        self._ledger.touch(table, row["id"])
        self._ledger.put(table, {**row, "hlc": self._ledger.stamp(), "deleted": 0})

    def _versions(self, where: str, *parameters: str) -> list[ItemVersion]:
        order = "ORDER BY item_id, since_day, id"
        sql = f"SELECT {_VERSION_COLUMNS} FROM item_version WHERE deleted = 0 {where} {order}"  # noqa: S608 fixed
        return [_version(row) for row in self._ledger.rows(sql, parameters)]


def item_row(item_id: str, key: str, origin: Origin, *, hidden: bool, position: int) -> dict[str, Any]:
    """The row of an item, without its stamp."""
    return {"id": item_id, "key": key, "origin": str(origin), "hidden": int(hidden), "position": position}


def version_row(version: ItemVersion) -> dict[str, Any]:
    """The row of a version, without its stamp."""
    return {
        "id": version.id,
        "item_id": version.item_id,
        "since_day": version.since_day.isoformat(),
        "kind": str(version.kind),
        "asked": str(version.asked),
        "label": version.label,
        "words": json.dumps(version.words, ensure_ascii=False),
        "min": version.minimum,
        "max": version.maximum,
        "step": version.step,
        "unit": version.unit,
        "better": str(version.better),
        "combine": str(version.combine),
    }


def _version(row: Row) -> ItemVersion:
    version_id, item_id, since_day, kind, asked, label, words, minimum, maximum, step, unit, better, combine = row
    return ItemVersion(
        id=version_id,
        item_id=item_id,
        since_day=date.fromisoformat(since_day),
        kind=Kind(kind),
        asked=Asked(asked),
        label=label,
        words=tuple(json.loads(words)),
        minimum=minimum,
        maximum=maximum,
        step=step,
        unit=unit,
        better=Better(better),
        combine=Combine(combine),
    )
