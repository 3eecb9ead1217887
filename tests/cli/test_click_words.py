"""The library that reads the command line speaks the program's language."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages.extract import extract

from journal.cli import click_words
from journal.cli.commands import MODULES, build
from journal.host.resources import resource
from journal.texts.translation import _, complete_languages, use_language
from tests.support.text_tools import collected_texts, script

FOLDER = Path(click.__file__).parent
PROGRAMMERS = {"core", "decorators", "exceptions", "formatting", "parser", "termui", "types"}
"""The modules that speak to whoever types a command; the others speak of terminals and shells."""

NOT_SAID_HERE = {
    "%(prog)s, version %(version)s",  # a name and a number
    "(dynamic)",
    "Aborted!",  # `run` says it in its own words
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Confirm the action without prompting.",
    "Could not determine name for option with declarations {decls!r}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Invalid start character for option ({option})",
    "Missing parameter: {param_name}",
    "Missing {param_type}",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
        "Did you mean to pass '--{name}'?"
    ),
    "Press any key to continue...",
    "Unknown color {colour!r}",
    "Value must be an iterable.",
    "deprecated",
    "directory",
    "file",
    "path",
    "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.",
    "{name} {filename!r} is not executable.",
    "{value!r} does not match the format {format}.",
    "{value!r} does not match the formats {formats}.",
    "{value!r} is not a valid UUID.",
}
"""Said to programmers, or by parts that no command of ours uses."""


def said_by_click() -> set[str]:
    found: set[str] = set()
    for name in PROGRAMMERS:
        with (FOLDER / f"{name}.py").open("rb") as file:
            for _line, message, _comments, _context in extract("python", file, {"_": None, "ngettext": (1, 2)}):
                found |= {message} if isinstance(message, str) else set(message)
    return found


def fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def test_nothing_that_click_says_is_left_in_its_own_words():
    assert said_by_click() - set(click_words.WORDS) - NOT_SAID_HERE == set()


def test_nothing_is_listed_that_click_does_not_say():
    assert (set(click_words.WORDS) | NOT_SAID_HERE) - said_by_click() == set()


@pytest.mark.parametrize(("theirs", "ours"), click_words.WORDS.items())
def test_our_words_ask_for_nothing_that_click_does_not_give(theirs, ours):
    given = fields(theirs)
    if theirs == "{value!r} is not {choice}.":
        given |= {"choices"}  # both are always given
    assert fields(ours) <= given


def spoken(*arguments: str) -> str:
    environment = {**os.environ, "LANGUAGE": "en", "PYTHONIOENCODING": "utf-8"}
    environment.pop("LEEWARD_JOURNAL", None)
    done = subprocess.run(
        [sys.executable, "-m", "journal", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=resource("locale").parents[1],
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "--nonsense"), "There is no option --nonsense."),
        (("delete",), "A value is needed:"),
        (("export", "--format", "xml", "--out", "x"), "“xml” is not one of 'csv', 'json', 'fhir'."),
        (("frobnicate",), "There is no command “frobnicate”."),
        (("items", "add", "--min", "two"), "“two” is not a number of this kind."),
    ],
)
def test_wrong_usage_is_said_in_plain_english(arguments, said):
    assert said in spoken(*arguments)


@pytest.fixture
def pseudo(tmp_path):
    """The stretched pseudo-language in the place of German."""
    for module in MODULES.values():
        importlib.import_module(module)  # their words are looked up once, at the import: not in this language
    script("pseudo_languages").write_pseudo(tmp_path, collected_texts())
    (tmp_path / "xx").rename(tmp_path / "de")
    use_language("de", tmp_path)
    click_words.speak_for_click()
    yield
    use_language("en", resource("locale"))


def refused(*arguments: str) -> str:
    """What is said of arguments that are refused before any command runs."""
    with pytest.raises(click.ClickException) as raised:
        build(lambda _folder: 0).main(arguments, standalone_mode=False)
    return raised.value.format_message()


@pytest.mark.usefixtures("pseudo")
def test_what_click_says_is_translated():
    assert refused("--nonsense").startswith("[Théré")
    assert refused("--journal").startswith("[--journal ñ")


@pytest.mark.usefixtures("pseudo")
def test_the_help_is_translated(capsys):
    build(lambda _folder: 0).main(["--help"], standalone_mode=False)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("[Úságé:")
    assert [line for line in lines if line and not line.startswith(("[", " "))] == []


@pytest.mark.parametrize("place", [("--lang", "{}", "--help"), ("--lang={}", "--help")])
def test_the_help_speaks_the_language_asked_for(place):
    try:
        for code in complete_languages(resource("locale")):
            use_language(code, resource("locale"))
            said = " ".join(spoken(*(word.format(code) for word in place)).split())
            assert _("Say nothing but results and errors.") in said
    finally:
        use_language("en", resource("locale"))
