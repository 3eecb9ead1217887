"""The report of a journal: its numbers are the summary's, and only what was asked for is gathered."""

import dataclasses

import pytest

from journal.app.reports import build_report, contents_list, gather, preview_pages, write_report
from journal.app.summaries import summary
from journal.model.errors import FileUnwritable
from journal.model.periods import Period, last_days
from journal.report.request import Part, ReportRequest
from journal.texts.locales import Locale
from tests.support.report_pages import one_line, text_of


@pytest.fixture(scope="module")
def period(sample):
    return last_days(sample.store.entries.last_day(), 90)


def test_figures_are_those_of_the_summary(sample, period):
    data, expected = gather(sample, ReportRequest(period)), summary(sample, period)
    assert data.days.logged == expected.coverage.days_logged
    assert data.load.mean == expected.load.now.mean
    assert data.usual_day.high == expected.usual_day.median
    assert data.steps == expected.steps.now
    assert data.nightmares.value == expected.nightmares.value
    for item in data.items:
        part = expected.item(item.key)
        assert (item.mean, item.n_days, item.days_high) == (part.now.mean, part.now.n_days, part.days_high)
        assert sum(value is not None for value in item.values) == part.now.n_days


def test_the_period_before_is_not_gathered_unless_chosen(sample, period):
    data = gather(sample, ReportRequest(period))
    assert data.steps_before == ()
    assert data.days.previous_logged is data.usual_day_before is data.load.previous_mean is None
    assert {item.previous_mean for item in data.items} == {item.change for item in data.items} == {None}


def test_the_period_before_is_there_where_chosen(sample, period):
    data = gather(sample, ReportRequest(period, includes=frozenset({Part.COMPARISON})))
    before = summary(sample, period.before())
    assert data.days.previous_logged == before.coverage.days_logged
    assert data.days.previous_possible == before.coverage.days_possible
    assert data.load.change == summary(sample, period).load.change.value


def test_lines_count_from_days_before_the_period(sample, period):
    short = Period(period.last, period.last)
    item = next(item for item in gather(sample, ReportRequest(short)).items if item.key == "low_mood")
    assert len(item.values) == 1
    assert item.trend[0] is not None


def test_a_note_is_gathered_only_if_it_was_picked(sample, period):
    notes = [entry for entry in sample.store.entries.between(period.first, period.last) if entry.note]
    assert gather(sample, ReportRequest(period)).notes == ()
    data = gather(sample, ReportRequest(period, note_ids=(notes[0].id,)))
    assert [note.text for note in data.notes] == [notes[0].note]


def test_states_are_gathered_only_for_the_daily_table(sample, period):
    assert not any(item.states for item in gather(sample, ReportRequest(period)).items)


def test_thoughts_of_suicide_are_never_a_row(sample, period):
    request = ReportRequest(period, includes=frozenset(Part), item_keys=("suicidal_thoughts",))
    assert "suicidal_thoughts" not in {item.key for item in gather(sample, request).items}


def test_an_empty_period_is_gathered_without_a_fault(sample, period):
    long_ago = Period(period.first.replace(year=2019), period.last.replace(year=2019))
    data = gather(sample, ReportRequest(long_ago, includes=frozenset(Part)))
    assert (data.days.logged, data.load, data.items, data.week) == (0, None, (), None)


def test_the_report_of_the_sample_says_its_numbers(sample, period):
    text = one_line(text_of(build_report(sample, ReportRequest(period), locale=Locale("en", "GB")).pdf))
    covered = summary(sample, period).coverage
    assert f"{covered.days_logged} of {covered.days_possible}" in text


def test_the_preview_is_a_picture_of_each_page(sample, period):
    request = ReportRequest(period)
    built = build_report(sample, request, ppi=50)
    assert len(preview_pages(sample, request, ppi=50)) == len(built.pages)
    assert preview_pages(sample, request, ppi=50) == list(built.pages)


def test_the_list_names_what_is_in_it(sample, period):
    request = ReportRequest(period, includes=frozenset({Part.COMPARISON}))
    inside, outside = contents_list(request, gather(sample, request))
    assert "Comparison with the period before" in inside
    assert {"Notes", "Thoughts of suicide", "Alcohol and drugs"} <= set(outside)


def test_the_file_is_for_its_owner_alone(tmp_path):
    write_report(tmp_path / "Notes.pdf", b"%PDF")
    assert (tmp_path / "Notes.pdf").stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir()] == ["Notes.pdf"]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileUnwritable):
        write_report(tmp_path / "none" / "Notes.pdf", b"%PDF")


def test_what_stays_out_until_chosen_is_opened_by_its_part(opened):
    from journal.app.check_ins import log

    journal, _clock = opened
    log(journal, {"alcohol": 2.0, "low_mood": 1.0})
    period = last_days(journal.today(), 7)
    shut = gather(journal, ReportRequest(period))
    open_ = gather(journal, ReportRequest(period, includes=frozenset({Part.ALCOHOL})))
    assert [item.key for item in shut.items] == ["low_mood"]
    assert {item.key for item in open_.items} == {"alcohol", "low_mood"}
    assert dataclasses.is_dataclass(open_)
