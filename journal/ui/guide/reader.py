"""The words of a chapter, to scroll, mark and copy. It reads nothing but the pictures of the guide."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from journal.host.guides import FALLBACK, guide_picture
from journal.model.guide_pages import GuidePage
from journal.texts.translation import _
from journal.ui.guide.rendering import Look, html_of
from journal.ui.theme.source import ThemeSource

WIDEST_PICTURE = 720
WIDEST_TEXT = 760
ROOM = 24
EDGE = 1.0


class GuideReader(QTextBrowser):
    """Links go out as `followed`; nothing is opened from here, and no address is ever asked."""

    followed = Signal(str)

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: GuidePage | None = None
        self._drawn_for = (0, 0.0, "")
        self._held = ""
        self.setProperty("role", "guide")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(_("Chapter"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._draw_again)
        theme.changed.connect(self._again.start)
        self.cursorPositionChanged.connect(self._let_go)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)

    def show_page(self, page: GuidePage, anchor: str) -> None:
        """Show a chapter from a heading on."""
        self._page = page
        self.setAccessibleName(page.title)
        self._draw()
        if anchor and anchor in page.anchors[1:]:
            self._hold_at(anchor)
        else:
            self._let_go()
            self.verticalScrollBar().setValue(0)

    def mark_words(self, words: str) -> int:
        """Mark every place of these words and go to the first; how many there are."""
        found = self._places(words) if words else []
        marks = []
        for cursor in found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(self._theme.tokens.accent_soft))
            mark.format.setFontUnderline(True)
            marks.append(mark)
        self.setExtraSelections(marks)
        if found:
            self._go_to(found[0])
        return len(found)

    def next_place(self, words: str) -> bool:
        """Go to the next place of these words; false where there is none further down."""
        found = self.document().find(words, self.textCursor())
        if found.isNull():
            return False
        self._go_to(found)
        return True

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the guide, at the size at which it is drawn. Nothing else is read, wherever it is."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(name if isinstance(name, str) else name.toString())
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to read, and the pictures as wide as there is room."""
        side = max(ROOM, (self.width() - round(WIDEST_TEXT * self._theme.scale)) // 2)
        self.setViewportMargins(ROOM, 0, min(side, self.width() // 3), 0)
        super().resizeEvent(event)
        self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the page anew at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_again"):
            self._again.start()

    def _places(self, words: str) -> list[QTextCursor]:
        places, at = [], QTextCursor(self.document())
        while not (at := self.document().find(words, at)).isNull():
            places.append(at)
        return places

    def _go_to(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _hold_at(self, anchor: str) -> None:
        """Go to a heading, and stay there whatever room there comes to be, until the person goes on."""
        self.scrollToAnchor(anchor)
        self._held = anchor

    def _let_go(self) -> None:
        self._held = ""

    def _draw_again(self) -> None:
        """Where the room, the text size or the colours are others; the place that is read stays."""
        if self._page is None:
            return
        held, bar = self._held, self.verticalScrollBar()
        if self._drawn_for != self._drawing():
            share = bar.value() / max(bar.maximum(), 1)
            self._draw()
            bar.setValue(round(share * bar.maximum()))
        if held:
            self._hold_at(held)

    def _drawing(self) -> tuple[int, float, str]:
        return self._picture_room(), self._theme.scale, self._theme.tokens.name

    def _draw(self) -> None:
        if self._page is None:
            return
        self._drawn_for = self._drawing()
        self.document().clear()
        self.setHtml(html_of(self._page, Look(self._theme.tokens, self._theme.scale, self._picture_size)))

    def _picture_room(self) -> int:
        return max(120, min(self.viewport().width() - 2 * ROOM, WIDEST_PICTURE))

    def _picture_size(self, name: str) -> tuple[int, int]:
        size = QImageReader(self._picture_file(name)).size()
        if not size.isValid():
            return (0, 0)
        room = self._picture_room()
        shown = size.scaled(QSize(min(size.width(), room), size.height()), Qt.AspectRatioMode.KeepAspectRatio)
        return shown.width(), shown.height()

    def _picture_file(self, name: str) -> str:
        """Where a picture is, in the language that the page is written in."""
        return str(guide_picture(name, FALLBACK if self._page is None else self._page.language))

    def _picture(self, name: str) -> QImage:
        """The picture with a thin line round it, so that a light one has an edge on dark."""
        ratio = self.devicePixelRatioF()
        width, height = self._picture_size(name)
        read = QImage(self._picture_file(name))
        if read.isNull():
            return read
        made = read.scaled(
            round(width * ratio),
            round(height * ratio),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        ).convertToFormat(QImage.Format.Format_RGB32)
        with QPainter(made) as painter:
            painter.setPen(QPen(QColor(self._theme.tokens.edge), EDGE))
            painter.drawRect(QRectF(QPointF(0, 0), made.size().toSizeF()).adjusted(0, 0, -EDGE, -EDGE))
        made.setDevicePixelRatio(ratio)
        return made
