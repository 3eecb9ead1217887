"""Nothing on the command line is said in plain English past the translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CLI = Path(__file__).resolve().parents[2] / "journal" / "cli"
SAYS = {"echo", "say", "put_line", "UsageError", "BadParameter", "ClickException", "confirm", "prompt"}
WORD = re.compile(r"[A-Za-z]{3,}")


def untranslated(source: str) -> Iterator[str]:
    """Words in help texts and in what is said that stand there as they are."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from (text for keyword in node.keywords if keyword.arg == "help" for text in plain(keyword.value))
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in SAYS and node.args:
                yield from plain(node.args[0])


def plain(node: ast.expr) -> Iterator[str]:
    """The words of a text that is written out: what calls give is somebody else's matter."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and WORD.search(part.value):
            yield part.value


@pytest.mark.parametrize("path", sorted(CLI.glob("*.py")), ids=lambda path: path.name)
def test_what_is_said_goes_through_the_translation(path):
    assert list(untranslated(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "planted",
    ['click.option("--x", help="The folder.")', 'click.echo("Saved.")', 'invocation.say(f"Saved {n}.")'],
)
def test_a_text_past_the_translation_is_found(planted):
    assert len(list(untranslated(planted))) == 1
