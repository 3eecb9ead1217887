"""A row of a form: the question's own words over its answers, however long they are."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication

from journal.ui.widgets.step_geometry import GAP_PX, SIDE_PX, TOP_PX, StepGeometry, step_side, word_font
from journal.ui.widgets.step_row import StepRow

WRAPS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
UNDER_LABEL_PX = 6
UNDER_STEPS_PX = 8


class StackedRow(StepRow):
    """Pills under the question, in as many lines as they need. That it was skipped stands beside the question."""

    def arranged(self, width: int) -> StepGeometry:
        """The question over its answers."""
        key = (width, self.font().key(), self.row.label, self.row.steps)
        known = self._geometries.get(key)
        if known is None:
            self._geometries.clear()
            known = self._geometries[key] = self._stacked(width)
        return known

    def answers_under(self, top: int, inner: int) -> tuple[QRect, ...]:
        """Where the answers stand, from `top` on, no wider than `inner`; in pixels."""
        placed: list[QRect] = []
        x, y, high = SIDE_PX, top, step_side(self.font())
        for side in self._sides():
            wide = min(side, inner)
            if x + wide > SIDE_PX + inner and x > SIDE_PX:
                x, y = SIDE_PX, y + high + GAP_PX
            placed.append(QRect(x, y, wide, high))
            x += wide + GAP_PX
        return tuple(placed)

    def _stacked(self, width: int) -> StepGeometry:
        small, inner = QFontMetrics(word_font(self.font())), max(1, width - 2 * SIDE_PX)
        aside = small.horizontalAdvance(self.row.aside_words) + 4
        words = max(1, inner - aside - GAP_PX)
        label = QRect(SIDE_PX, TOP_PX + 2, words, text_height(QFontMetrics(self.font()), self.row.label, words))
        line = QRect(width - SIDE_PX - aside, label.y() + 1, aside, small.height())
        steps = self.answers_under(label.bottom() + UNDER_LABEL_PX, inner)
        bottom = steps[-1].bottom() if steps else label.bottom()
        placed = StepGeometry(label, steps, line, (), bottom + UNDER_STEPS_PX)
        return placed.mirrored(width) if QGuiApplication.isRightToLeft() else placed


def text_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """How high a text stands at a width, in pixels."""
    return metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), WRAPS, text).height()
