"""What is made and joined once the first picture stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from journal.host.chart_cache import prepare_chart_cache
from journal.host.paths import cache_folder
from journal.ui import warm_ups, wishes
from journal.ui.file_traces import leave_no_file_traces
from journal.ui.garbage import WindowCollector
from journal.ui.journal_keys import JournalKeys, secrets_of
from journal.ui.lock.page import LockPage
from journal.ui.lock.presenter import LockPresenter
from journal.ui.qt_language import speak_qt
from journal.ui.rehearsal import Rehearsal, steps
from journal.ui.theme.fonts import BASE_PX
from journal.ui.widgets import steady_scroll

if TYPE_CHECKING:
    from journal.store.salvage import SalvageReport
    from journal.ui.application import Application


def join(running: Application) -> warm_ups.WarmUp:
    """Join the lock page, begin to listen and to import; returns the thread that imports."""
    WindowCollector(running)
    steady_scroll.install()
    prepare_chart_cache(cache_folder())  # before matplotlib is imported, or it reads every font of the system
    imports = warm_ups.WarmUp(running.theme.tokens, BASE_PX * running.theme.scale)
    page = running.window.ground
    if isinstance(page, LockPage):
        connect_lock(page, running)
        offer_guide(page, running)
        running.rehearsal = Rehearsal(running, steps(running, imports))
    running.leaving.begin()
    running.calm.begin()
    leave_no_file_traces()
    note_faults_of_threads(running)
    running.ring.raise_()
    running.window.show_icon()
    delivery = running.delivery  # made here, on the window's thread
    running.place.listen(lambda wish: delivery.deliver(partial(wishes.come, running, wish)))
    wishes.begin(running)
    if running.began_hidden or running.settings.settings.tray or running.settings.settings.reminders:
        running.reminding.begin()
    speak_qt(running.app)
    running.theme.add_fallback_fonts()
    running.theme.follow_system()
    from journal.ui.theme.system_wishes import SystemWishes

    if running.theme.system_unknown:
        from journal.ui.theme.portal import ask_portal

        ask_portal(running, running.theme.hear_portal)
    running.theme.choose_motion(less=running.settings.settings.less_motion)
    SystemWishes(running.app, running.theme).ask()
    # Begun last: Qt's classes are made when they are first named, and two threads must not do that at once.
    imports.start()
    return imports


def note_faults_of_threads(running: Application) -> None:
    """Python would print what a thread died of, with words of the journal perhaps; only where it was is kept."""
    import threading

    def note(died: threading.ExceptHookArgs) -> None:
        if died.exc_value is not None:
            running.faults.note(died.exc_value)

    threading.excepthook = note


def offer_guide(page: LockPage, running: Application) -> None:
    """F1 on the lock page says what helps when one cannot get in; not where others use the computer."""
    if running.settings.settings.others_use:
        return

    def show() -> None:
        from journal.ui.guide.dialog import show_guide_dialog

        show_guide_dialog(running.theme, running.window)

    shortcut = QShortcut(QKeySequence("F1"), page)
    shortcut.activated.connect(show)


def connect_lock(page: LockPage, running: Application) -> None:
    """Let the lock page open the journal."""
    keys = JournalKeys(running.folder, running.clock, running.follow)
    hint, speaker = page.message.text(), running.speaker

    def show_salvaged(report: SalvageReport | None) -> None:
        from journal.ui.lock.elsewhere import show_list

        if report is not None:
            show_list(report, running)

    secrets = secrets_of(running.folder, others_use=running.settings.settings.others_use)
    presenter = LockPresenter(
        page, running.runner, keys, running.opened, speaker.failed, hint, speaker.say, show_salvaged, secrets
    )
    page.passphrase_entered.connect(presenter.on_passphrase)
    page.keyring_wanted.connect(presenter.on_keyring)
    page.way_wanted.connect(presenter.on_way)
    page.also_wanted.connect(presenter.on_also)
    page.other_wanted.connect(lambda: choose_other(page, presenter, running))
    page.recovery_wanted.connect(presenter.on_recovery_wanted)
    page.code_entered.connect(presenter.on_code)
    page.new_passphrase_entered.connect(presenter.on_new_passphrase)
    page.back_wanted.connect(presenter.on_back)
    page.new_journal_wanted.connect(running.start_new_beside)
    page.calm_wanted.connect(running.calm.show_locked)
    page.presenter = presenter


def choose_other(page: LockPage, presenter: LockPresenter, running: Application) -> None:
    """Let another folder be chosen in place of one that does not open."""
    from journal.ui.lock.elsewhere import open_elsewhere

    open_elsewhere(page, presenter, running)
