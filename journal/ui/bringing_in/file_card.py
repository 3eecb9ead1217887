"""The file: choosing it, by a button or by dropping it here; what it was found to be, and how it is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from journal.texts.translation import _
from journal.ui.bringing_in import file_words
from journal.ui.bringing_in.search_box import SearchBox
from journal.ui.bringing_in.state import BringingInState, ShapeState, Step
from journal.ui.settings.rows import button
from journal.ui.widgets.card import Card
from journal.ui.widgets.combo_box import ComboBox, choice_box
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labelled_rows import LabelledRows
from journal.ui.widgets.labels import Body, Caption, Strong
from journal.ui.widgets.open_dialog import ask_for_file


class FileCard(Card):
    """`chosen` carries a path; `shape_given` a field of the answers and its value."""

    chosen = Signal(Path)
    shape_given = Signal(str, str)
    undo_wanted = Signal()
    history_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("The file"))
        self.setAcceptDrops(True)
        self.words = Body(
            _(
                "An export of Daylio, Bearable, eMoods, Track & Graph, Loop, T2 Mood Tracker or MedTimer, any table as "
                "CSV or TSV, or a Leeward journal as JSON. First you see what is in it. Nothing is written before you "
                "say so, and one press takes it all back."
            )
        )
        self.name, self.result, self.found, self.problem = Strong(), Strong(), Body(), Body()
        self.problem.setProperty("role", "problem")
        self.choose = button(_("Choose a file…"), self._on_choose, primary=True)
        self.undo = button(_("Undo this import"), self.undo_wanted.emit)
        self.history = button(_("See it in History"), self.history_wanted.emit)
        self.drop = Caption(_("You can also drop a file here."), wrap=False)
        self.shape = ShapeForm()
        self.shape.given.connect(self.shape_given)
        for widget in (self.result, self.words, self.name, self.found, self.problem):
            self.body.addWidget(widget)
        self.body.addWidget(FlowRow(self.undo, self.history, self.choose, self.drop))
        self.body.addWidget(self.shape)

    def render_state(self, state: BringingInState) -> None:
        """Show what is known of the file."""
        self.words.setVisible(state.step is Step.START)
        self._say(self.result, state.result)
        self.undo.setVisible(state.can_undo)
        self.history.setVisible(state.can_undo)
        self._say(self.name, state.name)
        lines = [state.format, state.counts and f"{state.counts}.", *state.more]
        if state.step is Step.READING:
            lines = [_("Looking at it…")]
        self._say(self.found, "\n".join(filter(None, lines)))
        self._say(self.problem, state.problem)
        self.choose.setVisible(state.can_choose)
        self.choose.setText(_("Choose another file…") if state.name or state.step is Step.DONE else _("Choose a file…"))
        self._as_second(second=state.step in (Step.FOUND, Step.DONE))
        self.drop.setVisible(state.step is Step.START)
        self.shape.render_shape(state.shape if state.step is Step.FOUND else None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped."""
        if self.choose.isVisible() and _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        path = _dropped(event)
        if path is not None and self.choose.isVisible():
            event.acceptProposedAction()
            self.chosen.emit(path)

    @staticmethod
    def _say(label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _as_second(self, *, second: bool) -> None:
        """One button in view is the next step: once a file is there it is another one."""
        role = "quiet" if second else "primary"
        if self.choose.property("role") != role:
            self.choose.setProperty("role", role)
            self.choose.style().unpolish(self.choose)
            self.choose.style().polish(self.choose)

    def _on_choose(self) -> None:
        downloads = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        start = downloads if downloads.is_dir() else Path.home()
        kinds = [
            _("Diaries and tables") + " (*.csv *.tsv *.txt *.daylio *.emoods *.json *.zip)",
            _("All files") + " (*)",
        ]
        ask_for_file(self, self.choose.text(), start, ";;".join(kinds), self.chosen.emit)


class ShapeForm(QWidget):
    """How the file is written: each as it was found, and to be changed where that is not right."""

    given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = LabelledRows(self)
        self._form.setContentsMargins(0, 4, 0, 0)
        self.encoding, self.delimiter, self.decimal = (choice_box(wide=True) for _field in range(3))
        self.zone = SearchBox(_("Zone of its times"))
        self._fill(self.delimiter, file_words.delimiter_choices())
        self._fill(self.decimal, file_words.decimal_choices())
        self._add("encoding", _("Letters written as"), self.encoding)
        self._add("delimiter", _("Between two cells"), self.delimiter)
        self._add("decimal", _("Before the decimals"), self.decimal)
        self._form.add(_("Zone of its times"), self.zone)
        self.zone.picked.connect(lambda zone: self.given.emit("zone", zone))
        self._zones_offered = False

    def render_shape(self, shape: ShapeState | None) -> None:
        """Show a shape; what a format has not is not asked."""
        self.setVisible(shape is not None)
        if shape is None:
            return
        self._fill(self.encoding, shape.encodings)
        for box, value in ((self.encoding, shape.encoding), (self.delimiter, shape.delimiter)):
            self._show(box, value)
        self._show(self.decimal, shape.decimal)
        if not self._zones_offered:
            self._zones_offered = True
            self.zone.offer((name, name.replace("_", " ")) for name in file_words.zone_names())
        self.zone.set_value(shape.zone)
        self._form.setRowVisible(self.zone, bool(shape.zone))

    def _show(self, box: ComboBox, value: str) -> None:
        box.setCurrentIndex(box.findData(value))
        self._form.setRowVisible(box, bool(value))

    def _add(self, field: str, words: str, box: ComboBox) -> None:
        box.activated.connect(lambda _index: self.given.emit(field, str(box.currentData())))
        self._form.add(words, box)

    @staticmethod
    def _fill(box: ComboBox, choices: tuple[tuple[str, str], ...]) -> None:
        if [box.itemData(place) for place in range(box.count())] == [value for value, _words in choices]:
            return
        box.clear()
        for value, words in choices:
            box.addItem(words, value)


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dropped, or None."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
