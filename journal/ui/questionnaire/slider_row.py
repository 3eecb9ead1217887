"""A question answered on a slider. Nothing is chosen until the person chooses: then only the handle is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from journal.model.entries import State
from journal.texts.numbers import amount
from journal.ui.questionnaire.question_row import QuestionRow
from journal.ui.questionnaire.questions import QuestionState
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.labels import Words, name_field
from journal.ui.widgets.row_keys import Press, RowKey, read_key
from journal.ui.widgets.row_state import RowState
from journal.ui.widgets.step_geometry import SIDE_PX, step_side

TRACK_PX = 6
EDGE_PX = 1.5
TEN = 10
PAGES = 10


class UnsetSlider(QSlider):
    """A slider that may hold no value at all. Painted by hand; a press anywhere chooses that place."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self.is_set = theme, False
        theme.changed.connect(self.update)

    def place_at(self, x: float) -> int:
        """The position under a pixel."""
        reach = self._reach()
        share = min(1.0, max(0.0, (x - reach.left()) / max(1.0, reach.width())))
        share = 1.0 - share if self.isRightToLeft() else share
        return self.minimum() + round(share * (self.maximum() - self.minimum()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the place under the pointer, also the one where a handle would have stood."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose(self.place_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go with the pointer while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self.place_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The place was chosen on the way."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the track, and the handle where there is one."""
        tokens, reach = self._theme.tokens, self._reach()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.edge), 1))
            painter.setBrush(QColor(tokens.field))
            painter.drawRoundedRect(reach, TRACK_PX / 2, TRACK_PX / 2)
            if self.is_set:
                self._paint_handle(painter, reach)

    def wheelEvent(self, event: object) -> None:
        """Let the page scroll: a turn of the wheel must not answer by accident."""
        event.ignore()  # type: ignore[attr-defined]

    def _paint_handle(self, painter: QPainter, reach: QRectF) -> None:
        tokens = self._theme.tokens
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        share = 1.0 - share if self.isRightToLeft() else share
        at = QPointF(reach.left() + share * reach.width(), reach.center().y())
        low = reach.topRight() if self.isRightToLeft() else reach.topLeft()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        filled = QRectF(low, QPointF(at.x(), reach.bottom())).normalized()
        painter.drawRoundedRect(filled, TRACK_PX / 2, TRACK_PX / 2)
        painter.setPen(QPen(QColor(tokens.card), EDGE_PX))
        radius = self.height() / 2 - 8
        painter.drawEllipse(at, radius, radius)

    def _reach(self) -> QRectF:
        inset = self.height() / 2 - 4
        return QRectF(inset, (self.height() - TRACK_PX) / 2, max(1.0, self.width() - 2 * inset), TRACK_PX)

    def _choose(self, place: int) -> None:
        changed = place != self.value()
        self.setValue(place)
        if not changed:
            self.valueChanged.emit(place)


class SliderRow(QuestionRow):
    """Arrows choose, digits type a value, − skips, Backspace takes it away, ↓ and Enter go on."""

    def __init__(self, question: QuestionState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self.slider = UnsetSlider(theme)
        self.value = Words(wrap=False)
        self._begun: int | None = None
        self._showing = False
        row = question.row
        self.slider.setRange(0, round(((row.maximum or 0) - row.minimum) / row.step))
        self.slider.setPageStep(max(1, self.slider.maximum() // PAGES))
        self.slider.setAccessibleName(row.label)
        self.slider.valueChanged.connect(self._on_value)
        self.slider.installEventFilter(self)
        self._lay_out()
        self.show_question(question)

    def focus_target(self) -> QWidget:
        """The slider, once it stands."""
        return self.slider if hasattr(self, "slider") else self

    def shown_text(self, value: float | None) -> str:
        """A number in the form of the language."""
        return "" if value is None else amount(value)

    def render_row(self, row: RowState) -> None:
        """Show another value, or none."""
        super().render_row(row)
        if not hasattr(self, "value"):
            return
        self._showing = True
        self.slider.is_set = row.state is State.RATED and row.value is not None
        if row.value is not None:
            self.slider.setValue(round((row.value - row.minimum) / row.step))
        self._showing = False
        self.slider.update()
        self.value.setText(row.aside_words if row.state is State.NOT_APPLICABLE else row.shown)
        if not self.slider.hasFocus():
            self.slider.setAccessibleDescription(row.spoken_answer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of a row."""
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit()
        if event.type() == QEvent.Type.FocusOut:
            self._begun = None
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit(self.row.answered)
            return True
        pressed = read_key(event)
        if pressed.press is Press.SYSTEM:
            return False
        repeats = pressed.press in (Press.LOWER, Press.HIGHER)
        if not event.isAutoRepeat() or repeats:
            self._act(pressed)
        return True

    def _act(self, pressed: RowKey) -> None:
        begun, self._begun = self._begun, None
        if pressed.press is Press.DIGIT:
            self._on_digit(pressed.digit, begun)
        elif pressed.press in (Press.LOWER, Press.HIGHER):
            self._step(1 if pressed.press is Press.HIGHER else -1)
        elif pressed.press is Press.NOT_APPLICABLE:
            self.give(None, State.NOT_APPLICABLE, moves=True)
        elif pressed.press is Press.BACK:
            self.clear_answer() if self.row.answered else self.backward.emit(True)
        elif pressed.press is Press.DOWN:
            self.onward.emit(False)
        elif pressed.press is Press.UP:
            self.backward.emit(False)

    def _on_digit(self, digit: int, begun: int | None) -> None:
        """A figure, or a further figure of a number that was begun."""
        for number in ((begun * TEN + digit,) if begun is not None else ()) + (digit,):
            if self.row.minimum <= number <= (self.row.maximum or 0):
                self._begun = number if number else None
                self._take(round((number - self.row.minimum) / self.row.step))
                return

    def _step(self, by: int) -> None:
        if not self.slider.is_set:
            self._take(0 if by > 0 else self.slider.maximum())
        else:
            self._take(min(self.slider.maximum(), max(0, self.slider.value() + by)))

    def _on_value(self, place: int) -> None:
        """A pointer or assistive technology moved it."""
        if not self._showing:
            self._take(place)

    def _take(self, place: int) -> None:
        self.give(self.row.minimum + place * self.row.step, State.RATED)

    def _lay_out(self) -> None:
        self.value.setProperty("role", "strong")
        name_field(self.label, self.slider)
        low, high = (Words(word) for word in self.question.ends)
        ends = QHBoxLayout()
        for end in (low, high):
            end.setProperty("role", "caption")
            end.setWordWrap(True)
        high.setAlignment(Qt.AlignmentFlag.AlignRight)
        ends.addWidget(low, 1)
        ends.addWidget(high, 1)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.slider, 1)
        line.addWidget(self.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, 6, SIDE_PX, 6)
        column.setSpacing(7)
        column.addWidget(self.label)
        column.addLayout(line)
        column.addLayout(ends)
        self._fit_text()

    def changeEvent(self, event: QEvent) -> None:
        """Keep up with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "value"):
            self._fit_text()

    def _fit_text(self) -> None:
        self.slider.setMinimumHeight(step_side(self.font()))
        self.value.setMinimumWidth(3 * self.fontMetrics().height())
