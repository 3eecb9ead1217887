"""The first entries of a file as they will look in History. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journal.app.imports import ImportPreview
from journal.exchange.drafts import DoseDraft, EntryDraft, NewItem
from journal.model.entries import Entry, EntryKind, Rating, Recall, State
from journal.model.items import FIRST_DAY, Combine, Item, ItemVersion, Origin
from journal.model.medicines import Taken
from journal.texts.items import ItemWords
from journal.texts.numbers import dose
from journal.texts.translation import _
from journal.texts.treatments import taken_text
from journal.ui.history.lines import DOT, EntryLine, LineWords, day_heading, entry_line

NOT_KEPT = ""


def first_lines(
    preview: ImportPreview, items: Iterable[Item], words: ItemWords, this_year: int
) -> tuple[EntryLine, ...]:
    """One line an entry, in the order of the file, each day's first with the day's name."""
    by_key = {item.key: item for item in (*items, *(item_of(new) for new in preview.made))}
    using = LineWords({item.id: item for item in by_key.values()}, {NOT_KEPT: _("from a file")}, words, this_year)
    lines: list[EntryLine] = []
    for draft in preview.first:
        heading = "" if lines and lines[-1].day == draft.day else day_heading(draft.day, this_year)
        line = entry_line(_entry(draft, by_key), using, heading=heading)
        answers = DOT.join(filter(None, (line.answers, *map(_dose, draft.doses))))
        lines.append(replace(line, marks="", answers=answers))
    return tuple(lines)


def item_of(new: NewItem) -> Item:
    """An item that the import will make, to show its answers by."""
    version = ItemVersion(
        id=f"new:{new.key}",
        item_id=f"new:{new.key}",
        since_day=FIRST_DAY,
        kind=new.kind,
        asked=new.asked,
        label=new.label,
        words=new.words,
        minimum=new.minimum,
        maximum=new.maximum,
        step=new.step,
        unit=new.unit,
        better=new.better,
        combine=new.combine or Combine.MEAN,
    )
    return Item(version.item_id, new.key, Origin.OWN, hidden=True, position=0, version=version)


def _dose(draft: DoseDraft) -> str:
    """A dose in words: "Sertraline: 50 mg", "Sertraline: Not taken"."""
    amount = f"{dose(draft.amount)} {draft.unit}".strip() if draft.amount is not None else ""
    fate = taken_text(draft.taken) if draft.taken is not Taken.TAKEN else ""
    told = ", ".join(filter(None, (amount, fate)))
    return _("{label}: {answer}").format(label=draft.medicine, answer=told) if told else draft.medicine


def _entry(draft: EntryDraft, by_key: dict[str, Item]) -> Entry:
    ratings = tuple(
        Rating(by_key[each.key].id, by_key[each.key].version.id, State.RATED, each.value, each.raw)
        for each in draft.ratings
        if each.key in by_key
    )
    return Entry(
        id=draft.source_key,
        kind=EntryKind.IMPORTED,
        at_ms=draft.at_ms,
        offset_min=draft.offset_min,
        zone=draft.zone,
        time_known=draft.time_known,
        part=draft.part,
        day=draft.day,
        day_start_min=0,
        recall=Recall.NOW,
        note=draft.note,
        import_id=NOT_KEPT,
        source_key=draft.source_key,
        ratings=ratings,
    )
