from datetime import date, datetime

from journal.app import after_session, check_ins, forms, history, sessions
from journal.app.forms import SectionKind
from journal.app.still_there import answer, skip, still_asked
from journal.app.summaries import summary
from journal.model.entries import EntryKind, Recall
from journal.model.periods import Period


def begun(journal, clock, at, kind="ketamine_iv"):
    clock.set(at)
    return sessions.begin_session(journal, kind)


def three(journal):
    return forms.form(journal, kind=EntryKind.AFTER_SESSION)


def test_nothing_is_asked_after_a_session_until_hours_are_set(opened):
    journal, clock = opened
    begun(journal, clock, "2026-10-29T10:00")
    clock.set("2026-10-29T14:00")
    assert not after_session.form_due(journal)
    journal.put_setting("after_hours", [4])
    assert after_session.form_due(journal)


def test_the_form_asks_the_three_chosen_questions_about_now(opened):
    journal, clock = opened
    journal.put_setting("just_three", ["low_mood", "anxiety", "numb"])
    form = three(journal)
    assert [item.key for item in form.items] == ["low_mood", "numb", "anxiety"]
    entry = check_ins.answer(journal, form.key, journal.item("anxiety"), 2)
    assert (entry.kind, entry.recall, entry.covers_min) == (EntryKind.AFTER_SESSION, Recall.NOW, None)


def test_an_answer_settles_the_form_and_taking_it_away_does_not(opened):
    journal, clock = opened
    journal.put_setting("after_hours", [4])
    begun(journal, clock, "2026-10-29T10:00")
    clock.set("2026-10-29T15:00")
    check_ins.answer(journal, three(journal).key, journal.item("anxiety"), 2)
    assert not after_session.form_due(journal)
    history.undo(journal)
    assert after_session.form_due(journal)


def test_not_this_time_settles_this_form_only(opened):
    journal, clock = opened
    journal.put_setting("after_hours", [4, 24])
    begun(journal, clock, "2026-10-29T10:00")
    clock.set("2026-10-29T15:00")
    after_session.set_aside(journal)
    assert not after_session.form_due(journal)
    clock.set("2026-10-30T10:00")
    assert after_session.form_due(journal)


def test_due_times_are_instants_and_go_when_they_are_done(opened):
    journal, clock = opened
    journal.put_setting("after_hours", [4, 24])
    begun(journal, clock, "2026-10-29T10:00")
    assert after_session.due_times(journal) == ("2026-10-29T13:00Z", "2026-10-30T09:00Z")
    clock.set("2026-10-29T14:30")
    check_ins.answer(journal, three(journal).key, journal.item("anxiety"), 2)
    assert after_session.due_times(journal) == ("2026-10-30T09:00Z",)
    clock.set("2026-11-02T10:00")
    assert after_session.due_times(journal) == ()


def test_the_form_does_not_shorten_the_next_check_in(opened):
    journal, clock = opened
    clock.set("2026-10-29T08:00")
    check_ins.answer(journal, check_ins.new_key(), journal.item("anxiety"), 1)
    clock.set("2026-10-29T14:00")
    check_ins.answer(journal, three(journal).key, journal.item("anxiety"), 2)
    clock.set("2026-10-29T20:00")
    form = forms.form(journal)
    assert form.covers_min == 12 * 60
    assert form.entry is None


def test_what_was_answered_right_now_has_no_weight_beside_a_window(opened):
    journal, clock = opened
    clock.set("2026-10-29T14:00")
    check_ins.answer(journal, three(journal).key, journal.item("anxiety"), 4)
    day = date(2026, 10, 29)
    assert summary(journal, Period(day, day)).item("anxiety").now.mean == 4.0
    clock.set("2026-10-29T20:00")
    check_ins.answer(journal, check_ins.new_key(), journal.item("anxiety"), 1)
    assert summary(journal, Period(day, day)).item("anxiety").now.mean == 1.0


def test_its_entry_opens_as_three_questions_again(opened):
    journal, _clock = opened
    entry = check_ins.answer(journal, three(journal).key, journal.item("anxiety"), 2)
    again = forms.form(journal, key=check_ins.CheckInKey(entry.id))
    assert again.key.kind is EntryKind.AFTER_SESSION
    assert [section.kind for section in again.sections] == [SectionKind.SYMPTOMS]
    assert "anxiety" in {item.key for item in again.items}


def test_an_entry_moved_in_time_is_still_about_that_moment(opened):
    journal, _clock = opened
    entry = check_ins.answer(journal, three(journal).key, journal.item("anxiety"), 2)
    moved = history.edit(journal, entry.id, at=datetime.fromisoformat("2026-10-29T14:10"))
    assert (moved.recall, moved.covers_min) == (Recall.NOW, None)


def dizzy(journal, clock, at="2026-10-29T15:10"):
    session = begun(journal, clock, "2026-10-29T14:30")
    clock.set(at)
    return sessions.add_point(journal, session.id, journal.item("dizziness"), 2)


def levels(journal, session):
    known = journal.store.sessions.get(session.id)
    return [point.level for point in known.effects[0].points] if known.effects else []


def test_an_open_side_effect_is_asked_about_until_it_is_gone(opened):
    journal, clock = opened
    session = dizzy(journal, clock)
    clock.set("2026-10-29T21:00")
    (asked,) = still_asked(journal, "check-in-1")
    answer(journal, "check-in-1", asked, 1)
    assert levels(journal, session) == [2, 1]
    clock.set("2026-10-30T09:00")
    (asked,) = still_asked(journal, "check-in-2")
    assert asked.answer is None
    answer(journal, "check-in-2", asked, 0)
    clock.set("2026-10-30T20:00")
    assert still_asked(journal, "check-in-3") == ()


def test_an_answer_stays_in_sight_can_be_changed_and_taken_away(opened):
    journal, clock = opened
    session = dizzy(journal, clock)
    clock.set("2026-10-29T21:00")
    (asked,) = still_asked(journal, "c")
    answer(journal, "c", asked, 0)
    (asked,) = still_asked(journal, "c")
    assert asked.answer.level == 0
    answer(journal, "c", asked, 3)
    assert levels(journal, session) == [2, 3]
    (asked,) = still_asked(journal, "c")
    answer(journal, "c", asked, None)
    assert levels(journal, session) == [2]
    (asked,) = still_asked(journal, "c")
    assert asked.answer is None


def test_an_answer_that_is_undone_is_asked_again(opened):
    journal, clock = opened
    session = dizzy(journal, clock)
    clock.set("2026-10-29T21:00")
    (asked,) = still_asked(journal, "c")
    answer(journal, "c", asked, 0)
    history.undo(journal)
    assert levels(journal, session) == [2]
    (asked,) = still_asked(journal, "c")
    assert asked.answer is None


def test_one_that_was_skipped_is_asked_at_the_next_check_in_and_not_twice_in_one(opened):
    journal, clock = opened
    dizzy(journal, clock)
    clock.set("2026-10-29T21:00")
    form = forms.form(journal)
    (asked,) = still_asked(journal, form.key.entry_id)
    skip(journal, form.key.entry_id, (asked.key,))
    check_ins.answer(journal, form.key, journal.item("anxiety"), 1)
    assert still_asked(journal, form.key.entry_id) == ()
    assert len(still_asked(journal, forms.form(journal, another=True).key.entry_id)) == 1


def test_a_check_in_that_has_no_entry_yet_asks_nothing_twice_either(opened):
    journal, clock = opened
    dizzy(journal, clock)
    clock.set("2026-10-29T21:00")
    (asked,) = still_asked(journal, forms.form(journal).key.entry_id)
    skip(journal, "first-look", (asked.key,))
    assert still_asked(journal, forms.form(journal).key.entry_id) == ()
    clock.set("2026-10-30T08:00")
    assert len(still_asked(journal, forms.form(journal).key.entry_id)) == 1


def test_none_is_asked_about_once_it_is_72_hours_old(opened):
    journal, clock = opened
    dizzy(journal, clock, at="2026-10-29T15:10")
    clock.set("2026-11-01T15:10")
    assert len(still_asked(journal, "c")) == 1
    clock.set("2026-11-01T15:11")
    assert still_asked(journal, "c") == ()


def test_a_deleted_session_is_not_asked_about(opened):
    journal, clock = opened
    session = dizzy(journal, clock)
    sessions.delete_session(journal, session.id)
    assert still_asked(journal, "c") == ()


def test_settings_of_another_kind_than_ours_do_no_harm(opened):
    journal, clock = opened
    dizzy(journal, clock)
    clock.set("2026-10-29T21:00")
    for kept in ("x", {"entry": 1, "asked": {"a": 2}}, {"entry": "c", "asked": [1]}, {"at_ms": "y", "entry": "d"}):
        journal.put_setting("still_there", kept)
        assert len(still_asked(journal, "c")) == 1
    journal.put_setting("after_hours", "4")
    journal.put_setting("after_set_aside", {"a": 1})
    assert after_session.forms_to_come(journal) == ()
