"""The list of commands, each loaded when it is called, so that `--version` stays quick."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from journal import __version__
from journal.cli.invocation import Invocation, OpenWindow, speak
from journal.cli.output import shown
from journal.cli.paths import AnyPath, JournalFolder
from journal.host.paths import default_journal_folder
from journal.host.program import GO_TO
from journal.host.single_instance import WISHES
from journal.texts.translation import _

MODULES = {
    "init": "journal.cli.init",
    "items": "journal.cli.items",
    "log": "journal.cli.log",
    "show": "journal.cli.show",
    "search": "journal.cli.search",
    "edit": "journal.cli.edit",
    "delete": "journal.cli.delete",
    "undo": "journal.cli.undo",
    "redo": "journal.cli.redo",
    "course": "journal.cli.course",
    "session": "journal.cli.session",
    "medicine": "journal.cli.medicine",
    "practice": "journal.cli.practice",
    "mark": "journal.cli.mark",
    "goal": "journal.cli.goal",
    "profile": "journal.cli.profile",
    "questionnaire": "journal.cli.questionnaire",
    "summary": "journal.cli.summary",
    "chart": "journal.cli.chart",
    "report": "journal.cli.report",
    "week-sheet": "journal.cli.week_sheet",
    "export": "journal.cli.export",
    "import": "journal.cli.import_",
    "merge": "journal.cli.merge",
    "backup": "journal.cli.backup",
    "backups": "journal.cli.backups",
    "restore": "journal.cli.restore",
    "verify": "journal.cli.verify",
    "salvage": "journal.cli.salvage",
    "destroy": "journal.cli.destroy",
    "passphrase": "journal.cli.passphrase",
    "recover": "journal.cli.recover",
    "rotate-key": "journal.cli.rotate_key",
    "demo": "journal.cli.demo",
}


class Commands(click.Group):
    """A group whose commands are imported only when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """The names in the order a person meets them."""
        return list(MODULES)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed, or wrong usage with those that are nearly written so."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in MODULES:
            near = get_close_matches(name.casefold(), MODULES, n=2)
            if near:
                from journal.texts.quotes import quoted

                text = _("There is no command “{name}”. Did you mean {near}?")
                raise click.UsageError(text.format(name=shown(name), near=", ".join(map(quoted, near))))
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command, or None if there is none of this name."""
        if cmd_name not in MODULES:
            return None
        command: click.Command = importlib.import_module(MODULES[cmd_name]).command
        return command


def build(open_window: OpenWindow) -> click.Group:
    """The whole command line; `open_window` is called when no command is given."""

    @click.group(
        cls=Commands,
        name="leeward",
        invoke_without_command=True,
        help=_("Leeward, a private symptom journal. Without a command it opens the window."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @click.option(
        "--journal",
        "folder",
        type=JournalFolder(),
        envvar="LEEWARD_JOURNAL",
        help=_("The journal's folder."),
    )
    @click.option(
        "--passphrase-file",
        type=AnyPath(),
        envvar="LEEWARD_PASSPHRASE_FILE",
        help=_("A file that holds the passphrase."),
    )
    @click.option("--lang", help=_("The language to speak, as a two-letter code."))
    @click.option("--quiet", is_flag=True, help=_("Say nothing but results and errors."))
    @click.option("--in-tray", "in_tray", is_flag=True, hidden=True)
    @click.option("--go", type=click.Choice(WISHES), hidden=True)  # from the menu of the desktop
    @click.version_option(__version__, prog_name="leeward")
    @click.pass_context
    def leeward(
        ctx: click.Context,
        folder: Path | None,
        passphrase_file: Path | None,
        lang: str | None,
        go: str | None,
        *,
        quiet: bool,
        in_tray: bool,
    ) -> None:
        del in_tray  # the start of the program has seen to it
        invocation = Invocation(
            folder or default_journal_folder(), passphrase_file, quiet, open_window, folder is not None
        )
        speak(lang)
        ctx.obj = invocation
        if ctx.invoked_subcommand is None:
            if go is not None:
                os.environ[GO_TO] = go  # as `ui.handed_on` takes it over, before there is a second thread
            ctx.exit(invocation.open_the_window())

    return leeward


def named(name: str, text: str, **settings: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """Decorate a function as the command of this name with its one-line help."""
    return click.command(name=name, help=text, **settings)
