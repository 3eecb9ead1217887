"""Words on a page, each kind with its own look. The stylesheet knows them by `role`."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from journal.texts.translation import reads_from_right

PLAIN_TEXT = 0
"""`Qt.TextFormat.PlainText`. Naming it would load the whole Qt namespace, a tenth of the start, before first paint."""


class _Words(QLabel):
    role = ""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(text, parent)
        self.setProperty("role", self.role)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setWordWrap(wrap)
        if reads_from_right():
            self._begin_at_right()

    def _begin_at_right(self) -> None:
        """Also words in other letters, such as a medicine's name: Qt would begin those at the left."""
        from PySide6.QtCore import Qt

        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class Words(_Words):
    """Words of the usual look: a question, a unit, a hint. What a file says is never taken for markup."""


class Brand(_Words):
    """The program's name."""

    role = "brand"


class PageTitle(_Words):
    """The largest words of a page, one a page."""

    role = "title"


class Subtitle(_Words):
    """A heading inside a page, in sentence case."""

    role = "subtitle"


class Heading(_Words):
    """The small capitals over a group. The text itself stays in sentence case for screen readers."""

    role = "heading"


class Caption(_Words):
    """Second-rank words."""

    role = "caption"


class Body(_Words):
    """Ordinary words."""

    role = "body"


class Strong(_Words):
    """Ordinary words, heavier."""

    role = "strong"


class LargeWords(_Words):
    """Sentences that are meant to be read one by one, as at first start."""

    role = "large"


def name_field(words: QLabel, field: QWidget) -> None:
    """Let words be those of a field. An ampersand in them stays one: it does not become a shortcut."""
    words.setText(words.text().replace("&", "&&"))
    words.setBuddy(field)
