"""The program's words in a language, for tests that read its window."""

from __future__ import annotations

import gettext
from collections.abc import Callable

from journal.host.resources import resource
from journal.texts.translation import DOMAIN, LANGUAGES
from journal.ui.first_start.steps import LANGUAGE_NAMES

Words = Callable[[str], str]
"""Says an English text in the language."""

NAMES = {code: LANGUAGE_NAMES[code] for code in LANGUAGES}
"""Each language in its own name."""


def words_of(code: str) -> Words:
    """How a language says the program's texts. Raises OSError for one that is not there."""
    if code == "en":
        return lambda text: text
    return gettext.translation(DOMAIN, resource("locale"), [code]).gettext
