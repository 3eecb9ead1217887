"""The page about the program. It holds no rules, only the last state."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Any

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journal.host.builds import Build, Part
from journal.host.clock import local_now
from journal.host.paths import settings_path
from journal.texts.translation import _
from journal.ui.about.cards import FaultCard, PartsCard, PlacesCard, PromiseCard, VersionCard
from journal.ui.about.presenter import AboutPresenter
from journal.ui.about.state import AboutState, Facts, System
from journal.ui.context import PageContext
from journal.ui.widgets.back_button import back_to_settings
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import PageTitle
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 760


class AboutPage(ScrollPage):
    """`folder` is where the open journal lies."""

    def __init__(self, context: PageContext, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._context, self._folder = context, folder
        self.back = back_to_settings()
        self.version, self.promise, self.places = VersionCard(), PromiseCard(), PlacesCard()
        self.fault, self.parts = FaultCard(), PartsCard()
        self.presenter = AboutPresenter(self, context.runner, self._facts, context.faults, context.failed)
        self.column.addWidget(FlowRow(self.back))
        self.column.addWidget(PageTitle(_("About Leeward")))
        for card in (self.version, self.promise, self.places, self.fault, self.parts):
            self.column.addWidget(card)
        self.column.addStretch(1)
        put_in_order(self.back, self.fault, self.parts)
        self.back.clicked.connect(lambda: context.go("settings"))
        self.fault.copy.clicked.connect(lambda: context.announce(self.fault.copy, self.fault.said.text()))
        self.parts.part_chosen.connect(self.presenter.on_part)

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Show what holds now."""
        self.presenter.on_entered()

    def left(self) -> None:
        """Nothing is half done here."""

    def render_state(self, state: AboutState) -> None:
        """Show the state."""
        for card in (self.version, self.places, self.fault):
            card.render_state(state)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Offer the parts to choose from."""
        self.parts.show_parts(parts)

    def show_licence(self, part: Part, text: str) -> None:
        """Show the words of a part's licence."""
        self.parts.show_licence(part, text)

    def _facts(self, build: Build) -> Facts:
        system = System(platform.python_version(), platform.system(), qVersion(), QGuiApplication.platformName())
        today = local_now(self._context.clock).date()
        return Facts(build, system, today, self._folder, settings_path())
