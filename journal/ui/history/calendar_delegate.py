"""How a day of the calendar is drawn: its number, its blocks and signs, and the bar of its average."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from journal.ui.history.calendar_model import CellRole
from journal.ui.history.calendar_signs import BAR_PX, SignPainter
from journal.ui.history.calendar_state import Cell
from journal.ui.theme.source import ThemeSource

PAD = 7
GAP = 4
BLOCK_PX, SIGN_PX = 8, 11
BLOCK_SHAPE = 1.2
MOST_BLOCKS = 4
RADIUS = 9
SMALLER = 0.88
SIGN_ROWS = 2
ROUND_TODAY, UNDER_TODAY = 10, 3
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
MOST_GROUNDS = 32
"""So many pictures of days are kept; a month has a handful of different ones."""
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class _Look:
    """Colours, pens and measures, made once for a theme and a font."""

    card: QColor
    hover: QColor
    ink: QPen
    soft: QPen
    hair: QPen
    edge: QPen
    focus: QPen
    today: QColor
    on_today: QPen
    heavy: QFont
    small: QFont
    line: float
    scale: float
    signs: SignPainter
    grounds: dict[tuple[object, ...], QPixmap] = field(default_factory=dict)
    """Days as they are drawn, but for their numbers and bars: many are alike, and shapes take long to draw."""


class CalendarDelegate(QStyledItemDelegate):
    """Lengths follow the font, so that a cell reads the same at 200 %."""

    def __init__(self, theme: ThemeSource, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._made: tuple[QFont, _Look] | None = None
        theme.changed.connect(self._on_theme)

    def least_height(self, font: QFont) -> int:
        """What a day needs for its number, its blocks and two rows of signs."""
        look = self._look(font)
        signs = SIGN_ROWS * (SIGN_PX * look.scale + GAP)
        return round(2 * PAD + look.line + GAP + BLOCK_PX * look.scale + GAP + signs)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a day; places without one stay empty."""
        cell: Cell | None = index.data(CellRole)
        if cell is None:
            return
        look = self._look(option.font)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixels = painter.device().devicePixelRatioF()
        if pixels == int(pixels):
            painter.drawPixmap(option.rect.topLeft(), self._kept_ground(look, option, cell, pixels))
        else:  # between two pixels a kept picture would be blurred
            self._paint_ground(painter, look, option, QRectF(option.rect), cell)
        inner = _inner(QRectF(option.rect))
        self._paint_number(painter, look, inner, cell, mirrored=mirrored)
        self._paint_load(painter, look, inner, cell, mirrored=mirrored)
        painter.restore()

    def _kept_ground(self, look: _Look, option: QStyleOptionViewItem, cell: Cell, pixels: float) -> QPixmap:
        size, state = option.rect.size(), option.state & _SHOWN
        key = (size.toTuple(), state, option.direction, pixels, cell.check_ins, cell.signs)
        if key not in look.grounds:
            if len(look.grounds) >= MOST_GROUNDS:
                look.grounds.clear()
            ground = QPixmap(size * pixels)
            ground.setDevicePixelRatio(pixels)
            ground.fill(Qt.GlobalColor.transparent)
            with QPainter(ground) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_ground(painter, look, option, QRectF(0, 0, size.width(), size.height()), cell)
            look.grounds[key] = ground
        return look.grounds[key]

    def _paint_ground(
        self, painter: QPainter, look: _Look, option: QStyleOptionViewItem, rect: QRectF, cell: Cell
    ) -> None:
        """The card with its blocks and signs."""
        self._paint_card(painter, look, _card(rect), option.state)
        if cell.summary is not None:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            self._paint_summary(painter, look, _inner(rect), cell, mirrored=mirrored)

    def _paint_card(self, painter: QPainter, look: _Look, spot: QRectF, state: QStyle.StateFlag) -> None:
        painter.setBrush(look.hover if state & QStyle.StateFlag.State_MouseOver else look.card)
        at, focused = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_HasFocus
        painter.setPen(look.focus if focused else look.edge if at else look.hair)
        painter.drawRoundedRect(spot, RADIUS, RADIUS)

    def _paint_number(self, painter: QPainter, look: _Look, inner: QRectF, cell: Cell, *, mirrored: bool) -> None:
        words = str(cell.day.day)
        painter.setFont(look.heavy)
        if cell.today:
            wide = QFontMetricsF(look.heavy).horizontalAdvance(words)
            beside = QFontMetricsF(look.small).horizontalAdvance(cell.load_text) + GAP
            if max(wide + ROUND_TODAY, look.line) + beside <= inner.width():
                self._paint_today(painter, look, inner, words, max(wide + ROUND_TODAY, look.line), mirrored=mirrored)
                return
            left = inner.right() - wide if mirrored else inner.left()
            painter.fillRect(QRectF(left, inner.top() + look.line - UNDER_TODAY, wide, UNDER_TODAY), look.today)
        painter.setPen(look.ink)
        painter.drawText(QRectF(inner.topLeft(), QSizeF(inner.width(), look.line)), RIGHT if mirrored else LEFT, words)

    def _paint_today(
        self, painter: QPainter, look: _Look, inner: QRectF, words: str, wide: float, *, mirrored: bool
    ) -> None:
        """Today's number on a round ground; where there is no room for that, it is underlined."""
        spot = QRectF(inner.right() - wide if mirrored else inner.left(), inner.top(), wide, look.line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.today)
        painter.drawRoundedRect(spot, look.line / 2, look.line / 2)
        painter.setPen(look.on_today)
        painter.drawText(spot, MIDDLE, words)

    def _paint_load(self, painter: QPainter, look: _Look, inner: QRectF, cell: Cell, *, mirrored: bool) -> None:
        """The day's average in figures, with its bar, where there is one."""
        if cell.load is None:
            return
        painter.setFont(look.small)
        painter.setPen(look.soft)
        number = QRectF(inner.left(), inner.top(), inner.width(), look.line)
        painter.drawText(number, LEFT if mirrored else RIGHT, cell.load_text)
        bar, top = BAR_PX * look.scale, inner.top() + look.line + GAP
        left = inner.left() if mirrored else inner.right() - bar
        look.signs.bar(painter, QRectF(left, top, bar, inner.bottom() - top), cell.load)

    def _paint_summary(self, painter: QPainter, look: _Look, inner: QRectF, cell: Cell, *, mirrored: bool) -> None:
        bar = BAR_PX * look.scale
        top = inner.top() + look.line + GAP
        room = QRectF(inner.left(), top, inner.width() - bar - GAP, inner.bottom() - top)
        if mirrored:
            room.moveRight(inner.right())
        self._paint_blocks(painter, look, room, cell.check_ins, mirrored=mirrored)
        room.setTop(room.top() + BLOCK_PX * look.scale + GAP)
        self._paint_signs(painter, look, room, cell, mirrored=mirrored)

    def _paint_blocks(self, painter: QPainter, look: _Look, room: QRectF, n: int, *, mirrored: bool) -> None:
        high = BLOCK_PX * look.scale
        wide, step = high * BLOCK_SHAPE, high * BLOCK_SHAPE + GAP - 1
        shown = 1 if n > MOST_BLOCKS or n * step > room.width() + GAP else n
        for place in range(shown):
            left = room.right() - wide - place * step if mirrored else room.left() + place * step
            look.signs.block(painter, QRectF(left, room.top(), wide, high))
        if shown < n:
            painter.setFont(look.small)
            painter.setPen(look.soft)
            lift = (look.line - high) / 2
            beside = QRectF(room.left(), room.top() - lift, room.width(), look.line)
            beside.adjust(0 if mirrored else step + 2, 0, -step - 2 if mirrored else 0, 0)
            painter.drawText(beside, RIGHT if mirrored else LEFT, str(n))

    def _paint_signs(self, painter: QPainter, look: _Look, room: QRectF, cell: Cell, *, mirrored: bool) -> None:
        size = SIGN_PX * look.scale
        a_row = max(1, int((room.width() + GAP) // (size + GAP)))
        rows = max(1, min(SIGN_ROWS, int((room.height() + GAP) // (size + GAP))))
        signs, places = cell.signs, a_row * rows
        cut = len(signs) > places
        for place, sign in enumerate(signs[: places - 1] if cut else signs):
            look.signs.sign(painter, _spot(room, place, a_row, size, mirrored=mirrored), sign)
        if cut:
            look.signs.more(painter, _spot(room, places - 1, a_row, size, mirrored=mirrored))

    def _look(self, font: QFont) -> _Look:
        if self._made is None or self._made[0] != font:
            self._made = (QFont(font), _look_of(self._theme, font))
        return self._made[1]

    def _on_theme(self) -> None:
        self._made = None


_SHOWN = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
"""What of a day's state is seen on its card."""


def _card(rect: QRectF) -> QRectF:
    return rect.adjusted(1.5, 1.5, -1.5, -1.5)


def _inner(rect: QRectF) -> QRectF:
    """The room within the card."""
    return _card(rect).adjusted(PAD, PAD - 2, -PAD, -PAD)


def _spot(room: QRectF, place: int, a_row: int, size: float, *, mirrored: bool) -> QRectF:
    """The square of a sign, counted from the side where reading begins."""
    across, down = place % a_row * (size + GAP), place // a_row * (size + GAP)
    left = room.right() - size - across if mirrored else room.left() + across
    return QRectF(left, room.top() + down, size, size)


def _look_of(theme: ThemeSource, font: QFont) -> _Look:
    tokens, line = theme.tokens, QFontMetricsF(font).height()
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    small = QFont(font)
    small.setPixelSize(round(QFontInfo(font).pixelSize() * SMALLER))
    return _Look(
        card=QColor(tokens.card),
        hover=QColor(tokens.hover),
        ink=QPen(QColor(tokens.ink)),
        soft=QPen(QColor(tokens.soft)),
        hair=QPen(QColor(tokens.hair), 1),
        edge=QPen(QColor(tokens.edge), 1.5),
        focus=QPen(QColor(tokens.focus), 2),
        today=QColor(tokens.accent),
        on_today=QPen(QColor(tokens.on_accent)),
        heavy=heavy,
        small=small,
        line=line,
        scale=theme.scale,
        signs=SignPainter(tokens),
    )
