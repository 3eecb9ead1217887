"""What one session says in the cells of a table: what was given, blood pressure, side effects, how it went."""

from __future__ import annotations

from collections.abc import Iterable

from journal.model.sessions import BEFORE_MIN, Session, Shortened, Vital
from journal.report.text_safety import one_line, shortened
from journal.report.treatment_data import ReportEffect, ReportSession
from journal.report.wording import NOTHING, ReportWords
from journal.texts import times, treatments
from journal.texts.translation import _

OWN_LIMIT = 80
"""A route or reason in own words is cut here."""

ROUTE_LIMIT = 24

NO_BREAK = "\u00a0"


def dose(told: ReportSession, words: ReportWords) -> str:
    """What was given: "40 mg IV, 40 min"; of a therapy session its minutes."""
    session = told.session
    amount = None if session.dose is None else words.dose(session.dose, one_line(session.unit), told.device_mg)
    route = shortened(one_line(treatments.clinical_route(session.route)), ROUTE_LIMIT)
    given = " ".join(filter(None, [amount, route]))
    length = "" if session.minutes is None else times.span_text(session.minutes, words.locale)
    return ", ".join(filter(None, [given, length]))


def pressures(session: Session) -> tuple[str, str, str]:
    """Blood pressure before, highest, and after: "124/79"; empty where it was not measured.

    The highest is the one with the highest systolic value after the start. After is the last one
    measured once the session was over, or after the start where its length is not known.
    """
    measured = [vital for vital in session.vitals if vital.systolic is not None or vital.diastolic is not None]
    before = next((vital for vital in measured if vital.minute == BEFORE_MIN), None)
    later = [vital for vital in measured if vital.minute > BEFORE_MIN]
    highest = max(later, key=lambda vital: (vital.systolic or 0, vital.diastolic or 0), default=None)
    over = [vital for vital in later if vital.minute >= (session.minutes or 0)]
    return pressure(before), pressure(highest), pressure(max(over, key=lambda vital: vital.minute, default=None))


def pressure(vital: Vital | None) -> str:
    """Systolic over diastolic; a dash for the one that is missing."""
    if vital is None or (vital.systolic is None and vital.diastolic is None):
        return ""
    return f"{_whole(vital.systolic)}/{_whole(vital.diastolic)}"


def vitals(session: Session, words: ReportWords) -> str:
    """All vitals by minutes: "0: 124/79, 74, 98%; 15: …"."""
    return "; ".join(f"{vital.minute}:{NO_BREAK}{_vital(vital, words)}" for vital in session.vitals if not vital.empty)


def effect_times(effect: ReportEffect) -> str:
    """Its highest level, and onset, peak and end: "3: 20–45–175"; a question mark for an end not known."""
    end = "…" if effect.still_there else "?" if effect.end_min is None else str(effect.end_min)
    return f"{effect.level}:{NO_BREAK}{effect.onset_min}–{effect.peak_min}–{end}"


def effect_named(effect: ReportEffect) -> str:
    """The same with its name and when it came: "Headache 2: 1120–1300–1720, in the next days"."""
    told = f"{shortened(one_line(effect.label), 40)} {effect_times(effect)}"
    return told if effect.phase is None else f"{told}, {treatments.phase_text(effect.phase)}"


def effects_named(effects: Iterable[ReportEffect]) -> str:
    """Several side effects in one cell."""
    return "; ".join(effect_named(effect) for effect in effects)


def went(session: Session) -> str:
    """How it was to go through."""
    return "" if session.went is None else treatments.went_text(session.went)


def clear(session: Session) -> str:
    """The time until clear again, in minutes after the start."""
    return "" if session.clear_min is None else str(session.clear_min)


def worked_with(session: Session) -> str:
    """How well the person could work with what came up, 0 to 4."""
    return "" if session.worked_with is None else str(session.worked_with)


def circumstances(session: Session, words: ReportWords) -> str:
    """Everything else that was written down of it, in short phrases."""
    place = "" if session.place is None else treatments.place_text(session.place)
    present = {True: _("someone was there"), False: _("nobody else was there")}
    ride = {True: _("a way home arranged"), False: _("no way home arranged")}
    calming = {
        True: _("calming medicine in the 24 hours before"),
        False: _("no calming medicine in the 24 hours before"),
    }
    alcohol = {True: _("alcohol in the 24 hours before"), False: _("no alcohol in the 24 hours before")}
    said = [
        place,
        "" if session.accompanied is None else present[session.accompanied],
        cut_short(session),
        named(_("also given: {what}"), session.other_medicines),
        named(_("held back: {what}"), session.held_back),
        "" if session.weight_kg is None else _("weight {n} kg").format(n=words.number(session.weight_kg)),
        "" if session.calming is None else calming[session.calming],
        "" if session.alcohol is None else alcohol[session.alcohol],
        "" if session.ride is None else ride[session.ride],
    ]
    return "; ".join(filter(None, said))


def cut_short(session: Session) -> str:
    """Whether it was stopped or slowed, and why."""
    if session.shortened is None:
        return ""
    what = _("stopped before its planned end") if session.shortened is Shortened.STOPPED else _("slowed down")
    why = shortened(one_line(session.shortened_why), OWN_LIMIT)
    return f"{what}: {why}" if why else what


def named(sentence: str, what: str) -> str:
    """Own words within a phrase; nothing where there are none."""
    return sentence.format(what=shortened(one_line(what), OWN_LIMIT)) if one_line(what) else ""


def _vital(vital: Vital, words: ReportWords) -> str:
    oxygen = "" if vital.spo2 is None else words.percent(vital.spo2 / 100)
    pulse = "" if vital.pulse is None else str(vital.pulse)
    measured = [pressure(vital) or NOTHING, pulse or NOTHING, oxygen]
    return f",{NO_BREAK}".join(measured if oxygen else measured[: 2 if pulse else 1])


def _whole(value: int | None) -> str:
    return "–" if value is None else str(value)
