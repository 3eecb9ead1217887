"""The sentences that every report carries, and how to read it."""

from __future__ import annotations

from journal.report.all_scores import support_sentence
from journal.report.attachments import attached_reading
from journal.report.data import Asked, ReportData, ReportItem
from journal.report.request import Part, ReportRequest
from journal.report.text_safety import one_line
from journal.report.wording import ReportWords
from journal.texts.translation import _, ngettext


def closing(request: ReportRequest, data: ReportData, words: ReportWords) -> list[str]:
    """Body text at the end of page one: who wrote it, what it is not, and what its silence means."""
    about = _(
        "Written by the person who keeps this journal. It describes what was logged; it is not a diagnosis or a "
        "risk assessment."
    )
    said = [f"{about} {later_entries(data)}".strip(), silence()]
    if request.has(Part.SUICIDAL_THOUGHTS):
        told = "" if data.suicidal_thoughts is None else asked(data.suicidal_thoughts, request, words)
        said.append(f"{told} {support_sentence(data.scores.support, words)}".strip())
    return [each for each in said if each]


def silence() -> str:
    """On every report, whatever was chosen."""
    return _(
        "This page shows thoughts of suicide only where the person chose to; if it does not, that says nothing. "
        "Please ask."
    )


def asked(told: Asked, request: ReportRequest, words: ReportWords) -> str:
    """How often it was asked and answered yes, where the person chose to show it."""
    days = request.period.length_days
    base = ngettext(
        "Thoughts of suicide: asked on {asked} of {n} day, yes on {yes}",
        "Thoughts of suicide: asked on {asked} of {n} days, yes on {yes}",
        days,
    ).format(asked=told.days_asked, n=days, yes=told.days_yes)
    if told.last_yes is None:
        return f"{base}."
    return _("{sentence}, last on {day}.").format(sentence=base, day=words.day(told.last_yes))


def later_entries(data: ReportData) -> str:
    """How many entries were written down on a later day than the one they describe."""
    if not data.days.entries:
        return ""
    return ngettext(
        "{later} of {n} entry was added on a later day.",
        "{later} of {n} entries were added on a later day.",
        data.days.entries,
    ).format(later=data.days.entered_later, n=data.days.entries)


def scale_changed(item: ReportItem, words: ReportWords) -> str:
    """That a part of the period was rated on another scale, and is in no figure."""
    day = "" if item.scale_since is None else words.day(item.scale_since)
    said = _(
        "The scale of “{item}” changed on {day}. Its line and its figures are of ratings on the scale since then; "
        "ratings on the scale before are left out here."
    )
    return said.format(item=one_line(item.label), day=day)


def reading(request: ReportRequest, data: ReportData, words: ReportWords) -> list[str]:
    """How to read the report: one paragraph for each thing on it."""
    said = [
        _(
            "Every figure comes from ratings the person gave. A day without an entry is missing and never counts as "
            "0; lines break there. Several ratings on one day are averaged by the hours they cover. Means and "
            "medians are over days that were rated."
        ),
        _(
            "Lines show the seven days that end on each day and need four of them. Dots are single days. The strip "
            "under a line shows each day's nearest step, beyond 120 days each week's median; an empty place is a "
            "day without a rating."
        ),
        _(
            "Days at 3–4 are counted, not ratings; on other scales, days high are those in the top quarter of the "
            "scale and days low those in the lowest. Quartiles are interpolated."
        ),
    ]
    said += [scale_changed(item, words) for item in data.items if item.scale_since is not None]
    if data.load is not None:
        said.append(
            _(
                "The average symptom rating is the mean of the symptoms rated on a day. A day has one only if at least "
                "6 symptoms, and half of those asked, were answered. It is this journal's own summary, is not "
                "validated, and is no test score."
            )
        )
    said += _treatment_reading(data)
    if request.has(Part.COMPARISON):
        said.append(
            _(
                "Change is this period's mean minus the mean of the period of the same length just before; it needs "
                "7 days in both."
            )
        )
    return [*said, *attached_reading(request)]


def _treatment_reading(data: ReportData) -> list[str]:
    """How to read what is told of sessions, medicines and questionnaires."""
    said = []
    if data.treatment.sessions:
        said.append(
            _(
                "Blood pressure after a session is the last one measured once it was over. Where nobody wrote down the "
                "end of a side effect, none is assumed."
            )
        )
    if data.treatment.medicines:
        said.append(
            _(
                "Doses are those that were written down; more than planned is not counted here. A month that is not "
                "whole takes no part in the mean a month."
            )
        )
    if data.scores.n_filled:
        said.append(
            _(
                "Questionnaires were answered from the forms that a clinic gave; only their totals stand here. A total "
                "is withheld where its rule needs an answer that was skipped; nothing is filled in for it. Reference "
                "lines come from studies of the people named beside them and say nothing about one person."
            )
        )
    return said
