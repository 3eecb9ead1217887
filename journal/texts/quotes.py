"""Something that was typed or stands in a file, set apart by the quotes of the language in use."""

from __future__ import annotations

from journal.texts.translation import _


def quoted(text: str) -> str:
    """The text in quotes: “text”, „text“, «text»."""
    # Translators: only the quotes of your language; the text is a name or what somebody typed
    return _("“{text}”").format(text=text)
