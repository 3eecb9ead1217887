"""What the README says is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from journal.cli.commands import build
from journal.exchange.table_mapping_file import mapping_text, parse_mapping

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^leeward ([^#\n]+)", README, re.MULTILINE)


def test_every_picture_and_script_it_names_is_there() -> None:
    named = re.findall(r"\((resources/[^)]+)\)|`?\./(packaging/[\w-]+)", README)
    assert len(named) > 3
    for picture, script in named:
        assert (ROOT / (picture or script)).is_file()


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_it_shows_is_understood(line: str) -> None:
    words = shlex.split(line)
    group = build(lambda folder: 0)
    command, rest = group.get_command(click.Context(group), words[0]), words[1:]
    if isinstance(command, click.Group) and rest:
        command, rest = command.commands.get(rest[0]), rest[1:]
    assert command is not None
    command.make_context(words[0], rest)


def test_the_mapping_it_shows_is_a_mapping(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    file = tmp_path / "mapping.toml"
    file.write_text(shown, encoding="utf-8")
    mapping = parse_mapping(mapping_text(file))
    assert [item.key for item in mapping.items] == ["irritable"]


def test_only_what_belongs_stands_at_the_top() -> None:
    allowed = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "journal", "resources", "tests", "packaging"}
    made_here = {"build", "dist", "leeward-sample.pdf"}
    here = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert here - made_here == allowed
