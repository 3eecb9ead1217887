"""Symptom ratings by step: which share of them stands at each step, in the scale's own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journal.report.data import ReportData
from journal.report.wording import ReportWords
from journal.texts.translation import _, ngettext, pgettext


def shares(data: ReportData, words: ReportWords) -> dict[str, Any] | None:
    """One bar for the period and, where chosen, one for the period before; None without ratings."""
    if not sum(data.steps):
        return None
    bars = [bar(_("This period"), data.steps, words)]
    if sum(data.steps_before):
        bars.append(bar(pgettext("the period before", "Before"), data.steps_before, words))
    legend = [f"{step} {word}".strip() for step, word in enumerate(data.step_words)]
    sentences = [sentence(each["name"], each["parts"], legend) for each in bars]
    return {"title": _("Symptom ratings by step"), "bars": bars, "legend": legend, "alt": " ".join(sentences)}


def bar(name: str, counts: Sequence[int], words: ReportWords) -> dict[str, Any]:
    """The parts of one bar with their width and percentage."""
    total = sum(counts)
    ratings = ngettext("{n} rating", "{n} ratings", total).format(n=total)
    parts = [{"share": round(count / total, 5), "text": words.percent(count / total)} for count in counts]
    return {"name": name, "n": ratings, "parts": parts}


def sentence(name: str, parts: Sequence[dict[str, Any]], legend: Sequence[str]) -> str:
    """What a bar shows, in words."""
    shown = ", ".join(f"{word}: {part['text']}" for word, part in zip(legend, parts, strict=True))
    return _("Share of symptom ratings at each step, {name}: {shares}.").format(name=name, shares=shown)
