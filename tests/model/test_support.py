import pytest

from journal.host.support_numbers import countries, support_in
from journal.model.contacts import Contact
from journal.model.support import Kind, is_old, own_lines, with_own


def shipped(country, kind):
    return [line for line in support_in(country).lines if line.kind is kind]


def test_what_to_choose_and_what_to_write_are_kept_apart():
    veterans, text = shipped("US", Kind.VETERANS)[0], shipped("IE", Kind.CRISIS)[1]
    violence, nhs = shipped("US", Kind.VIOLENCE)[0], shipped("GB", Kind.CRISIS)[2]
    assert (veterans.then, veterans.word) == ("1", "")
    assert (text.then, text.word) == ("", "HELLO")
    assert (violence.then, violence.word) == ("", "START")
    assert (nhs.then, nhs.word) == ("2", "")


def test_one_number_in_two_countries_stays_two_lines():
    keys = [line.key for code in countries() for line in support_in(code).lines]
    assert len(keys) == len(set(keys))
    assert {"GB/crisis/116 123", "UA/violence/116 123"} < set(keys)


def test_elsewhere_has_the_general_number_and_a_place_to_look():
    assert support_in("ZZ").emergency == ("112",)
    assert not support_in("ZZ").verified
    assert support_in("ZZ").elsewhere == "findahelpline.com"
    assert support_in("DK").verified


def test_a_line_can_be_changed_or_hidden_and_the_others_stay():
    first, second, *rest = support_in("DE").lines
    own = [
        Contact("1", "My line", "030 555", shipped=first.key),
        Contact("2", "", "", shipped=second.key, hidden=True),
        Contact("3", "Mara", "020"),
    ]
    assert [line.name or line.call for line in with_own(support_in("DE").lines, own)] == [
        "My line",
        *(line.call for line in rest),
    ]
    assert [line.name for line in own_lines(own)] == ["Mara"]


@pytest.mark.parametrize(
    ("checked", "year", "month", "old"),
    [("2026-11", 2027, 11, False), ("2026-11", 2027, 12, True), ("", 2026, 11, True), ("2026-11-22", 2028, 1, True)],
)
def test_numbers_may_have_changed_after_twelve_months(checked, year, month, old):
    assert is_old(checked, year, month) is old
