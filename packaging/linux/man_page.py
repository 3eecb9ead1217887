"""Writes the manual page leeward(1) out of the command line itself, so that neither can forget the other.

python packaging/linux/man_page.py [FILE]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from identity import ROOT, build_date, version

sys.path.insert(0, str(ROOT))

import click

from journal.cli.commands import build
from journal.cli.invocation import speak

FILES = (
    (
        "~/.local/share/leeward/journal/",
        "The journal: encrypted, with its keys and its backups. No package removes it.",
    ),
    ("~/.config/leeward/settings.toml", "Settings, without anything of the journal."),
    ("~/.cache/leeward/", "What can be made again."),
    ("~/.local/state/leeward/log/", "Event codes and durations, nothing that a person wrote."),
)
ENVIRONMENT = (
    ("LEEWARD_JOURNAL", "The journal's folder, as by --journal."),
    ("LEEWARD_PASSPHRASE_FILE", "A file that holds the passphrase, as by --passphrase-file."),
    ("LEEWARD_DATA_DIR, LEEWARD_CONFIG_DIR, LEEWARD_CACHE_DIR, LEEWARD_LOG_DIR", "Each replaces one of the folders."),
)
EXIT_CODES = (
    (0, "Done."),
    (1, "Something that can be expected to go wrong did; a sentence says what, and what to do next."),
    (2, "Wrong usage."),
    (3, "Wrong passphrase or recovery code."),
    (4, "The journal is in use."),
    (5, "The journal or its key file is damaged."),
)
EXAMPLES = (
    ("leeward", "Open the window."),
    ("leeward init", "Make a journal; prints the recovery code once."),
    ("leeward log nightmares=2 hours_slept=5.5", "Write down a check-in."),
    ("leeward show --from 2026-10-01", "Print what was logged."),
    ("leeward report --from 2026-08-01 --to 2026-10-29 --out Notes.pdf", "Write the clinician's page."),
    ("leeward demo --report sample.pdf", "Write the page of a made-up journal."),
)


def page() -> str:
    """The whole page as roff for man(7)."""
    speak("en")
    group = build(lambda _folder: 0)
    context = click.Context(group, info_name="leeward", **group.context_settings)
    return "\n".join([*_head(group), *_options(group, context), *_commands(group, context), *_rest()]) + "\n"


def _head(group: click.Group) -> Iterator[str]:
    yield f'.TH LEEWARD 1 "{build_date():%Y-%m-%d}" "Leeward {version()}" "User Commands"'
    yield ".SH NAME"
    yield "leeward \\- a private, offline symptom journal"
    yield ".SH SYNOPSIS"
    yield ".B leeward"
    yield "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGS\\fR]...]"
    yield ".SH DESCRIPTION"
    yield escaped(group.help or "")
    yield ".PP"
    yield "It runs on this computer alone and encrypts everything from the first entry."
    yield "There is no network code in it."


def _options(group: click.Group, context: click.Context) -> Iterator[str]:
    yield ".SH OPTIONS"
    yield "They stand before the command."
    yield from _options_of(group, context)


def _options_of(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        of_every_command = "--help" in parameter.opts and context.parent is not None
        if isinstance(parameter, click.Option) and record is not None and not of_every_command:
            yield ".TP"
            yield f"\\fB{escaped(record[0])}\\fR"
            yield escaped(record[1]) or "\\&"


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    yield ".SH COMMANDS"
    yield "\\fBleeward\\fR \\fICOMMAND\\fR \\fB\\-\\-help\\fR shows the same at the terminal."
    for name, command, inner in visible(group, context):
        yield f".SS {escaped(name)}"
        yield from _command(name, command, inner)


def visible(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Every command that the help shows, in its order, those within a group by both words."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        yield _words(inner), command, inner
        if isinstance(command, click.Group):
            yield from visible(command, inner)


def _words(context: click.Context) -> str:
    return context.command_path.partition(" ")[2]


def _command(name: str, command: click.Command, context: click.Context) -> Iterator[str]:
    pieces = " ".join(command.collect_usage_pieces(context))
    yield f"\\fBleeward {escaped(name)}\\fR {escaped(pieces)}"
    yield ".PP"
    yield escaped(command.help or "")
    yield from _options_of(command, context)


def _rest() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for code, meaning in EXIT_CODES:
        yield from (".TP", f"\\fB{code}\\fR", escaped(meaning))
    yield from _section("ENVIRONMENT", ENVIRONMENT)
    yield from _section("FILES", FILES)
    yield "XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME and XDG_STATE_HOME are heeded."
    yield from _section("EXAMPLES", EXAMPLES)
    yield ".SH REPORTING BUGS"
    yield "Nothing is sent by the program. Say what you did and what it said, without anything of the journal."


def _section(title: str, lines: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f".SH {title}"
    for what, meaning in lines:
        yield from (".TP", f"\\fB{escaped(what)}\\fR", escaped(meaning))


def escaped(text: str) -> str:
    """Text as roff takes it: one paragraph, its dashes kept as they are typed, no line that begins as a request."""
    flat = " ".join(str(text).split())
    flat = flat.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{flat}" if flat[:1] in (".", "'") else flat


def main(arguments: list[str]) -> None:
    """Write to the file named, or print."""
    if arguments:
        Path(arguments[0]).write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
