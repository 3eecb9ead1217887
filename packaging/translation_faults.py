"""What can be wrong with a translation and can be found without knowing the language."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import catalogues
from babel.messages.catalog import Catalog, Message
from translation_style import style_faults

SAME_AS_ENGLISH = Path(__file__).with_name("same_as_english.toml")

_MARKUP = re.compile(r"</?[a-z][^<>]*>")
_MNEMONIC = re.compile(r"&(?=\w)")
_TYPED = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_FIELD = re.compile(r"[{][^{}]*[}]")
_WORD = re.compile(r"[^\W\d_]{2,}")

PLURAL_SAMPLES = (*range(202), 1_000_000)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, with the English text and the translation."""

    what: str
    english: str
    translation: str = ""

    def __str__(self) -> str:
        said = f"\n      {self.translation}" if self.translation else ""
        return f"{self.what}:\n      {self.english}{said}"


def faults(code: str, catalog: Catalog) -> list[Fault]:
    """Everything that is wrong with the translations into a language."""
    same = same_as_english(code)
    return [fault for message in catalogues.messages(catalog) for fault in _of_message(code, catalog, message, same)]


def lacking(catalog: Catalog, texts: Catalog) -> list[Fault]:
    """Texts of the program that a translation does not know, and texts it has that are gone."""
    known = {(message.context, message.id) for message in catalogues.messages(catalog)}
    wanted = {(message.context, message.id) for message in catalogues.messages(texts)}
    new = [Fault("not in the file: packaging/texts.py update", _english(id_)) for _context, id_ in wanted - known]
    gone = [Fault("no longer in the program: packaging/texts.py update", _english(id_)) for _, id_ in known - wanted]
    return sorted((*new, *gone), key=str)


def same_as_english(code: str) -> frozenset[str]:
    """The texts that may stay as they are in a language."""
    listed = tomllib.loads(SAME_AS_ENGLISH.read_text(encoding="utf-8"))
    return frozenset(listed["all"]) | frozenset(listed.get(code, ()))


def fields(text: str) -> tuple[str, ...]:
    """The names of the fields of a text, sorted. Raises ValueError for a lone brace."""
    return tuple(sorted(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None))


def _english(id_: object) -> str:
    return id_ if isinstance(id_, str) else " | ".join(map(str, id_ if isinstance(id_, (tuple, list)) else ()))


def _of_message(code: str, catalog: Catalog, message: Message, same: frozenset[str]) -> Iterator[Fault]:
    english, translated = catalogues.ids(message), catalogues.strings(message)
    if message.fuzzy:
        yield Fault("marked fuzzy", _english(message.id), " | ".join(translated))
    if not any(translated):
        yield Fault("not translated", _english(message.id))
        return
    if len(english) > 1 and len(translated) != catalog.num_plurals:
        yield Fault(f"needs {catalog.num_plurals} plural forms", _english(message.id), " | ".join(translated))
    for form, text in enumerate(translated):
        near = english[0] if form == 0 else english[-1]
        if not text:
            yield Fault("a plural form is missing", near, " | ".join(translated))
            continue
        yield from (Fault(what, near, text) for what in _of_text(code, near, text, _allowed(catalog, english, form)))
        if text == near and text not in same and _WORD.search(_FIELD.sub("", text)):
            yield Fault("the same as in English (allow it in packaging/same_as_english.toml)", near)


def _allowed(catalog: Catalog, english: tuple[str, ...], form: int) -> set[tuple[str, ...]]:
    """The fields a plural form may have; only a form for the number 1 alone may leave the number out."""
    if len(english) == 1:
        return {fields(english[0])}
    numbers = [n for n in PLURAL_SAMPLES if plural_form(catalog, n) == form]
    return {fields(text) for text in (english if numbers == [1] else english[-1:])}


def plural_form(catalog: Catalog, number: int) -> int:
    """Which plural form a number takes by the rule of the file."""
    from gettext import c2py  # the standard library's own reader of such rules

    return int(c2py(catalog.plural_expr)(number))


def _of_text(code: str, english: str, text: str, allowed: set[tuple[str, ...]]) -> Iterator[str]:
    try:
        if fields(text) not in allowed:
            yield "other {fields}"
    except ValueError:
        yield "a lone { or }"
    if _edges(text) != _edges(english):
        yield "other spaces or line breaks at an end"
    if text.count("\n") != english.count("\n"):
        yield "another number of line breaks"
    if len(_MNEMONIC.findall(text)) != len(_MNEMONIC.findall(english)):
        yield "& before a letter marks a key: not as in English"
    if sorted(_MARKUP.findall(text)) != sorted(_MARKUP.findall(english)):
        yield "other <tags>"
    if sorted(_TYPED.findall(text)) != sorted(_TYPED.findall(english)):
        yield "other --options: what is typed is never translated"
    yield from style_faults(code, english, text)


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
