"""The lock page: one field, and nothing about what is behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.lock.state import LockState, Step, given_words
from journal.ui.lock.steps import LockStep, PassphraseStep
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.gate import Gate
from journal.ui.widgets.labels import Caption

if TYPE_CHECKING:
    from journal.ui.lock.offers import LockOffers


class LockPage(Gate):
    """Asks for the passphrase, or the recovery code and then a new passphrase."""

    passphrase_entered = Signal(str)
    keyring_wanted = Signal()
    recovery_wanted = Signal()
    code_entered = Signal(str)
    new_passphrase_entered = Signal(str)
    back_wanted = Signal()
    new_journal_wanted = Signal()
    way_wanted = Signal()
    also_wanted = Signal()
    other_wanted = Signal()
    calm_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(460, 150, parent)
        self._made: dict[Step, LockStep] = {}
        self._shown: Step | None = None
        self.presenter: object = None
        """Kept here so that it lives as long as the page."""
        self.message = Caption()
        self._offers: LockOffers | None = None
        self.body.addWidget(self.message)
        self.render_state(LockState())

    def offer_calm(self) -> None:
        """Offer a calm moment, for which nothing needs to be opened."""
        calm = TextButton(_("A calm moment"), large=True)
        calm.clicked.connect(lambda _checked: self.calm_wanted.emit())
        self.add_below(calm)

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
        self._offer_keyring(state)
        self._offer(state)
        if changed or (was_busy and not state.busy):
            self.step.again()

    def show_given(self, backup: Path) -> None:
        """Say what to do with a backup that the program was opened with while this page stood."""
        self._say(given_words(str(backup)))

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
        if step is Step.PASSPHRASE:
            made: LockStep = PassphraseStep()
            signal = self.passphrase_entered
        else:
            kind, signal = self._recovery_step(step)
            made = kind()
        made.entered.connect(signal)
        made.back.connect(self.back_wanted)
        return made

    def _recovery_step(self, step: Step) -> tuple[type[LockStep], SignalInstance]:
        from journal.ui.lock.recovery_steps import CodeStep, NewPassphraseStep

        if step is Step.RECOVERY_CODE:
            return CodeStep, self.code_entered
        return NewPassphraseStep, self.new_passphrase_entered

    def _offer_keyring(self, state: LockState) -> None:
        step = self._made.get(Step.PASSPHRASE)
        if isinstance(step, PassphraseStep) and (state.offers_keyring or step.keyring is not None):
            made = step.keyring is None
            step.offer_keyring(self.keyring_wanted, offered=state.offers_keyring)
            if made:
                self._put_in_place()

    def _offer(self, state: LockState) -> None:
        if self._offers is None:
            if not (state.offers_recovery or state.offers_new or state.offers_other or state.way is not None):
                return
            self._offers = self._made_offers()
            self.body.addWidget(self._offers)
            self._put_in_place()
        self._offers.show_offers(state)

    def _put_in_place(self) -> None:
        """What was made late stands on the card, before what is offered below it."""
        from journal.ui.widgets.tab_order import put_in_place

        put_in_place(self.card)

    def _made_offers(self) -> LockOffers:
        from journal.ui.lock.offers import LockOffers

        offers = LockOffers()
        offers.way.clicked.connect(self.way_wanted)
        offers.also.clicked.connect(self.also_wanted)
        offers.recovery.clicked.connect(self.recovery_wanted)
        offers.other.clicked.connect(self.other_wanted)
        offers.fresh.clicked.connect(self.new_journal_wanted)
        return offers

    def _say(self, message: str) -> None:
        if message and message != self.message.text():
            from journal.ui.announcement import announce

            announce(self.message, message)
        self.message.setText(message)
        self.message.setVisible(bool(message))
