"""What is in one backup, and what can be brought back of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.settings.backup_state import BackupsState, Inside, Look
from journal.ui.settings.rows import button
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.date_field import DateField, labelled
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong


class BackupLook(QWidget):
    """Asks for the passphrase of a backup where it has another one, then shows what would come back."""

    secret_given = Signal(str)
    restore_wanted = Signal()
    days_wanted = Signal(date, date, bool)
    cancelled = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._shown: Inside | None = None
        self.title, self.lines, self.problem = Strong(), Body(), Caption()
        self.secret = PassphraseField(_("The passphrase this backup was made with"))
        self.try_secret = button(_("Open it"), self._on_secret, primary=True)
        self.first, self.last = DateField(_("First day")), DateField(_("Last day"))
        self.overwrite = CheckBox(_("Also take its version of what was changed since"))
        self.pull = button(_("Bring these days back"), self._on_pull, primary=True)
        self.restore = button(_("Open it as a journal beside this one"), self.restore_wanted.emit)
        self.cancel = button(_("Leave it"), self.cancelled.emit)
        self._asking, self._found = QWidget(), QWidget()
        self._lay_out()

    def render_state(self, state: BackupsState) -> None:
        """Show what is asked or found."""
        self._asking.setVisible(state.look is Look.LOCKED)
        self._found.setVisible(state.look is Look.FOUND and state.inside is not None)
        self.cancel.setVisible(state.look in (Look.LOCKED, Look.FOUND))
        self.problem.setText(state.problem)
        self.problem.setVisible(bool(state.problem))
        if state.look is not Look.LOCKED:
            self.secret.clear()
        if state.inside is not None and state.inside != self._shown:
            self._show_inside(state.inside)
        for widget in (self.pull, self.overwrite, self.first, self.last):
            widget.setEnabled(not state.read_only)

    def first_control(self, state: BackupsState) -> QWidget:
        """Where the keyboard goes when this is shown."""
        if state.look is Look.LOCKED:
            return self.secret
        return self.first if self.first.isEnabled() else self.restore

    def _show_inside(self, found: Inside) -> None:
        self._shown = found
        self.title.setText(_("The backup of {when}").format(when=found.when))
        self.lines.setText("\n".join(found.lines))
        for field, day in ((self.first, found.last), (self.last, found.last)):
            if day is not None:
                field.show_day(day)
        self.overwrite.setChecked(False)

    def _lay_out(self) -> None:
        column = _stacked(self)
        label = Body(_("The passphrase this backup was made with"))
        label.setBuddy(self.secret)
        self.secret.edit.returnPressed.connect(self._on_secret)
        asking = _stacked(self._asking)
        _add(asking, label, self.secret, self.problem, FlowRow(self.try_secret))
        found = _stacked(self._found)
        days = FlowRow(labelled(_("First day"), self.first), labelled(_("Last day"), self.last), spacing=16)
        stays = Caption(_("What is not in the journal any more comes back, as one step that can be undone."))
        beside = Caption(
            _("The present journal stays in {folder}, and can be opened from Settings again.").format(
                folder=self._folder
            )
        )
        _add(found, self.title, self.lines, days, self.overwrite, stays, FlowRow(self.pull), self.restore, beside)
        _add(column, self._asking, self._found, self.cancel)

    def _on_secret(self) -> None:
        self.secret_given.emit(self.secret.text())

    def _on_pull(self) -> None:
        self.days_wanted.emit(self.first.day, self.last.day, self.overwrite.isChecked())


def _stacked(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column


def _add(column: QVBoxLayout, *widgets: QWidget) -> None:
    for widget in widgets:
        column.addWidget(widget)
