"""The key figures of page one, each with its n and, where chosen, the period before."""

from __future__ import annotations

from typing import Any

from journal.report.data import Days, Load, Nightly, ReportData, ReportItem, UsualDay
from journal.report.text_safety import one_line, shortened
from journal.report.wording import NOTHING, ReportWords
from journal.texts.translation import _, ngettext

LABEL_LIMIT = 48


def tiles(data: ReportData, main_item: ReportItem | None, words: ReportWords) -> list[dict[str, Any]]:
    """The figures that can be had, in the order of the page."""
    shown = [logged(data.days, words)]
    if data.usual_day is not None:
        shown.append(usual_day(data.usual_day, data.usual_day_before, words))
    if data.load is not None:
        shown.append(average(data.load, words))
    elif main_item is not None:
        shown.append(of_item(main_item, words))
    if data.nightmares is not None:
        shown.append(nightmares(data.nightmares, words))
    if data.sleep is not None:
        shown.append(sleep(data.sleep, words))
    return shown


def logged(days: Days, words: ReportWords) -> dict[str, Any]:
    """Days logged of days possible, and the longest gap."""
    notes = [
        ngettext("Longest gap {n} day", "Longest gap {n} days", days.longest_gap).format(n=days.longest_gap)
        if days.longest_gap
        else _("No gap")
    ]
    if days.previous_logged is not None:
        notes.append(_("Before: {n} of {possible}").format(n=days.previous_logged, possible=days.previous_possible))
    return tile(_("Days logged"), words.number(days.logged), _("of {n}").format(n=days.possible), notes)


def usual_day(now: UsualDay, before: UsualDay | None, words: ReportWords) -> dict[str, Any]:
    """The headline: how many symptoms stand at 3 or 4 on a usual day."""
    notes = [ngettext("Median of {n} day", "Median of {n} days", now.n_days).format(n=now.n_days)]
    if before is not None:
        notes.append(
            _("Before: {n} of {of}, {days}").format(
                n=words.number(before.high), of=words.number(before.of), days=day_count(before.n_days)
            )
        )
    label = _("Symptoms at 3 or 4 on a usual day")
    return tile(label, words.number(now.high), _("of {n}").format(n=words.number(now.of)), notes)


def average(load: Load, words: ReportWords) -> dict[str, Any]:
    """The average symptom rating. Its chart says that it is the journal's own summary."""
    items = ngettext("{n} item", "{n} items", load.items).format(n=load.items)
    notes = [_("Mean of {days}, {items}").format(days=day_count(load.n_days), items=items)]
    notes += before_notes(load.previous_mean, load.previous_days, load.change_withheld, words)
    return tile(_("Average symptom rating (own summary)"), words.fixed(load.mean), _("of {n}").format(n=4), notes)


def of_item(item: ReportItem, words: ReportWords) -> dict[str, Any]:
    """The item that stands in where no average symptom rating can be had."""
    unit = "" if item.maximum is None else _("of {n}").format(n=words.number(item.maximum))
    notes = [_("Mean of {days}").format(days=day_count(item.n_days))]
    notes += before_notes(item.previous_mean, item.previous_days, item.change_withheld, words)
    return tile(shortened(one_line(item.label), LABEL_LIMIT), words.fixed(item.mean), unit, notes)


def nightmares(rate: Nightly, words: ReportWords) -> dict[str, Any]:
    """Nightmares a week; what is missing where there were too few nights."""
    label = _("Nightmares a week")
    if rate.value is None:
        return tile(
            label, NOTHING, "", [_("{n} of the {needed} nights needed").format(n=rate.n_nights, needed=rate.needed)]
        )
    return tile(label, words.fixed(rate.value), "", [night_count(rate.n_nights), *nights_before(rate, words)])


def sleep(hours: Nightly, words: ReportWords) -> dict[str, Any]:
    """Hours slept, as a mean over the nights that were answered."""
    notes = [_("Mean of {nights}").format(nights=night_count(hours.n_nights)), *nights_before(hours, words)]
    return tile(_("Hours slept"), words.fixed(hours.value), "", notes)


def nights_before(now: Nightly, words: ReportWords) -> list[str]:
    """The nightly figure of the period before, if there is one."""
    if now.previous is None:
        return []
    return [
        _("Before: {value}, {nights}").format(value=words.fixed(now.previous), nights=night_count(now.previous_nights))
    ]


def before_notes(mean: float | None, days: int, withheld: str | None, words: ReportWords) -> list[str]:
    """The mean of the period before, or the reason why the two are not compared."""
    if withheld is not None:
        return [withheld_words(withheld)]
    return [] if mean is None else [_("Before: {value}, {days}").format(value=words.fixed(mean), days=day_count(days))]


def withheld_words(reason: str) -> str:
    """Why no change is printed."""
    return {
        "too_few_days": _("No comparison: 7 days needed"),
        "too_few_days_before": _("No comparison: 7 days needed before"),
        "too_few_items": _("No comparison: 6 items needed in both"),
        "scale_changed": _("No comparison: the scale changed"),
    }.get(reason, _("No comparison"))


def day_count(count: int) -> str:
    """So many days."""
    return ngettext("{n} day", "{n} days", count).format(n=count)


def night_count(count: int) -> str:
    """So many nights."""
    return ngettext("{n} night", "{n} nights", count).format(n=count)


def tile(label: str, big: str, unit: str, notes: list[str]) -> dict[str, Any]:
    """One figure: its label, the number, what it is out of, and lines below."""
    return {"label": label, "big": big, "unit": unit, "notes": notes}
