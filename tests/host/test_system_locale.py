"""What a locale's name says."""

import pytest

from journal.host.system_locale import system_language, territory_of


@pytest.mark.parametrize(
    ("name", "territory"),
    [
        ("de_AT.UTF-8", "AT"),
        ("zh-Hant-TW", "TW"),
        ("sr_RS@latin", "RS"),
        ("en_US_POSIX", "US"),
        ("es_419", ""),
        ("C.UTF-8", ""),
        ("POSIX", ""),
        ("", ""),
    ],
)
def test_a_locale_name_holds_the_territory(name, territory):
    assert territory_of(name) == territory


def test_the_language_comes_from_what_the_person_set():
    assert system_language({"LANGUAGE": "uk:en", "LANG": "en_US.UTF-8"}) == "uk"
    assert system_language({"LANG": "fr_CA.UTF-8"}) == "fr"
