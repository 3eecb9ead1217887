"""What Report reads and keeps in the journal; on the storage thread. No Qt."""

from __future__ import annotations

from dataclasses import replace

from journal.app import reports
from journal.app.appointments import next_appointment, since_last_with
from journal.app.clinicians import clinicians
from journal.app.journal import Journal
from journal.app.report_lines import parts_to_bring_up, printed_lines
from journal.app.report_notes import offered_notes
from journal.app.report_treatments import parts_of_treatment
from journal.model.items import Cluster
from journal.report.request import LINES_AT_MOST, Paper
from journal.texts.appointments import appointment_title
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.ui.report.choices import Choices, Span, period_of, recalled, remembered, request_of
from journal.ui.report.state import Loaded, OfferedItem, OfferedNote

REMEMBERED = "report_choices"
DRAFT = "report"
NOT_ROWS = frozenset({Cluster.SAFETY, Cluster.MONTH})


def read(journal: Journal, choices: Choices) -> Loaded:
    """What the report of these choices tells, and what it may tell besides."""
    today = journal.today()
    since = since_last_with(journal, choices.seen_by)
    period = period_of(choices, today, since)
    notes = tuple(OfferedNote(one.note_id, one.day, one.text, one.of) for one in offered_notes(journal, period))
    chosen = tuple(note.note_id for note in notes if note.note_id in choices.note_ids)
    request = request_of(choices, period, chosen)
    data = reports.gather(journal, request)
    included, left_out = reports.contents_list(request, data)
    return Loaded(
        today,
        request,
        data,
        notes,
        _offered(journal),
        tuple(included),
        tuple(left_out),
        parts_of_treatment(journal) | parts_to_bring_up(journal),
        since,
        tuple(clinicians(journal)),
        coming_words(journal),
        tuple(each.id for each in printed_lines(journal, request)),
    )


def recall(journal: Journal, paper: Paper) -> Choices:
    """The choices to begin with: what was kept, with the days since the last appointment where one is known."""
    kept = journal.setting(REMEMBERED, {})
    draft = journal.store.drafts.get(DRAFT) or {}
    lines = tuple(str(line) for line in draft.get("lines", ()))[:LINES_AT_MOST]
    begun = replace(recalled(kept, paper), lines=lines + ("",) * (LINES_AT_MOST - len(lines)))
    return replace(begun, span=Span.SINCE) if since_last_with(journal, "") else begun


def coming_words(journal: Journal) -> str:
    """When the next appointment is and with whom; empty where none is known."""
    coming = next_appointment(journal)
    if coming is None:
        return ""
    who = next((each.name for each in clinicians(journal) if each.id == coming.clinician_id), "")
    return (
        _("{when}, with {name}").format(when=appointment_title(coming), name=who) if who else appointment_title(coming)
    )


def keep_choices(journal: Journal, choices: Choices, sensitive: frozenset[str]) -> None:
    """Keep the lines and the choices that may be kept. Nothing happens in a journal open for reading."""
    kept = remembered(choices, sensitive)
    if not journal.store.read_only:
        with journal.store.tx():
            journal.store.settings.put(REMEMBERED, kept)
            journal.store.drafts.put(DRAFT, {"lines": list(choices.lines)})


def _offered(journal: Journal) -> tuple[OfferedItem, ...]:
    words = ItemWords(journal.catalogue)
    answered = {row.id for row in journal.store.items.all()}
    return tuple(
        OfferedItem(item.key, words.item_label(item), words.group_name(item), sensitive=not item.in_report)
        for item in journal.items()
        if item.cluster not in NOT_ROWS and (not item.hidden or item.id in answered)
    )
