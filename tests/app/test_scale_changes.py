"""Two scales of one item are never joined: in charts, in numbers, in the report. What is left out is said."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from babel import Locale

from journal.app import check_ins, trends
from journal.app.item_scales import Scale, change_scale
from journal.app.item_versions import scale_since, versions
from journal.app.journal import Journal
from journal.app.sessions import add_session
from journal.app.summaries import summary
from journal.model.figures import Withheld
from journal.model.periods import Period
from journal.model.series import ScaleChange
from journal.report.closing import reading
from journal.report.request import Paper, ReportRequest
from journal.report.wording import ReportWords
from journal.texts.dates import full_day
from journal.texts.trends import newest_scale_note, scale_changed_note
from journal.ui.trends import treatment_views
from journal.ui.trends.since_state import SinceWanted
from journal.ui.trends.state import Loaded, View, Wanted
from tests.support.journals import ZoneClock

Opened = tuple[Journal, ZoneClock]
CHANGED = date(2026, 10, 10)
SHOWN = Period(date(2026, 10, 1), date(2026, 10, 29))


@pytest.fixture
def changed(opened: Opened) -> Journal:
    """Rated 0 to 4 for nine days, 0 to 10 from the tenth of October on."""
    journal, clock = opened
    for number in range(29):
        day = date(2026, 10, 1) + timedelta(days=number)
        clock.set(f"{day.isoformat()}T21:00")
        if day == CHANGED:
            change_scale(journal, "anxiety", Scale(0, 10))
        check_ins.log(journal, {"anxiety": 8 if day >= CHANGED else 2})
    return journal


def test_each_scale_has_a_panel_of_its_own(changed: Journal) -> None:
    now, before = trends.panels(changed, SHOWN, ["anxiety"]).panels
    assert (now.scale.maximum, before.scale.maximum) == (10, 4)
    assert (set(now.values), set(before.values)) == ({8}, {2})
    assert max(before.days) < CHANGED.toordinal() <= min(now.days)
    assert min(now.line_days) >= CHANGED.toordinal()


def test_the_day_of_the_change_is_said_over_both_views(changed: Journal) -> None:
    (change,) = trends.panels(changed, SHOWN, ["anxiety", "load"]).scale_changes
    assert change.day == CHANGED
    words = scale_changed_note(change)
    day = full_day(CHANGED)
    assert words == f"The scale of “Anxiety” changed on {day}. Each scale has its own chart and its own numbers."
    assert trends.weeks(changed, SHOWN, ["anxiety"]).scale_changes == (change,)
    assert newest_scale_note(change).endswith("Only ratings on the scale since then are shown here.")


def test_where_one_scale_was_rated_nothing_is_said(changed: Journal) -> None:
    later = Period(date(2026, 10, 20), date(2026, 10, 29))
    assert trends.panels(changed, later, ["anxiety"]).scale_changes == ()
    assert scale_since(versions(changed).values(), changed.item("numb")) is None


def test_the_numbers_are_of_the_newest_scale_and_nothing_is_compared_with_the_other(changed: Journal) -> None:
    item = summary(changed, Period(CHANGED, date(2026, 10, 18))).item("anxiety")
    assert item is not None
    assert (item.now.n_days, item.now.mean) == (9, 8)
    assert (item.previous.n_days, item.previous.mean) == (9, None)
    assert item.change.withheld is Withheld.SCALE_CHANGED


def test_the_report_says_what_is_left_out(changed: Journal) -> None:
    from journal.app.report_source import report_data

    request = ReportRequest(SHOWN, paper=Paper.A4)
    (item,) = [each for each in report_data(changed, request).items if each.key == "anxiety"]
    assert (item.scale_since, item.n_days, item.mean) == (CHANGED, 20, 8)
    told = " ".join(reading(request, report_data(changed, request), ReportWords(Locale("en", "GB"))))
    assert "The scale of “Anxiety” changed on" in told
    assert "ratings on the scale before are left out here" in told


def test_ratings_since_a_session_say_that_only_the_newest_scale_is_shown(changed: Journal) -> None:
    add_session(changed, "ketamine_iv", datetime(2026, 10, 12, 10))
    data = trends.panels(changed, SHOWN, ["anxiety"])
    offered = trends.choices(changed)
    loaded = Loaded(SHOWN, SHOWN.last, SHOWN.first, SHOWN.last, offered, ("anxiety",), data)

    def notes(key: str) -> tuple[str, ...]:
        found = treatment_views.read(changed, Wanted(view=View.SINCE, since=SinceWanted(key=key)), loaded)
        assert found.since is not None
        return found.since.notes

    told = newest_scale_note(ScaleChange("Anxiety", CHANGED))
    assert told in notes("anxiety")
    assert told not in notes("numb")
    assert trends.scale_change(changed, "load") is None
