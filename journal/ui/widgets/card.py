"""A soft card: a rounded surface that holds what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.ui.widgets.labels import Heading

PADDING = 22


class Card(QFrame):
    """Add widgets to `body`. The heading names the group for screen readers too."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PADDING, 18, PADDING, 20)
        self.body.setSpacing(10)
        self.heading = Heading(title, self)  # at once: what is shown before it has a parent flashes as a window
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)
        self.body.addWidget(self.heading)

    def set_title(self, title: str) -> None:
        """Change the heading; an empty one hides it."""
        self.heading.setText(title)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)


class Divider(QFrame):
    """A hairline between rows of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "divider")
        self.setFixedHeight(1)
