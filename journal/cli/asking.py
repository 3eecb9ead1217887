"""A question to be answered with yes or no, in the person's own language."""

from __future__ import annotations

import unicodedata

import click

from journal.texts.translation import _, pgettext

LATIN_YES, LATIN_NO = frozenset({"y", "yes"}), frozenset({"n", "no"})
"""Understood in every language, where the own words do not say otherwise."""


def confirmed(question: str) -> bool:
    """Ask on the error stream until there is an answer. Nothing typed is a no; raises click.Abort at the end of input.

    The first letter of the own word, the word itself and the English ones are understood, with or without accents.
    """
    yes, no = pgettext("typed as an answer", "yes"), pgettext("typed as an answer", "no")
    prompt = f"{question} [{yes[:1].lower()}/{no[:1].upper()}]"
    while True:
        given = click.prompt(prompt, default="", show_default=False, err=True)
        answer = _read(given, yes, no)
        if answer is not None:
            return answer
        click.echo(_("Please answer “{yes}” or “{no}”.").format(yes=yes, no=no), err=True)


def _read(given: str, yes: str, no: str) -> bool | None:
    """What an answer means; None for one that says neither."""
    said = _plain(given)
    if said in ("", *_forms(no)):
        return False
    if said in _forms(yes):
        return True
    return True if said in LATIN_YES else False if said in LATIN_NO else None


def _forms(word: str) -> tuple[str, str]:
    plain = _plain(word)
    return plain[:1], plain


def _plain(text: str) -> str:
    """Without accents, capitals and space round it."""
    letters = unicodedata.normalize("NFD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
