"""What a person does beside the questions: side effects from before, doses, forms put aside. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from journal.app.after_session import set_aside
from journal.app.beside_check_in import BesideCheckIn, beside_check_in
from journal.app.coming_appointment import set_line_aside
from journal.app.dose_answers import answer_dose, correct_time
from journal.app.forms import CheckInForm
from journal.app.intakes import PlannedDose, delete_intake, take
from journal.app.journal import Journal
from journal.app.monthly_look import set_month_aside
from journal.app.still_there import answer, skip, still_asked
from journal.host.clock import local_now
from journal.model.entries import State
from journal.model.medicines import Taken
from journal.ui.today.beside_state import STILL_PREFIX, OfferKind, dose_key, doses, offers, still_card
from journal.ui.today.open_check_in import CheckInParts
from journal.ui.today.state import TodayState, saved_line


class BesideToday:
    """Holds what was read of the journal, and answers that are not saved yet. `changed` is told to render."""

    def __init__(self, parts: CheckInParts, changed: Callable[[], None]) -> None:
        self._parts = parts
        self._changed = changed
        self._beside = BesideCheckIn()
        self._given: dict[str, int | None] = {}
        self._waiting = 0
        self._form: CheckInForm | None = None
        self._saved_at: datetime | None = None

    def show(self, form: CheckInForm, beside: BesideCheckIn) -> None:
        """Take what was read with a form; while an answer is on its way the rows stay as they are."""
        same = self._form is not None and self._form.key == form.key
        if same and self._waiting:
            beside = replace(beside, still=self._beside.still)
        else:
            self._given = {}
        if not same or not _anything(beside):
            self._saved_at = None
        self._form, self._beside = form, beside

    @property
    def busy(self) -> bool:
        """Whether an answer of ours is on its way."""
        return self._waiting > 0

    def joined(self, state: TodayState, saved_at: datetime | None) -> TodayState:
        """The page's state with what stands beside the questions; `saved_at`: when an answer was saved last."""
        now = local_now(self._parts.clock)
        still = still_card(self._beside.still, self._given, now, self._parts.words)
        times = [at for at in (saved_at, self._saved_at) if at is not None]
        return replace(
            state,
            saved=saved_line(max(times)) if times else state.saved,
            cards=(*((still,) if still else ()), *state.cards),
            offers=offers(self._beside),
            doses=doses(self._beside.doses),
        )

    def on_answered(self, key: str, value: float | None, state: State | None) -> bool:
        """Write a side effect from before down; false where the row is one of the check-in's own.

        "Not applicable" leaves it as it was: nothing is known of it.
        """
        asked = next((each for each in self._beside.still if STILL_PREFIX + each.key == key), None)
        if asked is None or self._form is None:
            return key.startswith(STILL_PREFIX)
        level = None if value is None or state is not State.RATED else round(value)
        self._given[asked.key] = level
        self._changed()
        entry_id = self._form.key.entry_id
        self._run(lambda journal: _answer(journal, entry_id, asked.key, level))
        return True

    def on_still_skipped(self) -> None:
        """Ask no more about what was not answered, until the next check-in."""
        if self._form is None:
            return
        entry_id = self._form.key.entry_id
        left = tuple(each.key for each in self._beside.still if self._given.get(each.key, each.answer) is None)
        self._beside = replace(self._beside, still=tuple(each for each in self._beside.still if each.key not in left))
        self._changed()
        self._run(lambda journal: skip(journal, entry_id, left))

    def on_refused(self, kind: OfferKind) -> None:
        """Not this time, not this month, or not now."""
        if kind is OfferKind.AFTER_SESSION:
            self._beside = replace(self._beside, after_session=False)
            self._run(set_aside)
        elif kind is OfferKind.APPOINTMENT:
            self._beside = replace(self._beside, appointment=None)
            self._run(set_line_aside)
        else:
            self._beside = replace(self._beside, month=False)
            self._run(set_month_aside)
        self._changed()

    def on_dose(self, key: str, taken: Taken) -> None:
        """What became of a planned dose; the answer that holds, pressed again, is taken away."""
        dose, day = self._planned(key), self._day
        if dose is None or day is None:
            return
        intake = dose.intake
        if intake is not None and intake.taken is taken:
            self._run(lambda journal: delete_intake(journal, intake.id))
        else:
            self._run(lambda journal: answer_dose(journal, dose, day, taken))

    def on_taken_now(self, medicine_id: str) -> None:
        """One taken as needed, in its usual dose."""
        day = self._day if self._form is not None and self._form.late else None
        self._run(lambda journal: take(journal, medicine_id, day=day))

    def on_intake_removed(self, intake_id: str) -> None:
        """A dose that was not taken after all."""
        self._run(lambda journal: delete_intake(journal, intake_id))

    def on_intake_time(self, intake_id: str, wall: time) -> None:
        """Another time for a dose. One to come is refused in words."""
        self._run(lambda journal: correct_time(journal, intake_id, wall))

    def reload(self) -> None:
        """Read again what the journal holds."""
        form = self._form
        if form is None:
            return

        def read(beside: BesideCheckIn) -> None:
            if self._form is not None and self._form.key == form.key:
                self.show(self._form, beside)
                self._changed()

        self._parts.runner.run(lambda: beside_check_in(self._parts.journal(), form), read, self._parts.failed)

    @property
    def _day(self) -> date | None:
        return self._form.day if self._form is not None else None

    def _planned(self, key: str) -> PlannedDose | None:
        planned = self._beside.doses.planned if self._beside.doses else ()
        return next((dose for dose in planned if dose_key(dose.medicine.id, dose.due_min) == key), None)

    def _run(self, job: Callable[[Journal], object]) -> None:
        """Do it on the storage thread, then show what the journal holds; where it fails, what held before."""
        self._waiting += 1

        def done(_result: object) -> None:
            self._waiting -= 1
            self._saved_at = local_now(self._parts.clock)
            self._changed()  # "Saved" need not wait until all that stands beside the questions is read
            self.reload()

        def failed(error: Exception) -> None:
            self._waiting -= 1
            self._parts.failed(error)
            self.reload()

        self._parts.runner.run(lambda: job(self._parts.journal()), done, failed)


def _anything(beside: BesideCheckIn) -> bool:
    """Whether anything was written down beside the questions."""
    doses = beside.doses
    taken = doses is not None and (
        any(dose.intake for dose in doses.planned) or any(dose.intakes for dose in doses.as_needed)
    )
    return taken or any(each.answer for each in beside.still)


def _answer(journal: Journal, entry_id: str, key: str, level: int | None) -> None:
    """Runs on the storage thread, where the answer before this one is known."""
    asked = next((each for each in still_asked(journal, entry_id) if each.key == key), None)
    if asked is not None:
        answer(journal, entry_id, asked, level)
