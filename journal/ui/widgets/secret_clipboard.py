"""A secret on the clipboard: kept out of clipboard histories, and taken away again after a while."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

HISTORY_HINT = "x-kde-passwordManagerHint"
"""Clipboard histories that know this type keep no copy."""

KEPT_MS = 30_000


def copy_secret(text: str, kept_ms: int = KEPT_MS) -> None:
    """Put a secret on the clipboard for `kept_ms` milliseconds."""
    data = QMimeData()
    data.setText(text)
    data.setData(HISTORY_HINT, b"secret")
    QGuiApplication.clipboard().setMimeData(data)
    application = QCoreApplication.instance()
    if application is not None:  # the page that copied may be gone by then
        QTimer.singleShot(kept_ms, application, partial(take_back, text))


def take_back(text: str) -> None:
    """Empty the clipboard if this text is still on it."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear()
