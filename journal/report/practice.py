"""Practice between sessions, in one line."""

from __future__ import annotations

from journal.report.treatment_data import ReportPractice
from journal.report.wording import ReportWords
from journal.texts.translation import _, ngettext


def practice_line(told: ReportPractice | None, words: ReportWords) -> str:
    """How often, and the medians of distress with their n; empty without any."""
    if told is None:
        return ""
    total = told.done + told.not_done
    said = ngettext("{n} entry, {done} done", "{n} entries, {done} done", total).format(n=total, done=told.done)
    parts = [(_("before"), told.before), (_("highest"), told.highest), (_("after"), told.after)]
    distress = ", ".join(
        _("{when} {median} (n {n})").format(when=when, median=words.number(found[0]), n=found[1])
        for when, found in parts
        if found is not None
    )
    if not distress:
        return f"{said}."
    medians = _("Distress 0–100, medians: {numbers}.").format(numbers=distress)
    return f"{said}. {medians}"
