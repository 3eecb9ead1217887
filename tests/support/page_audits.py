"""What is wrong with a page as it stands: words without room, small targets, nameless controls."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

CARET_PX = 4
"""Room that Qt keeps inside a field beside its text."""

WITH_WORDS = QLabel | QAbstractButton | QLineEdit | QComboBox

ROUNDED_PX = 2
"""Widths of letters are not whole pixels."""


def shown(page: QWidget) -> list[QWidget]:
    """Everything on a page that is shown, the page first."""
    return [page, *(part for part in page.findChildren(QWidget) if part.isVisibleTo(page))]


def named(widget: QWidget) -> str:
    """What a failed test calls a widget."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} “{(widget.accessibleName() or text)[:60]}”"


def cut_words(page: QWidget) -> list[str]:
    """Every text that has less room than it needs, and every part that reaches over its parent's side."""
    found = [f"{named(part)}: {why}" for part in shown(page) for why in _cuts(part)]
    return [*found, *_over_the_side(page)]


def sideways(page: QWidget) -> list[str]:
    """Everything that has to be scrolled sideways to be read."""
    areas = [part for part in shown(page) if isinstance(part, QScrollArea)]
    over = [(area, area.horizontalScrollBar().maximum()) for area in areas]
    return [f"{named(area)} scrolls sideways by {by} px" for area, by in over if by > 0]


def _cuts(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel) and part.text() and part.textFormat() is not Qt.TextFormat.RichText:
        yield from _label_cuts(part)
    elif isinstance(part, QAbstractButton) and part.text():
        yield from _button_cuts(part)
    elif isinstance(part, QComboBox) and part.currentText():
        yield from _combo_cuts(part)
    elif isinstance(part, QLineEdit) and not part.text():
        yield from _line_cuts(part, part.placeholderText(), part.contentsRect().width())
    elif isinstance(part, QAbstractSpinBox):
        yield from _line_cuts(part, part.text(), part.lineEdit().width() - CARET_PX)


def _button_cuts(button: QAbstractButton) -> Iterator[str]:
    if not isinstance(button, QCheckBox | QRadioButton):
        least = button.sizeHint()
    elif button.width() > 1:  # what is painted elsewhere has no words of its own
        least = QSize(button.minimumSizeHint().width(), button.heightForWidth(button.width()))
    else:
        return
    if button.width() < least.width() or button.height() < least.height() - ROUNDED_PX:
        yield f"{button.size().toTuple()} px instead of {least.toTuple()}"


def _line_cuts(field: QWidget, text: str, room: int) -> Iterator[str]:
    needed = field.fontMetrics().horizontalAdvance(text)
    if needed > room + ROUNDED_PX:
        yield f"“{text}” needs {needed} px and has {room}"


def _label_cuts(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed:
            yield f"{label.height()} px high instead of {needed}"
        room = label.contentsRect().width() - 2 * label.margin()
        widest = _wrapped(label, room, label.text()).width()
        if widest > room + ROUNDED_PX:
            yield f"its longest word needs {widest} px and has {room}"
    elif label.width() < label.sizeHint().width() or label.height() < label.minimumSizeHint().height():
        size, needed_size = label.size().toTuple(), label.sizeHint().toTuple()
        yield f"{size} px instead of {needed_size}"


def _combo_cuts(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    needed = _wrapped(box, room.width(), box.currentText())
    if needed.width() > room.width() + ROUNDED_PX or needed.height() > room.height() + ROUNDED_PX:
        yield f"“{box.currentText()}” needs {needed.size().toTuple()} px and has {room.size().toTuple()}"


def _wrapped(part: QWidget, room: int, text: str) -> QRect:
    """The place that words take when they go on in the next line."""
    return part.fontMetrics().boundingRect(QRect(0, 0, room, 100_000), int(Qt.TextFlag.TextWordWrap), text)


def _over_the_side(page: QWidget) -> Iterator[str]:
    for part in shown(page):
        above = part.parentWidget()
        if part is page or above is None or not isinstance(part, WITH_WORDS):
            continue
        if part.x() < 0 or part.geometry().right() > above.width():
            yield f"{named(part)} reaches over the side of {named(above)}: {part.geometry().getRect()}"


def targets(page: QWidget) -> list[QWidget]:
    """What can be pressed on a page, besides the insides of controls and of lists."""
    pressed = QAbstractButton | QComboBox | QAbstractSpinBox | QLineEdit
    return [
        part
        for part in shown(page)
        if isinstance(part, pressed) and part.isEnabled() and part.size().isValid() and not _is_inside(part, page)
    ]


def _is_inside(part: QWidget, page: QWidget) -> bool:
    above = part.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, QAbstractSpinBox | QComboBox | QScrollBar):
            return True
        if isinstance(above, QAbstractItemView) and not isinstance(part, QAbstractButton):
            return True
        above = above.parentWidget()
    return False


def small_targets(page: QWidget, least: int) -> list[str]:
    """What can be pressed but is smaller than `least` pixels at one of its sides."""
    return [
        f"{named(part)}: {part.width()}×{part.height()}"
        for part in targets(page)
        if min(part.width(), part.height()) < least
    ]


def close_targets(page: QWidget, least: int) -> list[str]:
    """Targets that stand nearer to each other than `least` pixels."""
    spots = [(part, QRect(part.mapTo(page, QPoint()), part.size())) for part in targets(page)]
    held = {part: _scrolled_by(part, page) for part, _spot in spots}
    return [
        f"{named(one)} and {named(other)}: {_distance(here, there)} px"
        for number, (one, here) in enumerate(spots)
        for other, there in spots[number + 1 :]
        if held[one] is held[other] and _distance(here, there) < least
    ]


def _scrolled_by(part: QWidget, page: QWidget) -> QWidget | None:
    """The scrolled area that a part lives in: what is scrolled away under another part is not beside it."""
    above = part.parentWidget()
    while above is not None and above is not page and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _distance(here: QRect, there: QRect) -> int:
    across = max(there.left() - here.right() - 1, here.left() - there.right() - 1)
    down = max(there.top() - here.bottom() - 1, here.top() - there.bottom() - 1)
    return max(across, down)


def focus_stops(page: QWidget) -> list[QWidget]:
    """Every part that Tab stops at, in its order, beginning at the page."""
    stops, here = [], page.nextInFocusChain()
    while here is not page:
        if _takes_tab(here) and page.isAncestorOf(here) and here.isVisibleTo(page) and here.isEnabledTo(page):
            stops.append(here)
        here = here.nextInFocusChain()
    return stops


def _takes_tab(part: QWidget) -> bool:
    return bool(part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and part.focusProxy() is None
