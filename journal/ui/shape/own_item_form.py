"""An item of one's own: its name, scale, words, direction, and how several answers of a day combine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.app.items import LONGEST_LABEL, OwnItem
from journal.model.items import Better, Combine, Kind
from journal.texts.translation import _, pgettext
from journal.ui.settings.rows import button
from journal.ui.shape.scale_fields import ScaleFields
from journal.ui.shape.state import Choice
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.combo_box import ComboBox, choice_box
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labelled_rows import LabelledRows
from journal.ui.widgets.labels import Caption

LONGEST_KEY = 40


class OwnItemForm(QWidget):
    """`wanted` carries an `OwnItem`; what cannot be is said by the use case."""

    wanted = Signal(object)

    left = Signal()
    """The person wants none after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = TextField()
        self.name.setMaxLength(LONGEST_LABEL)
        self.kind = choice_box(
            (_("Steps"), Kind.SCALE),
            (_("A count"), Kind.COUNT),
            (_("Hours"), Kind.HOURS),
            (_("Yes or no"), Kind.YES_NO),
            wide=True,
        )
        self.combine = choice_box(
            (_("As usual"), None),
            (_("Their average"), Combine.MEAN),
            (_("Their sum"), Combine.SUM),
            (_("The last one"), Combine.LAST),
            (_("The highest"), Combine.MAX),
            wide=True,
        )
        self.group = choice_box(wide=True)
        self._rows = LabelledRows(spacing=10)
        self._problem = Caption()
        self._problem.hide()
        self._lay_out()
        self.show_groups(())
        self.kind.currentIndexChanged.connect(lambda _place: self.scale.show_kind(self._kind))
        self.setFocusProxy(self.name)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields: texts, and the places of the choices."""
        texts = {name: field.text() for name, field in self._texts().items()}
        return texts | {name: str(box.currentIndex()) for name, box in self._choices().items()}

    @property
    def blank(self) -> bool:
        """Whether nothing of one's own was typed."""
        return not (self.name.text().strip() or self.scale.words.text().strip())

    def show_groups(self, groups: Sequence[Choice]) -> None:
        """Offer the own groups to stand in."""
        chosen = self.group.currentData()
        self.group.clear()
        for value, words in (("", _("My own items")), *groups):
            self.group.addItem(words, value)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self._rows.setRowVisible(self.group, bool(groups))

    def fill(self, typed: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        for name, field in self._texts().items():
            field.setText(str(typed.get(name, field.text())))
        for name, box in self._choices().items():
            place = str(typed.get(name, ""))
            box.setCurrentIndex(int(place) if place.isdigit() and int(place) < box.count() else box.currentIndex())

    def clear(self) -> None:
        """Empty the form."""
        self.name.clear()
        self.scale.set_values("0", "4", "", "", Better.LOWER)
        for box in self._choices().values():
            box.setCurrentIndex(0)
        self._problem.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _kind(self) -> Kind:
        return Kind(self.kind.currentData())  # Qt hands text values back as plain text

    def _texts(self) -> dict[str, TextField]:
        return {"name": self.name, **self.scale.texts()}

    def _choices(self) -> dict[str, ComboBox]:
        return {"kind": self.kind, "combine": self.combine, **self.scale.choices()}

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._rows)  # first: a row that is shown before it stands here would be a window of its own
        self._rows.add(pgettext("of a thing", "Name"), self.name)
        self._rows.add(_("Answered with"), self.kind)
        self.scale = ScaleFields(self._rows)
        self._rows.add(_("Several answers of a day make"), self.combine)
        self._rows.add(_("Group"), self.group)
        column.addWidget(self._problem)
        leave = TextButton(_("Cancel"))
        leave.clicked.connect(self.left)
        column.addWidget(FlowRow(button(_("Add"), self._on_add, primary=True), leave))

    def _on_add(self) -> None:
        wanted = self._read()
        self._problem.setVisible(wanted is None)
        self._problem.setText("" if wanted else _("Give it a name, and whole numbers for its lowest and highest step."))
        if wanted is not None:
            self.wanted.emit(wanted)

    def _read(self) -> OwnItem | None:
        kind, label = self._kind, self.name.text().strip()
        scale, combine = self.scale.scale(kind), self.combine.currentData()
        if not label or scale is None:
            return None
        made = {Kind.COUNT: None, Kind.HOURS: None, Kind.YES_NO: 1.0}
        return OwnItem(
            key=key_from(label),
            label=label,
            minimum=scale.minimum or 0.0,
            maximum=made.get(kind, scale.maximum),
            better=scale.better or Better.LOWER,
            kind=kind,
            asked=scale.asked or OwnItem("", "").asked,
            combine=Combine(combine) if combine else None,
            words=scale.words or (),
            unit=pgettext("hours", "h") if kind is Kind.HOURS else scale.unit or "",
            group_id=str(self.group.currentData() or ""),
        )


def key_from(label: str) -> str:
    """A key made from a name: plain letters, digits and underscores, beginning with a letter.

    A name in another script gives "item" and the numbers of its characters, so that two names differ.
    """
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if not key or not key[0].isalpha():
        key = "item_" + (key or "".join(f"{ord(char):x}" for char in label))
    return key[:LONGEST_KEY].strip("_")
