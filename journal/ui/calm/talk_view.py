"""Someone to talk to: the emergency number first, then own contacts, then lines by kind."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.model.support import Kind
from journal.texts.support import WayWords
from journal.texts.translation import _
from journal.ui.announcement import announce
from journal.ui.calm.home_view import PlaceWords, TimeWords
from journal.ui.calm.state import CalmState, TalkGroup, TalkLine, TalkState
from journal.ui.widgets.buttons import LARGE_PX, QuietButton
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, PageTitle, Strong, name_field
from journal.ui.widgets.secret_clipboard import copy_secret
from journal.ui.widgets.tab_order import put_in_place


class CopyButton(QuietButton):
    """Copies one number. Nothing here dials."""

    def __init__(self, number: str) -> None:
        super().__init__(_("Copy"), large=True)
        self.number = number
        self.setAccessibleName(_("Copy {number}").format(number=number))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        copy_secret(self.number)
        self.setText(_("Copied"))
        announce(self, _("Copied"))


class TalkView(QWidget):
    """Made anew when what it shows changes."""

    country_chosen = Signal(str)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: TalkState | None = None
        self._cards: list[Card] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.notes = Caption()
        self.country = ComboBox()
        self.country.setMinimumHeight(LARGE_PX)
        self.country.activated.connect(lambda _index: self.country_chosen.emit(self.country.currentData()))
        self.edit = QuietButton(_("Change contacts"), large=True)
        self.edit.clicked.connect(self.edit_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(PageTitle(_("Someone to talk to")))
        column.addLayout(self._list)
        column.addWidget(self.notes)
        column.addLayout(self._country_row())
        column.addWidget(FlowRow(self.edit))
        column.addStretch(1)

    def render_state(self, state: CalmState) -> None:
        """Show the numbers."""
        self.edit.setVisible(state.may_edit)
        if state.talk != self._shown or not self.country.count():
            self._show_countries(state.talk)
        if state.talk != self._shown:
            self._shown = state.talk
            self.notes.setText(" ".join(state.talk.notes))
            self._make_anew(state.talk)

    def put_away(self) -> None:
        """Another view is shown: a list of countries would still be read out from behind it."""
        self.country.clear()

    def _show_countries(self, talk: TalkState) -> None:
        with QSignalBlocker(self.country):
            self.country.clear()
            for code, words in talk.countries:
                self.country.addItem(words, code)
            self.country.setCurrentIndex(self.country.findData(talk.country))

    def _make_anew(self, talk: TalkState) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [_danger_card(talk), *(_group_card(group) for group in talk.groups)]
        for card in self._cards:
            self._list.addWidget(card)
        put_in_place(self)

    def _country_row(self) -> QHBoxLayout:
        label, row = Body(wrap=False), QHBoxLayout()
        label.setText(_("Numbers for"))
        name_field(label, self.country)
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self.country)
        row.addStretch(1)
        return row


def _danger_card(talk: TalkState) -> Card:
    card = Card(_("In danger now"))
    for number in talk.emergency:
        row = QHBoxLayout()
        row.addWidget(TimeWords(number, wrap=False), 1)
        row.addWidget(CopyButton(number), 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
    if talk.emergency_note:
        card.body.addWidget(Body(talk.emergency_note))
    return card


def _group_card(group: TalkGroup) -> Card:
    card = Card(group.title)
    for place, line in enumerate(group.lines):
        if place:
            card.body.addWidget(Divider())
        _add_line(card, line, marks=group.kind is not Kind.OWN)
    if group.foot:
        card.body.addWidget(Caption(group.foot))
    return card


def _add_line(card: Card, line: TalkLine, *, marks: bool) -> None:
    if line.title:
        card.body.addWidget(Strong(line.title))
    for number, way in enumerate(line.ways):
        copied = way.number in {before.number for before in line.ways[:number]}
        card.body.addLayout(_way_row(way, line.title, copies=not copied, marks=marks))
    if line.note:
        card.body.addWidget(Caption(line.note))


def _way_row(way: WayWords, title: str, *, copies: bool, marks: bool) -> QHBoxLayout:
    """`marks` says which ways need no voice: of one's own contacts nobody has to be told."""
    row, words = QHBoxLayout(), QVBoxLayout()
    row.setSpacing(12)
    words.setSpacing(0)
    words.addWidget(PlaceWords(way.words))
    if way.silent and marks:
        words.addWidget(Caption(_("Also for people who cannot speak or hear.")))
    row.addLayout(words, 1)
    if copies:
        button = CopyButton(way.number)
        button.setAccessibleDescription(title)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
