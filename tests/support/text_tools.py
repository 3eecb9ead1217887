"""The scripts under packaging/ that keep the texts, for tests to use."""

from __future__ import annotations

import importlib
import sys
from functools import cache
from types import ModuleType

from babel.messages.catalog import Catalog, Message

from journal.host.resources import resource

ROOT = resource("locale").parents[1]


def script(name: str) -> ModuleType:
    """A script of packaging/ as a module; they import each other by their plain names."""
    folder = str(ROOT / "packaging")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


@cache
def collected_texts() -> Catalog:
    """Every English text; gathering them takes seconds, so it is done once."""
    found = script("extract_texts").collect()
    assert isinstance(found, Catalog)
    return found


def ids(message: Message) -> tuple[str, ...]:
    """The English text: one, or singular and plural."""
    if not message.id:
        return ()
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)
