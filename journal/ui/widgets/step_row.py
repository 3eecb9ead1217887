"""A question answered on round steps: one radio group, one tab stop, painted by hand.

The row paints everything itself; an invisible radio button lies over each step for the pointer and
for assistive technology.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from journal.model.entries import State
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.row_keys import Press, RowKey, read_key
from journal.ui.widgets.row_state import RowKind, RowState
from journal.ui.widgets.step_button import StepButton
from journal.ui.widgets.step_geometry import SIDE_PX, WIDTHS_KEPT, StepGeometry, arrange, step_side, text_lines
from journal.ui.widgets.step_painting import WORD_SIDE_PX, StepPainting, paint_row

LEAST_WIDTH_PX = 200
TEN = 10


class StepRow(AnswerRow):
    """A row of steps. `digits_move_on`: a digit chooses and goes to the next row."""

    def __init__(self, row: RowState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(row, theme, parent)
        self.digits_move_on = True
        self._begun: int | None = None
        self._hovered: int | None = None
        self._inside = False
        self._geometries: dict[tuple[object, ...], StepGeometry] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_focus", True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._buttons = [self._button(n) for n in range(len(row.steps))]
        self._check_buttons()

    @property
    def step_buttons(self) -> tuple[StepButton, ...]:
        """The radio buttons under the steps, in order."""
        return tuple(self._buttons)

    @property
    def cursor_step(self) -> int:
        """The step with the focus ring: the chosen one, else the first."""
        return self.row.chosen or 0

    def render_row(self, row: RowState) -> None:
        """Show another answer to the same question."""
        super().render_row(row)
        for button, step in zip(self._buttons, row.steps, strict=True):
            button.setAccessibleName(step.spoken)
        self._check_buttons()

    def arranged(self, width: int) -> StepGeometry:
        """Where everything stands at a width in pixels."""
        key = (width, self.font().key(), self.row.label, self.row.steps)
        known = self._geometries.get(key)
        if known is None:
            if len(self._geometries) >= WIDTHS_KEPT:
                self._geometries.clear()
            words = () if self.row.kind is RowKind.WORDS else words_of(self.row)
            whole, most = self._sides(), max(1, width - 2 * SIDE_PX)
            sides, lines = tuple(min(side, most) for side in whole), self._lines(whole, most)
            known = self._geometries[key] = arrange(width, self.font(), self.row.label, words, sides, lines)
        return known

    def choose(self, index: int, *, moves: bool = False) -> None:
        """Answer with a step; `moves` goes on to the next row."""
        self.give(self.row.steps[index].value, State.RATED, moves=moves)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, move, or swallow the key without a sound."""
        pressed = read_key(event)
        if pressed.press is Press.SYSTEM:
            super().keyPressEvent(event)
            return
        event.accept()
        once_only = pressed.press in (Press.DIGIT, Press.NOT_APPLICABLE, Press.BACK, Press.CHOOSE)
        if not (event.isAutoRepeat() and once_only):
            self.take_key(pressed)

    def take_key(self, pressed: RowKey) -> None:
        """Do what a key means here."""
        if pressed.press is not Press.DIGIT:
            self._begun = None
        self._act(pressed)

    def _act(self, pressed: RowKey) -> None:
        if pressed.press is Press.DIGIT:
            self._on_digit(pressed)
        elif pressed.press is Press.NOT_APPLICABLE:
            self._give_not_applicable()
        elif pressed.press is Press.BACK:
            self._on_back()
        elif pressed.press in (Press.LOWER, Press.HIGHER):
            self._on_arrow(1 if pressed.press is Press.HIGHER else -1)
        elif pressed.press is Press.CHOOSE:
            self.choose(self.cursor_step)
        elif pressed.press is Press.DOWN:
            self.onward.emit(False)
        elif pressed.press is Press.UP:
            self.backward.emit(False)

    def _on_digit(self, pressed: RowKey) -> None:
        begun, self._begun = self._begun, None
        index = self._index_of(float(pressed.digit) if begun is None else begun * TEN + pressed.digit)
        if begun is not None and index is None and self.digits_move_on:
            self._hand_on(pressed)
        elif index is not None:
            waits = begun is None and self._may_go_on(pressed.digit)
            self._begun = pressed.digit if waits else None
            self.choose(index, moves=self.digits_move_on and not waits)
        elif pressed.minus:
            self._give_not_applicable()

    def _hand_on(self, pressed: RowKey) -> None:
        """A 1 stood alone after all: this digit is the next row's."""
        self.onward.emit(True)
        after = QApplication.focusWidget()
        if isinstance(after, StepRow) and after is not self:
            after.take_key(pressed)

    def _may_go_on(self, digit: int) -> bool:
        """Whether a second figure could follow: a 1 where there is a 10."""
        return digit > 0 and self._index_of(float(digit * TEN)) is not None

    def _index_of(self, value: float) -> int | None:
        return next((n for n, step in enumerate(self.row.steps) if step.value == value), None)

    def _give_not_applicable(self) -> None:
        self.give(None, State.NOT_APPLICABLE, moves=self.digits_move_on)

    def _on_back(self) -> None:
        """Clear this row where the keyboard stayed on it, else go back one and clear there."""
        if not self.digits_move_on and self.row.answered:
            self.clear_answer()
        else:
            self.backward.emit(True)

    def _on_arrow(self, direction: int) -> None:
        chosen = self.row.chosen
        index = 0 if chosen is None else max(0, min(len(self.row.steps) - 1, chosen + direction))
        if index != chosen:
            self.choose(index)

    def _on_clicked(self, index: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.row.chosen == index:
            self.clear_answer()
        else:
            self.choose(index)

    def _on_toggled(self, index: int, *, chosen: bool) -> None:
        """Assistive technology toggles a button instead of clicking it."""
        if chosen:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.choose(index)

    def _button(self, index: int) -> StepButton:
        button = StepButton(self.row.steps[index].spoken, self)
        button.clicked.connect(lambda: self._on_clicked(index))
        button.toggled.connect(lambda chosen: self._on_toggled(index, chosen=chosen))
        button.installEventFilter(self)
        return button

    def _check_buttons(self) -> None:
        for n, button in enumerate(self._buttons):
            button.show_choice(chosen=self.row.chosen == n)

    def _sides(self) -> tuple[int, ...]:
        side = step_side(self.font())
        if self.row.kind is not RowKind.WORDS:
            return (side,) * len(self.row.steps)
        metrics = self.fontMetrics()
        return tuple(max(side + 20, metrics.horizontalAdvance(step.word) + 2 * WORD_SIDE_PX) for step in self.row.steps)

    def _lines(self, whole: tuple[int, ...], most: int) -> int:
        """The most lines that the words on a step need: more than one only where the row is no wider than they."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)  # as they are once chosen
        words = [step.word for step, side in zip(self.row.steps, whole, strict=True) if side > most]
        return max((text_lines(QFontMetrics(font), word, most - 2 * WORD_SIDE_PX) for word in words), default=1)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """See which step the pointer is over."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            entered = event.type() == QEvent.Type.Enter
            self._hovered = next((n for n, b in enumerate(self._buttons) if b is watched), None) if entered else None
            self.update()
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A figure that was begun stands alone once the row is left."""
        self._begun = None
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the words to a pointer too."""
        super().enterEvent(event)
        self._inside = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the two end words."""
        super().leaveEvent(event)
        self._inside = False
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels that a width needs."""
        return self.arranged(width).height

    def sizeHint(self) -> QSize:
        """Comfortable beside a second column."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """Narrow steps go on in a further line; how high that makes the row follows from the width."""
        return QSize(LEAST_WIDTH_PX, step_side(self.font()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the buttons under their steps."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_buttons"):
            self.updateGeometry()
            self._place()

    def _place(self) -> None:
        for button, rect in zip(self._buttons, self.arranged(self.width()).steps, strict=True):
            button.setGeometry(rect)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint label, steps, words and rings."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(
            painter,
            StepPainting(
                row=self.row,
                place=self.arranged(self.width()),
                size=self.size(),
                font=self.font(),
                tokens=self.theme.tokens,
                focused=self.hasFocus(),
                hovered=self._hovered,
                words_shown=self.hasFocus() or self._inside,
                cursor=self.cursor_step,
            ),
        )
        painter.end()


def words_of(row: RowState) -> tuple[str, ...]:
    """The words for under the steps: one a step, the two ends, or none."""
    words = tuple(step.word for step in row.steps)
    if all(words):
        return words
    ends = (words[0], words[-1]) if words else ()
    return ends if all(ends) else ()
