"""What a screen reader would stumble over on a page, read from the tree that Qt hands to the system."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tests.support.accessible_rules import Heard, stumbles_in

Role = QAccessible.Role
AS_ON_THE_BUS = {
    Role.Button: "push button", Role.ButtonMenu: "push button", Role.RadioButton: "radio button",
    Role.CheckBox: "check box", Role.ComboBox: "combo box", Role.EditableText: "text", Role.SpinBox: "spin button",
    Role.Slider: "slider", Role.ListItem: "list item", Role.Cell: "table cell", Role.Client: "filler",
    Role.NoRole: "unknown", Role.LayeredPane: "layered pane", Role.Window: "frame", Role.Separator: "separator",
    Role.Border: "separator", Role.MenuItem: "menu item", Role.Dialog: "dialog",
}  # fmt: skip
"""What Qt's own bridge makes of its roles; the others need no rule."""
CLOSED = {Role.ComboBox, Role.SpinBox, Role.Table, Role.List, Role.ListItem, Role.Cell, Role.RowHeader,
          Role.ColumnHeader}  # fmt: skip
"""What is inside of these is not read one by one."""


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
        if child.role() not in CLOSED:
            yield from _below(child)


def name_of(node: QAccessibleInterface) -> str:
    """What is said of a node first."""
    return node.text(QAccessible.Text.Name).strip()


def stumbles(page: QWidget) -> list[str]:
    """Controls without a name, a role or a state, and those that cannot be told from their neighbours."""
    return stumbles_in(heard(node) for node in tree(page))


def heard(node: QAccessibleInterface) -> Heard:
    """A node as the rules know it."""
    state = node.state()
    return Heard(
        role=AS_ON_THE_BUS.get(node.role(), node.role().name),
        name=name_of(node),
        description=node.text(QAccessible.Text.Description),
        among=id(node.parent().object()),
        focusable=bool(state.focusable),
        focused=bool(state.focused),
        in_focus=bool(node.parent().state().focused),
        enabled=not state.disabled,
        checkable=bool(state.checkable),
        opens=bool(state.expandable or state.hasPopup),
        labelled=_is_labelled(node),
        value=node.text(QAccessible.Text.Value),
        of=f"{_class(node)} in {_class(node.parent())}",
    )


def _is_labelled(node: QAccessibleInterface) -> bool:
    return bool(node.relations(QAccessible.RelationFlag.Label))


def _class(node: QAccessibleInterface) -> str:
    return type(node.object()).__name__
