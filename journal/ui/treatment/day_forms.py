"""The forms of practice and of markers. Pure, but for the use cases their answers ask for."""

from __future__ import annotations

from typing import Any

from journal.app import markers, practices
from journal.model.practices import Practice, PracticeKind
from journal.texts.numbers import dose as number
from journal.texts.translation import _, pgettext
from journal.texts.treatments import course_title, practice_text
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.parts import Field, FieldKind, Form
from journal.ui.treatment.wishes import Wish

MOST_MINUTES = 24 * 60
HIGHEST_DISTRESS = 100
"""Distress is given from 0 to 100, as in exposure work."""


def add_practice_form(loaded: Loaded, deed: Deed) -> Form:
    """Something practised."""
    return Form(deed, pgettext("one exercise", "Practice"), _practice_fields(loaded, None), _("Add"))


def change_practice_form(loaded: Loaded, deed: Deed) -> Form | None:
    """A practice, to be put right."""
    practice = loaded.practice(deed.id)
    if practice is None:
        return None
    return Form(deed, _("Change what stands here"), _practice_fields(loaded, practice), _("Save"))


def add_marker_form(loaded: Loaded, deed: Deed) -> Form:
    """A day to mark."""
    fields = (
        Field("day", _("Day"), FieldKind.DAY, loaded.today),
        Field("label", _("Label")),
        Field("note", _("Note, if you like"), FieldKind.LINES),
    )
    return Form(deed, _("A marker"), fields, _("Add"))


def change_marker_form(loaded: Loaded, deed: Deed) -> Form | None:
    """A marker, to be put right."""
    marker = loaded.marker(deed.id)
    if marker is None:
        return None
    fields = (
        Field("day", _("Day"), FieldKind.DAY, marker.day),
        Field("label", _("Label"), value=marker.label),
        Field("note", _("Note, if you like"), FieldKind.LINES, marker.note),
    )
    return Form(deed, _("Change what stands here"), fields, _("Save"))


def add_practice_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Add the practice."""
    kind, said = PracticeKind(given.text("kind")), _practice(given)
    return Wish(lambda journal: practices.add_practice(journal, kind, **said), _("Added."), fields={"at": "time"})


def change_practice_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Change the practice."""
    kind, said = PracticeKind(given.text("kind")), _practice(given)
    return Wish(
        lambda journal: practices.change_practice(journal, deed.id, kind=kind, **said),
        _("Saved."),
        fields={"at": "time"},
    )


def add_marker_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Add the marker."""
    day, label, note = given.day("day"), given.text("label", _("Give it a label.")), given.text("note")
    return Wish(lambda journal: markers.add_marker(journal, day, label, note), _("Added. It is drawn on the charts."))


def change_marker_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Change the marker."""
    day, label, note = given.day("day"), given.text("label", _("Give it a label.")), given.text("note")
    return Wish(lambda journal: markers.change_marker(journal, deed.id, day=day, label=label, note=note), _("Saved."))


def _practice_fields(loaded: Loaded, practice: Practice | None) -> tuple[Field, ...]:
    at = practice.at if practice else loaded.now
    kinds = tuple((str(kind), practice_text(kind)) for kind in PracticeKind)
    return (
        Field("kind", _("What it was"), FieldKind.CHOICE, practice.kind if practice else kinds[0][0], choices=kinds),
        Field("name", _("Own words for it"), value=practice.name if practice else ""),
        Field("day", _("Day"), FieldKind.DAY, at.date()),
        Field("time", _("Time"), FieldKind.TIME, at.time().replace(second=0, microsecond=0)),
        Field("done", _("It was done"), FieldKind.TICK, practice.done if practice else True),
        _level("minutes", _("Minutes"), practice),
        _level("before", _("Distress before, 0 to 100"), practice),
        _level("highest", _("Distress at its highest"), practice),
        _level("after", _("Distress after"), practice),
        _course(loaded, practice),
        Field(
            "note", _("Note, if you like"), FieldKind.LINES, practice.note if practice else "", more=practice is None
        ),
    )


def _level(key: str, label: str, practice: Practice | None) -> Field:
    value = getattr(practice, key) if practice else None
    return Field(key, label, FieldKind.NUMBER, "" if value is None else number(value))


def _course(loaded: Loaded, practice: Practice | None) -> Field:
    """The course it belongs to: those under way, and the one it belonged to."""
    kept = practice.course_id if practice else None
    offered = [each.course for each in loaded.courses if each.course.open_on(loaded.today) or each.course.id == kept]
    choices = (
        ("", pgettext("no course", "None")),
        *((course.id, course_title(course, loaded.treatments)) for course in offered),
    )
    return Field("course_id", _("Belongs to"), FieldKind.CHOICE, kept or "", choices=choices, more=practice is None)


def _practice(given: Answers) -> dict[str, Any]:
    return {
        "name": given.text("name"),
        "at": given.moment("day", "time"),
        "done": given.ticked("done"),
        "minutes": given.whole("minutes", 0, MOST_MINUTES),
        "before": given.whole("before", 0, HIGHEST_DISTRESS),
        "highest": given.whole("highest", 0, HIGHEST_DISTRESS),
        "after": given.whole("after", 0, HIGHEST_DISTRESS),
        "note": given.text("note"),
        "course_id": given.text("course_id") or None,
    }
