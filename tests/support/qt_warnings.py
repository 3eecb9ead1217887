"""Qt warnings that say nothing about the program. Every other Qt warning fails the test that caused it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AllowedWarning:
    """`text` is the exact message, `platform` the Qt platform that says it."""

    text: str
    platform: str
    reason: str


ALLOWED = (
    AllowedWarning(
        "This plugin does not support raise()", "offscreen", "the plugin has no window stack; windows do not need one"
    ),
    AllowedWarning(
        "This plugin does not support grabbing the keyboard", "offscreen", "menus grab; the plugin has no keyboard"
    ),
    AllowedWarning(
        "This plugin does not support propagateSizeHints()", "offscreen", "there is no window manager to hear them"
    ),
)
