"""The program's icon in the sizes that systems ask for; each file is read when its size is wanted."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from journal.host.resources import resource

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def program_icon() -> QIcon:
    """The icon of the window and beside the clock."""
    icon = QIcon()
    for size in SIZES:
        icon.addFile(str(resource("icons", f"leeward-{size}.png")), QSize(size, size))
    return icon
