"""`destroy`: delete the journal, keys first; on request all that Leeward keeps on this computer."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal.cli.asking import confirmed
from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.endings import EndPlan, EndReport


@named("destroy", _("Delete the journal for good, with its keys and backups."))
@click.option("--everything", is_flag=True, help=_("Remove settings, caches and the log too."))
@click.option("--yes", is_flag=True, help=_("Do not ask once more."))
@click.pass_obj
def command(invocation: Invocation, *, everything: bool, yes: bool) -> int:
    """Ask once, open with the passphrase, destroy, and say what may remain."""
    from journal.app.endings import destroy_journal, remove_everything
    from journal.app.vaults import has_journal
    from journal.model.errors import JournalMissing

    if not has_journal(invocation.folder) and not everything:
        raise JournalMissing(path=str(invocation.folder))
    if not yes:
        _ask(invocation)
    plan = _plan(invocation)
    if everything:
        report = remove_everything(None, invocation.folder, plan)
    else:
        report = destroy_journal(invocation.folder, plan)
        _forget(invocation)
    _tell(report, everything=everything)
    return 0 if report.whole else 1


def _ask(invocation: Invocation) -> None:
    invocation.say(_("To keep a plain copy first: leeward export --format json --notes all --out FILE"))
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError(_("There is no terminal to ask on. Confirm with --yes."))
    words = _("Delete the journal in {folder} for good? Nothing brings it back.")
    if not confirmed(words.format(folder=invocation.folder)):
        raise click.Abort


def _plan(invocation: Invocation) -> EndPlan | None:
    """Open the journal by its passphrase and see where its backups are; None where nothing opens any more."""
    from journal.app.endings import end_was_begun, plan_end
    from journal.app.vaults import has_journal

    if end_was_begun(invocation.folder) or not has_journal(invocation.folder):
        return None
    with invocation.journal() as journal:
        return plan_end(journal)


def _forget(invocation: Invocation) -> None:
    """Take out of the settings what tells of the journal, if it was the window's."""
    from journal.app.endings import forget_in_settings
    from journal.host.paths import default_journal_folder, settings_path
    from journal.host.settings_file import SettingsFile

    file = SettingsFile(settings_path())
    of_the_window = Path(file.settings.journal_folder or default_journal_folder())
    if file.path.exists() and of_the_window.absolute() == invocation.folder.absolute():
        with contextlib.suppress(OSError):
            forget_in_settings(file)


def _tell(report: EndReport, *, everything: bool) -> None:
    from journal.texts import endings

    click.echo(endings.ended_words(everything=everything, whole=report.whole))
    lines = [endings.left_line(left.why, left.path) for left in report.left]
    lines += [endings.other_journal_line(path) for path in report.others]
    for line in lines:
        click.echo(line)
    click.echo(_("What may remain:"))
    for line in [
        *map(endings.unreachable_line, report.unreachable),
        *map(endings.may_remain_line, report.may_remain),
    ]:
        click.echo(f"  {line}")
