"""The one key that opens a calm moment from every page, dialogs included."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from journal.host.settings_file import CALM_KEYS, Settings

KEYS: dict[str, Qt.Key] = {name: getattr(Qt.Key, f"Key_{name}") for name in CALM_KEYS}


def key_in_use(settings: Settings) -> Qt.Key | None:
    """The key that opens it now; none where it was switched off or the same key hides everything."""
    return None if settings.calm_by == settings.hide_by else KEYS.get(settings.calm_by)


class CalmKey(QObject):
    """Watches the program's windows. The key itself goes no further; `wanted` says that it was pressed."""

    wanted = Signal()

    def __init__(self, app: QGuiApplication, key: Callable[[], Qt.Key | None]) -> None:
        super().__init__(app)
        self._key = key
        app.focusWindowChanged.connect(self._watch)

    def start(self) -> None:
        """Begin to watch the windows that stand already."""
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key by itself, pressed once; everything else passes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not bare or event.key() != self._key():
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            self.wanted.emit()
        return True

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
