"""Single doses of a file: medicines and doses come in once, and what the person has stays as it is."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from journal.app.history import redo, undo
from journal.app.imports import undo_import
from journal.app.intake_imports import IntakeWriting
from journal.app.intakes import change_intake, delete_intake, intakes, take
from journal.app.journal import Journal
from journal.app.medicines import add_medicine, change_dose, delete_medicine, medicines, remove_level
from journal.exchange.drafts import DoseDraft
from journal.exchange.results import MedicineCounts
from journal.model.medicines import Taken

FIRST, LAST = date(2026, 3, 1), date(2026, 12, 1)
EIGHT = 8 * 60


def dose(
    number: int, amount: float | None = 50, name: str = "Sertraline", *, due: int | None = EIGHT, **more
) -> DoseDraft:
    """A dose on the day of this number, at eight o'clock."""
    day = FIRST + timedelta(days=number)
    at_ms = round(datetime(day.year, day.month, day.day, 8, tzinfo=UTC).timestamp() * 1000)
    given = {"unit": "mg", "taken": Taken.TAKEN, "zone": "UTC", **more}
    return DoseDraft(
        source_key=f"medtimer:{name}|{number}|{due}", line=number + 2, medicine=name, at_ms=at_ms, offset_min=0,
        day=day, amount=amount, due_min=due, **given,
    )  # fmt: skip


def bring(journal: Journal, doses: list[DoseDraft], *, write: bool = True) -> tuple[str, tuple[MedicineCounts, ...]]:
    """Bring doses in as an import does; its id and the counts."""
    import_id = str(uuid.uuid4())
    writing = IntakeWriting(journal, "medtimer", import_id, write=write)
    if not write:
        writing.take(doses)
        return import_id, writing.finish()
    with journal.store.action("import", many=True):
        journal.store.imports.add(import_id, "medtimer")
        writing.take(doses)
        return import_id, writing.finish()


def kept(journal: Journal) -> list[tuple[str, float | None, Taken, int | None]]:
    return [(each.day.isoformat(), each.amount, each.taken, each.due_min) for each in intakes(journal, FIRST, LAST)]


def levels(journal: Journal) -> list[tuple[str, float, tuple[int, ...]]]:
    (medicine,) = medicines(journal)
    return [(level.since_day.isoformat(), level.amount, level.times) for level in medicine.levels]


def test_doses_come_with_their_medicine(journal):
    _, counts = bring(journal, [dose(0), dose(1, taken=Taken.NOT_TAKEN), dose(2, taken=Taken.LATER)])
    assert kept(journal) == [
        ("2026-03-01", 50, Taken.TAKEN, EIGHT),
        ("2026-03-02", None, Taken.NOT_TAKEN, EIGHT),
        ("2026-03-03", 50, Taken.LATER, EIGHT),
    ]
    assert levels(journal) == [("2026-03-01", 50, (EIGHT,))]
    assert counts == (MedicineCounts("Sertraline", "mg", 3, 0, 0, made=True),)


def test_the_same_doses_again_change_nothing(journal):
    bring(journal, [dose(0), dose(1)])
    before = journal.store.medicines.all(), journal.store.intakes.all()
    _, counts = bring(journal, [dose(0), dose(1)])
    assert (journal.store.medicines.all(), journal.store.intakes.all()) == before
    assert counts == (MedicineCounts("Sertraline", "mg", 0, 2, 0),)


def test_a_look_writes_nothing_and_counts_the_same(journal):
    _, counts = bring(journal, [dose(0), dose(1)], write=False)
    assert counts == (MedicineCounts("Sertraline", "mg", 2, 0, 0, made=True),)
    assert medicines(journal) == []
    assert kept(journal) == []


def test_one_undo_takes_everything_back_and_redo_brings_it_again(journal):
    bring(journal, [dose(0), dose(1)])
    undo(journal)
    assert (medicines(journal), kept(journal)) == ([], [])
    redo(journal)
    assert len(kept(journal)) == 2
    assert levels(journal) == [("2026-03-01", 50, (EIGHT,))]


def test_an_import_that_was_undone_comes_in_again(journal):
    import_id, _ = bring(journal, [dose(0)])
    add_medicine(journal, "Other", unit="mg", start=FIRST, dose=1)
    undo_import(journal, import_id)
    assert kept(journal) == []
    _, counts = bring(journal, [dose(0)])
    assert counts[0].new == 1
    assert len(kept(journal)) == 1


def test_a_medicine_that_is_here_keeps_its_usual_doses(journal):
    own = add_medicine(journal, "sertraline", unit="mg", start=FIRST, dose=25, times=(EIGHT,))
    bring(journal, [dose(n, 100) for n in range(5)])
    assert medicines(journal) == [own]
    assert {each.medicine_id for each in intakes(journal, FIRST, LAST)} == {own.id}


def test_a_dose_answers_only_a_time_that_is_planned_here(journal):
    add_medicine(journal, "Sertraline", unit="mg", start=FIRST, dose=50, times=(EIGHT,))
    bring(journal, [dose(0), dose(1, due=9 * 60)])
    assert [due for _, _, _, due in kept(journal)] == [EIGHT, None]


def test_another_unit_is_told_in_words_and_is_no_amount(journal):
    add_medicine(journal, "Sertraline", unit="mg", start=FIRST, dose=50)
    bring(journal, [dose(0, 1, unit="tablet", note="With food")])
    (found,) = intakes(journal, FIRST, LAST)
    assert (found.amount, found.note) == (None, "1 tablet\nWith food")


def test_a_planned_dose_that_the_person_wrote_down_is_not_doubled(journal):
    own = add_medicine(journal, "Sertraline", unit="mg", start=FIRST, dose=50, times=(EIGHT,))
    take(journal, own.id, taken=Taken.NOT_TAKEN, due_min=EIGHT, day=FIRST)
    _, counts = bring(journal, [dose(0), dose(1)])
    assert (counts[0].new, counts[0].known) == (1, 1)
    assert kept(journal)[0] == ("2026-03-01", None, Taken.NOT_TAKEN, EIGHT)


def test_a_dose_that_the_person_changed_stays_so(journal):
    bring(journal, [dose(0)])
    (found,) = intakes(journal, FIRST, LAST)
    change_intake(journal, found.id, amount=75.0)
    _, counts = bring(journal, [dose(0)])
    assert (counts[0].known, kept(journal)[0][1]) == (1, 75)


def test_a_dose_that_the_person_deleted_stays_away(journal):
    bring(journal, [dose(0), dose(1)])
    delete_intake(journal, intakes(journal, FIRST, LAST)[0].id)
    _, counts = bring(journal, [dose(0), dose(1)])
    assert (counts[0].known, len(kept(journal))) == (2, 1)


def test_a_medicine_that_the_person_deleted_stays_away_with_its_doses(journal):
    bring(journal, [dose(0)])
    delete_medicine(journal, medicines(journal)[0].id)
    bring(journal, [dose(0), dose(1)])
    assert (medicines(journal), kept(journal)) == ([], [])


def test_a_dose_that_a_newer_file_tells_otherwise_is_changed(journal):
    bring(journal, [dose(0, taken=Taken.NOT_TAKEN)])
    _, counts = bring(journal, [dose(0, taken=Taken.LATER)])
    assert counts[0].changed == 1
    assert kept(journal) == [("2026-03-01", 50, Taken.LATER, EIGHT)]


def test_a_longer_file_adds_the_dose_that_became_usual_since(journal):
    bring(journal, [dose(n) for n in range(10)])
    bring(journal, [*(dose(n) for n in range(9)), *(dose(n, 100) for n in range(9, 13))])
    assert levels(journal) == [("2026-03-01", 50, (EIGHT,)), ("2026-03-10", 100, (EIGHT,))]


def test_a_usual_dose_that_the_person_took_out_stays_out(journal):
    doses = [*(dose(n) for n in range(5)), *(dose(n, 100) for n in range(5, 10))]
    bring(journal, doses)
    remove_level(journal, medicines(journal)[0].levels[1].id)
    bring(journal, [*doses, dose(10, 100)])
    assert levels(journal) == [("2026-03-01", 50, (EIGHT,))]


def test_a_medicine_without_a_dose_for_weeks_ended_with_its_last_one(journal):
    bring(journal, [dose(0), dose(1)])
    assert medicines(journal)[0].stopped_on == date(2026, 3, 2)
    bring(journal, [dose(0), dose(1), dose(2)])
    assert medicines(journal)[0].stopped_on == date(2026, 3, 3)


def test_a_medicine_taken_to_the_last_goes_on(journal):
    today = (journal.today() - FIRST).days
    bring(journal, [dose(today - 3), dose(today)])
    assert medicines(journal)[0].stopped_on is None


def test_a_medicine_that_the_person_ended_is_not_ended_otherwise(journal):
    own = add_medicine(journal, "Sertraline", unit="mg", start=FIRST, dose=50)
    bring(journal, [dose(0), dose(1)])
    assert medicines(journal) == [own]


def test_a_medicine_whose_doses_have_no_amount_comes_without_usual_doses(journal):
    bring(journal, [dose(n, None, unit="", due=None) for n in range(4)])
    assert levels(journal) == []
    assert [amount for _, amount, _, _ in kept(journal)] == [None] * 4


def test_the_unit_may_come_with_a_later_dose(journal):
    bring(journal, [dose(0, None, unit=""), dose(1), dose(2)])
    (medicine,) = medicines(journal)
    assert medicine.unit == "mg"
    assert [amount for _, amount, _, _ in kept(journal)] == [None, 50, 50]


def test_many_doses_of_several_medicines_come_in(journal):
    doses = [dose(n, 50, name) for n in range(200) for name in ("A", "B", "C", "D")]
    _, counts = bring(journal, doses)
    assert [(each.medicine, each.new) for each in counts] == [(name, 200) for name in "ABCD"]
    assert len(kept(journal)) == 800


def test_what_was_done_since_to_a_medicine_that_came_in_stays(journal):
    bring(journal, [dose(n) for n in range(4)])
    known = medicines(journal)[0]
    change_dose(journal, known.id, date(2026, 3, 3), dose=75)
    bring(journal, [dose(n) for n in range(5)])
    assert [amount for _, amount, _ in levels(journal)] == [50, 75]


def test_a_dose_beyond_the_plan_answers_no_plan(journal):
    bring(journal, [replace(dose(0), taken=Taken.EXTRA)])
    assert kept(journal) == [("2026-03-01", 50, Taken.EXTRA, None)]
