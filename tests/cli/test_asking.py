import click
import pytest
from click.testing import CliRunner

from journal.cli.asking import confirmed
from journal.host.resources import resource
from journal.texts.translation import use_language


@pytest.fixture(params=["en", "es", "de", "fr", "uk"])
def spoken(request):
    use_language(request.param, resource("locale"))
    yield request.param
    use_language("en", resource("locale"))


def asked(*given: str) -> tuple[object, str]:
    """What was understood, and what was shown."""
    found: list[bool] = []
    ask = click.Command("ask", callback=lambda: found.append(confirmed("Go on?")))
    shown = CliRunner().invoke(ask, input="".join(f"{line}\n" for line in given))
    return (found[0] if found else shown.exit_code), shown.output


OWN = {"en": "yes", "es": "sí", "de": "ja", "fr": "oui", "uk": "так"}
REFUSED = {"en": "no", "es": "no", "de": "nein", "fr": "non", "uk": "ні"}


def test_the_own_words_and_letters_are_understood(spoken):
    for yes in (OWN[spoken], OWN[spoken][0], OWN[spoken].upper()):
        assert asked(yes)[0] is True
    for no in (REFUSED[spoken], REFUSED[spoken][0]):
        assert asked(no)[0] is False


def test_the_prompt_names_the_letters_with_the_no_as_what_is_taken(spoken):
    assert f"[{OWN[spoken][0]}/{REFUSED[spoken][0].upper()}]" in asked("")[1]
    assert asked("")[0] is False


def test_english_letters_are_understood_in_every_language(spoken):
    assert (asked("y")[0], asked("N")[0]) == (True, False)


def test_anything_else_is_asked_again(spoken):
    understood, shown = asked("perhaps", OWN[spoken])
    assert understood is True
    assert shown.count("Go on?") == 2


def test_si_without_its_accent_is_yes():
    use_language("es", resource("locale"))
    assert asked("si")[0] is True
    use_language("en", resource("locale"))


def test_the_end_of_input_is_no_yes():
    assert asked()[0] == 1
