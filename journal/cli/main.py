"""Runs the command line and turns every expected failure into a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from journal.cli.click_words import speak_for_click
from journal.cli.commands import build
from journal.cli.hints import hint
from journal.cli.invocation import OpenWindow, asked_language, speak
from journal.model.errors import JournalError
from journal.texts.translation import _

EXPECTED_FAILURE = 1
NAME = "leeward"
"""What the help calls the command, however it was started."""


def run(open_window: OpenWindow, arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code of the contract. Never raises."""
    try:
        speak(asked_language(sys.argv[1:] if arguments is None else arguments))
        speak_for_click()
        code = build(open_window).main(args=arguments, prog_name=NAME, standalone_mode=False)
    except JournalError as error:
        return _tell(error)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped. Nothing more was changed."), err=True)
        return EXPECTED_FAILURE
    except BrokenPipeError:
        # Whoever read our output has gone; stdout must not complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXPECTED_FAILURE
    except OSError as error:
        click.echo(refused(error), err=True)
        return EXPECTED_FAILURE
    except Exception as error:  # noqa: BLE001 a bug must not print what is in the journal
        click.echo(unexpected(error), err=True)
        return EXPECTED_FAILURE
    return code if isinstance(code, int) else 0


def _tell(error: JournalError) -> int:
    from journal.texts.errors import explain

    click.echo(explain(error), err=True)
    if line := hint(error):
        click.echo(line, err=True)
    return error.exit_code


def refused(error: OSError) -> str:
    """What the system refused: a file, or the place where the output goes."""
    from journal.cli.output import named_path
    from journal.texts.system_reasons import system_reason

    detail = system_reason(error.strerror or type(error).__name__)
    if error.filename:
        return _("{path} cannot be used ({detail}).").format(path=named_path(error.filename), detail=detail)
    return _("The output could not be written ({detail}).").format(detail=detail)


def unexpected(error: BaseException) -> str:
    """Where a bug happened, by file and line alone: values could hold what a person wrote."""
    from journal.host.fault_notes import trace_of

    head = _("Something unexpected happened. Nothing that was saved is lost. For a report of the fault:")
    return f"{head}\n{trace_of(error)}"
