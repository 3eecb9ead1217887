"""Customs come from the locale, the emergency number from where the computer is."""

import contextlib

import pytest
from babel.core import Locale, UnknownLocaleError

from journal.host.region import Emergency, emergency, first_weekday, system_region

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6


def test_the_form_of_dates_follows_lc_time_before_lang():
    region = system_region(environ={"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"})
    assert (region.territory, region.measures, region.paper) == ("DE", "metric", "a4")


def test_american_customs():
    region = system_region(environ={"LANG": "en_US.UTF-8"})
    assert (region.first_weekday, region.measures, region.paper) == (SUNDAY, "us", "letter")


@pytest.mark.parametrize(
    ("territory", "weekday"),
    [("GB", MONDAY), ("UA", MONDAY), ("CA", SUNDAY), ("EG", SATURDAY), ("", MONDAY), ("QQ", MONDAY)],
)
def test_the_first_weekday(territory, weekday):
    assert first_weekday(territory) == weekday


def test_the_first_weekdays_are_those_of_the_locales():
    """Of all places but those for which there is no locale, and the one that means none."""
    places = [place for place in Locale("en").territories if len(place) == 2 and place != "ZZ"]
    told = {}
    for place in places:
        with contextlib.suppress(UnknownLocaleError, ValueError):
            told[place] = Locale.parse(f"und_{place}").first_week_day
    assert len(told) > 200
    assert {place: first_weekday(place) for place in told} == told


def test_the_country_is_where_the_clock_is():
    region = system_region("Europe/Berlin", {"LANG": "en_US.UTF-8"})
    assert (region.territory, region.country) == ("US", "DE")


@pytest.mark.parametrize("zone", [None, "UTC", "Etc/UTC", "Nowhere/Land"])
def test_a_zone_that_names_no_country_leaves_the_locale_to_say(zone):
    assert system_region(zone, {"LANG": "en_GB.UTF-8"}).country == "GB"


def test_an_old_zone_name_is_known():
    assert system_region("Europe/Kiev", {}).country == "UA"


@pytest.mark.parametrize(
    ("country", "number"), [("US", "911"), ("GB", "999"), ("AU", "000"), ("NZ", "111"), ("UA", "112"), ("BR", "192")]
)
def test_each_country_has_its_emergency_number(country, number):
    assert emergency(country) == Emergency((number,), verified=True, checked="2026-11")


def test_in_the_eu_it_is_112():
    assert emergency("GR") == Emergency(("112",), verified=True, checked="2026-11")


@pytest.mark.parametrize("country", ["", "IN", "JP"])
def test_where_no_number_was_read_in_a_source_the_card_can_say_check(country):
    assert emergency(country) == Emergency(("112",), verified=False, checked="2026-11")
