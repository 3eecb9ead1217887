"""What leads away from a journal that does not open: another folder, or the list of what was saved of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal.model.errors import JournalError, JournalMissing
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.store.salvage import SalvageReport
    from journal.ui.application import Application
    from journal.ui.lock.page import LockPage
    from journal.ui.lock.presenter import LockPresenter


def open_elsewhere(page: LockPage, presenter: LockPresenter, running: Application) -> None:
    """Ask for another journal's folder and start again on it; a folder without one is said."""
    from journal.ui.widgets.open_dialog import ask_for_folder

    def on_chosen(folder: Path) -> None:
        from journal.app.vaults import has_journal

        try:
            found = has_journal(folder)
        except JournalError as error:
            presenter.on_refused(error)
            return
        if found:
            running.controls.restart_on(folder)
        else:
            presenter.on_refused(JournalMissing(path=str(folder)))

    ask_for_folder(page, _("Open another journal…"), running.folder.parent, on_chosen)


def show_list(report: SalvageReport, running: Application) -> None:
    """Say what was saved, with the list of what could not be read one click away."""
    from journal.ui.lock.salvage_list import SalvageList

    def show() -> None:
        dialog = SalvageList(report, running.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    words = _("What could be read is now in {folder}. The damaged journal was kept.").format(folder=running.folder)
    running.speaker.say(words, [(_("What could not be read"), show)])
