"""The preview: the document's own pages as pictures, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.texts.number_tables import NumbersTable
from journal.texts.translation import _, ngettext
from journal.ui.widgets.in_words import InWords
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.numbers_view import NumbersTables
from journal.ui.widgets.spoken_role import speak_as

LEAST_WIDTH = 240
MOST_WIDTH = 900
EDGE = 6
TOP, BOTTOM = 12, 24


class PageImage(QWidget):
    """One page, as wide as there is room."""

    def __init__(self, png: bytes, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage.fromData(png)
        self.setAccessibleName(words)

    def fit(self, width: int) -> None:
        """Be so wide, and as high as the paper is then."""
        self.setFixedSize(width, round(width * self._image.height() / max(1, self._image.width())))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the page with a hairline round it."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        with QPainter(self) as painter:
            painter.drawImage(self.rect(), self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
            painter.setPen(QPen(QColor(self.palette().color(QPalette.ColorRole.Mid)), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class Preview(QScrollArea):
    """Scrolls by keyboard when it has the focus. Its description is the list of what is in the report.

    `whole` is true while it shows all its pages and what is around it scrolls. The tables are made only when
    they are wanted; until they are there the pages stay.
    """

    words_toggled = Signal(bool)
    """Whether tables are wanted in place of the pages."""

    tables_added = Signal()
    """There are more tables than before, for whoever keeps the order of the Tab key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, QAccessible.Role.Document)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(_("Preview"))
        holder = QWidget()
        holder.setProperty("role", "column")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(EDGE, TOP, EDGE, BOTTOM)
        self._column.setSpacing(16)
        self.words = Caption(_("Making the preview…"))
        self._column.addWidget(self.words)
        self.in_words, self.numbers = InWords(), NumbersTables()
        self._column.addWidget(self.in_words)
        self._column.addWidget(self.numbers)
        self.numbers.hide()
        self._figures: tuple[NumbersTable, ...] = ()
        self.in_words.setEnabled(False)
        self.in_words.toggled.connect(self._on_toggled)
        self._column.addStretch(1)
        self.setWidget(holder)
        self._shown: tuple[bytes, ...] = ()
        self.images: list[PageImage] = []
        self.whole = False

    def show_pages(self, pages: tuple[bytes, ...], *, busy: bool, failed: bool = False) -> None:
        """Show these pages; the earlier ones stay until new ones are there."""
        self.words.setText(_words(len(pages), busy=busy, failed=failed))
        if pages == self._shown:
            return
        self._shown = pages
        for image in self.images:
            self._column.removeWidget(image)
            image.hide()
            image.deleteLater()
        count = len(pages)
        self.images = [
            PageImage(page, _("Page {page} of {pages}").format(page=number, pages=count))
            for number, page in enumerate(pages, start=1)
        ]
        for number, image in enumerate(self.images, start=self._column.indexOf(self.numbers) + 1):
            self._column.insertWidget(number, image)
        self._show_either()

    def offer_words(self, *, there: bool) -> None:
        """Whether the pages have anything to make tables of."""
        self.in_words.setEnabled(there)

    def show_figures(self, tables: tuple[NumbersTable, ...]) -> None:
        """Show the figures of the pages in their place; the pages where there are none."""
        if tables != self._figures:
            self._figures = tables
            self._show_either()

    def _on_toggled(self, ticked: bool) -> None:
        if not ticked:
            self._figures = ()
            self._show_either()
        self.words_toggled.emit(ticked)

    def _show_either(self) -> None:
        """The pages, or their figures in tables."""
        before = len(self.numbers.views)
        for image in self.images:
            image.setVisible(not self._figures)
        self.numbers.show_tables(self._figures)
        self._fit()
        if len(self.numbers.views) != before:
            self.tables_added.emit()

    def begin_at(self, top: int) -> None:
        """Keep so much room above the first words."""
        self._column.setContentsMargins(EDGE, top, EDGE, BOTTOM)
        self._fit()

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as all pages are, or scroll them."""
        self.whole = whole
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(never if whole else needed)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what is around it scroll where all pages are shown."""
        if self.whole:
            event.ignore()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that scroll, too."""
        if self.whole:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = min(MOST_WIDTH, max(LEAST_WIDTH, self.viewport().width()) - 2 * EDGE)
        for image in self.images:
            image.fit(width)
        high = sum(image.height() + self._column.spacing() for image in self.images if not image.isHidden())
        beside = (self.in_words, self.numbers)
        high += sum(_height(part, width) + self._column.spacing() for part in beside if not part.isHidden())
        words = self.words.heightForWidth(max(1, width))
        around = self._column.contentsMargins()
        self.setMinimumHeight(high + words + around.top() + around.bottom() if self.whole else 0)


def _height(part: QWidget, width: int) -> int:
    """How high it is at this width."""
    return part.heightForWidth(max(1, width)) if part.hasHeightForWidth() else part.sizeHint().height()


def _words(count: int, *, busy: bool, failed: bool) -> str:
    if failed:
        return _("The preview could not be made.")
    if busy:
        return _("Making the preview…")
    return ngettext("{n} page, as it will be saved", "{n} pages, as they will be saved", count).format(n=count)
