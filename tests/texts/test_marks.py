"""The words of marks, doses and side effects."""

from dataclasses import replace

from journal.model.series import ChartMark, DoseLane, EffectPeaks, MarkKind
from journal.texts import marks, session_effects
from journal.texts import trends as words
from tests.support.trends_data import trends, with_treatment


def test_every_mark_of_the_period_is_said_with_its_day():
    data = with_treatment(trends(1, 90), sessions=6)
    told = " ".join(marks.sentences(data))
    assert all(mark.label in told for mark in data.marks)
    assert "6 sessions:" in told
    assert "1 dose change:" in told
    assert "1 marker:" in told


def test_two_hundred_sessions_are_all_said():
    data = with_treatment(trends(1, 3650), sessions=200)
    told = " ".join(marks.sentences(data))
    assert all(f"Infusion {n} on" in told for n in range(1, 201))


def test_marks_beside_the_period_are_not_said():
    data = with_treatment(trends(1, 90), sessions=1, lanes=0)
    early = ChartMark(data.period.first.toordinal() - 3, "Long ago", MarkKind.MARKER)
    assert not any("Long ago" in told for told in marks.sentences(replace(data, marks=(early, *data.marks))))


def test_a_dose_of_nothing_is_said_as_a_dose():
    data = with_treatment(trends(1, 90), lanes=3)
    told = next(text for text in marks.sentences(data) if text.startswith("Tapered"))
    assert "10 mg from" in told
    assert "; 0 mg from" in told


def test_a_day_says_what_happened_and_what_was_taken():
    data = with_treatment(trends(1, 90), sessions=2, lanes=1)
    day = next(mark.day for mark in data.marks if mark.kind is MarkKind.SESSION)
    assert marks.day_told(data, day) == "Infusion 1. Usual doses: Sertraline 100 mg."


def test_an_ordinary_day_says_nothing_more():
    assert marks.day_told(trends(1, 90), trends(1, 90).period.first.toordinal()) == ""


def test_a_lane_says_its_unit_and_how_it_is_taken():
    lane = DoseLane("Prazosin", "mg", (1,), (2,), (1.0,))
    assert marks.lane_label(lane) == "Prazosin, mg"
    assert marks.lane_label(replace(lane, as_needed=True)) == "Prazosin, mg, as needed"
    assert marks.lane_label(replace(lane, daily=True)) == "Prazosin, mg a day"
    assert marks.lane_label(replace(lane, unit="")) == "Prazosin"


def test_the_note_names_only_the_kinds_there_are():
    data = with_treatment(trends(1, 90), sessions=1, lanes=0)
    assert all(symbol in marks.note(data) for symbol in "▼■◆")
    only = replace(data, marks=tuple(mark for mark in data.marks if mark.kind is MarkKind.SESSION))
    assert "◆" not in marks.note(only)
    assert marks.note(replace(data, marks=())) == ""


def test_side_effects_say_every_level_with_its_day_and_n():
    data = with_treatment(trends(1, 90), sessions=6)
    told = words.sentence(data.effects, data)
    for peaks in data.effects.effects:
        assert f"{peaks.label} (n {len(peaks.days)})" in told


def test_side_effects_say_of_how_many_sessions_they_are():
    data = with_treatment(trends(1, 90), sessions=6)
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    peaks = EffectPeaks("Dizziness", data.effects.effects[0].days[:2], (2.0, 1.0))
    panel = replace(data.effects, effects=(peaks,))
    assert session_effects.sessions_line(panel, data, first, last) == "Logged for 2 of 6 sessions"


def test_a_day_of_side_effects_is_read_with_the_words_of_the_levels():
    data = with_treatment(trends(1, 90), sessions=6)
    peaks = EffectPeaks("Dizziness", (float(data.period.first.toordinal()),), (2.0,))
    told = words.read_out(replace(data.effects, effects=(peaks,)), data.period.first.toordinal())
    assert told.endswith("Side effects by session: Dizziness: 2, moderately.")


def test_a_day_without_a_session_is_not_read_as_nothing():
    data = with_treatment(trends(1, 90), sessions=1)
    assert "no side effects logged" in words.read_out(data.effects, data.period.first.toordinal())
