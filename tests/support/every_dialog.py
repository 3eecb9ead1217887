"""Every dialog that the program draws itself, and every menu, opened one after the other over the open journal.

Dialogs for files and for printing are the system's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from journal.store.salvage import SalvageReport, TableReport
from journal.ui.error_dialog import ErrorDialog
from journal.ui.guide.dialog import GuideDialog
from journal.ui.lock.salvage_list import SalvageList
from tests.support.every_page import Scene, show
from tests.support.program import Program
from tests.support.settling import settle

TRACE = "RuntimeError\n  journal/ui/shell.py:120 in go\n  journal/app/trends.py:64 in read"
LOST = SalvageReport(
    (TableReport("entry", 131, 2), TableReport("rating", 1834, None, loose=3)),
    lost_days=(date(2026, 10, 3),),
    thin_days=(date(2026, 10, 4),),
    pages=412,
    unreadable_pages=3,
)


def every_dialog(program: Program) -> Iterator[tuple[str, QDialog]]:
    """Each dialog over the open journal, as it is shown now; it is closed before the next."""
    window = program.window
    made: dict[str, Callable[[], QDialog]] = {
        "an error": lambda: ErrorDialog(TRACE, window),
        "the guide": lambda: GuideDialog(program.running.theme, window),
        "what was saved": lambda: SalvageList(LOST, window),
    }
    for name, make in made.items():
        dialog = make()
        dialog.show()
        settle()
        try:
            yield f"dialog: {name}", dialog
        finally:
            dialog.close()
            dialog.deleteLater()
            settle()


def every_menu(program: Program) -> Iterator[tuple[str, QMenu]]:
    """The menus of the buttons and rows, each as it drops down, and that beside the clock."""
    for scene in (
        Scene("trends", "trends", {}),
        Scene("goals", "goals", {}),
        Scene("now", "session", _session(program)),
    ):
        page = show(program, scene)
        for number, button in enumerate(_with_menu(page)[:2], 1):
            yield from _dropped(f"menu: {scene.name} {number}", button.menu())
    today = show(program, Scene("today", "today", {}))
    row = today.form.rows[0]  # type: ignore[attr-defined]
    at = QPoint(4, 4)
    row.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, row.mapToGlobal(at)))
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    yield from _dropped("menu: a row of Today", opened)
    line = program.running.reminding.line
    line.stand("Time for yourself", leads=True)
    settle()
    yield from _dropped("menu: a reminder, later", line.menu)
    line.hide()


def _session(program: Program) -> dict[str, object]:
    return {"session_id": program.running.session.opened.store.sessions.all()[-1].id, "now": True}


def _with_menu(page: QWidget) -> list[QPushButton]:
    buttons = page.findChildren(QPushButton)
    return [each for each in buttons if each.menu() is not None and each.isVisibleTo(page) and each.isEnabled()]


def _dropped(name: str, menu: QMenu | None) -> Iterator[tuple[str, QMenu]]:
    assert menu is not None
    if not menu.isVisible():
        menu.popup(QPoint(200, 200))
    settle()
    try:
        yield name, menu
    finally:
        menu.close()
        settle()
