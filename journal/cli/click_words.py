"""What the library that reads the command line says by itself, in the program's own words and language.

Click looks its sentences up by the standard gettext, in a catalogue it does not have. Here its
modules get our translation instead, and plainer English with it.
"""

from __future__ import annotations

from collections.abc import Mapping

from journal.texts import translation
from journal.texts.translation import mark

WORDS: Mapping[str, str] = {
    "Usage:": mark("Usage:"),
    "Options": mark("Options"),
    "Commands": mark("Commands"),
    "Positional arguments": mark("Values"),
    "default: {default}": mark("if not given: {default}"),
    "env var: {var}": mark("or set {var}"),
    "required": mark("always needed"),
    "Show the version and exit.": mark("Show the version."),
    "Show this message and exit.": mark("Show this help."),
    "Error: {message}": mark("Not done. {message}"),
    "Try '{command} {option}' for help.": mark("For help: {command} {option}"),
    "Missing command.": mark("A command is needed."),
    "Missing argument": mark("A value is needed:"),
    "Missing option": mark("An option is needed:"),
    "Missing parameter": mark("A value is needed:"),
    "Choose from:\n\t{choices}": mark("Choose from:\n\t{choices}"),
    "Invalid value: {message}": mark("That cannot be read. {message}"),
    "Invalid value for {param_hint}: {message}": mark("{param_hint} cannot be read. {message}"),
    "No such option {name!r}.": mark("There is no option {name}."),
    "No such command {name!r}.": mark("There is no command “{name}”."),
    "Did you mean {possibility}?": mark("Did you mean {possibility}?"),
    "(Did you mean one of: {possibilities}?)": mark("Did you mean one of {possibilities}?"),
    "Got unexpected extra argument ({args})": mark("This is more than was asked for: {args}"),
    "Got unexpected extra arguments ({args})": mark("This is more than was asked for: {args}"),
    "Argument {name!r} takes {nargs} values.": mark("{name}: {nargs} values are needed."),
    "Option {name!r} does not take a value.": mark("{name} stands alone, without a value."),
    "Option {name!r} requires an argument.": mark("{name} needs a value after it."),
    "Option {name!r} requires {nargs} arguments.": mark("{name} needs {nargs} values after it."),
    "Takes {nargs} values but 1 was given.": mark("{nargs} values are needed."),
    "Takes {nargs} values but {len} were given.": mark("{nargs} values are needed."),
    "{value!r} is not {choice}.": mark("“{value}” is not one of {choices}."),
    "{value!r} is not one of {choices}.": mark("“{value}” is not one of {choices}."),
    "{value!r} is not a valid {number_type}.": mark("“{value}” is not a number of this kind."),
    "{value} is not in the range {range}.": mark("{value} is not in {range}."),
    "{value!r} is not a valid boolean. Recognized values: {states}": mark("“{value}” is not one of {states}."),
    "Repeat for confirmation": mark("Once more"),
    "Error: The two entered values do not match.": mark("The two are not the same. Type both again."),
    "Error: invalid input": mark("Type y or n."),
    "Do you want to continue?": mark("Go on?"),
    "Could not open file {filename!r}: {message}": mark("{filename} cannot be opened: {message}"),
    "{name} {filename!r} does not exist.": mark("{filename} is not there."),
    "{name} {filename!r} is a file.": mark("{filename} is a file."),
    "{name} {filename!r} is a directory.": mark("{filename} is a folder."),
    "{name} {filename!r} is not readable.": mark("{filename} cannot be read."),
    "{name} {filename!r} is not writable.": mark("{filename} cannot be written."),
    "unknown error": mark("no reason is known"),
}
"""Click's sentence and ours. What it can say about a program's own mistakes is left as it is."""


def speak_for_click() -> None:
    """Let click say everything in the language in use from now on."""
    from click import core, decorators, exceptions, formatting, parser, termui, types

    for module in (core, decorators, exceptions, formatting, parser, termui, types):
        for name, said in (("_", _said), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, said)


def _said(message: str) -> str:
    """Our words for a sentence of click's, translated."""
    ours = WORDS.get(message)
    return message if ours is None else translation._(ours)


def _counted(singular: str, plural: str, count: int) -> str:
    return _said(singular if count == 1 else plural)
