"""The settings of the window that belong to the person, kept inside the journal too.

They stand in `settings.toml`, outside the encryption, because they are needed before a journal opens.
A backup brings them along inside the encryption, so that a journal that is brought back on another
computer looks and closes as it did. What belongs to one computer stays there: the window's place, the
journal's folder, when something is due, and whether the program starts at login.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.host.settings_file import Settings, plain, settings_of

if TYPE_CHECKING:
    from journal.app.journal import Journal

NOTE = "settings"
"""The draft that holds them: local to this copy, and never merged."""

TRAVELLING = (
    "language",
    "theme",
    "font",
    "text_percent",
    "idle_min",
    "others_use",
    "close_minimised",
    "hide_by",
    "no_capture",
    "reminders",
    "reminder_text",
    "calm_by",
    "breath_in_s",
    "breath_out_s",
    "less_motion",
    "quiet_from",
    "quiet_to",
    "tray",
)


def keep_settings(journal: Journal, settings: Settings) -> None:
    """Keep them in the journal where they differ from what is kept. Nothing happens in one open for reading."""
    chosen = {name: plain(getattr(settings, name)) for name in TRAVELLING}
    if journal.store.read_only or journal.store.drafts.get(NOTE) == chosen:
        return
    with journal.store.tx():
        journal.store.drafts.put(NOTE, chosen)


def kept_settings(journal: Journal) -> dict[str, Any]:
    """Those that the journal brings along and that are not the usual ones, by name."""
    known = settings_of(journal.store.drafts.get(NOTE) or {})._asdict()
    usual = Settings()._asdict()
    return {name: known[name] for name in TRAVELLING if known[name] != usual[name]}
