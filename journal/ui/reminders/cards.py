"""The cards of the page: times, quiet hours, the words, and what starts by itself."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QSignalBlocker, QTime, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from journal.model.reminders import QuietHours
from journal.texts.reminders import usual_words
from journal.texts.translation import _, pgettext
from journal.ui.reminders.state import LONGEST_TEXT, USUAL_QUIET, RemindersState, TrayPlace
from journal.ui.reminders.time_rows import TimeRows
from journal.ui.settings.rows import CheckRow, button
from journal.ui.treatment.time_field import TimeField
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.date_field import labelled
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong

REST_MS = 1000
PROGRAM = "Leeward"


class TimesCard(Card):
    """When reminders come."""

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(pgettext("notifications", "Reminders"))
        self.coming, self.rows = Body(), TimeRows()
        self.add = button(_("Add a time"), self.add_wanted.emit)
        only = _("A reminder comes only on a day without a check-in. Leeward makes no sound for it.")
        runs = _("It comes while Leeward runs, open or locked.")
        for widget in (Caption(only), Caption(runs), self.rows, FlowRow(self.add), self.coming):
            self.body.addWidget(widget)

    def render_state(self, state: RemindersState) -> None:
        """Show what holds."""
        self.rows.render_state(state)
        self.add.setEnabled(state.may_add)
        self.coming.setText(state.coming)


class QuietCard(Card):
    """When none comes."""

    ticked = Signal(bool)
    chosen = Signal(object)
    """Other `QuietHours`."""

    def __init__(self) -> None:
        super().__init__(_("Quiet hours"))
        self.on = CheckRow(_("No reminders between two times"))
        self.first, self.last = TimeField(_wall(USUAL_QUIET.from_minute)), TimeField(_wall(USUAL_QUIET.to_minute))
        self.first.setAccessibleName(_("Quiet hours begin"))
        self.last.setAccessibleName(_("Quiet hours end"))
        self.note = Caption()
        self.ends = FlowRow(labelled(_("From"), self.first), labelled(_("to"), self.last), spacing=16)
        for widget in (self.on, self.ends, self.note):
            self.body.addWidget(widget)
        self.on.changed.connect(self.ticked)
        for field in (self.first, self.last):
            field.setKeyboardTracking(False)
            field.timeChanged.connect(lambda _time: self._tell())

    def render_state(self, state: RemindersState) -> None:
        """Show what holds."""
        quiet = state.quiet
        self.on.set_value(quiet is not None)
        self.ends.setVisible(quiet is not None)
        if quiet is not None:
            _show(self.first, quiet.from_minute)
            _show(self.last, quiet.to_minute)
        self.note.setText(state.quiet_note)
        self.note.setVisible(quiet is not None)

    def flush(self) -> None:
        """Take over what is half typed."""
        for field in (self.first, self.last):
            field.interpretText()

    def _tell(self) -> None:
        first, last = (each.wall.hour * 60 + each.wall.minute for each in (self.first, self.last))
        if first != last:
            self.chosen.emit(QuietHours(first, last))


class WordsCard(Card):
    """What a reminder says, as it is shown, and the way to try it."""

    written = Signal(str)
    try_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("What it says"))
        self.field = TextField()
        self.field.setMaxLength(LONGEST_TEXT)
        self.field.setAccessibleName(_("Words of the reminder"))
        self.preview, self.result = Preview(), Caption()
        self.try_it = button(_("Show it now"), self.try_wanted.emit)
        seen = _("Whoever sees the screen can read it. Left empty, it says the usual words.")
        for widget in (self.field, Caption(seen), self.preview, FlowRow(self.try_it), self.result):
            self.body.addWidget(widget)
        self.result.hide()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.flush)
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self.flush)

    def render_state(self, state: RemindersState) -> None:
        """Show what holds; what is being typed stays."""
        self.field.setPlaceholderText(usual_words())
        if not self.field.hasFocus() and self.field.text() != state.text:
            self.field.setText(state.text)
        self.preview.show_words(state.says)

    def flush(self) -> None:
        """Hand over what is typed."""
        self._rest.stop()
        self.written.emit(self.field.text())

    def show_result(self, words: str) -> None:
        """Say how it was shown; empty for nothing."""
        self.result.setText(words)
        self.result.setVisible(bool(words))

    def _on_edited(self, text: str) -> None:
        self.preview.show_words(" ".join(text.split()) or usual_words())
        self._rest.start()


class Preview(QFrame):
    """A reminder as it looks."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "calm")
        self._words = Body()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 16, 10)
        box.setSpacing(2)
        box.addWidget(Strong(PROGRAM))
        box.addWidget(self._words)

    def show_words(self, words: str) -> None:
        """Show these words."""
        self._words.setText(words)
        self.setAccessibleName(f"{PROGRAM}: {words}")


class StartCard(Card):
    """The icon beside the clock, and starting at login."""

    tray_ticked = Signal(bool)
    login_ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__(_("Beside the clock, and at login"))
        self.tray, self.tray_note = CheckRow(_("Show an icon beside the clock")), Caption()
        self.login = CheckRow(_("Start when I log in"))
        starts = _("It starts locked, without its window: beside the clock where the icon is, else minimised.")
        for widget in (self.tray, self.tray_note, Divider(), self.login, Caption(starts)):
            self.body.addWidget(widget)
        self.login.setAccessibleDescription(starts)
        self.tray.changed.connect(self.tray_ticked)
        self.login.changed.connect(self.login_ticked)

    def render_state(self, state: RemindersState) -> None:
        """Show what holds. Where there is no place for the icon it can only be switched off."""
        self.tray.set_value(state.tray)
        self.tray.setEnabled(state.tray or state.tray_place is not TrayPlace.NONE)
        self.tray.setAccessibleDescription(state.tray_note)
        self.tray_note.setText(state.tray_note)
        self.login.set_value(state.at_login)


def _wall(minute: int) -> time:
    return time(minute // 60, minute % 60)


def _show(field: TimeField, minute: int) -> None:
    with QSignalBlocker(field):
        if field.wall != _wall(minute):
            field.setTime(QTime(minute // 60, minute % 60))
