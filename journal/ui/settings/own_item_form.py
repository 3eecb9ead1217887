"""An item of one's own: its name, scale, words, direction, and how several answers of a day combine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.app.items import OwnItem
from journal.model.items import Asked, Better, Combine, Kind
from journal.texts.translation import _
from journal.ui.settings.rows import button
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
        self.name, self.lowest, self.highest, self.words = TextField(), TextField("0"), TextField("4"), TextField()
        self.words.setPlaceholderText(_("lowest, …, highest"))
        self.kind = choice_box((_("Steps"), Kind.SCALE), (_("A count"), Kind.COUNT), (_("Yes or no"), Kind.YES_NO))
        self.better = choice_box(
            (_("Lower is better"), Better.LOWER), (_("Higher is better"), Better.HIGHER), (_("Neither"), Better.NONE)
        )
        self.asked = choice_box(
            (_("At every check-in"), Asked.EVERY),
            (_("About the night"), Asked.NIGHT),
            (_("In the evening"), Asked.EVENING),
        )
        self.combine = choice_box(
            (_("As usual"), None),
            (_("Their average"), Combine.MEAN),
            (_("Their sum"), Combine.SUM),
            (_("The last one"), Combine.LAST),
            (_("The highest"), Combine.MAX),
        )
        self._problem = Caption()
        self._problem.hide()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.setFocusProxy(self.name)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields: texts, and the places of the choices."""
        texts = {name: field.text() for name, field in self._texts().items()}
        return texts | {name: str(box.currentIndex()) for name, box in self._choices().items()}

    def fill(self, typed: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        for name, field in self._texts().items():
            field.setText(str(typed.get(name, field.text())))
        for name, box in self._choices().items():
            place = str(typed.get(name, ""))
            box.setCurrentIndex(int(place) if place.isdigit() and int(place) < box.count() else box.currentIndex())

    def _texts(self) -> dict[str, TextField]:
        return {"name": self.name, "lowest": self.lowest, "highest": self.highest, "words": self.words}

    def _choices(self) -> dict[str, ComboBox]:
        return {"kind": self.kind, "better": self.better, "asked": self.asked, "combine": self.combine}

    def clear(self) -> None:
        """Empty the form."""
        self.name.clear()
        self.words.clear()
        self.lowest.setText("0")
        self.highest.setText("4")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        form = LabelledRows(spacing=10)
        for words, field in self._rows():
            form.add(words, field)
        column.addLayout(form)
        column.addWidget(self._problem)
        leave = TextButton(_("Cancel"))
        leave.clicked.connect(self.left)
        column.addWidget(FlowRow(button(_("Add"), self._on_add, primary=True), leave))

    def _rows(self) -> Sequence[tuple[str, QWidget]]:
        return (
            (_("Name"), self.name),
            (_("Answered with"), self.kind),
            (_("Lowest step"), self.lowest),
            (_("Highest step"), self.highest),
            (_("Words, if you like"), self.words),
            (_("Which way is better"), self.better),
            (_("Asked"), self.asked),
            (_("Several answers of a day make"), self.combine),
        )

    def _on_kind(self) -> None:
        steps = Kind(self.kind.currentData()) is Kind.SCALE
        for field in (self.lowest, self.highest, self.words):
            field.setEnabled(steps)

    def _on_add(self) -> None:
        wanted = self._read()
        self._problem.setVisible(wanted is None)
        self._problem.setText("" if wanted else _("Give it a name, and whole numbers for its lowest and highest step."))
        if wanted is not None:
            self.wanted.emit(wanted)

    def _read(self) -> OwnItem | None:
        # Qt hands text values back as plain text.
        kind = Kind(self.kind.currentData())
        combine = self.combine.currentData()
        low, high = whole_number(self.lowest.text()), whole_number(self.highest.text())
        label = self.name.text().strip()
        if not label or (kind is Kind.SCALE and (low is None or high is None)):
            return None
        minimum, maximum = {
            Kind.SCALE: (low, high),
            Kind.COUNT: (0.0, None),
            Kind.YES_NO: (0.0, 1.0),
        }[kind]
        words = [word.strip() for word in self.words.text().split(",") if word.strip()]
        return OwnItem(
            key=key_from(label),
            label=label,
            minimum=minimum or 0.0,
            maximum=maximum,
            better=Better(self.better.currentData()),
            kind=kind,
            asked=Asked(self.asked.currentData()),
            combine=Combine(combine) if combine else None,
            words=tuple(words) if kind is Kind.SCALE else (),
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


def whole_number(text: str) -> float | None:
    """A whole number, or None."""
    stripped = text.strip().replace("−", "-")
    return float(stripped) if re.fullmatch(r"-?\d{1,6}", stripped) else None
