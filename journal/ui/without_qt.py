"""What the first paint needs besides Qt, imported before it.

Once PySide is there it reads the source of every module that is imported, to see whether that uses
PySide: for these, and for what they import of the standard library, that takes longer than the import.
"""

from journal.host import clock, paths, privacy, settings_file, single_instance, system_locale, themes
from journal.texts import translation
from journal.ui import journal_keys
from journal.ui.lock import state
from journal.ui.theme import choice

__all__ = (
    "choice",
    "clock",
    "journal_keys",
    "paths",
    "privacy",
    "settings_file",
    "single_instance",
    "state",
    "system_locale",
    "themes",
    "translation",
)
