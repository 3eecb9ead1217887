"""The theme in use: follows the system, the clock or the person's choice, and says when it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from journal.host.clock import Clock, local_now
from journal.host.themes import ThemeTokens, load_theme
from journal.ui.theme.choice import ThemeChoice, ms_to_next_change, theme_name
from journal.ui.theme.fonts import INTER, load_fallback_fonts, load_window_fonts, window_font
from journal.ui.theme.palette import build_palette
from journal.ui.theme.stylesheet import build_stylesheet

if TYPE_CHECKING:
    from journal.host.forced_colours import SystemColours

LARGEST_ORDINARY_FONT_PX = 15
"""Systems set 12 to 15 pixels by themselves; a larger font is a person's wish for larger text."""

HALF_LIGHT = 0.5
AS_THE_SYSTEM = -1
"""Qt's word for a time that the system sets."""


class ThemeSource(QObject):
    """Dresses the application. `tokens` are the colours in use, `scale` the text size (1.0 to 2.0), `font` its name."""

    changed = Signal()
    """The colours, the font or the text size changed; what paints by hand reads `tokens` again."""

    def __init__(
        self, app: QApplication, clock: Clock, choice: ThemeChoice, scale: float = 1.0, font: str = INTER
    ) -> None:
        super().__init__(app)
        self.font = font
        self._app, self._clock, self._choice = app, clock, choice
        self._portal_dark: bool | None = None
        self._system_contrast = False
        self._forced: SystemColours | None = None
        self.system_still = False
        """Whether the desktop's portal says that less motion is wanted."""
        self._chosen_still = False
        self._fallbacks = False
        self._system_scale = max(1.0, _system_font_px(app) / LARGEST_ORDINARY_FONT_PX)
        self._chosen_scale = scale
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._refresh)
        # What the system wants is asked precisely after the first paint: it would load the whole Qt
        # namespace. Until then the palette that the system gave tells it.
        self._system_dark = app.palette().window().color().lightnessF() < HALF_LIGHT
        self._follows = False
        self.tokens: ThemeTokens = load_theme(self._name())
        self._dress()

    @property
    def scale(self) -> float:
        """The text size in use, 1.0 being the ordinary one."""
        return min(2.0, self._chosen_scale * self._system_scale)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def system_unknown(self) -> bool:
        """Whether Qt does not know what the system wants."""
        from PySide6.QtCore import Qt

        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Unknown

    def follow_system(self) -> None:
        """Follow the system from now on; to be called after the first paint."""
        if not self._follows:
            self._follows = True
            self._app.styleHints().colorSchemeChanged.connect(self._refresh)
        self._refresh()

    def choose(self, choice: ThemeChoice) -> None:
        """Use another theme."""
        self._choice = choice
        self._refresh()

    def choose_scale(self, scale: float) -> None:
        """Use another text size."""
        self._chosen_scale = scale
        self._dress()
        self.changed.emit()

    def choose_font(self, name: str) -> None:
        """Use another font, one of `fonts.WINDOW_FONTS`, in the whole window."""
        if name == self.font:
            return
        load_window_fonts(name)
        self.font = name
        self._app.setFont(self._window_font())
        self._dress(anew=True)
        self.changed.emit()

    def hear_portal(self, dark: bool) -> None:
        """Take the desktop portal's answer, used where Qt does not know the system's scheme."""
        self._portal_dark = dark
        self._refresh()

    def hear_contrast(self, high: bool, colours: SystemColours | None = None) -> None:
        """Take the system's word whether high contrast is wanted, and in which colours, where it has its own."""
        self._system_contrast, self._forced = high, colours if high else None
        self._refresh()

    def hear_motion(self, less: bool) -> None:
        """Take the desktop portal's word whether less motion is wanted."""
        self.system_still = less
        self._hold_caret()

    def choose_motion(self, *, less: bool) -> None:
        """Take the person's own word."""
        self._chosen_still = less
        self._hold_caret()

    def less_motion(self) -> bool:
        """Whether the system asks for less motion; where the portal did not say so it is asked now."""
        from journal.host.less_motion import less_motion_wanted

        return self.system_still or less_motion_wanted()

    def _hold_caret(self) -> None:
        """The caret blinks as the system's does, or stands still: nothing else here moves but the breath."""
        self._app.setCursorFlashTime(0 if self.system_still or self._chosen_still else AS_THE_SYSTEM)

    def add_fallback_fonts(self) -> None:
        """Load the fonts for other scripts; to be called after the first paint."""
        load_fallback_fonts()
        self._fallbacks = True
        self._app.setFont(self._window_font())

    def _name(self) -> str:
        hour = local_now(self._clock).hour if self._choice is ThemeChoice.EVENING else 0
        dark, high = self._system_wants_dark(), self._system_contrast
        return theme_name(self._choice, system_dark=dark, hour=hour, system_contrast=high)

    def _system_wants_dark(self) -> bool:
        if not self._follows:
            return self._system_dark
        if self.system_unknown:
            return bool(self._portal_dark)
        from PySide6.QtCore import Qt

        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _refresh(self) -> None:
        if self._choice is ThemeChoice.EVENING:
            self._timer.start(ms_to_next_change(local_now(self._clock)))
        tokens = self._wanted()
        if tokens != self.tokens:
            self.tokens = tokens
            self._dress()
            self.changed.emit()

    def _window_font(self) -> QFont:
        return window_font(self.scale, self.font, fallbacks=self._fallbacks)

    def _wanted(self) -> ThemeTokens:
        if self._forced is None:
            return load_theme(self._name())
        from journal.host.forced_colours import forced_theme

        return forced_theme(self._forced)

    def _dress(self, *, anew: bool = False) -> None:
        sheet = build_stylesheet(self.tokens, self.scale)
        if sheet == self._app.styleSheet() and not anew:
            return
        self._app.setPalette(build_palette(self.tokens))
        self._app.setFont(self._window_font())
        self._app.setStyleSheet(sheet)


def _system_font_px(app: QApplication) -> float:
    """The size of the system's font, without loading that font: it is never shown."""
    font = app.font()
    return (
        font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * app.primaryScreen().logicalDotsPerInch() / 72
    )
