"""Reads the accessibility tree of a running program for the tests, the way a screen reader does.

Run by the system's own Python, which has the AT-SPI bindings. Reads one JSON command a line from
stdin and answers with one JSON line: {"do": "tree"} lists every visible node of the program, {"do":
"press", "path": […]} does a node's first action, {"do": "focus", "path": […]} asks for the focus.
"""

from __future__ import annotations

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

DEEPEST = 40


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


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text is not None else ""


def walk(node, path, found):
    if len(path) > DEEPEST:
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is None:
            continue
        where = [*path, index]
        found.append(describe(child, where))
        walk(child, where, found)


def at(root, path):
    for index in path:
        root = root.get_child_at_index(index)
    return root


def answer(command):
    root = application(command["process"])
    if root is None:
        return {"nodes": []}
    if command["do"] == "press":
        return {"done": at(root, command["path"]).get_action_iface().do_action(0)}
    if command["do"] == "focus":
        return {"done": at(root, command["path"]).get_component_iface().grab_focus()}
    found = []
    walk(root, [], found)
    return {"nodes": found}


for line in sys.stdin:
    Atspi.Accessible.clear_cache(Atspi.get_desktop(0))
    try:
        reply = answer(json.loads(line))
    except Exception as error:  # noqa: BLE001 a node may vanish while it is read; the test asks again
        reply = {"nodes": [], "error": str(error)}
    print(json.dumps(reply), flush=True)  # noqa: T201 the answer is the output
