"""The first start: one question at a time, in the middle of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.announcement import announce
from journal.ui.first_start.code_step import CodeStep
from journal.ui.first_start.existing_step import ExistingStep
from journal.ui.first_start.hide_trial import HideStep
from journal.ui.first_start.state import FirstStartState, Step
from journal.ui.first_start.steps import (
    ItemsStep,
    LanguageStep,
    OthersStep,
    PassphraseChoice,
    QuestionStep,
    SafetyStep,
    TreatmentStep,
    WarningStep,
    WelcomeStep,
)
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.gate import Gate
from journal.ui.widgets.item_choices import ChoiceGroup
from journal.ui.widgets.labels import Caption


class FirstStartPage(Gate):
    """Shows the step of the state; every signal is a wish of the person."""

    language_chosen = Signal(str)
    begun = Signal()
    existing_wanted = Signal()
    others_answered = Signal(object)
    warning_read = Signal()
    hide_try_wanted = Signal()
    hide_seen = Signal()
    step_shown = Signal(object)
    """A `Step`: the question that stands now."""

    passphrase_chosen = Signal(str)
    code_kept = Signal()
    code_unwanted = Signal()
    treatments_chosen = Signal(object)
    items_chosen = Signal(object)
    safety_answered = Signal(bool)
    existing_entered = Signal(object, str, bool)
    back_wanted = Signal()

    def __init__(
        self,
        emergency_number: str,
        languages: Iterable[str],
        groups: Callable[[], Iterable[ChoiceGroup]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._number, self._languages, self._groups = emergency_number, tuple(languages), groups
        self._shown: Step | None = None
        self.presenter: object = None
        """Kept here so that it lives as long as the page."""
        self.given: Path | None = None
        """A backup that the program was opened with: already chosen where one is asked for."""
        self.question: QuestionStep = QuestionStep()
        self.message = Caption()
        self.message.hide()
        back = TextButton(_("Back"), large=True)
        back.clicked.connect(self.back_wanted)
        self._back = FlowRow(back)
        for widget in (self.question, self.message, self._back):
            self.body.addWidget(widget)

    def render_state(self, state: FirstStartState) -> None:
        """Show the state."""
        if state.step is not self._shown:
            self._replace(self._made(state), state.step)
        self.question.setEnabled(not state.busy)
        self.message.setText(state.message)
        self.message.setVisible(bool(state.message))
        if state.message:
            announce(self.message, state.message)
        self._back.setVisible(state.can_go_back)

    def show_given(self, backup: Path) -> None:
        """A backup that the program was opened with while this page stood."""
        self.given = backup
        if isinstance(self.question, ExistingStep):
            self.question.choose(backup)

    def _replace(self, question: QuestionStep, step: Step) -> None:
        self.body.replaceWidget(self.question, question)
        self.question.hide()
        self.question.deleteLater()
        self.question, self._shown = question, step
        self.setFocusProxy(question)
        question.show()
        question.setFocus()
        self.verticalScrollBar().setValue(0)
        self.step_shown.emit(step)

    def _made(self, state: FirstStartState) -> QuestionStep:
        makers: dict[Step, Callable[[], QuestionStep]] = {
            Step.LANGUAGE: self._language,
            Step.WELCOME: self._welcome,
            Step.OTHERS: self._others,
            Step.OTHERS_WARNING: self._warning,
            Step.HIDE: self._hide,
            Step.PASSPHRASE: self._passphrase,
            Step.CODE: lambda: self._code(state.code),
            Step.TREATMENT: self._treatment,
            Step.ITEMS: self._items,
            Step.SAFETY: self._safety,
            Step.EXISTING: self._existing,
        }
        return makers[state.step]()

    def _language(self) -> QuestionStep:
        step = LanguageStep(self._languages)
        step.chosen.connect(self.language_chosen)
        return step

    def _welcome(self) -> QuestionStep:
        step = WelcomeStep(self._number)
        step.begun.connect(self.begun)
        step.existing_wanted.connect(self.existing_wanted)
        return step

    def _others(self) -> QuestionStep:
        step = OthersStep()
        step.answered.connect(self.others_answered)
        return step

    def _warning(self) -> QuestionStep:
        step = WarningStep()
        step.read.connect(self.warning_read)
        return step

    def show_hide_tried(self) -> None:
        """Hiding was tried and is over."""
        if isinstance(self.question, HideStep):
            self.question.show_tried()

    def _hide(self) -> QuestionStep:
        step = HideStep()
        step.try_wanted.connect(self.hide_try_wanted)
        step.done.connect(self.hide_seen)
        return step

    def _passphrase(self) -> QuestionStep:
        step = PassphraseChoice()
        step.chosen.connect(self.passphrase_chosen)
        return step

    def _code(self, code: str) -> QuestionStep:
        step = CodeStep(code)
        step.kept.connect(self.code_kept)
        step.unwanted.connect(self.code_unwanted)
        return step

    def _treatment(self) -> QuestionStep:
        step = TreatmentStep()
        step.chosen.connect(self.treatments_chosen)
        return step

    def _items(self) -> QuestionStep:
        step = ItemsStep(self._groups())
        step.chosen.connect(self.items_chosen)
        return step

    def _safety(self) -> QuestionStep:
        step = SafetyStep(self._number)
        step.answered.connect(self.safety_answered)
        return step

    def _existing(self) -> QuestionStep:
        step = ExistingStep()
        if self.given is not None:
            step.choose(self.given)
        step.entered.connect(self.existing_entered)
        return step
