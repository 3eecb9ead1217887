"""Takes the pictures of the guide, in every language, and of the README anew, of the sample journal.

Run as `PYTHONPATH=. .venv/bin/python packaging/screenshots.py [CODE …]` where Xvfb and the other test tools are. The
same program gives the same pictures, byte for byte. A language takes one to two minutes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from guide_pictures import guide_pictures, picture_words

from journal.app.sample import SAMPLE_PASSPHRASE, make_sample
from journal.app.sample_report import sample_report
from journal.host.resources import resource
from journal.texts.translation import LANGUAGES, _, use_language
from tests.support.real_window import Desktop, desktop, fake_clock, told_time

README_PICTURES = Path(__file__).resolve().parents[1] / "resources" / "screenshots"
IN_README = {"today": "today-light.png", "trends": "trends-light.png", "session": "session-light.png"}
MORNING = "2026-10-30 09:10:00"
SCREEN = "1280x940"
"""The window with its frame has room on it."""

PNG = ("-define", "png:exclude-chunks=date,time", "png:-")
REPORT_PPI = "90"
BLINK_S = 1.2
"""Longer than a cursor takes to come and go."""


def main(codes: list[str]) -> None:
    """Write every picture of these languages, or of all; those of the README come with the English ones."""
    for code in codes or LANGUAGES:
        use_language(code, resource("locale"))
        with tempfile.TemporaryDirectory(prefix="leeward-pictures-") as name:
            folder = Path(name)
            make_sample(folder / "journal").close()
            with desktop(folder, SCREEN) as screen:
                # The pages that were left are many and large; reading them too takes most of the time.
                screen.nodes = screen.shown  # type: ignore[method-assign]
                open_today(screen, folder / "journal", f"{code}_{picture_words().territory}.UTF-8")
                guide_pictures(screen, take)
            if code == "en":
                report_picture(folder)


def open_today(screen: Desktop, journal: Path, locale: str) -> None:
    """The window in this locale, on Today with a few answers. Its clock stands still, so that no time differs."""
    still = {**told_time(MORNING, screen.environment["TZ"], fake_clock()), "FAKETIME": MORNING}
    screen.start("--journal", str(journal), LANG=locale, **still)
    screen.wait_focus(_("Passphrase"))
    screen.type(SAMPLE_PASSPHRASE)
    screen.key("Return")
    for row, digit in (("Dizziness", "0"), ("Nightmares", "1"), ("Flashbacks", "0"), ("Unwanted memories", "2")):
        screen.wait_focus(_(row))
        screen.key(digit)
    screen.wait_focus(_("Avoiding reminders"))


def take(screen: Desktop, picture: Path) -> None:
    """One picture of the window without its frame, the pointer out of the way; the README's are as sharp as taken."""
    subprocess.run(["xdotool", "mousemove", "0", "0"], env=screen.environment, check=True)
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "^Leeward$"],
        env=screen.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    pixels = settled(screen, found.stdout.split()[-1])
    picture.write_bytes(
        subprocess.run(["convert", "ppm:-", *PNG], input=pixels, capture_output=True, check=True).stdout
    )
    if picture.parent.name == "en" and picture.stem in IN_README:
        shutil.copyfile(picture, README_PICTURES / IN_README[picture.stem])


def settled(screen: Desktop, window: str) -> bytes:
    """The window's pixels once nothing moves any more but a cursor, which is shown."""
    known: set[bytes] = set()
    recent: set[bytes] = set()
    deadline = time.monotonic() + BLINK_S
    while time.monotonic() < deadline:
        now = pixels_of(screen, window)
        if now not in known:
            known.add(now)
            recent.clear()
            deadline = time.monotonic() + BLINK_S
        recent.add(now)
    return min(recent)


def pixels_of(screen: Desktop, window: str) -> bytes:
    """What the window shows now."""
    command = ["import", "-window", window, "-depth", "8", "ppm:-"]
    return subprocess.run(command, env=screen.environment, capture_output=True, check=True).stdout


def report_picture(folder: Path) -> None:
    """The first page of the sample's report."""
    pdf = folder / "report.pdf"
    pdf.write_bytes(sample_report(folder / "for-the-report"))
    target = str(README_PICTURES / "report")
    subprocess.run(["pdftoppm", "-r", REPORT_PPI, "-png", "-f", "1", "-singlefile", str(pdf), target], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
