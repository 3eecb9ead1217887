"""What the page about the program shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journal.host.builds import Build, Part
from journal.texts.dates import long_date
from journal.texts.translation import _

OLD_DAYS = 365
"""A build older than this gets a line about newer ones."""

NO_FAULT = "No fault noted since it was opened."


@dataclass(frozen=True, slots=True)
class System:
    """What the program runs on, in the words of its makers: never a name of the computer or of a person."""

    python: str
    system: str
    qt: str
    platform: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page is built from."""

    build: Build
    system: System
    today: date
    journal: Path
    settings: Path


@dataclass(frozen=True, slots=True)
class AboutState:
    """One picture of the page. `newer` is empty while the build is young; `faults` is what is copied, to the letter."""

    version: str
    made: str
    newer: str
    journal: str
    settings: str
    faults: str


def build_state(facts: Facts, notes: Sequence[str]) -> AboutState:
    """The state from what holds and from the faults noted in this run."""
    return AboutState(
        version=_("Leeward {version}").format(version=facts.build.version),
        made=_made(facts.build),
        newer=_newer(facts.build, facts.today),
        journal=str(facts.journal),
        settings=str(facts.settings),
        faults=fault_report(facts.build, facts.system, notes),
    )


def fault_report(build: Build, system: System, notes: Sequence[str]) -> str:
    """What is copied for the makers. Not translated: they have to read it."""
    made = "from source" if build.made is None else f"built {build.made.isoformat()}"
    head = (
        f"Leeward {build.version}, {made}\nPython {system.python}, Qt {system.qt} on {system.platform}, {system.system}"
    )
    return "\n\n".join((head, *(notes or (NO_FAULT,))))


def part_words(part: Part) -> str:
    """A part in one line."""
    name = f"{part.name} {part.version}".strip()
    return f"{name} · {part.licence}" if part.licence else name


def licence_notes() -> tuple[str, ...]:
    """Whose work is in the program."""
    return (
        _("Leeward is free software under the GNU General Public License, version 3 or later."),
        _("Fonts: Inter, Noto and Andika, under the SIL Open Font License."),
        _("Made with Python, Qt for Python (LGPL), SQLCipher, matplotlib, Typst and other free software."),
    )


def _made(build: Build) -> str:
    if build.made is None:
        return _("It runs from its source, so it has no build date.")
    return _("Built on {day}").format(day=long_date(build.made))


def _newer(build: Build, today: date) -> str:
    if build.made is None or (today - build.made).days < OLD_DAYS:
        return ""
    return _(
        "This version is more than a year old. There may be a newer one where you got it. "
        "Leeward never asks for it by itself."
    )
