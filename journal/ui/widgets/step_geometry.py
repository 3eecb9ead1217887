"""Where the label, the steps and the words of a row stand, for a given width and font."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

TARGET_PX = 44
"""The smallest side of a step that a shaking hand hits (product.md, Words)."""

GAP_PX = 8
WIDEST_GAP_PX = 18
SIDE_PX = 10
TOP_PX = 4
BOTTOM_PX = 3
"""Room for the ring round the row, which is 2 px wide; low rows show more questions at once."""

WORDS_UP_PX = 1
"""The words stand so close under the steps: a line of text has air of its own above its letters."""

LABEL_SHARE = 0.36
LEAST_LABEL_EMS = 9
WORD_SIZE = 0.82
WORD_SPACE_PX = 4
WORD_SHIFT = 0.5
"""A word may stand beside the middle of its step by so much of the step's width, and is still under it."""

WIDTHS_KEPT = 8
"""A layout asks for the height at a few widths, many times over."""

DOT = " \u00b7 "
"""Between words that run on in one line."""


@dataclass(frozen=True, slots=True)
class StepGeometry:
    """Rectangles in the row's own pixels. `word_spots` is empty where the words run on in one line."""

    label: QRect
    steps: tuple[QRect, ...]
    word_line: QRect
    word_spots: tuple[QRect, ...]
    height: int

    def mirrored(self, width: int) -> StepGeometry:
        """The same row, read from the right."""
        steps, spots = (tuple(mirror(rect, width) for rect in part) for part in (self.steps, self.word_spots))
        return StepGeometry(mirror(self.label, width), steps, mirror(self.word_line, width), spots, self.height)


def mirror(rect: QRect, width: int) -> QRect:
    """A rectangle on the other side of something so wide."""
    return QRect(width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def word_font(font: QFont) -> QFont:
    """The font of the words under the steps: a size smaller than the label."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(11, round(font.pixelSize() * WORD_SIZE)))
    else:
        small.setPointSizeF(font.pointSizeF() * WORD_SIZE)
    return small


def step_side(font: QFont) -> int:
    """Side of a round step in pixels: 44, or more where the text is large."""
    return max(TARGET_PX, round(QFontMetrics(font).height() * 1.7))


def arrange(
    width: int, font: QFont, label: str, words: tuple[str, ...], sides: tuple[int, ...], lines: int = 1
) -> StepGeometry:
    """Lay out a row: the label where lines begin and the steps after it, or the label above them.

    `sides` are the widths of the steps in pixels, and `lines` how many lines stand in the highest; `words` one per
    step, or fewer for none. Where lines begin at the right the whole row is mirrored, the order of its steps too.
    """
    placed = _from_left(width, font, label, words, sides, lines)
    return placed.mirrored(width) if QGuiApplication.isRightToLeft() else placed


def _from_left(
    width: int, font: QFont, label: str, words: tuple[str, ...], sides: tuple[int, ...], lines: int
) -> StepGeometry:
    metrics = QFontMetrics(font)
    height_of_step = step_side(font) + (lines - 1) * metrics.height()
    inner = max(1, width - 2 * SIDE_PX)
    steps_least = sum(sides) + GAP_PX * (len(sides) - 1)
    beside = steps_least + LEAST_LABEL_EMS * metrics.height() * 0.8 + 2 * GAP_PX <= inner
    gap = _gap(inner, sides) if beside else GAP_PX
    steps_width = sum(sides) + gap * (len(sides) - 1)
    label_width = inner - steps_width - 2 * GAP_PX if beside else inner
    label_height = text_height(metrics, label, label_width)
    if beside:
        band = max(height_of_step, label_height)
        label_rect = QRect(SIDE_PX, TOP_PX, label_width, band)
        top, left = TOP_PX + (band - height_of_step) // 2, width - SIDE_PX - steps_width
        bottom = TOP_PX + band
    else:
        label_rect = QRect(SIDE_PX, TOP_PX, label_width, label_height)
        top, left = TOP_PX + label_height + 4, SIDE_PX
        bottom = 0
    steps = _steps(left, top, width - SIDE_PX, sides, height_of_step, gap)
    bottom = max(bottom, steps[-1].y() + height_of_step) if steps else bottom
    one_line = not steps or steps[0].y() == steps[-1].y()
    return _with_words(width, font, words, steps, bottom, label_rect, one_line=one_line)


def _gap(inner: int, sides: tuple[int, ...]) -> int:
    room = inner * (1 - LABEL_SHARE) - sum(sides)
    return max(GAP_PX, min(WIDEST_GAP_PX, int(room / max(1, len(sides) - 1))))


def _steps(left: int, top: int, right: int, sides: tuple[int, ...], height: int, gap: int) -> tuple[QRect, ...]:
    """The steps from left to right, on a further line where they reach the right edge."""
    placed: list[QRect] = []
    x, y = left, top
    for side in sides:
        if x + side > right + 1 and x > left:
            x, y = left, y + height + GAP_PX
        placed.append(QRect(x, y, side, height))
        x += side + gap
    return tuple(placed)


def _with_words(
    width: int,
    font: QFont,
    words: tuple[str, ...],
    steps: tuple[QRect, ...],
    bottom: int,
    label: QRect,
    *,
    one_line: bool,
) -> StepGeometry:
    metrics = QFontMetrics(word_font(font))
    spots = _word_spots(metrics, words, steps, bottom - WORDS_UP_PX, width) if one_line else ()
    running = running_words(tuple(("0", word) for word in words))
    top = bottom - WORDS_UP_PX
    lines = 1 if spots or not words else text_lines(metrics, running, width - 2 * SIDE_PX)
    word_line = QRect(SIDE_PX, top, width - 2 * SIDE_PX, metrics.height() * lines)
    return StepGeometry(label, steps, word_line, spots, word_line.y() + word_line.height() + BOTTOM_PX)


def _word_spots(
    metrics: QFontMetrics, words: tuple[str, ...], steps: tuple[QRect, ...], top: int, width: int
) -> tuple[QRect, ...]:
    """One spot a word under its step, or one at each end; none where a word would have to leave its step."""
    under = steps if len(words) == len(steps) else (steps[0], steps[-1]) if len(words) == 2 and steps else ()
    wides = [metrics.horizontalAdvance(word) + 2 for word, _step in zip(words, under, strict=False)]
    centred = [step.center().x() - wide // 2 for step, wide in zip(under, wides, strict=False)]
    lefts = _apart(centred, wides, SIDE_PX, width - SIDE_PX)
    near = all(
        abs(left - wanted) <= step.width() * WORD_SHIFT
        for left, wanted, step in zip(lefts, centred, under, strict=False)
    )
    spots = (QRect(left, top, wide, metrics.height()) for left, wide in zip(lefts, wides, strict=False))
    return tuple(spots) if lefts and near else ()


def _apart(centred: list[int], wides: list[int], least: int, most: int) -> list[int]:
    """The left edges, moved as little as it takes for no two words to touch; none where there is no room."""
    packed = [least + sum(wides[:n]) + WORD_SPACE_PX * n for n in range(len(wides))]
    spare = most - least - sum(wides) - WORD_SPACE_PX * (len(wides) - 1)
    if spare < 0:
        return []
    from_left, from_right = list(centred), list(centred)
    for n in range(1, len(wides)):
        from_left[n] = max(from_left[n], from_left[n - 1] + wides[n - 1] + WORD_SPACE_PX)
    for n in range(len(wides) - 2, -1, -1):
        from_right[n] = min(from_right[n], from_right[n + 1] - WORD_SPACE_PX - wides[n])
    # Half-way between the two no words touch either, and each stands as near to its step on both sides.
    halves = ((one + other) // 2 for one, other in zip(from_left, from_right, strict=True))
    return [max(low, min(half, low + spare)) for low, half in zip(packed, halves, strict=True)]


def text_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """How high a text stands at a width, in pixels."""
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    return metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), int(flags), text).height()


def text_lines(metrics: QFontMetrics, text: str, width: int) -> int:
    """How many lines a text needs at a width in pixels, one at least."""
    return max(1, round(text_height(metrics, text, width) / metrics.lineSpacing()))


def running_words(pairs: tuple[tuple[str, str], ...]) -> str:
    """Figures with their words in one line that breaks only between them."""
    return DOT.join(f"{figure} {word}".replace(" ", "\u00a0") for figure, word in pairs)


def ring(rect: QRect, margin: float) -> QRectF:
    """A rectangle `margin` pixels outside (inside when negative) `rect`, for a pen of 2 px."""
    return QRectF(rect).adjusted(-margin, -margin, margin, margin)
