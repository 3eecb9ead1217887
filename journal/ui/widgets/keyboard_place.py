"""Where the keyboard is in a list or a table, and where it will be when it comes back.

Qt tells a screen reader that the current place of an item view has the focus, also while the view has not, or is on
a page that is not shown. So a view has a current place only while it has the keyboard; else the place is kept here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView

Command = QItemSelectionModel.SelectionFlag
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Who comes so wants to see the place; whoever presses a line must not have it scrolled away under the pointer."""


class KeyboardPlace(QItemSelectionModel):
    """The selection of a view, to be made once the view has its model; what is selected stays so without the keyboard.

    Ask `index` where the view would be asked for its current index, and hear `moved` in place of its signals.
    """

    moved = Signal(QModelIndex)
    """The new place; not when the keyboard merely leaves or comes back."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.model(), view)
        self._kept = QPersistentModelIndex()
        self._turning = self._unseen = False
        before = view.selectionModel()
        view.setSelectionModel(self)
        before.deleteLater()
        view.installEventFilter(self)
        self.currentChanged.connect(self._on_current)

    @property
    def index(self) -> QModelIndex:
        """The place with the keyboard, or that will have it; invalid where there is none."""
        return QModelIndex(self._kept)  # type: ignore[call-overload]

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex, command: Command) -> None:
        """Go to a place, whether the view has the keyboard or not."""
        super().setCurrentIndex(index, command)
        if not index.isValid():
            self._on_current(QModelIndex())
        if not self._view.hasFocus():
            self._unseen = not self._view.isVisible()
            self._put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard; nothing is held up."""
        if watched is self.parent():
            if isinstance(event, QFocusEvent) and event.gotFocus():
                self._bring_back(scroll=event.reason() in BY_KEYS)
            elif event.type() is QEvent.Type.FocusOut and not self._view.hasFocus():
                self._put_away()
            elif event.type() is QEvent.Type.Show and self._unseen:
                self._unseen = False
                self._view.scrollTo(self.index)
        return False

    @property
    def _view(self) -> QAbstractItemView:
        return cast("QAbstractItemView", self.parent())

    def _on_current(self, now: QModelIndex) -> None:
        if not self._turning and now != self._kept:
            self._kept = QPersistentModelIndex(now)
            self.moved.emit(now)

    def _put_away(self) -> None:
        self._turn_to(QModelIndex())

    def _bring_back(self, *, scroll: bool) -> None:
        scrolls = self._view.hasAutoScroll()
        self._view.setAutoScroll(scroll and scrolls)
        self._turn_to(self.index)
        self._view.setAutoScroll(scrolls)

    def _turn_to(self, index: QModelIndex) -> None:
        self._turning = True
        super().setCurrentIndex(index, Command.NoUpdate)
        self._turning = False


class PopupPlace(QObject):
    """Does the same for the list of a box, to which Qt gives a current line whenever another one is chosen.

    The list has one only while it is open.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._opening = False
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._put_away)
        self._put_away()

    @contextmanager
    def opening(self, index: QModelIndex) -> Iterator[None]:
        """Open the list inside of this block, on a line."""
        self._opening = True
        self._view.setCurrentIndex(index)
        yield
        self._opening = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A box still asks for the line while it closes the list, so that goes a moment later."""
        if event.type() is QEvent.Type.Hide and watched is self.parent():
            QTimer.singleShot(0, self, self._put_away)
        return False

    @property
    def _view(self) -> QAbstractItemView:
        return cast("QAbstractItemView", self.parent())

    def _put_away(self) -> None:
        if not self._opening and not self._view.isVisible():
            self._view.selectionModel().setCurrentIndex(QModelIndex(), Command.NoUpdate)
