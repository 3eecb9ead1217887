import pytest

from journal.host.support_numbers import support_in
from journal.model.support import Kind, SupportLine
from journal.texts.support import checked_words, country_words, kind_words, line_title, ways


def told(country):
    return [(line_title(line), [way.words for way in ways(line)]) for line in support_in(country).lines]


def test_each_way_is_a_sentence_of_its_own():
    assert told("US") == [
        ("", ["Call 988", "Text 988"]),
        ("", ["Call 988, then 1", "Text 838255"]),
        ("Crisis Text Line", ["Text 741741"]),
        ("", ["Call 1-800-799-7233", "Text START to 88788"]),
    ]


def test_hours_language_and_where_it_works_from_stand_with_the_name():
    assert told("IT")[0][0] == "Hours: 9–24"
    assert [title for title, _ways in told("BE")] == ["Nederlands", "Français"]
    assert told("UA")[3] == ("from a mobile phone", ["Call 116 123"])


def test_only_texts_need_no_voice():
    line = SupportLine("x", Kind.CRISIS, call="1", sms="2")
    assert [way.silent for way in ways(line)] == [False, True]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_words(kind):
    assert kind_words(kind)


def test_countries_are_named_in_the_language_in_use():
    assert (country_words("DE"), country_words("")) == ("Germany", "Another country")


def test_when_numbers_were_checked_is_said_or_nothing():
    assert (checked_words("2026-11"), checked_words("")) == ("Checked November 2026.", "")


def test_a_day_that_was_checked_is_said_in_full_and_what_is_no_date_as_it_stands():
    assert checked_words("2026-11-22") == "Checked 22 November 2026."
    assert checked_words("autumn") == "Checked autumn."
