"""Words on buttons that are much longer in a translation than in English: a list to look at, no fault."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import catalogues
from babel.messages.catalog import Catalog

UI = Path(__file__).resolve().parent.parent / "journal" / "ui"
LONGER = 1.6
SHORT = 12
"""A translation of so many letters fits wherever a button does."""


def button_texts() -> set[str]:
    """The English texts that are written on a button where it is made."""
    found: set[str] = set()
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func).endswith("Button"):
                found |= set(_texts(node))
    return found


def long_ones(catalog: Catalog) -> list[tuple[str, str]]:
    """The English words and the translation of each button that grew much."""
    buttons = button_texts()
    return [
        (text, said)
        for message in catalogues.messages(catalog)
        for text, said in zip(catalogues.ids(message), catalogues.strings(message), strict=False)
        if text in buttons and len(said) > max(SHORT, LONGER * len(text))
    ]


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _texts(call: ast.Call) -> Iterator[str]:
    for node in (each for argument in call.args for each in ast.walk(argument)):
        if isinstance(node, ast.Call) and _name(node.func) == "_" and isinstance(node.args[0], ast.Constant):
            yield str(node.args[0].value)
