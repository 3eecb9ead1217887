"""The lock page: one field, and nothing about what is behind it."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.lock.state import LockState, Step
from journal.ui.lock.steps import CodeStep, LockStep, NewPassphraseStep, PassphraseStep
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.gate import Gate
from journal.ui.widgets.labels import Caption


class LockPage(Gate):
    """Asks for the passphrase, or the recovery code and then a new passphrase."""

    passphrase_entered = Signal(str)
    recovery_wanted = Signal()
    code_entered = Signal(str)
    new_passphrase_entered = Signal(str)
    back_wanted = Signal()
    new_journal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(460, 150, parent)
        self._made: dict[Step, LockStep] = {}
        self._shown: Step | None = None
        self.presenter: object = None
        """Kept here so that it lives as long as the page."""
        self.message = Caption()
        recovery = QuietButton(_("Recovery code"), large=True)
        fresh = QuietButton(_("Start a new journal, keep this one"), large=True)
        recovery.clicked.connect(self.recovery_wanted)
        fresh.clicked.connect(self.new_journal_wanted)
        self._recovery, self._fresh, self._offers = recovery, fresh, FlowRow(recovery, fresh)
        self.body.addWidget(self.message)
        self.body.addWidget(self._offers)
        self.render_state(LockState())

    @property
    def step(self) -> LockStep:
        """What is asked for now."""
        return self._made[self._shown or Step.PASSPHRASE]

    def render_state(self, state: LockState) -> None:
        """Show the state."""
        was_busy = self._shown is not None and not self.step.isEnabled()
        changed = state.step is not self._shown
        self._show_step(state.step)
        self.step.set_busy(state.busy)
        self._say(state.message)
        self._recovery.setVisible(state.offers_recovery)
        self._fresh.setVisible(state.offers_new)
        self._offers.setVisible(state.offers_recovery or state.offers_new)
        if changed or (was_busy and not state.busy):
            self.step.again()

    def _show_step(self, step: Step) -> None:
        if step not in self._made:
            self._made[step] = self._make(step)
            self.body.insertWidget(1, self._made[step])
            self._made[step].show()
        for other, widget in self._made.items():
            widget.setVisible(other is step)
        self._shown = step
        self.setFocusProxy(self.step)

    def _make(self, step: Step) -> LockStep:
        kinds: dict[Step, tuple[type[LockStep], SignalInstance]] = {
            Step.PASSPHRASE: (PassphraseStep, self.passphrase_entered),
            Step.RECOVERY_CODE: (CodeStep, self.code_entered),
            Step.NEW_PASSPHRASE: (NewPassphraseStep, self.new_passphrase_entered),
        }
        kind, signal = kinds[step]
        made = kind()
        made.entered.connect(signal)
        made.back.connect(self.back_wanted)
        return made

    def _say(self, message: str) -> None:
        if message and message != self.message.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))
        self.message.setText(message)
        self.message.setVisible(bool(message))
