"""The calm moment in the open journal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.app.journal import Journal
from journal.texts.translation import _
from journal.ui.calm.place import CalmPlace, Part
from journal.ui.calm.presenter import CalmParts
from journal.ui.calm.room import CalmRoom
from journal.ui.calm.state import Known
from journal.ui.context import PageContext

SHOWS = frozenset({"plan", "contacts", "settings"})


class CalmPage(QWidget):
    """The room as one of the pages; the sidebar is hidden while it is shown."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._back_to = context, "today"
        acts = (self._load, self._leave, self._edit, self._keep, self._hide)
        parts = CalmParts(context.clock, context.settings, *acts, context.theme.less_motion)
        self.room = CalmRoom(context.theme, parts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.room)
        self.setFocusProxy(self.room.stop)
        context.session.listen(self._on_changed)

    @property
    def place(self) -> CalmPlace:
        """Where in the room somebody is."""
        return self.room.place

    def entered(
        self,
        part: str = "",
        back_to: str = "",
        place: CalmPlace | None = None,
        **where: Any,  # noqa: ARG002
    ) -> None:
        """Show the first screen, or the part or the place that was asked for; Back leads to the page before."""
        self._back_to = back_to or self._back_to
        self.room.begin(
            place or CalmPlace(Part(part) if part in tuple(Part) else Part.HOME), _back_words(self._back_to)
        )

    def left(self) -> None:
        """Nothing is half typed here; breathing does not go on behind another page."""
        if not self._context.session.closing and self.place.running:
            self.room.presenter.on_stop()

    def _leave(self) -> None:
        self._context.go(self._back_to)

    def _hide(self) -> None:
        if self._context.controls is not None:
            self._context.controls.hide()

    def _edit(self, part: Part) -> None:
        self._context.go("plan", part=str(part))

    def _load(self, then: Callable[[Known], None]) -> None:
        self._context.runner.run(lambda: known_in(self._context.session.opened), then, self._context.failed)

    def _keep(self, choice: str, before: int | None, after: int | None) -> None:
        from journal.app.calm_moments import keep_moment

        def done(_moment: object) -> None:
            self._context.say(_("Kept."), [(_("Undo"), self._undo)])

        job = lambda: keep_moment(self._context.session.opened, choice, before, after)  # noqa: E731
        self._context.runner.run(job, done, self._context.failed)

    def _undo(self) -> None:
        from journal.app import history

        job = lambda: history.undo(self._context.session.opened)  # noqa: E731
        self._context.runner.run(job, lambda _step: self._context.say(_("Undone.")), self._context.failed)

    def _on_changed(self, parts: frozenset[str]) -> None:
        if parts & SHOWS and self.isVisible():
            self.room.presenter.reload()


def known_in(journal: Journal) -> Known:
    """Everything there is to show, from the open journal; on the storage thread."""
    from journal.app.contacts import contacts
    from journal.app.open_plan import PLACE
    from journal.app.plans import plan_lines

    return Known(str(journal.setting(PLACE, "")), plan_lines(journal), contacts(journal), locked=False)


def _back_words(page: str) -> str:
    from journal.ui.shell import page_names

    names = dict(page_names()) | {"settings": _("Settings")}
    return _("Back to {page}").format(page=names[page]) if page in names else _("Back")
