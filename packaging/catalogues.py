"""The translations as files: resources/locale/<code>/LC_MESSAGES/leeward.po, and the .mo made of each.

A .po is written in one way only (sorted, no dates, no line numbers), so that two people who change
it differ in nothing but what they translated. A .mo is built, never committed.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LOCALES = Path(__file__).resolve().parent.parent / "resources" / "locale"
FILE = Path("LC_MESSAGES") / "leeward.po"
WIDTH = 100

OFFERED_FROM = 0.95
"""A language with less than this share of its texts gets no .mo, and so is not offered yet."""

HEADER = """\
# {name} texts of Leeward. How to translate: resources/guide/translators.md
# In a sentence, every {{field}} must stay as it is.
msgid ""
msgstr ""
"Project-Id-Version: leeward\\n"
"Language: {code}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def translations(locales: Path = LOCALES) -> list[Path]:
    """Every .po, by language."""
    return sorted(locales.glob(f"*/{FILE.as_posix()}"))


def po_file(code: str, locales: Path = LOCALES) -> Path:
    """Where the texts of a language stand."""
    return locales / code / FILE


def code_of(path: Path) -> str:
    """The language of a .po: the name of the folder it stands in."""
    return path.parents[1].name


def read_translation(path: Path) -> Catalog:
    """A .po with its language. Raises babel's PoFileError where it cannot be read."""
    with path.open("rb") as file:
        return read_po(file, locale=code_of(path), abort_invalid=True)


def messages(catalog: Catalog) -> Iterator[Message]:
    """Every text but the header."""
    return (message for message in catalog if message.id)


def strings(message: Message) -> tuple[str, ...]:
    """What a text is translated by: one, or one a plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def ids(message: Message) -> tuple[str, ...]:
    """The English text: one, or singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def is_missing(message: Message) -> bool:
    """Whether a text, or one of its plural forms, has no translation yet."""
    return message.fuzzy or not all(strings(message))


def write_translation(path: Path, catalog: Catalog) -> None:
    """Write a .po; the same texts give the same file."""
    buffer = io.BytesIO()
    write_po(
        buffer, catalog, width=WIDTH, omit_header=True, sort_output=True, include_lineno=False, ignore_obsolete=True
    )
    code = code_of(path)
    name = Locale.parse(code).get_display_name("en")
    header = HEADER.format(name=name, code=code, plurals=Catalog(locale=code).plural_forms)
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, (header + buffer.getvalue().decode("utf-8")).encode("utf-8"))


def merge(path: Path, texts: Catalog) -> tuple[int, int]:
    """Bring a .po up to date with the English texts; returns how many are new and how many are gone.

    A text that was changed counts as gone and new: nothing is guessed from one that looks like it.
    """
    old = read_translation(path) if path.is_file() else Catalog(locale=code_of(path))
    had = {(message.context, message.id) for message in messages(old)}
    wanted = {(message.context, message.id) for message in messages(texts)}
    old.update(texts, no_fuzzy_matching=True)
    old.obsolete.clear()
    for message in messages(old):
        message.previous_id = []
    write_translation(path, old)
    return len(wanted - had), len(had - wanted)


def compile_outdated(locales: Path = LOCALES) -> list[Path]:
    """Write each .mo that is older than its .po; returns those written. A language with many gaps has none."""
    return [made for path in translations(locales) if _is_outdated(path) for made in _compiled(path)]


def _is_outdated(path: Path) -> bool:
    made = path.with_suffix(".mo")
    return not made.is_file() or made.stat().st_mtime_ns <= path.stat().st_mtime_ns


def _compiled(path: Path) -> Iterator[Path]:
    catalog = read_translation(path)
    made = path.with_suffix(".mo")
    there = [not is_missing(message) for message in messages(catalog)]
    if not there or sum(there) < OFFERED_FROM * len(there):
        made.unlink(missing_ok=True)
        return
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    _write(made, buffer.getvalue())
    yield made


def _write(path: Path, content: bytes) -> None:
    """In one step: tests that run side by side may write the same file."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
