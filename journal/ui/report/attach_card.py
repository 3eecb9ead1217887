"""The data that goes into the PDF beside its pages, each form only where it is ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.report.attachments import attached_name, taken_out
from journal.report.request import AttachedFormat
from journal.texts.translation import _
from journal.ui.report.state import ReportState
from journal.ui.widgets.card import Card
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.labels import Caption


class AttachCard(Card):
    """Emits changes by the names of `Choices`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Data inside the PDF"), parent)
        about = _("Every single value of what is chosen above, for a computer to read.")
        self.words = Caption(f"{about} {taken_out()}")
        self.body.addWidget(self.words)
        self.boxes = {kind: CheckBox(attached_name(kind)) for kind in AttachedFormat}
        for box in self.boxes.values():
            box.setAccessibleDescription(self.words.text())
            box.toggled.connect(self._on_toggled)
            self.body.addWidget(box)

    def render_state(self, state: ReportState) -> None:
        """Show what is ticked."""
        for kind, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(kind in state.choices.attach)
            box.blockSignals(False)

    def _on_toggled(self) -> None:
        self.chosen.emit({"attach": frozenset(kind for kind, box in self.boxes.items() if box.isChecked())})
