"""`demo`: the program on a sample journal."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import click

from journal.cli.commands import named
from journal.cli.files import check_free, write_file
from journal.cli.invocation import Invocation, has_display
from journal.cli.paths import AnyPath
from journal.host.program import program_command
from journal.model.errors import NoDisplay
from journal.texts.translation import _


@named("demo", _("Open the window on a sample journal, or write its report."))
@click.option(
    "--report",
    "out",
    type=AnyPath(),
    help=_("Write the sample's report here instead."),
)
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@click.pass_obj
def command(invocation: Invocation, out: Path | None, *, force: bool) -> int:
    """Show the sample; it lies in a temporary folder and is gone afterwards."""
    if out is None and not has_display():
        raise NoDisplay
    if out is not None:
        check_free(out, invocation.folder, force=force)
    with tempfile.TemporaryDirectory(prefix="leeward-sample-") as folder:
        if out is None:
            return open_sample(invocation, Path(folder) / "journal")
        from journal.app.sample_report import sample_report

        write_file(out, sample_report(Path(folder) / "journal"), invocation.folder, force=force)
    invocation.say(_("The sample report is in {file}.").format(file=out))
    return 0


def open_sample(invocation: Invocation, folder: Path) -> int:
    """Open the window in a process of its own, so that the folder is gone once it has ended."""
    from journal.app.sample import SAMPLE_PASSPHRASE, make_sample

    make_sample(folder).close()
    invocation.say(_("The sample's passphrase is: {passphrase}").format(passphrase=SAMPLE_PASSPHRASE))
    return subprocess.run([*program_command(), "--journal", str(folder)], check=False).returncode
