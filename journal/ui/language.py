"""The language of the window: the one asked for on the command line, else the chosen one, else the system's."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from journal.host.resources import resource
from journal.host.system_locale import system_language, system_territory
from journal.texts.translation import spoken_language, use_language, use_territory

OPTION = "--lang"


def given_language(arguments: Sequence[str]) -> list[str]:
    """`--lang CODE` as it stands in the arguments, or nothing."""
    if OPTION in arguments[:-1]:
        place = list(arguments).index(OPTION)
        return list(arguments[place : place + 2])
    return [argument for argument in arguments if argument.startswith(f"{OPTION}=")]


def speak(chosen: str) -> None:
    """Speak the chosen language, or the system's if it is empty, unless one was given on the command line."""
    if given_language(sys.argv):
        return
    _speak(chosen or system_language())


def choose(code: str) -> None:
    """Speak what the person has just chosen; it holds against the command line too, also after the next lock."""
    sys.argv[:] = without_language(sys.argv)
    _speak(code)


def without_language(arguments: Sequence[str]) -> list[str]:
    """The arguments without `--lang CODE`."""
    given = given_language(arguments)
    if not given:
        return list(arguments)
    place = list(arguments).index(given[0])
    return [*arguments[:place], *arguments[place + len(given) :]]


def _speak(wanted: str) -> None:
    locales = resource("locale")
    use_language(spoken_language(wanted, locales), locales)
    use_territory(system_territory())
