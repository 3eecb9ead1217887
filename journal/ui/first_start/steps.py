"""The questions of the first start, one widget each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _, language
from journal.ui.first_start.state import sentences, treatment_words
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.item_checklist import ItemChecklist
from journal.ui.widgets.item_choices import ChoiceGroup
from journal.ui.widgets.labels import Body, Caption, LargeWords, Subtitle
from journal.ui.widgets.new_passphrase import NewPassphrase

LANGUAGE_NAMES = {"en": "English", "es": "Español", "de": "Deutsch", "fr": "Français", "uk": "Українська"}


class QuestionStep(QWidget):
    """A title, some words, and what can be chosen."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        if title:
            self.column.addWidget(Subtitle(title))


class LanguageStep(QuestionStep):
    """Each language in its own name; the keyboard is on the one that is spoken now."""

    chosen = Signal(str)

    def __init__(self, codes: Iterable[str]) -> None:
        super().__init__()
        buttons = {}
        for code in codes:
            buttons[code] = button = QuietButton(LANGUAGE_NAMES[code], large=True)
            button.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            self.column.addWidget(button)
        self.setFocusProxy(buttons.get(language()) or next(iter(buttons.values())))


class WelcomeStep(QuestionStep):
    """The four sentences."""

    begun = Signal()
    existing_wanted = Signal()

    def __init__(self, emergency_number: str) -> None:
        super().__init__()
        for sentence in sentences(emergency_number):
            self.column.addWidget(LargeWords(sentence))
        begin = PrimaryButton(_("Begin"), large=True)
        existing = QuietButton(_("I already have a journal or a backup"), large=True)
        begin.clicked.connect(self.begun)
        existing.clicked.connect(self.existing_wanted)
        self.column.addSpacing(6)
        self.column.addWidget(FlowRow(begin, existing))
        self.setFocusProxy(begin)


class OthersStep(QuestionStep):
    """Whether other people use this computer."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Do other people use this computer?"))
        buttons = []
        for words, answer in ((_("Only me"), False), (_("Others too"), True), (_("Skip"), None)):
            button = (TextButton if answer is None else QuietButton)(words, large=True)
            button.clicked.connect(lambda _checked=False, answer=answer: self.answered.emit(answer))
            buttons.append(button)
        self.column.addWidget(FlowRow(*buttons))
        self.setFocusProxy(buttons[0])


class WarningStep(QuestionStep):
    """What the program can't do for someone who may be made to open it."""

    read = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(LargeWords(_("The journal will close after 2 minutes without a key or a touch.")))
        words = _(
            "If someone can make you open it, this program cannot protect what is inside. "
            "A device they cannot reach is safer."
        )
        self.column.addWidget(LargeWords(words))
        go_on = PrimaryButton(_("Go on"), large=True)
        go_on.clicked.connect(self.read)
        self.column.addWidget(FlowRow(go_on))
        self.setFocusProxy(go_on)


class PassphraseChoice(QuestionStep):
    """Choosing the passphrase, typed twice."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Choose a passphrase"))
        self.column.addWidget(Body(_("It locks the journal. Any passphrase is fine, and pasting one works.")))
        self.column.addWidget(
            Body(_("Nobody can reset a lost passphrase. A recovery code, shown next, is the only other way in."))
        )
        self.fields, self._problem = NewPassphrase(), Caption()
        go_on = PrimaryButton(_("Go on"), large=True)
        self.column.addWidget(self.fields)
        self.column.addWidget(self._problem)
        self.column.addWidget(FlowRow(go_on))
        self._problem.hide()
        self.fields.confirmed.connect(self._on_go_on)
        go_on.clicked.connect(self._on_go_on)
        self.setFocusProxy(self.fields)

    def _on_go_on(self) -> None:
        problem = self.fields.problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if self.fields.passphrase:
            self.chosen.emit(self.fields.passphrase)


class TreatmentStep(QuestionStep):
    """Which treatment, if any."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Which treatment do you have, if any?"))
        self.column.addWidget(Body(_("It decides which side effects are asked about. It can be changed at any time.")))
        self._boxes = {key: CheckBox(words) for key, words in treatment_words()}
        boxes = QVBoxLayout()
        boxes.setSpacing(8)
        for box in self._boxes.values():
            box.setMinimumHeight(44)
            boxes.addWidget(box)
        self.column.addLayout(boxes)
        go_on, skip = PrimaryButton(_("Go on"), large=True), TextButton(_("Skip"), large=True)
        go_on.clicked.connect(lambda: self.chosen.emit(self.ticked))
        skip.clicked.connect(lambda: self.chosen.emit(()))
        self.column.addWidget(FlowRow(go_on, skip))
        self.setFocusProxy(next(iter(self._boxes.values())))

    @property
    def ticked(self) -> tuple[str, ...]:
        """The treatments ticked."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())


class ItemsStep(QuestionStep):
    """What is asked: ready as it is."""

    chosen = Signal(object)

    def __init__(self, groups: Iterable[ChoiceGroup]) -> None:
        super().__init__(_("What would you like to be asked?"))
        self.column.addWidget(
            Body(_("This is ready as it is. Everything can be left unanswered, added or hidden later."))
        )
        ready = PrimaryButton(_("Ready"), large=True)
        self.checklist = ItemChecklist()
        ready.clicked.connect(lambda: self.chosen.emit(self.checklist.asked))
        self.checklist.show_groups(groups)
        self.column.addWidget(FlowRow(ready))
        self.column.addWidget(self.checklist)
        self.setFocusProxy(ready)


class SafetyStep(QuestionStep):
    """The one opt-in question, offered once."""

    answered = Signal(bool)

    def __init__(self, emergency_number: str) -> None:
        super().__init__(_("Ask about thoughts of suicide?"))
        self.column.addWidget(LargeWords(_("Nobody is alerted by your answer.")))
        self.column.addWidget(Body(_("In danger call {number}.").format(number=emergency_number)))
        later, ask = QuietButton(_("Not now"), large=True), QuietButton(_("Ask me"), large=True)
        later.clicked.connect(lambda: self.answered.emit(False))
        ask.clicked.connect(lambda: self.answered.emit(True))
        self.column.addWidget(FlowRow(later, ask))
        self.setFocusProxy(later)
