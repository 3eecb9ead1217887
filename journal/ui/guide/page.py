"""The guide: a list of chapters, the chapter, and a field to find words in all of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.host.guides import read_guide
from journal.model.guide_pages import GuidePage
from journal.texts.translation import _, language
from journal.ui.context import PageContext
from journal.ui.guide.contents import ContentsList
from journal.ui.guide.keys_chapter import keys_chapter
from journal.ui.guide.places import FIRST, KEYS_CHAPTER
from journal.ui.guide.presenter import GuidePresenter
from journal.ui.guide.reader import GuideReader
from journal.ui.guide.state import GuideState
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.beside_row import BesideRow
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle
from journal.ui.widgets.scroll_page import MARGIN
from journal.ui.widgets.widths import text_px

PAUSE_MS = 180
"""So long typing rests before the guide is searched."""

CONTENTS_PX = 230
TITLE_PX = 200
NARROW_PX = 780


class GuideView(QWidget):
    """Escape goes back to where one came from; Enter in the field goes to the next place of the words."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context, self._back_to = context, "today"
        self.back = BackButton(_("Back"), _("Back to where you were"))
        self.keys = QuietButton(_("Keyboard"), large=True)
        self.field = TextField(large=True)
        self.field.setAccessibleName(_("Find in the guide"))
        self.field.setPlaceholderText(_("Find in the guide"))
        self.field.setClearButtonEnabled(True)
        self.sentence, self.note = Caption(), Caption()
        self.contents, self.choice = ContentsList(), ComboBox()
        self.choice.setAccessibleName(_("Chapters"))
        self.choice.setAccessibleDescription(_("Chapters"))  # its name is the chosen one, as no label stands beside it
        self.reader = GuideReader(context.theme)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.presenter = GuidePresenter(self, (*read_guide(language()), keys_chapter()), language)
        self._build()
        self._connect()
        self._show_titles(self.presenter.state)
        self.presenter.on_target(FIRST)

    def entered(self, chapter: str = "", back_to: str = "", **where: Any) -> None:  # noqa: ARG002
        """Show a chapter; without one, the chapter that was open."""
        self._back_to = back_to or self._back_to
        if chapter:
            self.field.clear()
            self._rest.stop()
            self.presenter.on_words("")
            self.presenter.on_target(chapter)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> None:
        """Nothing is half done here."""
        self._rest.stop()

    def render_state(self, state: GuideState) -> None:
        """Show what is listed and said."""
        if state.sentence and state.sentence != self.sentence.text():
            self._context.announce(self.sentence, state.sentence)
        self.sentence.setText(state.sentence)
        self.sentence.setVisible(bool(state.sentence))
        self.note.setText(state.note)
        self.note.setVisible(bool(state.note))
        self._show_titles(state)

    def open_page(self, page: GuidePage, anchor: str) -> None:
        """Show a chapter."""
        self.reader.show_page(page, anchor)

    def mark_words(self, words: str) -> None:
        """Mark words on the chapter that is shown."""
        self.reader.mark_words(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the list of chapters becomes one line."""
        super().resizeEvent(event)
        narrow = event.size().width() < text_px(self, NARROW_PX)
        self.contents.setVisible(not narrow)
        self.choice.setVisible(narrow)
        self.contents.setFixedWidth(text_px(self, CONTENTS_PX))

    def _show_titles(self, state: GuideState) -> None:
        titles = [(place, self.presenter.chapters[place].title) for place in state.listed]
        self.contents.show_chapters(titles, state.current)
        self.choice.blockSignals(True)
        self.choice.clear()
        for place, title in titles:
            self.choice.addItem(title, place)
        self.choice.setCurrentIndex(self.choice.findData(state.current))
        self.choice.blockSignals(False)

    def _build(self) -> None:
        head = BesideRow(PageTitle(_("Guide"), wrap=False), FlowRow(self.keys, self.back), TITLE_PX)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 24, MARGIN, 12)
        whole.setSpacing(10)
        whole.addWidget(head)
        for widget in (self.field, self.sentence, self.choice, self.note):
            whole.addWidget(widget)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(self.contents)
        across.addWidget(self.reader, 1)
        whole.addLayout(across, 1)
        self.choice.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.keys.clicked.connect(lambda: self.presenter.on_target(KEYS_CHAPTER))
        self._rest.timeout.connect(self._on_rest)
        self.field.textChanged.connect(lambda _text: self._rest.start())
        self.field.returnPressed.connect(self._on_return)
        self.contents.chosen.connect(self.presenter.on_chosen)
        self.contents.entered_chapter.connect(lambda: self.reader.setFocus(Qt.FocusReason.TabFocusReason))
        self.choice.activated.connect(lambda row: self.presenter.on_chosen(self.choice.itemData(row)))
        self.reader.followed.connect(self.presenter.on_target)

    def _on_rest(self) -> None:
        self.presenter.on_words(self.field.text())

    def _on_return(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self._on_rest()
        elif self.field.text().strip() and not self.reader.next_place(self.field.text().strip()):
            self.presenter.on_next_chapter()

    def _on_back(self) -> None:
        where = {"back_to": "today"} if self._back_to == "calm" else {}
        self._context.go(self._back_to, **where)
