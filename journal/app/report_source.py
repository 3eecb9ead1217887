"""What a report is made of, read from the journal: only what was asked for."""

from __future__ import annotations

from dataclasses import replace

from journal.app import report_figures as figures
from journal.app.journal import Journal
from journal.app.report_items import SUICIDAL_THOUGHTS, report_items
from journal.app.report_lines import open_lines
from journal.app.report_notes import chosen_notes
from journal.app.report_readings import ReportReadings, read
from journal.app.report_scores import report_scores
from journal.app.report_treatments import TreatmentSource
from journal.model.entries import State
from journal.report.content import main_item
from journal.report.course import ends
from journal.report.curves import top_of
from journal.report.data import Asked, ReportData, ReportItem
from journal.report.request import Part, ReportRequest
from journal.report.rows import placed
from journal.report.treatment_data import ReportSince
from journal.texts.trends import load_label


def report_data(journal: Journal, request: ReportRequest) -> ReportData:
    """Everything the report is made of."""
    found = read(journal, request)
    treated = TreatmentSource(journal, request, found.words)
    data = ReportData(
        made_on=journal.today(),
        days=figures.days(found),
        items=report_items(found),
        load=figures.load(found),
        usual_day=figures.usual_day(found),
        usual_day_before=figures.usual_day_before(found),
        steps=found.summary.steps.now,
        steps_before=found.summary.steps.previous if found.compare else (),
        step_words=figures.step_words(found),
        nightmares=figures.nightmares(found),
        sleep=figures.sleep(found),
        notes=chosen_notes(journal, request),
        suicidal_thoughts=_asked(found),
        treatment=treated.treatment(),
        scores=report_scores(journal, request),
        changes=open_lines(journal, request, Part.CHANGES),
        questions=open_lines(journal, request, Part.QUESTIONS),
    )
    main = main_item(request, data, placed(request, data))
    since = _since(treated, data, main)
    return replace(
        data,
        week=figures.week(found, main, of_load=data.load is not None),
        treatment=replace(data.treatment, since=since),
    )


def _since(treated: TreatmentSource, data: ReportData, main: ReportItem | None) -> ReportSince | None:
    """Of the average symptom rating, else of the item that stands in for it."""
    if data.load is not None:
        words = (data.step_words[0], data.step_words[-1]) if data.step_words else ("", "")
        return treated.since(data.load.values, load_label(), (0.0, 4.0), words)
    if main is None:
        return None
    scale = (main.minimum, top_of(main.values, main.maximum))
    return treated.since(main.values, main.label, scale, ends(main))


def _asked(found: ReportReadings) -> Asked | None:
    """How often thoughts of suicide were asked about, where the person chose to show it."""
    item = next((item for item in found.items if item.key == SUICIDAL_THOUGHTS), None)
    if not found.request.has(Part.SUICIDAL_THOUGHTS) or item is None:
        return None
    rows = [row for row in found.table.by_item.get(item.id, []) if row.day in found.period and row.state == State.RATED]
    yes = {row.day for row in rows if row.value}
    return Asked(len({row.day for row in rows}), len(yes), max(yes, default=None))
