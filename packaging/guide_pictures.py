"""The pictures of the guide: a page of the window each, of the sample journal, light, in the language in use."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journal.texts.translation import _, language
from tests.support.real_window import Desktop

GUIDE = Path(__file__).resolve().parents[1] / "resources" / "guide"
WORDS = Path(__file__).with_name("picture_words.toml")
WIDTH_PX = 1160
"""Wider than they are drawn on most screens, so that they are sharp where pixels are fine."""

READABLE = 0o644
"""For everyone: what a journal's program writes is for one person alone."""

COLOURS = "128"
TALLEST_PX = 845
SHORT_PX = {"medicines": 640, "appointments": 740, "goals": 420, "search": 640}
"""How much is shown, from the top, of a page that is empty further down."""

Take = Callable[[Desktop, Path], None]


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What is typed in one language, and whose dates (ISO 3166, "DE") are shown."""

    territory: str
    search: str
    to_ask: tuple[str, ...]
    changed: str
    goal: str


def picture_words() -> PictureWords:
    """Those of the language in use."""
    found = tomllib.loads(WORDS.read_text(encoding="utf-8"))[language()]
    return PictureWords(**(found | {"to_ask": tuple(found["to_ask"])}))


def begins(text: str) -> str:
    """How a text begins in the language in use, up to what is filled in."""
    return _(text).partition("{")[0]


def guide_picture_file(name: str) -> Path:
    """Where a picture lies: beside the chapters of its language."""
    return GUIDE / language() / f"{name}.png"


def guide_pictures(screen: Desktop, take: Take) -> None:
    """Write every picture; the window is open on Today, with a few answers."""
    for name, there in PLACES.items():
        there(screen)
        picture = guide_picture_file(name)
        take(screen, picture)
        make_small(picture, SHORT_PX.get(name, TALLEST_PX))


def make_small(picture: Path, height_px: int = TALLEST_PX) -> None:
    """As wide as it is drawn and with few colours; the same bytes for the same pixels."""
    shape = ["-resize", f"{WIDTH_PX}x", "-crop", f"{WIDTH_PX}x{height_px}+0+0", "+repage"]
    few = ["-dither", "None", "-colors", COLOURS, "-strip", "-define", "png:exclude-chunks=date,time"]
    made = subprocess.run(["convert", str(picture), *shape, *few, "png8:-"], capture_output=True, check=True)
    picture.write_bytes(made.stdout)
    picture.chmod(READABLE)


def _write(screen: Desktop, field: str, words: str) -> None:
    """Put words in a field by its name. Typed by keys, letters that the layout lacks would get lost."""
    found = screen.wait_for(field, "text")
    screen.ask(do="write", path=found["path"], text=words)
    screen.until(lambda: screen.wait_for(field, "text")["text"] == words, f"“{words}” in “{field}”")


def _page(screen: Desktop, name: str) -> None:
    """Go to another page by the sidebar."""
    screen.press(name, "radio button")


def _today(screen: Desktop) -> None:
    screen.wait_for(begins("Saved {time}"))


def _session(screen: Desktop) -> None:
    screen.press(_("Courses"), "radio button")
    screen.press(_("Ketamine infusion"))
    shown = _("{name} {number} of {planned}").format(name=_("Ketamine infusion"), number=11, planned=12)
    screen.press(shown)
    screen.wait_for(_("How was it to go through?"))


def _treatment(screen: Desktop) -> None:
    _page(screen, _("Treatment"))
    screen.press(_("Medicines"), "radio button")
    screen.wait_for(_("Add a medicine"))


def _calendar(screen: Desktop) -> None:
    _page(screen, _("History"))
    screen.press(_("Calendar"), "radio button")
    screen.wait_for(_("What the signs mean"))


def _search(screen: Desktop) -> None:
    screen.press(_("Search"))
    screen.wait_focus(_("Search"))
    _write(screen, _("Search"), picture_words().search)
    screen.wait_for(_("Results"))


def _trends(screen: Desktop) -> None:
    _page(screen, _("Trends"))
    screen.wait_for(begins("Charts, {period}"), "chart")


def _questionnaires(screen: Desktop) -> None:
    _page(screen, _("Questionnaires"))
    screen.wait_for(_("To fill in"))


def _report(screen: Desktop) -> None:
    _page(screen, _("Report"))
    screen.wait_for(_("Preview"))
    screen.wait_gone(_("Making the preview…"))


def _appointments(screen: Desktop) -> None:
    screen.press(_("Appointments"))
    screen.wait_for(_("Add an appointment"))
    words = picture_words()
    for kind, line in (*((_("To ask"), each) for each in words.to_ask), (_("What changed"), words.changed)):
        _write(screen, _("{list}: a new line").format(list=kind), line)
        screen.press(_("Add to {list}").format(list=kind))
        screen.wait_for(line)


def _goals(screen: Desktop) -> None:
    _page(screen, _("Trends"))
    screen.press(_("My goals"))
    screen.press(_("Add a goal"))
    _write(screen, _("In your words"), picture_words().goal)
    screen.press(_("Add it"))
    screen.wait_for(begins("Since {day}"))


def _settings(screen: Desktop) -> None:
    _page(screen, _("Today"))
    screen.wait_for(_("Just three"), "push button")
    _page(screen, _("Settings"))
    screen.wait_for(_("How it looks"))


def _reminders(screen: Desktop) -> None:
    _settings(screen)
    screen.press(_("Set reminders"))
    screen.press(_("Add a time"))
    screen.wait_for(_("Quiet hours"))


def _shape(screen: Desktop) -> None:
    _settings(screen)
    screen.press(_("Choose, name and order items"))
    screen.wait_for(_("Find an item by name"))


def _calm(screen: Desktop) -> None:
    _page(screen, _("A calm moment"))
    screen.wait_for(_("What is around me"))


PLACES: dict[str, Callable[[Desktop], None]] = {
    "today": _today,
    "trends": _trends,
    "medicines": _treatment,
    "session": _session,
    "calendar": _calendar,
    "search": _search,
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
