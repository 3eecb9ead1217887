"""What is copied from here leaves the clipboard again, and stays out of clipboard histories."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

HISTORY_HINT = "x-kde-passwordManagerHint"
"""Clipboard histories that know this type keep no copy."""

WINDOWS_HINTS = ("ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory")
"""What the history of Windows looks for; the second says no by a zero of 32 bits, the first by being there."""

KEPT_MS = 30_000
MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
"""The clipboard, and on X11 what is selected, which the middle mouse button pastes."""


def copy_secret(text: str, kept_ms: int = KEPT_MS) -> None:
    """Put a secret on the clipboard for `kept_ms` milliseconds."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(kept_out_of_histories(data))
    application = QCoreApplication.instance()
    if application is not None:  # the page that copied may be gone by then
        QTimer.singleShot(kept_ms, application, partial(take_back, text))


def take_back(text: str) -> None:
    """Empty the clipboard if this text is still on it."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear()


def kept_out_of_histories(data: QMimeData) -> QMimeData:
    """The same data, with what asks clipboard histories to keep no copy."""
    data.setData(HISTORY_HINT, b"secret")
    for name in WINDOWS_HINTS:
        data.setData(f'application/x-qt-windows-mime;value="{name}"', b"\0\0\0\0")
    return data


class ClipboardWatch(QObject):
    """Gives everything that is copied from this program the same end as a secret, whichever field it came from.

    What another program put on the clipboard is never touched: only what this one still `owns` is cleared.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        kept_ms: int = KEPT_MS,
        owns: Callable[[QClipboard.Mode], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._owned
        self._timers = {mode: QTimer(self, singleShot=True, interval=kept_ms) for mode in MODES}
        for mode, timer in self._timers.items():
            timer.timeout.connect(partial(self._clear, mode))
        self._clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Take what is ours away at once: the journal closes."""
        for mode in MODES:
            self._clear(mode)

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        timer = self._timers.get(mode)
        if timer is None:
            return
        if not self._owns(mode):
            timer.stop()
            return
        timer.start()
        if mode == QClipboard.Mode.Clipboard:
            self._keep_out_of_histories()

    def _keep_out_of_histories(self) -> None:
        """Put the same on the clipboard once more, with the hint; of formatted text the words alone."""
        now = self._clipboard.mimeData()
        if now is None or now.hasFormat(HISTORY_HINT) or not (now.hasText() or now.hasImage()):
            return
        again = QMimeData()
        if now.hasText():
            again.setText(now.text())
        if now.hasImage():
            again.setImageData(now.imageData())
        self._clipboard.setMimeData(kept_out_of_histories(again))

    def _clear(self, mode: QClipboard.Mode) -> None:
        self._timers[mode].stop()
        if self._owns(mode):
            self._clipboard.clear(mode)

    def _owned(self, mode: QClipboard.Mode) -> bool:
        if mode == QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()
