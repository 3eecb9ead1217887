"""A diary of another program read through the whole frame, without a journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.exchange.diaries.naming import ImportAnswers
from journal.exchange.diaries.reading import DiaryReader, DiarySurvey
from journal.exchange.diaries.settling import NameSettling, SettledNames, Unanswered
from journal.exchange.diaries.source import DiaryFormat, SourceShape
from journal.exchange.drafts import EntryDraft
from journal.exchange.table_stamps import FileTime
from tests.support.tables import catalogue_items

NOW = datetime(2026, 10, 29, 20, 0, tzinfo=UTC)


@dataclass(frozen=True)
class ReadDiary:
    """The survey, the names and the entries of a file, everything that has no item made an item."""

    survey: DiarySurvey
    names: SettledNames
    drafts: list[EntryDraft]

    @property
    def why(self) -> list[tuple[int, str, str, str]]:
        return [(cell.line, cell.column, cell.text, cell.why) for cell in self.survey.unread]

    def values(self, key: str) -> list[float]:
        return [rating.value for draft in self.drafts for rating in draft.ratings if rating.key == key]

    @property
    def local(self) -> list[str]:
        return [datetime.fromtimestamp(each.at_ms / 1000 + each.offset_min * 60, UTC).strftime("%Y-%m-%d %H:%M")
                for each in self.drafts]  # fmt: skip


def read_diary(
    form: DiaryFormat,
    path: Path,
    *,
    zone: str = "Europe/Amsterdam",
    answers: ImportAnswers | None = None,
    unanswered: Unanswered = Unanswered.MAKE,
) -> ReadDiary:
    """Survey a file and make its entries. Raises what the reader raises."""
    given = answers or ImportAnswers()
    now_ms = int(NOW.timestamp() * 1000)
    times = FileTime(ZoneInfo(zone), zone, 240, now_ms)
    reader = DiaryReader(path, form, form.shape(path, SourceShape(given.encoding)), times)
    survey = reader.survey()
    names = NameSettling(form, catalogue_items(), {}, str(path)).settle(survey.names, given, unanswered)
    return ReadDiary(survey, names, list(reader.drafts(names.plan, survey.add_unread)))
