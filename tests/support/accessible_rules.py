"""What a screen reader would stumble over in a tree, whoever read it: Qt's own, or the one on the accessibility bus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

PRESSED = frozenset(
    {"push button", "toggle button", "radio button", "check box", "combo box", "text", "password text", "spin button",
     "slider"}
)  # fmt: skip
"""Roles of what can be pressed or typed in: each needs a name even where Tab does not stop at it."""

TOLD_OF = frozenset({"menu item", "dialog"})
"""Roles of what is said when it opens or is gone through."""

SAYS_NOTHING = frozenset({"filler", "unknown", "layered pane", "frame", "window", "separator", "invalid"})
"""Roles that tell nobody what the thing with the keyboard is."""

TICKED = frozenset({"check box", "radio button", "toggle button"})
LINES = frozenset({"list item", "table cell", "tree item"})
"""Of these one has the keyboard with its list or table, and none without it."""

WITH_VALUE = frozenset({"slider", "spin button"})
CLASS_NAME = re.compile(r"_?(Q[A-Z]|[A-Z][a-z]+[A-Z])[A-Za-z]+")
"""What Qt or the program calls a thing is no name for people."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A node as it is heard. `among` says whose child it is; `labelled`: a label beside it is tied to it.

    `checkable` and `opens` are states, `value` a number or a text that it holds; `in_focus`: what it stands in is
    focused too. `of` is for a failed test.
    """

    role: str
    name: str
    description: str = ""
    among: object = None
    focusable: bool = False
    focused: bool = False
    in_focus: bool = False
    enabled: bool = True
    checkable: bool = False
    opens: bool = False
    labelled: bool = False
    value: str = ""
    of: str = ""


def stumbles_in(nodes: Iterable[Heard]) -> list[str]:
    """Everything that is shown and cannot be understood by ear."""
    heard = list(nodes)
    return [
        *_nameless(heard),
        *_without_role(heard),
        *_without_state(heard),
        *_alike(heard),
        *_at_two_places(heard),
        *_lines_astray(heard),
    ]


def _nameless(nodes: list[Heard]) -> list[str]:
    wanting = [node for node in nodes if node.role in PRESSED | TOLD_OF or node.focusable]
    nameless = [f"no name: {told(node)}" for node in wanting if not node.name.strip() and not node.labelled]
    return nameless + [f"a class for a name: {told(node)}" for node in wanting if CLASS_NAME.fullmatch(node.name)]


def _without_role(nodes: list[Heard]) -> list[str]:
    return [f"no role: {told(node)}" for node in nodes if node.focusable and node.role in SAYS_NOTHING]


def _without_state(nodes: list[Heard]) -> list[str]:
    """What can be ticked says whether it is, what opens that it does, and what holds a value which."""
    return [
        *(f"not checkable: {told(node)}" for node in nodes if node.role in TICKED and not node.checkable),
        *(f"does not open: {told(node)}" for node in nodes if node.role == "combo box" and not node.opens),
        *(f"no label: {told(node)}" for node in nodes if node.role == "combo box" and not _about(node)),
        *(f"no value: {told(node)}" for node in nodes if node.role in WITH_VALUE and not node.value),
    ]


def _about(node: Heard) -> bool:
    """Whether it is said what a list is for: its name is what was chosen."""
    return node.labelled or bool(node.description.strip())


def _alike(nodes: list[Heard]) -> list[str]:
    """Siblings that are called alike and say nothing more of themselves."""
    said = Counter(
        (node.among, node.role, node.name, node.description, node.value)
        for node in nodes
        if node.focusable and node.role in PRESSED and node.role != "combo box"
    )
    return [f"{times} times: {role} “{name}”" for (_among, role, name, *_more), times in said.items() if times > 1]


def _at_two_places(nodes: list[Heard]) -> list[str]:
    """The keyboard is in one place only. Qt calls what hands it on focused too; that has no name and is no stop."""
    held = [node for node in nodes if node.focused and node.focusable and not node.in_focus]
    return [] if len(held) < 2 else [f"the keyboard at {len(held)} places: {[told(node) for node in held]}"]


def _lines_astray(nodes: list[Heard]) -> list[str]:
    """A line of a list is focused with its list only, and no other one of that list."""
    held = [node for node in nodes if node.focused and node.role in LINES]
    lists = Counter(node.among for node in held)
    return [
        *(f"focused in a list that is not: {told(node)}" for node in held if not node.in_focus),
        *(f"one of {lists[node.among]} focused: {told(node)}" for node in held if lists[node.among] > 1),
    ]


def told(node: Heard) -> str:
    """A node, for a failed test."""
    return f"{node.role} “{node.name}”{node.of and f' {node.of}'}"
