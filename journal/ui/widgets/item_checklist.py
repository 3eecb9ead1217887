"""Items to tick, by group, with the rest under "Ask about more"."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.item_choices import ChoiceGroup, ItemChoice
from journal.ui.widgets.labels import Heading


class ItemChecklist(QWidget):
    """Shows groups; `ticked` is emitted with a key and whether it is asked now."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._boxes: dict[str, CheckBox] = {}
        self._more_parts: list[QWidget] = []
        self.more = QuietButton(_("Ask about more"), large=True)
        self.more.clicked.connect(self.show_more)

    @property
    def asked(self) -> dict[str, bool]:
        """Every key and whether it is ticked."""
        return {key: box.isChecked() for key, box in self._boxes.items()}

    def show_groups(self, groups: Iterable[ChoiceGroup]) -> None:
        """Show these groups, once."""
        for group in groups:
            self._add_group(group)
        self._column.addSpacing(8)
        self._column.addWidget(FlowRow(self.more))
        if not self._more_parts:
            self.more.hide()

    def show_more(self) -> None:
        """Show what stands under "Ask about more", and go on there by keyboard."""
        self.more.hide()
        for part in self._more_parts:
            part.show()
        first = next((part for part in self._more_parts if isinstance(part, CheckBox)), None)
        if first is not None:
            first.setFocus()

    def _add_group(self, group: ChoiceGroup) -> None:
        heading = Heading(group.title)
        heading.setContentsMargins(0, 10, 0, 2)
        self._column.addWidget(heading)
        boxes = [self._add(choice) for choice in group.choices]
        if all(choice.more for choice in group.choices):
            heading.hide()
            self._more_parts.append(heading)
        self._more_parts += [box for box, choice in zip(boxes, group.choices, strict=True) if choice.more]

    def _add(self, choice: ItemChoice) -> CheckBox:
        box = CheckBox(choice.label)
        box.setChecked(choice.asked)
        box.setAccessibleDescription(choice.clinical)
        box.toggled.connect(lambda asked: self.ticked.emit(choice.key, asked))
        self._boxes[choice.key] = box
        self._column.addWidget(box)
        if choice.more:
            box.hide()
        return box
