"""The sample journal as it lies on disk."""

from dataclasses import fields
from datetime import date

import pytest

from journal.app.courses import course_views
from journal.app.forms import form, just_three
from journal.app.open_effects import open_effects
from journal.app.sample import SAMPLE_PASSPHRASE, make_sample, sample_clock
from journal.app.summaries import summary
from journal.app.vaults import open_journal
from journal.host.clock import local_now
from journal.host.resources import resource
from journal.model.entries import EntryKind
from journal.model.errors import JournalExists, WrongPassphrase
from journal.model.items import Asked
from journal.model.periods import last_days
from journal.model.sample import sample_days, sample_entries, sample_keys
from journal.model.sample_medicines import sample_intakes, sample_medicines
from journal.model.sample_practices import sample_markers, sample_practices
from journal.model.sample_questionnaires import sample_questionnaires
from journal.model.sample_sessions import sample_courses, sample_sessions
from journal.model.summary import build_summary
from journal.texts.sample_words import WRITTEN
from journal.texts.translation import use_language
from tests.support.diaries import entry_stamps, readings_of
from tests.support.languages import words_of

SPOKEN = ("es", "de", "fr", "uk")
NO_WORDS = {"id", "kind", "zone", "course_id", "medicine_id", "route", "unit", "instrument", "time_known", "recall"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder).close()
    return folder


@pytest.fixture
def sample(folder):
    journal = open_journal(folder, sample_clock(), passphrase=SAMPLE_PASSPHRASE)
    yield journal
    journal.close()


def test_it_opens_with_its_passphrase_only(folder):
    with pytest.raises(WrongPassphrase):
        open_journal(folder, sample_clock(), passphrase="another")


def test_it_is_never_written_over_a_journal(folder):
    with pytest.raises(JournalExists):
        make_sample(folder)


def by_item(entry):
    return sorted(entry.ratings, key=lambda rating: rating.item_id)


def test_every_entry_is_kept_as_it_was_made(sample):
    made = sample_entries(sample.catalogue)
    kept = sample.store.entries.between(made[0].day, made[-1].day)
    assert [by_item(entry) for entry in kept] == [by_item(entry) for entry in made]
    assert [(entry.id, entry.day, entry.covers_min, entry.note, entry.late) for entry in kept] == [
        (entry.id, entry.day, entry.covers_min, entry.note, entry.late) for entry in made
    ]


def test_its_treatment_and_questionnaires_are_kept_as_it_was_made(sample):
    store = sample.store
    assert store.courses.all() == list(sample_courses())
    assert store.sessions.all() == list(sample_sessions())
    assert store.medicines.all() == sorted(sample_medicines(), key=lambda medicine: medicine.start)
    assert store.intakes.all() == list(sample_intakes(sample_days()))
    assert store.practices.all() == list(sample_practices())
    assert store.markers.all() == list(sample_markers())
    assert store.questionnaires.all() == list(sample_questionnaires())


def test_the_next_infusion_is_planned_and_one_side_effect_is_still_asked_about(sample):
    view = next(view for view in course_views(sample) if view.course.kind == "ketamine_iv")
    assert (len(view.sessions), view.next_day) == (11, date(2026, 11, 18))
    (still_there,) = open_effects(sample, local_now(sample.clock))
    assert (still_there.item.key, still_there.level) == ("dizziness", 1)


def test_the_store_gives_the_readings_that_the_entries_hold(sample):
    made = sample_entries(sample.catalogue)
    night = {item.id for item in sample.catalogue.items if item.asked is Asked.NIGHT}
    expected = {row._replace(state=str(row.state)) for row in readings_of(made, night)}
    assert set(sample.store.entries.readings(made[0].day, made[-1].day)) == expected


def test_its_summary_is_that_of_its_entries(sample):
    made = sample_entries(sample.catalogue)
    night = {item.id for item in sample.catalogue.items if item.asked is Asked.NIGHT}
    period = last_days(sample.today(), 90)
    expected = build_summary(
        period, sample.items(), readings_of(made, night), entry_stamps(made), made[0].day, sample.today()
    )
    found = summary(sample, period)
    assert found.load == expected.load
    assert [(part.item.key, part.now, part.change) for part in found.items] == [
        (part.item.key, part.now, part.change) for part in expected.items
    ]


def test_today_is_its_last_evening(sample):
    assert sample.today() == date(2026, 10, 29)


def test_its_items_are_asked_and_first_start_is_over(sample):
    hidden = {item.key for item in sample.items() if item.hidden}
    assert hidden.isdisjoint(sample_keys())
    assert sample.setting("first_start_done") is True
    asked = {item.key for item in form(sample).items}
    assert {"anxiety", "functioning", "connection", "dizziness"} <= asked


def test_the_short_form_shows_what_the_person_chose(sample):
    shown = {item.key for item in form(sample, short=True).items}
    assert shown == set(just_three(sample))
    short = [entry for entry in sample_entries(sample.catalogue) if entry.kind is EntryKind.SHORT]
    assert {rating.item_id for entry in short for rating in entry.ratings} == {sample.item(key).id for key in shown}


def test_there_is_nothing_to_undo(sample):
    assert not sample.store.changes.can_undo()


def test_the_database_is_whole(sample):
    assert sample.store.full_check() == []


def written_in(journal):
    """Every text that the person of the sample wrote."""
    store = journal.store
    records = [
        *store.entries.between(date(2026, 1, 1), date(2026, 12, 31)),
        *store.courses.all(),
        *store.sessions.all(),
        *store.medicines.all(),
        *store.practices.all(),
        *store.markers.all(),
        *store.questionnaires.all(),
    ]
    texts = [getattr(record, each.name) for record in records for each in fields(record) if each.name not in NO_WORDS]
    return {text for text in texts if type(text) is str and text} - {"ISI"}


def test_what_its_person_wrote_is_known_to_translators(sample):
    assert written_in(sample) == set(WRITTEN)


@pytest.mark.parametrize("code", SPOKEN)
def test_its_person_writes_in_the_language_in_use(tmp_path, code):
    use_language(code, resource("locale"))
    try:
        journal = make_sample(tmp_path)
        assert written_in(journal) == set(map(words_of(code), WRITTEN))
        journal.close()
    finally:
        use_language("en", resource("locale"))
