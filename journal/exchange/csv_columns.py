"""The columns of the CSV export and what each means: the data dictionary that goes with it."""

from __future__ import annotations

from collections.abc import Sequence

from journal.exchange.csv_treatment_columns import FILES, TAGS, Columns, columns_of
from journal.texts.translation import _, mark

VALUE_COLUMNS = (
    "entry",
    "time",
    "day",
    "time_known",
    "kind",
    "recall",
    "covers_min",
    "made_at",
    "changed_at",
    "late",
    "item",
    "label",
    "state",
    "value",
    "raw",
    "word",
    "unit",
    "scale_min",
    "scale_max",
    "better",
)
NOTE_COLUMNS = ("entry", "time", "day", "shared", "note", "tags")
ITEM_COLUMNS = (
    "item",
    "label",
    "clinical_name",
    "snomed",
    "group",
    "item_kind",
    "asked",
    "scale_min",
    "scale_max",
    "unit",
    "better",
    "combine",
    "words",
)

_MEANINGS = {
    "entry": ("text", mark("Names the entry; rows with the same one were answered together.")),
    "time": ("time", mark("Local time with its offset from UTC; only the date where the time is not known.")),
    "day": ("date", mark("The day the entry belongs to; a day runs from the person's own start-of-day hour.")),
    "time_known": ("text", mark("How exactly the time is known: minute, part (of the day) or day.")),
    "kind": (
        "text",
        mark(
            "check_in, short, after_session, monthly or imported. A short check-in asks a few items only. "
            "after_session asks about now, some hours after a session. imported came from a file."
        ),
    ),
    "recall": ("text", mark("since: about the time since the last check-in; now: about that moment.")),
    "covers_min": ("number", mark("How many minutes the answer looks back on; empty for now.")),
    "made_at": ("time", mark("When the entry was written down; empty where that is not known.")),
    "changed_at": ("time", mark("When the entry was changed last, in UTC; empty if it never was.")),
    "late": ("text", mark("yes: written down on a later day than the one it describes.")),
    "item": ("text", mark("The item's key.")),
    "label": ("text", mark("The item's name.")),
    "state": ("text", mark("rated (0 is a rating), unanswered (asked and left) or not_applicable.")),
    "value": ("number", mark("The value, on the scale from scale_min to scale_max; empty unless rated.")),
    "raw": ("number", mark("The number in the file it was imported from, if it was mapped onto another scale.")),
    "word": ("text", mark("The word of the value on the item's scale.")),
    "unit": ("text", mark("The unit of the value.")),
    "scale_min": ("number", mark("The lowest value the item can have.")),
    "scale_max": ("number", mark("The highest value the item can have; empty where there is none.")),
    "better": ("text", mark("Which end is the better one: lower, higher or none.")),
    "shared": ("text", mark("yes: the person marked the note as one to share.")),
    "note": ("text", mark("The note, in the person's own words.")),
    "tags": TAGS,
    "clinical_name": ("text", mark("The clinical name of what the item asks about.")),
    "snomed": ("text", mark("The SNOMED CT code of the symptom, where one was verified.")),
    "group": ("text", mark("The group the item stands in.")),
    "item_kind": ("text", mark("scale, count, hours or yes_no.")),
    "asked": ("text", mark("When it is asked: every (time), night, evening, body or month.")),
    "combine": ("text", mark("How several values of a day make one: mean, sum, last or max.")),
    "words": ("text", mark("The words on the steps of the scale, or on its two ends.")),
}

_FILE_MEANINGS = {
    "values.csv": mark("One row for each answer."),
    "notes.csv": mark("One row for each check-in with a note or tags."),
    "items.csv": mark("One row for each item, as it is asked now."),
}


def dictionary(*, with_notes: bool, treatment: Sequence[str] = ()) -> list[dict[str, str]]:
    """A row for each file and each column in it; `treatment` names the files of treatment that go in."""
    files = {"values.csv": VALUE_COLUMNS, "items.csv": ITEM_COLUMNS}
    if with_notes:
        files["notes.csv"] = NOTE_COLUMNS
    rows = []
    for name, columns in files.items():
        rows += _described(name, _FILE_MEANINGS[name], {column: _MEANINGS[column] for column in columns})
    for name in treatment:
        rows += _described(name, FILES[name][0], columns_of(name, with_notes=with_notes))
    guard = _("A text that a spreadsheet would take for a formula begins with an apostrophe, which is not part of it.")
    return [*rows, {"file": "", "column": "", "type": "", "meaning": guard}]


def file_meaning(name: str) -> str:
    """What a row of a file of the export is; empty for the dictionary itself."""
    own = _FILE_MEANINGS.get(name) or FILES.get(name, ("", {}))[0]
    return _(own)


def _described(name: str, meaning: str, columns: Columns) -> list[dict[str, str]]:
    rows = [{"file": name, "column": "", "type": "", "meaning": _(meaning)}]
    for column, (kind, about) in columns.items():
        rows.append({"file": name, "column": column, "type": kind, "meaning": _(about)})
    return rows
