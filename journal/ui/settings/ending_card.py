"""Taking everything out, deleting the journal, and removing Leeward's files from this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from journal.texts.translation import _
from journal.ui.settings.panel_card import Panel, PanelCard, PassphraseAsked
from journal.ui.settings.rows import button
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.open_dialog import ask_for_folder


class EndingCard(PanelCard):
    """`ending_wanted` carries the passphrase and whether everything on this computer goes."""

    copies_wanted = Signal(Path)
    ending_wanted = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(_("Taking everything out, or deleting it"))
        self.copies = button(_("Save everything as plain files…"), self._on_copies)
        self.delete = button(_("Delete this journal…"), lambda: self._ask(everything=False))
        self.remove = button(_("Remove everything from this computer…"), lambda: self._ask(everything=True))
        self.body.addWidget(Body(_("Everything you wrote is yours to take along, and to delete.")))
        self.body.addWidget(FlowRow(self.copies, self.delete, self.remove))
        self.body.addWidget(Caption(_("Plain files are not encrypted. Anyone who has them can read them.")))

    def say_problem(self, words: str) -> None:
        """Nothing was deleted; say why."""
        if isinstance(self.panel, Panel):
            self.panel.set_busy(False)
            self.panel.say_problem(words)
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, *, everything: bool) -> None:
        panel = _Asking(self, everything=everything)
        self.show_panel(panel, self.remove if everything else self.delete)

    def _on_copies(self) -> None:
        ask_for_folder(self, self.copies.text(), Path.home(), self.copies_wanted.emit)

    def take(self, passphrase: str, *, everything: bool) -> None:
        """The person is sure."""
        self.ending_wanted.emit(passphrase, everything)


class _Asking(Panel):
    def __init__(self, card: EndingCard, *, everything: bool) -> None:
        self._card, self._everything = card, everything
        self._secret = PassphraseAsked(self._on_sure)
        first = button(_("Save everything as plain files…"), card.copies.click)
        super().__init__(*(Body(line) for line in ending_words(everything=everything)), first, self._secret)
        words = _("Remove everything") if everything else _("Delete the journal")
        self.sure, self.keep = button(words, self._on_sure), button(_("Keep it"), card.put_away)
        self.column.addWidget(self.problem)
        self.column.addWidget(FlowRow(self.sure, self.keep))
        self.setFocusProxy(self._secret)

    def _on_sure(self) -> None:
        if not self._secret.typed:
            self.say_problem(_("Type the passphrase first."))
            return
        self.set_busy(True)
        self._card.take(self._secret.typed, everything=self._everything)


def ending_words(*, everything: bool) -> tuple[str, ...]:
    """What an end does, said before it."""
    keys = _("The keys are destroyed first, then all entries, drafts, and the backups that can be reached.")
    rest = _("After that Leeward’s settings, caches and log on this computer.")
    return (keys, *((rest,) if everything else ()), _("Nothing brings them back."))
