"""The medicines: usual dose, dated changes, what was written down, and how many a month."""

from __future__ import annotations

from typing import Any

from journal.model.dose_steps import DoseChange
from journal.report.text_safety import one_line, shortened
from journal.report.treatment_data import ReportMedicine, Treatment
from journal.report.wording import ReportWords
from journal.texts.translation import _, ngettext

FRONT_MEDICINES = 4
FRONT_CHANGES = 3
NAME_LIMIT = 40
UNIT_LIMIT = 12


def front_medicines(told: Treatment, words: ReportWords) -> dict[str, Any] | None:
    """A line for each medicine, four at most; None without any."""
    if not told.medicines:
        return None
    more = len(told.medicines) - FRONT_MEDICINES
    return {
        "title": _("Medicines"),
        "lines": [line(each, words, changes=FRONT_CHANGES) for each in told.medicines[:FRONT_MEDICINES]],
        "more": ngettext("{n} more on a later page", "{n} more on a later page", more).format(n=more)
        if more > 0
        else "",
    }


def all_medicines(told: Treatment, words: ReportWords) -> dict[str, Any] | None:
    """Every medicine with every change, where page one had no room for them; None else."""
    if len(told.medicines) <= FRONT_MEDICINES and all(len(each.changes) <= FRONT_CHANGES for each in told.medicines):
        return None
    return {
        "title": _("All medicines"),
        "lines": [line(each, words, changes=len(each.changes)) for each in told.medicines],
        "more": "",
    }


def line(medicine: ReportMedicine, words: ReportWords, *, changes: int) -> dict[str, str]:
    """One medicine: its name, and everything else as short sentences."""
    return {"name": name(medicine), "text": " ".join(f"{part}." for part in told(medicine, words, changes) if part)}


def told(medicine: ReportMedicine, words: ReportWords, changes: int) -> tuple[str, str, str]:
    """The usual dose, so many of the last changes, and what was written down; each is empty where there is none."""
    return (
        usual(medicine, words),
        "".join(changed(medicine, words, changes)),
        "".join(counted(medicine, words)),
    )


def name(medicine: ReportMedicine) -> str:
    """Its name as the person wrote it, on one line."""
    return shortened(one_line(medicine.name), NAME_LIMIT)


def amount(value: float, medicine: ReportMedicine, words: ReportWords) -> str:
    """A dose with the medicine's unit."""
    return f"{words.amount(value)} {shortened(one_line(medicine.unit), UNIT_LIMIT)}".strip()


def usual(medicine: ReportMedicine, words: ReportWords) -> str:
    """The usual dose at the end of the period."""
    if medicine.level is None:
        return ""
    dose = amount(medicine.level.amount, medicine, words)
    if medicine.as_needed:
        return _("{dose} as needed").format(dose=dose)
    times = len(medicine.level.times)
    if not times:
        return dose
    return ngettext("{dose}, {n} time a day", "{dose}, {n} times a day", times).format(dose=dose, n=times)


def changed(medicine: ReportMedicine, words: ReportWords, count: int) -> list[str]:
    """The last changes with their days, and how many came before them."""
    shown = medicine.changes[-count:] if count else ()
    said = [_("{day}: {change}").format(day=words.day(one.day), change=change(one, medicine, words)) for one in shown]
    earlier = len(medicine.changes) - len(shown)
    if earlier:
        said.insert(0, ngettext("{n} earlier change", "{n} earlier changes", earlier).format(n=earlier))
    return [", ".join(said)] if said else []


def change(one: DoseChange, medicine: ReportMedicine, words: ReportWords) -> str:
    """A start, a change of dose, or a stop."""
    if one.after is None:
        return _("stopped")
    after = amount(one.after, medicine, words)
    if one.before is None:
        return _("started with {dose}").format(dose=after)
    if one.before == one.after:
        return ngettext("{dose}, {n} time a day", "{dose}, {n} times a day", one.times_after).format(
            dose=after, n=one.times_after
        )
    return f"{words.amount(one.before)} → {after}"


def counted(medicine: ReportMedicine, words: ReportWords) -> list[str]:
    """What was written down of it: doses taken and not taken, or how many a month."""
    if medicine.as_needed:
        return monthly(medicine, words)
    counts = medicine.counts
    if not counts.taken and not counts.not_taken:
        return []
    taken = _("Written down: taken {n}").format(n=counts.taken)
    later = _("({n} of them later)").format(n=counts.later) if counts.later else ""
    not_taken = _("not taken {n}").format(n=counts.not_taken)
    return [f"{' '.join(filter(None, [taken, later]))}, {not_taken}"]


def monthly(medicine: ReportMedicine, words: ReportWords) -> list[str]:
    """Doses a month: the mean over whole months with its n, and each month; one cut off is marked."""
    found = medicine.per_month
    if not any(month.doses for month in found.months):
        return [_("None written down")]
    whole, cut_off = _("{month} {n}"), _("{month} {n} (part)")
    each = ", ".join(
        (whole if month.complete else cut_off).format(month=words.month(month.month), n=month.doses)
        for month in found.months
    )
    if found.mean is None:
        return [_("Doses: {months}").format(months=each)]
    mean = ngettext("{mean} a month ({n} whole month)", "{mean} a month ({n} whole months)", found.n_months).format(
        mean=words.number(found.mean), n=found.n_months
    )
    return [f"{mean}: {each}"]
