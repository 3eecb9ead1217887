"""What the signs of the calendar mean, in words beside each sign."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.history.calendar_delegate import BLOCK_PX, SIGN_PX
from journal.ui.history.calendar_signs import BAR_PX, SignPainter
from journal.ui.history.calendar_state import Sign
from journal.ui.history.calendar_words import bar_words, blocks_words, plain_words, sign_words
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.widths import changes_text_size

Draw = Callable[[SignPainter, QPainter, QRectF], None]
APART = 16
BESIDE = 6
BAR_SHARE = 0.6


class CalendarLegend(QWidget):
    """Every sign with its words; they go on in the next line where there is no room."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What the signs mean"))
        shapes: list[tuple[Draw, str]] = [(_block, blocks_words()), (_bar, bar_words())]
        shapes += [(_sign(sign), words) for sign, words in sign_words().items()]
        self.entries = [_Entry(theme, draw, words) for draw, words in shapes]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(FlowRow(*self.entries, spacing=APART))
        column.addWidget(Caption(plain_words()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that are wider than the page go on below."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """The same where the text has become larger."""
        handled = super().event(event)
        if changes_text_size(event) and hasattr(self, "entries"):
            self._fit()
        return handled

    def _fit(self) -> None:
        for entry in self.entries:
            entry.fit(self.width())


class _Entry(QWidget):
    """A sign and its words, which never part."""

    def __init__(self, theme: ThemeSource, draw: Draw, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BESIDE)
        self._shape = _Shape(theme, draw)
        row.addWidget(self._shape)
        self.words = Caption(words)
        row.addWidget(self.words)

    def fit(self, room: int) -> None:
        """Take the words' own width, but no more than there is."""
        natural = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 2
        self.words.setFixedWidth(max(1, min(natural, room - self._shape.sizeHint().width() - BESIDE)))


class _Shape(QWidget):
    """One sign, drawn as in the calendar. Its words stand beside it, so it has no name of its own."""

    def __init__(self, theme: ThemeSource, draw: Draw) -> None:
        super().__init__()
        self._theme, self._draw = theme, draw
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme)

    def sizeHint(self) -> QSize:
        """As large as in the calendar, with a little air."""
        size = round(SIGN_PX * self._theme.scale) + 4
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size = SIGN_PX * self._theme.scale
            spot = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
            self._draw(SignPainter(self._theme.tokens), painter, spot)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


def _sign(sign: Sign) -> Draw:
    return lambda signs, painter, spot: signs.sign(painter, spot, sign)


def _block(signs: SignPainter, painter: QPainter, spot: QRectF) -> None:
    lift = spot.height() * (1 - BLOCK_PX / SIGN_PX) / 2
    signs.block(painter, spot.adjusted(0, lift, 0, -lift))


def _bar(signs: SignPainter, painter: QPainter, spot: QRectF) -> None:
    wide = spot.width() * BAR_PX / SIGN_PX
    signs.bar(painter, QRectF(spot.center().x() - wide / 2, spot.top(), wide, spot.height()), BAR_SHARE)
