from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from journal.app import check_ins, trends
from journal.app.charts import chart
from journal.app.journal import Journal
from journal.model.errors import NothingLogged
from journal.model.periods import Period
from journal.model.series import MarkKind
from journal.texts import marks
from tests.support.journals import make_journal

PERIOD = Period(date(2026, 10, 1), date(2026, 10, 20))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Twenty days; every fourth is a visit, and worse."""
    made, _clock = make_journal(tmp_path / "journal", at="2026-10-25T21:00")
    for number in range(20):
        at = datetime(2026, 10, 1, 20) + timedelta(days=number)
        visit = number % 4 == 0
        check_ins.log(made, {"anxiety": 3 if visit else 1}, at=at, tags=["Visit"] if visit else [])
    yield made
    made.close()


def test_only_the_days_with_a_tag_are_drawn_and_counted(journal: Journal) -> None:
    (panel,) = trends.panels(journal, PERIOD, ["anxiety"], tag="visit").panels
    found = panel.numbers(PERIOD.first.toordinal(), PERIOD.last.toordinal())
    assert (found.n_days, found.mean) == (5, 3.0)
    assert panel.label == "Anxiety, days tagged “visit”"


def test_without_a_tag_all_days_are_drawn(journal: Journal) -> None:
    (panel,) = trends.panels(journal, PERIOD, ["anxiety"]).panels
    assert panel.numbers(PERIOD.first.toordinal(), PERIOD.last.toordinal()).n_days == 20
    assert panel.label == "Anxiety"


def test_it_is_said_how_many_days_that_is(journal: Journal) -> None:
    assert trends.tagged(journal, PERIOD, "visit") == (5, 20)
    assert trends.tagged(journal, PERIOD, "home") == (0, 20)


def test_a_picture_of_a_tag_that_no_day_has_is_refused_in_words(journal: Journal) -> None:
    assert chart(journal, ["anxiety"], PERIOD, "svg", "visit")
    with pytest.raises(NothingLogged):
        chart(journal, ["anxiety"], PERIOD, "svg", "home")


def test_the_days_with_a_tag_are_marked_and_nothing_is_left_out_for_it(journal: Journal) -> None:
    found = trends.panels(journal, PERIOD, ["anxiety"], mark_tag="visit")
    (panel,) = found.panels
    assert panel.numbers(PERIOD.first.toordinal(), PERIOD.last.toordinal()).n_days == 20
    assert [(mark.kind, mark.label) for mark in found.marks] == [(MarkKind.TAG, "#visit")] * 5
    assert [date.fromordinal(mark.day).day for mark in found.marks] == [1, 5, 9, 13, 17]


def test_marked_days_are_told_in_words_too(journal: Journal) -> None:
    found = trends.panels(journal, Period(date(2026, 10, 1), date(2026, 10, 6)), ["anxiety"], mark_tag="visit")
    assert marks.sentences(found) == ("2 days with the tag #visit: 1 Oct 2026; 5 Oct 2026.",)
    assert marks.day_told(found, date(2026, 10, 5).toordinal()) == "#visit."
    assert "dash-dotted" in marks.note(found)


def test_a_marked_day_alone_is_nothing_to_draw(journal: Journal) -> None:
    bare = trends.panels(journal, PERIOD, ["numb"], mark_tag="visit")
    assert (bare.empty, bare.treated) == (True, False)
    assert chart(journal, ["anxiety"], PERIOD, "svg", mark_tag="visit") != chart(journal, ["anxiety"], PERIOD, "svg")
