"""What is made and joined once the first picture stands."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from journal.host.paths import cache_folder
from journal.ui import warm_ups
from journal.ui.garbage import WindowCollector
from journal.ui.journal_keys import JournalKeys
from journal.ui.lock.page import LockPage
from journal.ui.lock.presenter import LockPresenter

if TYPE_CHECKING:
    from journal.ui.application import Application


def join(running: Application) -> threading.Thread:
    """Join the lock page, begin to listen and to import; returns the thread that imports."""
    WindowCollector(running)
    page = running.window.room
    if isinstance(page, LockPage):
        connect_lock(page, running)
    running.ring.raise_()
    warm_ups.keep_chart_cache(cache_folder())
    running.runner.run(lambda: warm_ups.import_quietly(warm_ups.STORE_MODULES))
    imports = warm_ups.warm_up(warm_ups.WINDOW_MODULES)
    running.window.show_icon()
    delivery = running.delivery  # made here, on the window's thread
    running.place.listen(lambda: delivery.deliver(running.window.bring_forward))
    running.theme.add_fallback_fonts()
    running.theme.follow_system()
    if running.theme.system_unknown:
        from journal.ui.theme.portal import ask_portal

        ask_portal(running, running.theme.hear_portal)
    return imports


def connect_lock(page: LockPage, running: Application) -> None:
    """Let the lock page open the journal."""
    keys = JournalKeys(running.folder, running.clock, running.follow)
    hint, speaker = page.message.text(), running.speaker
    presenter = LockPresenter(page, running.runner, keys, running.opened, speaker.failed, hint, speaker.say)
    page.passphrase_entered.connect(presenter.on_passphrase)
    # The second in which the key is derived is used to build what comes next.
    page.passphrase_entered.connect(lambda: QTimer.singleShot(0, running, lambda: running.made_shell().page("today")))
    page.way_wanted.connect(presenter.on_way)
    page.recovery_wanted.connect(presenter.on_recovery_wanted)
    page.code_entered.connect(presenter.on_code)
    page.new_passphrase_entered.connect(presenter.on_new_passphrase)
    page.back_wanted.connect(presenter.on_back)
    page.new_journal_wanted.connect(running.start_new_beside)
    page.presenter = presenter
