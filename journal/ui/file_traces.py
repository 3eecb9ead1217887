"""No trace of which files were opened or saved from here: in no list of recent files, and in no dialog's memory."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QSettings, Qt

NOWHERE = os.devnull + "/nowhere"
"""No file can ever be made under it."""

QT_KEEPS = ("FileDialog/history", "FileDialog/lastVisited")


def leave_no_file_traces() -> None:
    """Use Qt's own file dialogs, and let them remember nothing. To be called before the first one.

    The dialogs of GTK and of Windows put every file they name into the list of recent files. Qt's own keep
    the last folders in QtProject.conf, by the native settings format, whose folder is set here.
    macOS keeps its own dialogs: they name no recent files.
    """
    if sys.platform != "darwin":
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, NOWHERE)


def forget_last_folders() -> None:
    """Take the last folders out of Windows' registry and macOS' preferences, which have no folder to be set.

    Not run by the tests here: they have neither system.
    """
    if sys.platform in ("win32", "darwin"):
        settings = QSettings(QSettings.Scope.UserScope, "QtProject")
        for key in QT_KEEPS:
            settings.remove(key)
        settings.sync()
