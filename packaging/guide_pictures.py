"""The guide's pictures: a page of the window each, of the sample journal, in the light theme."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.support.real_window import Desktop

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "guide" / "pictures"
WIDTH_PX = 1160
"""Wider than they are drawn on most screens, so that they are sharp where pixels are fine."""

COLOURS = "128"
TALLEST_PX = 815
SHORT_PX = {"medicines": 640, "appointments": 740, "goals": 420, "search": 640}
"""How much is shown, from the top, of a page that is empty further down."""

WORDS_FOR_LATER = (
    ("To ask: a new line", "Could the sessions be in the morning?"),
    ("To ask: a new line", "What about a trip in December?"),
    ("What changed: a new line", "Two nights without waking"),
)
"""What stands on the picture of what to bring up: the field, and the words typed in it."""

Take = Callable[[Desktop, Path], None]


def guide_pictures(screen: Desktop, take: Take) -> None:
    """Write every picture; the window is open at a session."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, there in PLACES.items():
        there(screen)
        picture = PICTURES / f"{name}.png"
        take(screen, picture)
        make_small(picture, SHORT_PX.get(name, TALLEST_PX))


def make_small(picture: Path, height_px: int = TALLEST_PX) -> None:
    """As wide as it is drawn and with few colours."""
    shape = ["-resize", f"{WIDTH_PX}x", "-crop", f"{WIDTH_PX}x{height_px}+0+0", "+repage"]
    few = ["-dither", "None", "-colors", COLOURS, "-strip", f"png8:{picture}"]
    subprocess.run(["convert", str(picture), *shape, *few], check=True)


def _session(screen: Desktop) -> None:
    screen.wait_for("How was it to go through?")


def _treatment(screen: Desktop) -> None:
    screen.key("ctrl+4")
    screen.press("Medicines", "radio button")
    screen.wait_for("Add a medicine")


def _calendar(screen: Desktop) -> None:
    screen.key("ctrl+2")
    screen.press("Calendar", "radio button")
    screen.wait_for("What the signs mean")


def _search(screen: Desktop) -> None:
    screen.key("ctrl+f")
    screen.wait_focus("Search")
    screen.type("sleep")
    screen.wait_for("Results")


def _trends(screen: Desktop) -> None:
    screen.key("ctrl+3")
    screen.wait_for("Charts", "chart")


def _questionnaires(screen: Desktop) -> None:
    screen.key("ctrl+5")
    screen.wait_for("To fill in")


def _report(screen: Desktop) -> None:
    screen.key("ctrl+6")
    screen.wait_for("Preview")
    screen.wait_gone("Making the preview")


def _appointments(screen: Desktop) -> None:
    screen.key("ctrl+6")
    screen.press("Appointments")
    screen.wait_for("Add an appointment")
    for field, words in WORDS_FOR_LATER:
        screen.tab_to(field)
        screen.type(words)
        screen.key("Return")
        screen.wait_for(words)


def _goals(screen: Desktop) -> None:
    screen.key("ctrl+3")
    screen.press("My goals")
    screen.press("Add a goal")
    screen.tab_to("In your words")
    screen.type("Cook for a friend")
    screen.press("Add it")
    screen.wait_for("Since")


def _shape(screen: Desktop) -> None:
    screen.press("Settings", "radio button")
    screen.tab_to("Choose, name and order items")
    screen.key("space")
    screen.wait_for("Find an item by name")


def _reminders(screen: Desktop) -> None:
    screen.press("Settings", "radio button")
    screen.wait_for("How it looks")
    screen.tab_to("Set reminders")
    screen.key("space")
    screen.press("Add a time")
    screen.wait_for("Quiet hours")


def _settings(screen: Desktop) -> None:
    screen.press("Settings", "radio button")
    screen.wait_for("How it looks")


def _calm(screen: Desktop) -> None:
    screen.key("F9")
    screen.wait_for("What is around me")


PLACES: dict[str, Callable[[Desktop], None]] = {
    "session": _session,
    "medicines": _treatment,
    "calendar": _calendar,
    "search": _search,
    "trends": _trends,
    "questionnaires": _questionnaires,
    "report": _report,
    "appointments": _appointments,
    "goals": _goals,
    "settings": _settings,
    "reminders": _reminders,
    "shape": _shape,
    "a-calm-moment": _calm,
}
"""The pictures in the order in which they are taken, and how one comes there from the one before."""
