"""Lets Qt speak the language in use too: its own words ("Cut", "Cancel"), its dates, and the side where lines begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.texts import translation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAME = "words of Qt"


def turn_layout(app: QApplication) -> None:
    """Begin lines at the right where the language does. Costs nothing, so the first picture already has it."""
    from PySide6.QtCore import Qt

    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if translation.reads_from_right() else Qt.LayoutDirection.LeftToRight
    )


def speak_qt(app: QApplication) -> None:
    """Take Qt's own translation, which is shipped with it, and its forms of dates; to be called after the first paint.

    English, and a language that Qt does not know, need none.
    """
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    from journal.texts.locales import forms, locale_in_use

    turn_layout(app)
    before = app.findChild(QTranslator, NAME)
    if before is not None:
        app.removeTranslator(before)
        before.setParent(None)
    if translation.language() == "en":
        if before is not None:
            QLocale.setDefault(QLocale.system())
        return
    QLocale.setDefault(QLocale(str(forms(locale_in_use()))))
    words = QTranslator(app)
    words.setObjectName(NAME)
    if words.load(f"qtbase_{translation.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
