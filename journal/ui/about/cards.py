"""The cards of the page about the program."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from journal.host.builds import Part
from journal.texts.translation import _
from journal.ui.about.reading_field import ReadingField
from journal.ui.about.state import AboutState, licence_notes, part_words
from journal.ui.program_icon import program_icon
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong, name_field

ICON_PX = 64
FAULT_LINES = 7
LICENCE_LINES = 11


class VersionCard(Card):
    """The icon, the version and its day, and a line when it has grown old."""

    def __init__(self) -> None:
        super().__init__(_("This version"))
        self.version, self.made, self.newer = Strong(), Body(), Body()
        picture = Body()
        picture.setPixmap(program_icon().pixmap(ICON_PX))
        picture.setFixedSize(ICON_PX, ICON_PX)
        across, words = QHBoxLayout(), QVBoxLayout()
        words.addWidget(self.version)
        words.addWidget(self.made)
        words.addStretch(1)
        across.setSpacing(16)
        across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        self.body.addLayout(across)
        self.newer.setParent(self)
        self.body.addWidget(self.newer)

    def render_state(self, state: AboutState) -> None:
        """Show the state."""
        self.version.setText(state.version)
        self.made.setText(state.made)
        self.newer.setText(state.newer)
        self.newer.setVisible(bool(state.newer))


class PromiseCard(Card):
    """What it never does."""

    def __init__(self) -> None:
        super().__init__(_("No network"))
        self.body.addWidget(
            Body(_("There is no network code in Leeward. It sends nothing, fetches nothing, and looks for no updates."))
        )
        self.body.addWidget(Body(_("Leeward checks no doses and no interactions. Ask your prescriber or pharmacist.")))


class PlacesCard(Card):
    """Where everything is."""

    def __init__(self) -> None:
        super().__init__(_("Where everything is"))
        self.journal, self.settings = Body(), Body()
        for words, place in (
            (_("Your journal and its backups:"), self.journal),
            (_("The settings, outside the encryption:"), self.settings),
        ):
            place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(Caption(words))
            self.body.addWidget(place)
        words = _("If you take Leeward off this computer, both stay there. To delete them too, use Settings before.")
        self.body.addWidget(Caption(words))

    def render_state(self, state: AboutState) -> None:
        """Show the state."""
        self.journal.setText(state.journal)
        self.settings.setText(state.settings)


class FaultCard(Card):
    """What can be told to the makers: the whole of it stands there before it is copied."""

    def __init__(self) -> None:
        super().__init__(_("Report a fault"))
        how = _(
            "Say in your own words what you did and what you saw, and send it to where you got Leeward. "
            "The lines below help there. They name the version, the system, and the places in the program where "
            "something went wrong. Nothing you wrote is in them, and no name of a folder."
        )
        self.body.addWidget(Body(how))
        self.body.addWidget(Caption(_("This is all that is copied:")))
        self.preview = ReadingField(_("What is copied"), FAULT_LINES)
        self.body.addWidget(self.preview)
        self.copy, self.said = QuietButton(_("Copy")), Caption()
        self.copy.clicked.connect(self._on_copy)
        self.body.addWidget(FlowRow(self.copy, self.said))
        kept = _(
            "Leeward keeps these lines in memory until it locks or ends, never on the disk. "
            "Never send your journal, a backup, or a picture of what you wrote."
        )
        self.body.addWidget(Caption(kept))

    def render_state(self, state: AboutState) -> None:
        """Show the state."""
        self.preview.setPlainText(state.faults)
        self.said.setText("")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.preview.toPlainText())
        self.said.setText(_("Copied. It leaves the clipboard after 30 seconds."))


class PartsCard(Card):
    """Whose work is in the program, each part with its licence."""

    part_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Whose work is in it"))
        for line in licence_notes():
            self.body.addWidget(Body(line))
        self.choice = ComboBox()
        label = Body(_("Parts and their licences"))
        name_field(label, self.choice)
        self.text = ReadingField(_("The words of the licence"), LICENCE_LINES)
        for widget in (label, self.choice, self.text):
            self.body.addWidget(widget)
        self.choice.currentIndexChanged.connect(self._on_choice)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Offer these; the first is chosen."""
        for part in parts:
            self.choice.addItem(part_words(part), part)

    def show_licence(self, part: Part, text: str) -> None:
        """Show the words, if that part is still the one that is chosen."""
        if self.choice.currentData() == part:
            self.text.setPlainText(text or _("The words of this licence are not in this copy of the program."))

    def _on_choice(self, _index: int) -> None:
        part = self.choice.currentData()
        if part is not None:
            self.part_chosen.emit(part)
