"""The Now view: one large question, a few large answers, nothing to type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.texts.treatments import unit_text
from journal.ui.session.fold import FoldButton
from journal.ui.session.now_state import NowState
from journal.ui.session.state import SessionState
from journal.ui.session.typed_field import TypedField
from journal.ui.session.vitals_card import VitalsCard
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.scroll_page import MARGIN

ANSWER_PX, LEVEL_PX, HIGH_PX = 210, 128, 76


class LargeButton(QuietButton):
    """An answer that a dazed hand finds. Arrows go from answer to answer, digits press by their place."""

    role = "huge"

    def __init__(self, words: str, wide_px: int, parent: QWidget | None = None) -> None:
        super().__init__(words, parent, large=True)
        self.setMinimumSize(wide_px, HIGH_PX)


class NowView(QWidget):
    """Signals are wishes and past facts. Nothing here moves or ends by itself."""

    item_given = Signal(str)
    level_given = Signal(int)
    more_wanted = Signal()
    none_given = Signal()
    back_wanted = Signal()
    taken_back = Signal()
    page_wanted = Signal()
    folded = Signal(bool)

    def __init__(self, vitals: VitalsCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._shown = NowState()
        self.question, self.about, self.said = _large("question"), _large("about"), _large("said")
        self.answers = FlowRow(spacing=14)
        self.buttons: list[LargeButton] = []
        self.take_back = QuietButton(_("Take back the last press"), large=True)
        self.page = QuietButton(_("Back to the page"), large=True)
        self.fold = FoldButton(_("From the clinic's sheet"))
        self.dose = TypedField("dose", _("Dose"), base_px=110)
        self.vitals = vitals
        self._sheet = QWidget()
        self._build()

    def render_state(self, state: SessionState) -> None:
        """Show the question that is asked now."""
        now = state.now
        self.question.setText(now.question)
        self.about.setText(now.about)
        self.about.setVisible(bool(now.about))
        self.said.setText(now.said)
        self.take_back.setVisible(now.can_take_back)
        if (now.choices, now.levels, now.none, now.more, now.back) != self._answers_shown():
            self._render_answers(now)
        self._shown = now
        self.setAccessibleName(now.question)
        self.fold.show_open(opened=state.sheet_open)
        self._sheet.setVisible(state.sheet_open)
        self.dose.render_text(state.texts["dose"])
        self.dose.render_unit(unit_text(state.unit) if state.unit else "")
        self.vitals.render_vitals(state.vitals)

    def begin(self) -> None:
        """Bring the keyboard to the first answer."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.dose.edit.flush()
        self.vitals.table.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and digits among the answers; Escape goes back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self.buttons:
            return self._on_key(self.buttons.index(watched), event)
        return super().eventFilter(watched, event)

    def _on_key(self, place: int, event: QKeyEvent) -> bool:
        back = (Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left, Qt.Key.Key_Up)
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
            step = -1 if event.key() in back else 1
            self.buttons[(place + step) % len(self.buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        digit = event.text()
        if digit.isdigit() and not event.isAutoRepeat():
            at = int(digit) - (0 if self._shown.levels else 1)
            if 0 <= at < len(self.buttons) - bool(self._shown.back):  # Back is no answer
                self.buttons[at].click()
            return True
        if event.key() == Qt.Key.Key_Escape and self._shown.back:
            self.back_wanted.emit()
            return True
        return False

    def _answers_shown(self) -> tuple[object, ...]:
        now = self._shown
        return (now.choices, now.levels, now.none, now.more, now.back)

    def _render_answers(self, now: NowState) -> None:
        old, had = self.buttons, any(button.hasFocus() for button in self.buttons)
        self.buttons = self._level_buttons(now.levels) if now.levels else self._choice_buttons(now)
        if now.back:
            self.buttons.append(self._button(_("Back"), LEVEL_PX, self.back_wanted.emit))
        for button in self.buttons:
            button.installEventFilter(self)
        self.answers.put(*self.buttons)
        for button in self.buttons:
            button.show()  # at once: what is hidden can't take the keyboard
        if had:
            self.begin()
        for button in old:
            button.hide()
            button.deleteLater()

    def _choice_buttons(self, now: NowState) -> list[LargeButton]:
        made = [
            self._button(chip.label, ANSWER_PX, partial(self.item_given.emit, chip.item_id)) for chip in now.choices
        ]
        if now.more:
            made.append(self._button(_("Something else"), ANSWER_PX, self.more_wanted.emit))
        if now.none:
            made.append(self._button(now.none, ANSWER_PX, self.none_given.emit))
        return made

    def _level_buttons(self, words: Sequence[str]) -> list[LargeButton]:
        made = []
        for level, word in enumerate(words):
            button = self._button(f"{level}\n{word}", LEVEL_PX, partial(self.level_given.emit, level))
            button.setAccessibleName(_("{figure}, {word}").format(figure=level, word=word) if word else str(level))
            made.append(button)
        return made

    def _button(self, words: str, wide_px: int, act: Callable[[], None]) -> LargeButton:
        button = LargeButton(words, wide_px)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _build(self) -> None:
        inside = QVBoxLayout(self._sheet)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.dose)
        inside.addWidget(self.vitals)
        content = QWidget()
        content.setProperty("role", "column")
        box = QVBoxLayout(content)
        box.setContentsMargins(MARGIN, 36, MARGIN, 20)
        box.setSpacing(18)
        for widget in (self.question, self.about, self.answers, self.said, FlowRow(self.take_back)):
            box.addWidget(widget)
        box.addStretch(1)
        box.addWidget(FlowRow(self.fold))
        box.addWidget(self._sheet)
        self.area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 10, MARGIN, 16)
        foot.addStretch(1)
        foot.addWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        self._sheet.hide()
        self.take_back.clicked.connect(self.taken_back)
        self.page.clicked.connect(self.page_wanted)
        self.fold.folded.connect(self.folded)


def _large(role: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
