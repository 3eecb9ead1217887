"""Small tables for tests: a file, a mapping and what a reader makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.app.journal import catalogue_item
from journal.exchange.drafts import EntryDraft, Survey
from journal.exchange.table import TableReader
from journal.exchange.table_mapping_file import parse_mapping
from journal.exchange.table_plan import plan_table
from journal.exchange.table_stamps import FileTime
from journal.host.resources import read_catalogue
from journal.model.items import Item

NOW = datetime(2026, 10, 29, 20, 0, tzinfo=UTC)

WIDE = """
zone = "Europe/Amsterdam"
[date]
column = "date"
[time]
column = "time"
[[item]]
column = "mood"
key = "own_mood"
label = "Mood"
min = 1
max = 7
better = "higher"
"""

LONG = """
layout = "long"
item_column = "name"
value_column = "value"
zone = "Europe/Amsterdam"
[datetime]
column = "when"
[[item]]
value = "Irritable"
key = "own_irritable"
min = 0
max = 10
[[item]]
value = "Tired"
key = "own_tired"
min = 0
max = 10
"""


@dataclass(frozen=True)
class Read:
    """What a table gave: the survey, and the entries of the pass after it."""

    survey: Survey
    drafts: list[EntryDraft]

    @property
    def why(self) -> list[tuple[int, str, str, str]]:
        return [(cell.line, cell.column, cell.text, cell.why) for cell in self.survey.unread]

    def values(self, key: str) -> list[float]:
        return [rating.value for draft in self.drafts for rating in draft.ratings if rating.key == key]


def catalogue_items() -> list[Item]:
    return [catalogue_item(entry, None) for entry in read_catalogue().items]


def write(folder: Path, text: str | bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def reader(folder: Path, text: str | bytes, mapping: str = WIDE) -> TableReader:
    made = parse_mapping(mapping)
    zone = made.zone or "UTC"
    times = FileTime(ZoneInfo(zone), zone, 240, int(NOW.timestamp() * 1000))
    return TableReader(write(folder, text), made, plan_table(made, catalogue_items()), times)


def read(folder: Path, text: str | bytes, mapping: str = WIDE) -> Read:
    table = reader(folder, text, mapping)
    return Read(table.survey(), list(table.drafts()))
