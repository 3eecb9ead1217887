"""What a screen reader would stumble over on a page, read from the tree that Qt hands to the system."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
PRESSED = {
    Role.Button, Role.ButtonMenu, Role.RadioButton, Role.CheckBox, Role.ComboBox, Role.EditableText, Role.SpinBox,
}  # fmt: skip
"""Roles of what can be pressed or typed in: each needs a name even where Tab does not stop at it."""
SAYS_NOTHING = {Role.Client, Role.NoRole, Role.LayeredPane, Role.Window, Role.Separator, Role.Border}
"""Roles that tell nobody what the thing with the keyboard is."""
INSIDES = {Role.ListItem, Role.Cell, Role.RowHeader, Role.ColumnHeader}


def tree(page: QWidget) -> Iterator[QAccessibleInterface]:
    """Every node under a page that is shown, from top to bottom."""
    root = QAccessible.queryAccessibleInterface(page)
    if root is not None:
        yield from _below(root)


def _below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(node.childCount()):
        child = node.child(index)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield child
        if child.role() not in {Role.ComboBox, Role.SpinBox, Role.Table, Role.List, *INSIDES}:
            yield from _below(child)


def name_of(node: QAccessibleInterface) -> str:
    """What is said of a node first."""
    return node.text(QAccessible.Text.Name).strip()


def stumbles(page: QWidget) -> list[str]:
    """Controls without a name or a role, and those that cannot be told from their neighbours."""
    nodes = list(tree(page))
    return [*_nameless(nodes), *_without_role(nodes), *_alike(nodes)]


def _nameless(nodes: list[QAccessibleInterface]) -> list[str]:
    wanting = [node for node in nodes if node.role() in PRESSED or node.state().focusable]
    return [f"no name: {_told(node)}" for node in wanting if not name_of(node)]


def _without_role(nodes: list[QAccessibleInterface]) -> list[str]:
    return [f"no role: {_told(node)}" for node in nodes if node.state().focusable and node.role() in SAYS_NOTHING]


def _alike(nodes: list[QAccessibleInterface]) -> list[str]:
    """Siblings that are called alike and say nothing more of themselves."""
    said = Counter(
        (_address(node.parent()), node.role(), name_of(node), node.text(QAccessible.Text.Description))
        for node in nodes
        if node.state().focusable and node.role() in PRESSED
    )
    return [f"{times} times: {role.name} “{name}”" for (_parent, role, name, _more), times in said.items() if times > 1]


def _address(node: QAccessibleInterface) -> int:
    return id(node.object())


def _class(node: QAccessibleInterface) -> str:
    return type(node.object()).__name__


def _told(node: QAccessibleInterface) -> str:
    return f"{node.role().name} {_class(node)} “{name_of(node)}” in {_class(node.parent())}"
