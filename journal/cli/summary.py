"""`summary`: the report's numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option, needed_days_options
from journal.cli.output import put_json, put_line, put_table
from journal.texts.numbers import one_decimal
from journal.texts.translation import _, ngettext


@named("summary", _("The report's numbers for a period, with the period before."))
@needed_days_options
@json_option
@click.pass_obj
def command(invocation: Invocation, first: date, last: date, *, as_json: bool) -> None:
    """Print how much was logged and what it comes to."""
    from journal.app.questionnaires import score_series
    from journal.app.summaries import summary
    from journal.cli.questionnaire_scores import series_json, series_lines
    from journal.cli.summary_treatment import TreatmentLines
    from journal.model.periods import Period
    from journal.texts.items import ItemWords

    with invocation.journal(read_only=True) as journal:
        found = summary(journal, Period(first, last))
        words, items, treatments = ItemWords(journal.catalogue), journal.items(), journal.treatments
        scores = score_series(journal, first, last)
    data: dict[str, Any] = {**found.as_json(), "scores": [series_json(each) for each in scores]}
    if as_json:
        put_json(data)
        return
    print_summary(data)
    if found.treatment is not None:
        labels = {name: words.item_label(item) for item in items for name in (item.id, item.key)}
        TreatmentLines(treatments, labels).put(found.treatment)
    if scores:
        click.echo("\n" + _("Questionnaires"))
        for line in series_lines(scores):
            put_line(line)


def print_summary(data: dict[str, Any]) -> None:
    """The numbers as lines, each with how many days stand behind it."""
    click.echo(
        _("{logged} of {possible} days logged, longest gap {gap}.").format(
            logged=data["days_logged"], possible=data["days_possible"], gap=days_text(data["longest_gap_days"])
        )
    )
    click.echo(
        ngettext(
            "{later} of {n} entry was added on a later day.",
            "{later} of {n} entries were added on a later day.",
            data["entries"],
        ).format(later=data["entered_later"], n=data["entries"])
    )
    load = data["load"]
    if load["mean"] is not None:
        click.echo(
            ngettext(
                "Average symptom rating (this journal’s own summary, not a test score): {mean} over {days}, {n} item.",
                "Average symptom rating (this journal’s own summary, not a test score): {mean} over {days}, {n} items.",
                load["items"],
            ).format(mean=one_decimal(load["mean"]), days=days_text(load["n_days"]), n=load["items"])
        )
    rows = [(_("Item"), _("mean"), _("median"), _("days"), _("before"), _("days"))]
    rows += [
        (
            item["label"],
            number(item["mean"]),
            number(item["median"]),
            str(item["n_days"]),
            number(item["previous"]["mean"]),
            str(item["previous"]["n_days"]),
        )
        for item in data["items"]
    ]
    put_table(rows)


def number(value: float | None) -> str:
    """One decimal, or a dash where there is nothing."""
    return "–" if value is None else one_decimal(value)


def days_text(count: int) -> str:
    """A number of days in words."""
    return ngettext("{n} day", "{n} days", count).format(n=count)
