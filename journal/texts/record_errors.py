"""Plain words for an id that belongs to nothing, or to several things."""

from __future__ import annotations

from collections.abc import Mapping

from journal.model import errors
from journal.model.errors import JournalError
from journal.texts.opening_errors import Sentence
from journal.texts.translation import _, mark, ngettext

_ANY = mark("Nothing has an id that begins with “{prefix}”. Type four characters or more of one that is listed.")

_UNKNOWN_RECORD: Mapping[str, str] = {
    "any": _ANY,
    "session": mark("No session has an id that begins with “{prefix}”. Look it up in the list of sessions."),
    "course": mark("No course has an id that begins with “{prefix}”. Look it up in the list of courses."),
    "practice": mark("No practice has an id that begins with “{prefix}”. Look it up in the list."),
    "marker": mark("No marker has an id that begins with “{prefix}”. Look it up in the list."),
    "questionnaire": mark("No questionnaire has an id that begins with “{prefix}”. Look it up in the list."),
    "form": mark("No form has an id that begins with “{prefix}”. Look it up in the list."),
    "goal": mark("No goal has an id that begins with “{prefix}”. Look it up in the list of goals."),
    "profile": mark("There is no profile “{prefix}”. Look it up in the list of profiles."),
    "item_group": mark("There is no group “{prefix}”. Look it up in the list of items."),
    "appointment": mark("No appointment has an id that begins with “{prefix}”. Look it up in the list."),
}


def _unknown_record(fields: Mapping[str, object]) -> str:
    return _(_UNKNOWN_RECORD.get(str(fields.get("kind")), _ANY))


def _ambiguous_record(fields: Mapping[str, object]) -> str:
    count = fields.get("count")
    return ngettext(
        "{count} id begins with “{prefix}”. Type more of the id.",
        "{count} ids begin with “{prefix}”. Type more of the id.",
        count if isinstance(count, int) else 2,
    )


RECORDS: Mapping[type[JournalError], Sentence] = {
    errors.UnknownRecord: _unknown_record,
    errors.AmbiguousRecord: _ambiguous_record,
}
