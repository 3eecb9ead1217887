"""What a press asks of the journal at once, without a form. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.app import courses, intakes, markers, medicines, practices
from journal.model.medicines import Taken
from journal.texts.translation import _
from journal.texts.treatments import taken_text
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.wishes import Wish

if TYPE_CHECKING:
    from journal.app.intakes import PlannedDose
    from journal.app.journal import Journal


def act_of(deed: Deed, loaded: Loaded) -> Wish:
    """The wish behind a press."""
    return _ACTS[deed.do](deed, loaded)


def acts(do: StrEnum) -> bool:
    """Whether a press acts at once."""
    return do in _ACTS


def _reopen_course(deed: Deed, loaded: Loaded) -> Wish:  # noqa: ARG001
    return Wish(lambda journal: courses.reopen_course(journal, deed.id), _("The end is taken back."))


def _delete_course(deed: Deed, loaded: Loaded) -> Wish:  # noqa: ARG001
    words = _("The course is deleted. Its sessions stay.")
    return Wish(lambda journal: courses.delete_course(journal, deed.id), words, undoable=True, goes_back=True)


def _delete_medicine(deed: Deed, loaded: Loaded) -> Wish:  # noqa: ARG001
    delete = _deleting(lambda journal: medicines.delete_medicine(journal, deed.id), "medicine", deed)
    return replace(delete, goes_back=True)


def _remove_level(deed: Deed, loaded: Loaded) -> Wish:  # noqa: ARG001
    return Wish(lambda journal: medicines.remove_level(journal, deed.id), _("Removed."), undoable=True)


def _take(deed: Deed, loaded: Loaded) -> Wish:
    """A dose and its fate. "Taken" means as planned: at the planned time, if that has come."""
    fate, _sep, due = deed.also.partition(":")
    taken, due_min = Taken(fate), int(due) if due else None
    before = _unplanned_answer(deed, loaded) if _sep and due_min is None else None
    if before is not None:
        intake_id, amount = before.intake.id if before.intake else "", before.level.amount
        return Wish(
            lambda journal: intakes.change_intake(journal, intake_id, taken=taken, amount=amount),
            announced=_told(deed, taken, loaded),
        )
    at = planned_moment(loaded, due_min) if taken is Taken.TAKEN else None
    return Wish(
        lambda journal: intakes.take(journal, deed.id, at=at, taken=taken, due_min=due_min),
        announced=_told(deed, taken, loaded),
    )


def planned_moment(loaded: Loaded, due_min: int | None) -> datetime | None:
    """When a planned dose of today was due, without an offset; None (now) where that is still to come."""
    if due_min is None:
        return None
    night = timedelta(days=1) if due_min < loaded.day_start_min else timedelta()
    due = datetime.combine(loaded.today, time(due_min // 60, due_min % 60)) + night
    return due if due <= loaded.now.replace(tzinfo=None) else None


def _unplanned_answer(deed: Deed, loaded: Loaded) -> PlannedDose | None:
    """The answer that a medicine without times of day has today already."""
    planned = loaded.doses.planned if loaded.doses else ()
    return next((p for p in planned if p.medicine.id == deed.id and p.due_min is None and p.intake), None)


def _told(deed: Deed, taken: Taken, loaded: Loaded) -> str:
    medicine = loaded.medicine(deed.id)
    return _("{name}: {text}").format(name=medicine.name, text=taken_text(taken)) if medicine else ""


def _take_extra(deed: Deed, loaded: Loaded) -> Wish:
    told = _told(deed, Taken.EXTRA, loaded)
    return Wish(lambda journal: intakes.take(journal, deed.id, taken=Taken.EXTRA), announced=told)


def _undo_intake(deed: Deed, loaded: Loaded) -> Wish:  # noqa: ARG001
    return Wish(lambda journal: intakes.delete_intake(journal, deed.id))


def _delete_intake(deed: Deed, loaded: Loaded) -> Wish:  # noqa: ARG001
    return _deleting(lambda journal: intakes.delete_intake(journal, deed.id), "intake", deed)


def _delete_practice(deed: Deed, loaded: Loaded) -> Wish:  # noqa: ARG001
    return _deleting(lambda journal: practices.delete_practice(journal, deed.id), "practice", deed)


def _delete_marker(deed: Deed, loaded: Loaded) -> Wish:  # noqa: ARG001
    return _deleting(lambda journal: markers.delete_marker(journal, deed.id), "marker", deed)


def _deleting(act: Callable[[Journal], object], kind: str, deed: Deed) -> Wish:
    return Wish(act, _("Deleted."), undoable=True, for_good=(kind, deed.id))


_ACTS: Mapping[StrEnum, Callable[[Deed, Loaded], Wish]] = {
    Do.REOPEN_COURSE: _reopen_course,
    Do.DELETE_COURSE: _delete_course,
    Do.DELETE_MEDICINE: _delete_medicine,
    Do.REMOVE_DOSE: _remove_level,
    Do.TAKE: _take,
    Do.TAKE_EXTRA: _take_extra,
    Do.UNDO_INTAKE: _undo_intake,
    Do.DELETE_INTAKE: _delete_intake,
    Do.DELETE_PRACTICE: _delete_practice,
    Do.DELETE_MARKER: _delete_marker,
}
