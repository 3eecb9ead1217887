"""Joins the first start's page, presenter and work to the running program."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.host.resources import read_catalogue, resource
from journal.texts.items import ItemWords
from journal.texts.translation import complete_languages
from journal.ui.emergency_number import emergency_words
from journal.ui.first_start.hide_trial import HideTrial
from journal.ui.first_start.page import FirstStartPage
from journal.ui.first_start.presenter import FirstStartPresenter
from journal.ui.first_start.state import Step
from journal.ui.first_start.work import FirstStartWork
from journal.ui.language import choose
from journal.ui.lock.page import LockPage
from journal.ui.lock.state import LockState
from journal.ui.qt_language import speak_qt
from journal.ui.widgets.item_choices import ChoiceGroup, build_groups

if TYPE_CHECKING:
    from journal.ui.application import Application


def make_first_start(running: Application) -> FirstStartPage:
    """The first start on the folder of the running program."""
    languages = complete_languages(resource("locale"))
    page = FirstStartPage(emergency_words(running.clock), languages, default_groups)
    work = FirstStartWork(running.folder, running.clock, running.follow)
    presenter = FirstStartPresenter(
        page,
        running.runner,
        work,
        running.keep,
        lambda code: _speak(running, code),
        running.opened,
        running.speaker.failed,
        languages,
        partial(show_lock, running),
        stop_at_login,
    )
    _connect(page, presenter)
    _let_hide_be_tried(page, running)
    page.presenter = presenter
    return page


def _let_hide_be_tried(page: FirstStartPage, running: Application) -> None:
    """While that question stands, hiding by button and by keyboard is only tried out."""
    trial = HideTrial(running.window)

    def on_step(step: Step) -> None:
        if step is Step.HIDE:
            running.leaving.instead_of_hiding = trial.begin
        elif running.leaving.instead_of_hiding is not None:
            running.leaving.instead_of_hiding = None

    page.step_shown.connect(on_step)
    page.hide_try_wanted.connect(trial.begin)
    trial.ended.connect(page.show_hide_tried)


def stop_at_login() -> None:
    """Start at login no more, as far as the system lets it."""
    from journal.host.autostart import system_autostart

    with contextlib.suppress(OSError):
        system_autostart().turn_off()


def show_lock(running: Application, folder: Path, message: str) -> None:
    """The lock page of a journal that needs another way in, which it offers after the next try."""
    from journal.ui.after_first_paint import connect_lock

    running.use_folder(folder)
    page = LockPage()
    if not running.settings.settings.others_use:
        page.offer_calm()
    page.render_state(LockState(message=message))
    running.window.show_room(page)
    connect_lock(page, running)


def default_groups() -> Iterable[ChoiceGroup]:
    """The items of a new journal."""
    from journal.app.journal import catalogue_item

    catalogue = read_catalogue()
    items = [catalogue_item(entry, None) for entry in catalogue.items if not entry.opt_in]
    return build_groups(items, ItemWords(catalogue), frozenset(catalogue.default_keys()))


def _speak(running: Application, code: str) -> None:
    choose(code)
    speak_qt(running.app)


def _connect(page: FirstStartPage, presenter: FirstStartPresenter) -> None:
    page.language_chosen.connect(presenter.on_language)
    page.begun.connect(presenter.on_begin)
    page.existing_wanted.connect(presenter.on_existing_wanted)
    page.others_answered.connect(presenter.on_others)
    page.warning_read.connect(presenter.on_warning_read)
    page.hide_seen.connect(presenter.on_hide_seen)
    page.passphrase_chosen.connect(presenter.on_passphrase)
    page.code_kept.connect(presenter.on_code_kept)
    page.code_unwanted.connect(presenter.on_code_unwanted)
    page.treatments_chosen.connect(presenter.on_treatments)
    page.items_chosen.connect(presenter.on_items)
    page.safety_answered.connect(presenter.on_safety)
    page.existing_entered.connect(presenter.on_existing)
    page.back_wanted.connect(presenter.on_back)
