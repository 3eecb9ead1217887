"""A week on paper: which items stand on it in which groups, and the sheet as a file or as pages for the printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.app.check_ins import shown_items
from journal.app.day_calendar import habits
from journal.app.journal import Journal
from journal.app.reports import PRINT_PPI, ReportFile
from journal.app.treatment_days import body_stands_open
from journal.model.items import Asked, Cluster, Item, Kind
from journal.report.request import Paper
from journal.report.setting import set_report
from journal.report.week_sheet import WEEK_DAYS, SheetGroup, SheetRow, sheet_content
from journal.report.wording import ReportWords
from journal.texts.items import ItemWords, step_count
from journal.texts.locales import Locale
from journal.texts.numbers import amount
from journal.texts.translation import _

MOST_STEPS = 11
"""A scale with more steps is not written out step by step."""


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Items that stand together on the sheet, and on the page where it is entered."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """What a sheet is made of. `first` is the first of its days, None where weekdays are enough."""

    groups: tuple[SheetGroup, ...]
    first: date | None
    first_weekday: int
    made_on: date


def sheet_items(journal: Journal) -> tuple[ItemGroup, ...]:
    """The items that are asked, those of the night first.

    What stays out of a report until it is chosen is on no paper that lies on a table: thoughts of suicide, an urge
    to hurt oneself, alcohol, drugs. Today asks it.
    """
    words = ItemWords(journal.catalogue)
    found: dict[str, list[Item]] = {}
    titles: dict[str, str] = {}
    body = _body_asked(journal)
    for item in shown_items(journal.items()):
        if not _on_paper(item) or (item.cluster is Cluster.BODY and not body):
            continue
        night = item.asked is Asked.NIGHT
        key = "" if night else item.group_id or str(item.cluster)
        titles.setdefault(key, _("The night before") if night else words.group_name(item))
        found.setdefault(key, []).append(item)
    keys = sorted(found, key=bool)  # the night first, the others as they stand
    return tuple(ItemGroup(titles[key], tuple(found[key])) for key in keys)


def gather(journal: Journal, first: date | None = None) -> WeekSheet:
    """The sheet of the items asked now; with dates from `first` on, else with weekdays."""
    words = ItemWords(journal.catalogue)
    groups = tuple(
        SheetGroup(group.title, tuple(_row(item, words) for item in group.items)) for group in sheet_items(journal)
    )
    return WeekSheet(groups, first, habits(journal).first_weekday, journal.today())


def week_of(journal: Journal, day: date) -> date:
    """The first day of the week that a day stands in, as the person's weeks begin."""
    return day - timedelta(days=(day.weekday() - habits(journal).first_weekday) % WEEK_DAYS)


def set_sheet(sheet: WeekSheet, paper: Paper, locale: Locale | None = None) -> bytes:
    """The sheet as a PDF. Touches no journal. Raises ReportFailed."""
    return _set(sheet, paper, locale, ppi=None).pdf


def sheet_pages(sheet: WeekSheet, paper: Paper, locale: Locale | None = None) -> tuple[bytes, ...]:
    """The pages as PNG for the printer. Touches no journal. Raises ReportFailed."""
    return _set(sheet, paper, locale, ppi=PRINT_PPI).pages


def scale_short(item: Item, words: ItemWords) -> str:
    """What is written into a box of the item, in short: "0–4", "yes / no", or its unit."""
    version = item.version
    if item.kind is Kind.YES_NO:
        return " / ".join(words.end_words(item))
    if item.kind is Kind.SCALE and version.maximum is not None:
        between = "–" if version.minimum >= 0 else " … "
        return f"{amount(version.minimum)}{between}{amount(version.maximum)}"
    return words.unit(item) or (_("hours") if item.kind is Kind.HOURS else _("number"))


def _body_asked(journal: Journal) -> bool:
    """Whether side effects stand open on Today, as while a treatment goes on."""
    shown = journal.setting("body_shown", "auto")
    if shown != "auto":
        return bool(shown == "always")
    return bool(journal.setting("treatments", [])) or body_stands_open(journal, journal.today())


def _on_paper(item: Item) -> bool:
    return item.in_report and item.cluster not in (Cluster.SAFETY, Cluster.MONTH) and item.asked is not Asked.MONTH


def _row(item: Item, words: ItemWords) -> SheetRow:
    ends = words.end_words(item)
    said = words.step_words(item) or (ends if any(ends) else ())
    return SheetRow(words.item_label(item), scale_short(item, words), said, _steps(item))


def _steps(item: Item) -> tuple[str, ...]:
    """The steps in numbers; the two ends of a scale with many; none for counts, hours, yes and no."""
    version, count = item.version, step_count(item.version)
    if item.kind is not Kind.SCALE or version.maximum is None:
        return ()
    values: Sequence[float] = [version.minimum + number * version.step for number in range(count)]
    return tuple(amount(value) for value in (values if count <= MOST_STEPS else (values[0], values[-1])))


def _set(sheet: WeekSheet, paper: Paper, locale: Locale | None, *, ppi: int | None) -> ReportFile:
    words = ReportWords() if locale is None else ReportWords(locale)
    content = sheet_content(sheet.groups, sheet.first, sheet.first_weekday, paper, sheet.made_on, words)
    done = set_report(content, ppi=ppi, pdf=ppi is None)
    return ReportFile(done.pdf, done.pages)
