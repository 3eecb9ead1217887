"""Hands results of the storage thread over to the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class WindowDelivery(QObject):
    """`deliver` may be called on any thread; what it is given runs on the thread this was made on."""

    _given = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given.connect(self._on_given, Qt.ConnectionType.QueuedConnection)

    def deliver(self, act: Callable[[], None]) -> None:
        """Post `act` to the window's thread."""
        self._given.emit(act)

    @Slot(object)
    def _on_given(self, act: Callable[[], None]) -> None:
        act()
