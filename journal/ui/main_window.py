"""The one window. Its title is neutral, and it remembers where it stood."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

DEFAULT_SIZE = (1180, 860)
SMALLEST_SIZE = (640, 480)


class MainWindow(QMainWindow):
    """Shows one room at a time: the lock page, the first start, or the open journal."""

    first_painted = Signal()
    close_wanted = Signal()
    minimised = Signal()
    room_shown = Signal()
    """Another room is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = self._told = False
        self._may_close = False
        self.setWindowTitle("Leeward")
        self.setMinimumSize(*SMALLEST_SIZE)
        self.setAnimated(False)  # Qt would slide the room to its new place
        self._rooms = QStackedWidget()
        self._rooms.currentChanged.connect(lambda _place: self.room_shown.emit())
        self.setCentralWidget(self._rooms)

    @property
    def room(self) -> QWidget | None:
        """What is shown."""
        return self._rooms.currentWidget()

    @property
    def ground(self) -> QWidget | None:
        """What is shown, or what lies under the room that was laid over it."""
        return self._rooms.widget(0) if self._rooms.count() else None

    def show_room(self, room: QWidget) -> None:
        """Show a room; those before are thrown away."""
        # A widget that moves into another window forgets which of its children had the keyboard.
        keyboard = room.focusWidget()
        self._rooms.addWidget(room)
        self._rooms.setCurrentWidget(room)
        for before in [self._rooms.widget(place) for place in range(self._rooms.count())]:
            if before is not None and before is not room:
                self._rooms.removeWidget(before)
                before.deleteLater()
        (keyboard or room.focusWidget() or room).setFocus()

    def swap_room(self, room: QWidget) -> None:
        """Show a room in place of the one that is shown, which is kept, unseen."""
        before = self.room
        if before is not None:
            before.hide()
            self._rooms.removeWidget(before)
        self.show_room(room)

    def show_over(self, room: QWidget) -> None:
        """Show a room over the one that is shown, which waits under it as it is."""
        self._rooms.addWidget(room)
        self._rooms.setCurrentWidget(room)

    def take_off(self, room: QWidget) -> None:
        """Throw a room away that was laid over another, and show that one again."""
        self._rooms.removeWidget(room)
        room.deleteLater()
        if self.room is not None:
            self.room.setFocus()

    def keep_room(self, room: QWidget) -> None:
        """Have a room ready without showing it. It is styled here once; moving it here later would style it again."""
        room.setParent(self._rooms)
        room.hide()  # said outright: a window that is shown for the first time shows what nobody has hidden

    def place(self, saved: str) -> None:
        """Stand where `placement` said, if that is still on a screen; else in the ordinary size."""
        there = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(DEFAULT_SIZE[0], there.width()), min(DEFAULT_SIZE[1], there.height()))
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode()))

    def keep_on_screen(self) -> None:
        """Make room for the frame, which is known once the window stands: its foot must not lie below the screen."""
        screen = self.screen()
        if screen is None or self.isMaximized() or self.isFullScreen():
            return
        there, frame, inside = screen.availableGeometry(), self.frameGeometry(), self.geometry()
        wide, high = frame.width() - inside.width(), frame.height() - inside.height()
        width, height = min(inside.width(), there.width() - wide), min(inside.height(), there.height() - high)
        if (width, height) == (inside.width(), inside.height()):
            return
        self.resize(width, height)
        left = max(there.left(), min(frame.left(), there.right() + 1 - width - wide))
        top = max(there.top(), min(frame.top(), there.bottom() + 1 - height - high))
        self.move(left, top)

    def placement(self) -> str:
        """Where the window stands, in base64, for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def show_icon(self) -> None:
        """Give the window its icon; reading it takes longer than the first paint should wait for."""
        from journal.ui.program_icon import program_icon

        self.setWindowIcon(program_icon())

    def bring_forward(self) -> None:
        """Come before other windows, because the program was started again."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def let_close(self) -> None:
        """Close without asking the application again."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hold the window open until the store is closed."""
        event.setAccepted(self._may_close)
        if not self._may_close:
            self.close_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say when it was minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.minimised.emit()

    def event(self, event: QEvent) -> bool:
        """Say when the first picture stands."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self.keep_on_screen()
            QTimer.singleShot(0, self.tell_first_painted)
        return handled

    def tell_first_painted(self) -> None:
        """Say, once, that the first picture stands, or that none will soon: the window begins minimised."""
        if not self._told:
            self._told = True
            self.first_painted.emit()
