"""The nodes of the accessibility bus as the rules know them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.accessible_rules import Heard
from tests.support.real_window import Node

OPEN = frozenset({"expandable", "has-popup"})


def lost_focus(nodes: list[Node]) -> list[str]:
    """What says that it has the keyboard while its page or its list is not shown."""
    lost = [node for node, there in _with_presence(nodes) if node["focused"] and not there]
    return [f"focused unseen: {node['role']} “{node['name']}”" for node in lost]


def heard(node: Node) -> Heard:
    """A node that was read whole."""
    states = frozenset(node["states"])
    return Heard(
        role=node["role"],
        name=node["name"],
        description=node["description"],
        among=tuple(node["path"][:-1]),
        focusable=node["focusable"],
        focused=node["focused"],
        in_focus=node["in_focus"],
        enabled=node["enabled"],
        checkable="checkable" in states,
        opens=bool(states & OPEN),
        labelled=node["labelled"],
        value=_value(node),
        of=str(node["place"]),
    )


def _value(node: Node) -> str:
    """The text that it holds, else its number."""
    return str(node["text"] or node["value"] or "")


def _with_presence(nodes: list[Node]) -> Iterator[tuple[Node, bool]]:
    """Each node with whether it and everything over it is shown: Qt calls the lines of a list shown on any page."""
    hidden: set[tuple[int, ...]] = set()
    for node in nodes:
        path = tuple(node["path"])
        if not node["showing"] or path[:-1] in hidden:
            hidden.add(path)
        yield node, path not in hidden
