"""What every command gets: the journal's folder, the passphrase, the language, where to speak."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal.cli.files import read_secret
from journal.model.errors import NoDisplay
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal

OpenWindow = Callable[[Path | None], int]
"""Opens the window on a journal's folder (None: the one the settings name); returns an exit code."""


@dataclass(frozen=True, slots=True)
class Invocation:
    """One call of the command line. `chosen` is true when the folder was named."""

    folder: Path
    passphrase_file: Path | None
    quiet: bool
    open_window: OpenWindow
    chosen: bool = False

    def passphrase(self, prompt: str | None = None) -> str:
        """The passphrase from its file, else asked for without echo."""
        if self.passphrase_file is not None:
            return read_secret(self.passphrase_file)
        return ask_secret(prompt or _("Passphrase"), "--passphrase-file")

    @contextmanager
    def journal(self, *, read_only: bool = False) -> Iterator[Journal]:
        """Open the journal for one command and close it after."""
        with self.unlocked(read_only=read_only) as (opened, _secret):
            yield opened

    @contextmanager
    def unlocked(self, *, read_only: bool = False) -> Iterator[tuple[Journal, str]]:
        """Open the journal, with the passphrase for a command that needs it once more."""
        from journal.app.vaults import has_journal, open_journal
        from journal.host.clock import SystemClock
        from journal.model.errors import JournalMissing

        if not has_journal(self.folder):
            raise JournalMissing(path=str(self.folder))
        secret = self.passphrase()
        opened = open_journal(self.folder, SystemClock(), passphrase=secret, read_only=read_only)
        try:
            yield opened, secret
        finally:
            opened.close()

    def open_the_window(self, folder: Path | None = None) -> int:
        """Open the window; raises NoDisplay where there is no screen."""
        if not has_display():
            raise NoDisplay
        return self.open_window(folder or (self.folder if self.chosen else None))

    def say(self, text: str) -> None:
        """A remark on stderr, harmless in a terminal, unless `--quiet`."""
        if not self.quiet:
            from journal.cli.output import harmless

            click.echo(harmless(text), err=True)


def speak(lang: str | None) -> None:
    """Use the language asked for, else the system's; wrong usage for one that there is not."""
    from journal.host.resources import resource
    from journal.host.system_locale import system_language, system_territory
    from journal.texts.translation import LANGUAGES, spoken_language, use_language, use_territory

    if lang is not None and lang not in LANGUAGES:
        raise click.BadParameter(
            _("{lang} is not one of {languages}.").format(lang=lang, languages=", ".join(LANGUAGES)),
            param_hint="--lang",
        )
    locale_dir = resource("locale")
    use_language(spoken_language(lang or system_language(), locale_dir), locale_dir)
    use_territory(system_territory())


def asked_language(arguments: Sequence[str]) -> str | None:
    """The language in the arguments, known before they are read: the help and the errors of reading speak it too."""
    from journal.texts.translation import LANGUAGES

    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        given = value if equals else "".join(arguments[place + 1 : place + 2])
        if name == "--lang" and given in LANGUAGES:
            return given
    return None


def ask_secret(prompt: str, option: str) -> str:
    """Ask on the terminal without echo; without a terminal the option is needed."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError(
            _("There is no terminal to ask on. Give the secret in a file with {option}.").format(option=option)
        )
    answer: str = click.prompt(prompt, hide_input=True, err=True)
    return answer


def has_display() -> bool:
    """Whether a window can open here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
