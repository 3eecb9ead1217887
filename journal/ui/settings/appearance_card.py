"""Theme, font, text size and language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from journal.texts.numbers import percent as percent_words
from journal.texts.translation import _
from journal.ui.first_start.steps import LANGUAGE_NAMES
from journal.ui.settings.rows import ChoiceRow
from journal.ui.settings.state import TEXT_PERCENTS, SettingsState, font_choices, theme_choices
from journal.ui.widgets.card import Card


class AppearanceCard(Card):
    """Changes take effect at once."""

    theme_chosen = Signal(str)
    font_chosen = Signal(str)
    text_percent_chosen = Signal(int)
    language_chosen = Signal(str)

    def __init__(self, languages: Iterable[str]) -> None:
        super().__init__(_("How it looks"))
        codes = tuple(languages)
        self._theme = ChoiceRow(_("Theme"), theme_choices())
        self._font = ChoiceRow(_("Font"), font_choices())
        self._size = ChoiceRow(
            _("Text size"), [(str(percent), percent_words(percent / 100)) for percent in TEXT_PERCENTS]
        )
        self._language = ChoiceRow(_("Language"), [(code, LANGUAGE_NAMES[code]) for code in codes])
        self._theme.chosen.connect(self.theme_chosen)
        self._font.chosen.connect(self.font_chosen)
        self._size.chosen.connect(lambda percent: self.text_percent_chosen.emit(int(percent)))
        self._language.chosen.connect(self.language_chosen)
        self.body.addWidget(self._theme)
        self.body.addWidget(self._font)
        self.body.addWidget(self._size)
        if len(codes) > 1:
            self.body.addWidget(self._language)

    def render_state(self, state: SettingsState) -> None:
        """Show what holds."""
        self._theme.set_value(state.theme)
        self._font.set_value(state.font)
        self._size.set_value(str(state.text_percent))
        self._language.set_value(state.language)
