"""What is asked on the pages themselves, where other programs open a dialog: forms, and questions before a deed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from journal.app.journal import Journal
from journal.ui.appointments.wishes import Do as AppointmentDo
from journal.ui.goals.wishes import Do as GoalDo
from journal.ui.plan.wishes import Do as PlanDo
from journal.ui.plan.wishes import Tab as PlanTab
from journal.ui.settings.backup_state import BackupsState, Inside, Look
from journal.ui.settings.keys_state import KnownState
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Tab
from tests.support.scene import Scene

CODE = "7Q2K-9XWM-4HTB-C8NP-0VRD-J5GE-3YAF-6SZQ-K"
"""As long as every recovery code is."""


def asked_in_place(journal: Journal) -> tuple[Scene, ...]:
    """A scene for each question that opens in its page."""
    today = journal.today()
    last = max(journal.store.entries.between(today, today), key=lambda entry: entry.at_ms)
    session = journal.store.sessions.all()[-1].id
    for_good = Scene("history: an entry, delete for good", "history", {"entry_id": last.id}, _deleting_an_entry)
    a_session = {"session_id": session}
    return (
        for_good,
        Scene("session: delete for good", "session", a_session, lambda page: page.deleting.for_good.click()),
        Scene("report: before saving", "report", {}, _saving_a_report),
        Scene("report: with a password", "report", {}, _with_a_password),
        *_of_settings(journal),
        *_forms(journal),
    )


def _deleting_an_entry(page: Any) -> None:
    page.entry.for_good.click()


def _saving_a_report(page: Any) -> None:
    page.handing_over._on_export()  # the button waits for the pages


def _with_a_password(page: Any) -> None:
    page.handing_over._on_export()
    page.handing_over.with_password.click()


def _of_settings(journal: Journal) -> tuple[Scene, ...]:
    day = journal.today()
    inside = Inside("29 October 2026, 21:00", ("131 check-ins", "8 sessions"), day, day)
    known = KnownState(CODE, ("The new passphrase holds from now on.",), ("/media/stick/backup",))
    acts: dict[str, Callable[[Any], object]] = {
        "change the passphrase": lambda page: page.secrets.change.click(),
        "try the recovery code": lambda page: page.secrets.ask_for_code(),
        "make a new recovery code": lambda page: page.secrets.new_code.click(),
        "the new recovery code": lambda page: page.secrets.show_code(CODE),
        "someone may know": lambda page: page.keys.known.open.click(),
        "everything is new": lambda page: page.keys.render_known(known),
        "a locked backup": lambda page: page.backups.render_state(BackupsState(look=Look.LOCKED, problem="Not this.")),
        "a backup": lambda page: page.backups.render_state(BackupsState(look=Look.FOUND, inside=inside)),
        "delete the journal": lambda page: page.keys.ending.delete.click(),
        "remove everything": lambda page: page.keys.ending.remove.click(),
    }
    return tuple(Scene(f"settings: {name}", "settings", {}, act) for name, act in acts.items())


def _forms(journal: Journal) -> tuple[Scene, ...]:
    medicine = journal.store.medicines.all()[0].id
    treatment = {
        Do.ADD_COURSE: (Tab.COURSES, ""),
        Do.ADD_SESSION: (Tab.COURSES, ""),
        Do.ADD_MEDICINE: (Tab.MEDICINES, ""),
        Do.CHANGE_DOSE: (Tab.MEDICINES, medicine),
        Do.STOP_MEDICINE: (Tab.MEDICINES, medicine),
        Do.ADD_INTAKE: (Tab.MEDICINES, medicine),
        Do.ADD_PRACTICE: (Tab.PRACTICE, ""),
        Do.ADD_MARKER: (Tab.MARKERS, ""),
    }
    return (
        *(
            Scene(f"treatment: {do}", "treatment", {"tab": str(tab)}, press(do, of))
            for do, (tab, of) in treatment.items()
        ),
        Scene("goals: add", "goals", {}, press(GoalDo.ADD)),
        Scene("appointments: add", "appointments", {}, press(AppointmentDo.ADD_APPOINTMENT)),
        Scene("appointments: add a clinician", "appointments", {}, press(AppointmentDo.ADD_CLINICIAN)),
        Scene("plan: add a contact", "plan", {"part": str(PlanTab.CONTACTS)}, press(PlanDo.ADD_CONTACT)),
    )


def press(do: StrEnum, of: str = "") -> Callable[[Any], None]:
    """Press the button of a deed."""
    return lambda page: page.presenter.on_press(Deed(do, of))
