"""The questionnaires of the sample journal: answered from the clinic's form, and one total that was given."""

from __future__ import annotations

from datetime import date

from journal.model.entries import TimeKnown
from journal.model.questionnaires import GivenAnswer, Questionnaire, Span
from journal.model.sample_sessions import sample_id
from journal.model.sample_times import ZONE, instant

_ANSWERED: tuple[tuple[str, Span, date, int, str], ...] = (
    ("pcl5", Span.MONTH, date(2026, 5, 15), 10 * 60 + 20, "43232331323333214324"),
    ("phq9", Span.NONE, date(2026, 5, 15), 10 * 60 + 28, "232312210"),
    ("pcl5", Span.MONTH, date(2026, 6, 26), 16 * 60 + 5, "34242432223333313323"),
    ("phq9", Span.NONE, date(2026, 6, 26), 16 * 60 + 14, "233222210"),
    ("who5", Span.NONE, date(2026, 6, 26), 16 * 60 + 18, "11102"),
    ("pcl5", Span.MONTH, date(2026, 7, 24), 15 * 60 + 40, "23222330223223203213"),
    ("pcl5", Span.WEEK, date(2026, 8, 14), 19 * 60 + 10, "23130121123222113321"),
    ("phq9", Span.NONE, date(2026, 8, 21), 15 * 60 + 42, "121211110"),
    ("pcl5", Span.WEEK, date(2026, 8, 28), 19 * 60 + 25, "13232111202223213223"),
    ("who5", Span.NONE, date(2026, 8, 28), 19 * 60 + 32, "23223"),
    ("pcl5", Span.WEEK, date(2026, 9, 11), 19 * 60 + 5, "23132331112233213311"),
    ("pcl5", Span.MONTH, date(2026, 9, 18), 16 * 60 + 10, "3323123122313221-323"),
    ("gad7", Span.NONE, date(2026, 9, 18), 16 * 60 + 16, "2221211"),
    ("phq9", Span.NONE, date(2026, 10, 16), 15 * 60 + 55, "222212110"),
    ("pcl5", Span.MONTH, date(2026, 10, 16), 16 * 60 + 2, "33132331222233213323"),
    ("who5", Span.NONE, date(2026, 10, 16), 16 * 60 + 9, "21122"),
)
"""Instrument, span, day, minutes after midnight, and the answers in order; “-” is one that was skipped."""

_GIVEN = (date(2026, 9, 4), "ISI", 15.0, "Sleep clinic")
"""Day, name, total, and who gave it."""


def sample_questionnaires() -> tuple[Questionnaire, ...]:
    """Everything that was filled in, in order of time."""
    return tuple(sorted([*(_answered(*row) for row in _ANSWERED), _given()], key=lambda each: each.at_ms))


def _answered(instrument: str, span: Span, day: date, minute: int, answers: str) -> Questionnaire:
    at_ms, offset_min = instant(day, minute)
    return Questionnaire(
        id=sample_id(f"questionnaire {instrument} {day}"),
        instrument=instrument,
        at_ms=at_ms,
        offset_min=offset_min,
        day=day,
        span=span,
        answers=tuple(
            GivenAnswer(str(number), None if answer == "-" else int(answer)) for number, answer in enumerate(answers, 1)
        ),
        zone=ZONE,
        made_ms=at_ms,
        made_offset_min=offset_min,
    )


def _given() -> Questionnaire:
    day, name, total, by = _GIVEN
    at_ms, offset_min = instant(day, 12 * 60)
    return Questionnaire(
        id=sample_id(f"questionnaire {name} {day}"),
        instrument="",
        at_ms=at_ms,
        offset_min=offset_min,
        day=day,
        name=name,
        total=total,
        total_by=by,
        zone=ZONE,
        time_known=TimeKnown.DAY,
        made_ms=at_ms,
        made_offset_min=offset_min,
    )
