"""What a treatment adds to the charts, read from a journal."""

from datetime import date, datetime, time, timedelta

from journal.app import check_ins, trends
from journal.app.chart_treatment import chart_marks, dose_lanes, effects_panel
from journal.app.courses import add_course
from journal.app.markers import add_marker
from journal.app.medicines import add_medicine, change_dose, stop_medicine
from journal.app.sessions import add_point, add_session, effect_items, session
from journal.model.periods import Period, last_days
from journal.model.series import EFFECTS_KEY, MarkKind

TODAY = date(2026, 10, 29)
DAYS = last_days(TODAY, 60)


def noon(days_ago, hour=12):
    return datetime.combine(TODAY - timedelta(days=days_ago), time(hour))


def infusions(journal, *days_ago):
    course = add_course(journal, "ketamine_iv", TODAY - timedelta(days=50), sessions=6)
    return [add_session(journal, "ketamine_iv", noon(n), course_id=course.id) for n in sorted(days_ago, reverse=True)]


def effect(journal, made, which, *levels):
    item = effect_items(journal)[which]
    for minutes, level in enumerate(levels):
        add_point(journal, made.id, item, level, at_ms=made.at_ms + minutes * 600_000)
    return session(journal, made.id)


def test_sessions_are_marked_with_their_number(journal):
    infusions(journal, 20, 10)
    marks = chart_marks(journal, DAYS)
    assert [(mark.label, mark.kind) for mark in marks] == [
        ("Infusion 1", MarkKind.SESSION),
        ("Infusion 2", MarkKind.SESSION),
    ]


def test_numbers_count_from_the_first_session_even_outside_the_period(journal):
    infusions(journal, 20, 10)
    assert [mark.label for mark in chart_marks(journal, last_days(TODAY, 15))] == ["Infusion 2"]


def test_dose_changes_say_from_what_to_what(journal):
    made = add_medicine(journal, "Sertraline", unit="mg", start=TODAY - timedelta(days=40), dose=50, times=(480,))
    change_dose(journal, made.id, TODAY - timedelta(days=20), dose=100)
    stop_medicine(journal, made.id, TODAY - timedelta(days=5))
    assert [mark.label for mark in chart_marks(journal, DAYS)] == [
        "Sertraline from 50 mg",
        "Sertraline 50 → 100 mg",
        "Sertraline stopped",
    ]


def test_the_persons_markers_are_marked(journal):
    add_marker(journal, TODAY, "Moved house", "not drawn")
    assert [(mark.label, mark.kind) for mark in chart_marks(journal, DAYS)] == [("Moved house", MarkKind.MARKER)]


def test_a_lane_has_gaps_before_the_start_and_after_the_stop(journal):
    made = add_medicine(journal, "Tapered", unit="mg", start=TODAY - timedelta(days=40), dose=10, times=(480,))
    change_dose(journal, made.id, TODAY - timedelta(days=20), dose=0)
    stop_medicine(journal, made.id, TODAY - timedelta(days=5))
    (lane,) = dose_lanes(journal, DAYS, DAYS)
    day = TODAY.toordinal()
    assert [lane.amount_on(day - n) for n in (41, 40, 21, 20, 5, 4)] == [None, 10, 10, 0, 0, None]


def test_a_dose_that_goes_on_ends_today(journal):
    add_medicine(journal, "Sertraline", unit="mg", start=TODAY - timedelta(days=400), dose=50, times=(480,))
    (lane,) = dose_lanes(journal, DAYS, DAYS)
    assert lane.lasts == (TODAY.toordinal(),)


def test_more_than_one_dose_a_day_is_drawn_as_the_days_amount(journal):
    made = add_medicine(journal, "Sertraline", unit="mg", start=TODAY - timedelta(days=40), dose=50, times=(480,))
    change_dose(journal, made.id, TODAY - timedelta(days=20), dose=50, times=(480, 1200))
    (lane,) = dose_lanes(journal, DAYS, DAYS)
    assert lane.daily
    assert lane.amounts == (50, 100)
    assert chart_marks(journal, DAYS)[-1].label == "Sertraline 50 → 2 × 50 mg"


def test_medicines_that_change_in_the_period_come_first(journal):
    for number in range(5):
        add_medicine(journal, f"M{number}", unit="mg", start=date(2025, 1, 1), dose=1, times=(480,))
    made = add_medicine(journal, "Changed", unit="mg", start=date(2025, 2, 1), dose=1, times=(480,))
    change_dose(journal, made.id, TODAY - timedelta(days=3), dose=2)
    assert dose_lanes(journal, DAYS, DAYS)[0].label == "Changed"


def test_a_side_effect_stands_at_its_highest_level(journal):
    made = infusions(journal, 10)[0]
    effect(journal, made, 0, 1, 3, 0)
    (peaks,) = effects_panel(journal, DAYS).effects
    assert (peaks.days, peaks.levels) == (((TODAY - timedelta(days=10)).toordinal(),), (3.0,))


def test_a_session_without_side_effects_logged_is_no_zero(journal):
    first, _second = infusions(journal, 20, 10)
    effect(journal, first, 0, 2)
    panel = effects_panel(journal, DAYS)
    assert panel.days == ((TODAY - timedelta(days=20)).toordinal(),)
    assert panel.value_on((TODAY - timedelta(days=10)).toordinal()) is None


def test_a_level_of_nothing_that_was_logged_is_a_zero(journal):
    made = infusions(journal, 10)[0]
    effect(journal, made, 0, 0)
    assert effects_panel(journal, DAYS).effects[0].levels == (0.0,)


def test_two_sessions_of_a_day_stand_beside_each_other(journal):
    for hour in (10, 15):
        made = add_session(journal, "ketamine_iv", noon(3, hour))
        effect(journal, made, 0, hour // 5)
    (peaks,) = effects_panel(journal, DAYS).effects
    assert peaks.levels == (2.0, 3.0)
    assert peaks.days[0] < peaks.days[1] < peaks.days[0] + 1


def test_side_effects_are_shown_first_where_there_are_some_and_can_be_chosen(journal):
    assert EFFECTS_KEY not in {choice.key for choice in trends.choices(journal)}
    made = infusions(journal, 10)[0]
    effect(journal, made, 0, 2)
    check_ins.log(journal, {"flashbacks": 2})
    assert EFFECTS_KEY in {choice.key for choice in trends.choices(journal)}
    assert [panel.key for panel in trends.panels(journal, DAYS, None).panels] == ["flashbacks", EFFECTS_KEY]
    assert [panel.key for panel in trends.panels(journal, DAYS, [EFFECTS_KEY]).panels] == [EFFECTS_KEY]


def test_side_effects_have_no_typical_week(journal):
    infusions(journal, 10)
    assert trends.weeks(journal, DAYS, [EFFECTS_KEY]).panels == ()


def test_without_a_treatment_nothing_is_added(journal):
    data = trends.panels(journal, DAYS, ["flashbacks"])
    assert (data.marks, data.doses, data.treated) == ((), (), False)


def test_only_days_of_the_period_are_marked(journal):
    infusions(journal, 30)
    data = trends.panels(journal, last_days(TODAY, 7), ["flashbacks"], margin_days=0)
    assert data.marks == ()
    assert not data.treated
    assert trends.panels(journal, Period(TODAY - timedelta(days=31), TODAY), ["flashbacks"]).treated
