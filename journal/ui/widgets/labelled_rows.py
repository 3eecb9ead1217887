"""The rows of a form: a label in front of each field, or above it where the line is too short for both."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget

from journal.ui.widgets.labels import Body


class LabelledRows(QFormLayout):
    """A field is named by its label, for the eye, the keyboard and a screen reader."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.setVerticalSpacing(spacing)
        self.setHorizontalSpacing(16)

    def add(self, words: str, field: QWidget, *, wrap: bool = False) -> None:
        """Add a row at the end."""
        label = Body(words, wrap=wrap)
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.addRow(label, field)
