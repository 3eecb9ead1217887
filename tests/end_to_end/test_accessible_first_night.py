"""The first night by accessible actions alone: no key is pressed and no pointer is moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.by_ear import ByEar
from tests.support.first_start import EVENING
from tests.support.journals import PASSPHRASE
from tests.support.real_window import Desktop

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

NOTE = "Rain all day. Slept on the sofa."


def make_journal(person: ByEar) -> None:
    """From the first picture to Today."""
    person.press("English")
    person.press("Begin")
    person.press("Only me")
    person.write("New passphrase", PASSPHRASE)
    person.write("The same once more", PASSPHRASE)
    person.press("Go on")
    person.press("I have kept it")
    person.press("Skip")
    person.press("Ready")
    person.press("Not now")


def check_in(person: ByEar) -> None:
    """Three answers and a note."""
    for row, answer in (("Nightmares", "2"), ("Flashbacks", "0"), ("Unwanted memories", "3")):
        person.press(answer, under=row)
        person.heard(f"{answer},")
    person.write("Note", NOTE)


def save_report(person: ByEar, path: Path) -> None:
    """Make the page for the clinician and save it."""
    person.press("Report")
    person.heard("as they will be saved")
    person.press("Save as PDF")
    person.heard("Anyone who opens this computer can read this file.")
    person.press("Save")
    person.write("File name", str(path))
    person.press("Save", under="Save the report")
    person.heard("Saved as")


def test_a_first_night_by_accessible_actions_alone(screen: Desktop, tmp_path: Path) -> None:
    person = ByEar(screen)
    screen.start(at=EVENING)
    make_journal(person)
    check_in(person)
    person.press("Trends")
    person.heard("Nightmares, ")
    save_report(person, tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").stat().st_size > 0

    person.press("Lock now")
    person.write("Passphrase", PASSPHRASE)
    person.press("Open")
    person.press("History")
    person.heard("Today. 1 check-in")
    person.press("Open the day")
    person.heard("Nightmares: 2")
    person.heard(NOTE)
    assert screen.keys_pressed == 0
