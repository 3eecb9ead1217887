"""The locale that the system is set to: its language, and the territory whose dates it uses.

Imported before the first paint, so it does without anything that has to be imported for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def system_territory(environ: Mapping[str, str] | None = None) -> str:
    """The territory whose dates and times the system uses, or an empty text."""
    given = os.environ if environ is None else environ
    names = [given.get(name, "") for name in ("LC_ALL", "LC_TIME", "LANG")]
    return next(filter(None, map(territory_of, [*names, _platform_locale()])), "")


def system_language(environ: Mapping[str, str] | None = None) -> str:
    """The language the system speaks, as an ISO 639 code, or an empty text."""
    given = os.environ if environ is None else environ
    first = given.get("LANGUAGE", "").split(":")[0]
    names = [first, *(given.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")), _platform_locale()]
    codes = (_parts(name)[0].lower() for name in names)
    return next((code for code in codes if _is_word(code, (2, 3))), "")


def territory_of(locale_name: str) -> str:
    """The territory in a name such as "de_AT.UTF-8" or "zh-Hant-TW"; empty where there is none."""
    code, *rest = _parts(locale_name)
    if rest and _is_word(rest[0], (4,)):  # a script
        del rest[0]
    return rest[0].upper() if rest and _is_word(code, (2, 3)) and _is_word(rest[0], (2,)) else ""


def _parts(locale_name: str) -> list[str]:
    """The language and what follows it, without the encoding and the modifier."""
    return locale_name.partition(".")[0].partition("@")[0].replace("-", "_").split("_")


def _is_word(text: str, lengths: tuple[int, ...]) -> bool:
    return len(text) in lengths and text.isascii() and text.isalpha()


def _platform_locale() -> str:
    """The locale in which Windows or macOS shows dates; elsewhere the environment says it all."""
    if sys.platform == "win32":
        import ctypes

        buffer = ctypes.create_unicode_buffer(85)
        ctypes.windll.kernel32.GetUserDefaultLocaleName(buffer, len(buffer))
        return buffer.value
    if sys.platform == "darwin":
        import subprocess

        asked = ["/usr/bin/defaults", "read", "-g", "AppleLocale"]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False)
        return answer.stdout.strip().split("@")[0]
    return ""
