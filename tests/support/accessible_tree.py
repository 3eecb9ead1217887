"""Reads the accessibility tree of a running program for the tests, the way a screen reader does.

Run by the system's own Python, which has the AT-SPI bindings. Reads one JSON command a line from stdin and answers
with one JSON line: {"do": "tree"} lists every node of the program, {"do": "showing"} those that are shown,
{"do": "shown"} the same with all that is known of them. With "path" a node's first action is done ("press"), the
focus asked for ("focus"), a text put in place of another ("write" with "text"), a value set ("set" with "value"),
or a child chosen ("choose" with "child").
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

DEEPEST = 40
MOST_IN_A_LIST = 120
ANSWER_MS, START_MS = 20_000, 60_000
"""How long a program that has much to do may take for an answer, and at its start."""

Atspi.set_timeout(ANSWER_MS, START_MS)


def application(process_id):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_process_id() == process_id:
            return child
    return None


def describe(node, path):
    states = node.get_state_set()
    return {
        "path": path,
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "checked": states.contains(Atspi.StateType.CHECKED),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "text": text_of(node),
    }


def describe_whole(node, path):
    """More of a node, for what is asked once and not again and again."""
    return describe(node, path) | {
        "states": sorted(state.value_nick for state in node.get_state_set().get_states()),
        "actions": actions_of(node),
        "value": value_of(node),
        "place": place_of(node),
        "labelled": is_labelled(node),
        "in_focus": node.get_parent().get_state_set().contains(Atspi.StateType.FOCUSED),
    }


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text is not None else ""


def actions_of(node):
    actions = node.get_action_iface()
    return [actions.get_action_name(index) for index in range(actions.get_n_actions())] if actions is not None else []


def value_of(node):
    value = node.get_value_iface()
    return None if value is None else [value.get_minimum_value(), value.get_current_value(), value.get_maximum_value()]


def place_of(node):
    component = node.get_component_iface()
    if component is None:
        return None
    spot = component.get_extents(Atspi.CoordType.SCREEN)
    return [spot.x, spot.y, spot.width, spot.height]


def is_labelled(node):
    return any(each.get_relation_type() == Atspi.RelationType.LABELLED_BY for each in node.get_relation_set())


def shows(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def walk_shown(node, path, found):
    """As `walk_showing`, without what is in a table or a list beyond its first lines."""
    for index in range(min(node.get_child_count(), MOST_IN_A_LIST)):
        where = [*path, index]
        with suppress(GLib.Error):
            child = node.get_child_at_index(index)
            if child is not None and shows(child):
                found.append(describe_whole(child, where))
                walk_shown(child, where, found)


def walk_showing(node, path, found):
    """What stands in something that is not shown is not looked at: it is most of a program that has been used."""
    for index in range(node.get_child_count()):
        where = [*path, index]
        with suppress(GLib.Error):
            child = node.get_child_at_index(index)
            if child is not None and shows(child):
                found.append(describe(child, where))
                walk_showing(child, where, found)


def walk(node, path, found):
    if len(path) > DEEPEST:
        return
    for index in range(node.get_child_count()):
        where = [*path, index]
        with suppress(GLib.Error):  # a node that went while it was read is not there
            child = node.get_child_at_index(index)
            if child is not None:
                found.append(describe(child, where))
                walk(child, where, found)


def at(root, path):
    for index in path:
        root = root.get_child_at_index(index)
    return root


DEEDS = {
    "press": lambda node, _command: node.get_action_iface().do_action(0),
    "focus": lambda node, _command: node.get_component_iface().grab_focus(),
    "write": lambda node, command: node.get_editable_text_iface().set_text_contents(command["text"]),
    "set": lambda node, command: node.get_value_iface().set_current_value(command["value"]),
    "choose": lambda node, command: node.get_selection_iface().select_child(command["child"]),
}


WALKS = {"tree": walk, "showing": walk_showing, "shown": walk_shown}


def answer(command):
    root = application(command["process"])
    if root is None:
        return {"nodes": []}
    if command["do"] in DEEDS:
        return {"done": DEEDS[command["do"]](at(root, command["path"]), command)}
    found = []
    WALKS[command["do"]](root, [], found)
    return {"nodes": found}


for line in sys.stdin:
    Atspi.Accessible.clear_cache(Atspi.get_desktop(0))
    try:
        reply = answer(json.loads(line))
    except Exception as error:  # noqa: BLE001 a node may vanish while it is read; the test asks again
        reply = {"nodes": [], "error": str(error)}
    print(json.dumps(reply), flush=True)  # noqa: T201 the answer is the output
