"""Dates and times are written as they are where the person lives."""

from datetime import date, datetime, time

import pytest

from journal.model.periods import Period
from journal.texts import dates
from journal.texts.locales import Locale, forms

DAY = date(2026, 11, 22)
BRITISH, AMERICAN = Locale("en", "GB"), Locale("en", "US")
GERMAN, FRENCH, SPANISH, UKRAINIAN = Locale("de", "DE"), Locale("fr", "FR"), Locale("es", "ES"), Locale("uk", "UA")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (BRITISH, "Sunday 22 November"),
        (AMERICAN, "Sunday, November 22"),
        (GERMAN, "Sonntag, 22. November"),
        (FRENCH, "dimanche 22 novembre"),
        (SPANISH, "domingo, 22 de noviembre"),
        (UKRAINIAN, "неділя, 22 листопада"),
    ],
)
def test_a_long_day_has_no_year(locale, text):
    assert dates.long_day(DAY, locale) == text


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (BRITISH, "Sunday 22 November"),
        (GERMAN, "Sonntag, 22. November"),
        (FRENCH, "Dimanche 22 novembre"),
        (SPANISH, "Domingo, 22 de noviembre"),
        (UKRAINIAN, "Неділя, 22 листопада"),
    ],
)
def test_a_day_that_stands_as_a_heading_begins_with_a_capital_and_changes_in_nothing_else(locale, text):
    assert dates.heading(dates.long_day(DAY, locale)) == text


def test_an_empty_heading_stays_empty():
    assert dates.heading("") == ""


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (BRITISH, "1 Aug – 29 Oct 2026"),
        (AMERICAN, "Aug 1 – Oct 29, 2026"),
        (GERMAN, "1. Aug. – 29. Okt. 2026"),
    ],
)
def test_a_period_names_its_year_once(locale, text):
    period = Period(date(2026, 8, 1), date(2026, 10, 29))
    assert dates.period_text(period, locale).replace("\u2009", " ") == text


def test_a_period_over_new_year_names_both_years():
    text = dates.period_text(Period(date(2026, 12, 1), date(2027, 1, 2)), BRITISH)
    assert "2026" in text
    assert "2027" in text


def test_a_period_of_one_day_is_that_day():
    assert dates.period_text(Period(DAY, DAY), BRITISH) == "22 Nov 2026"


@pytest.mark.parametrize(("locale", "text"), [(BRITISH, "21:04"), (AMERICAN, "9:04\u202fPM"), (GERMAN, "21:04")])
def test_a_time_takes_the_locales_own_form(locale, text):
    assert dates.clock_time(time(21, 4), locale) == text


def test_a_time_is_the_wall_clock_whatever_its_offset():
    assert dates.clock_time(datetime.fromisoformat("2026-10-25T02:30:00+01:00"), BRITISH) == "02:30"


def test_the_short_forms():
    assert dates.short_day(DAY, GERMAN) == "22. Nov."
    assert dates.short_date(DAY, BRITISH) == "22 Nov 2026"
    assert dates.numeric_date(DAY, GERMAN) == "22.11.26"
    assert dates.day_and_time(datetime(2026, 11, 22, 21, 4), BRITISH) == "Sun 22 Nov, 21:04"


def test_names_stand_alone():
    assert dates.weekday_name(0, UKRAINIAN) == "понеділок"
    assert dates.month_name(11, UKRAINIAN) == "листопад"
    assert dates.weekday_name(6, GERMAN, "abbreviated") == "So"


def test_english_in_a_country_without_english_forms_is_written_the_24_hour_way():
    assert dates.clock_time(time(21, 4), Locale("en", "UA")) == "21:04"
    assert dates.long_day(DAY, Locale("en")) == "Sunday 22 November"


def test_a_territory_that_does_not_exist_does_no_harm():
    assert str(forms(Locale("de", "??"))) == "de"
