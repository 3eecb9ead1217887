"""The names that stand on keys, as the keyboards of a language have them."""

from __future__ import annotations

import re

from journal.texts.translation import pgettext

_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")


def key_names(keys: str) -> str:
    """Keys as they are called in the language in use: "Ctrl+Shift+Z" is "Strg+Umschalt+Z" in German."""
    names = {
        "Backspace": pgettext("key", "Backspace"),
        "Enter": pgettext("key", "Enter"),
        "Tab": pgettext("key", "Tab"),
        "Shift": pgettext("key", "Shift"),
        "Ctrl": pgettext("key", "Ctrl"),
        "Alt": pgettext("key", "Alt"),
        "Esc": pgettext("key", "Esc"),
        "Home": pgettext("key", "Home"),
        "End": pgettext("key", "End"),
        "Page Up": pgettext("key", "Page Up"),
        "Page Down": pgettext("key", "Page Down"),
    }
    return _NAME.sub(lambda found: names.get(found[0], found[0]), keys)
