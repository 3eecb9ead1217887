"""Takes the pictures of the README and of the guide anew, of the sample journal in the light theme.

Run as `PYTHONPATH=. .venv/bin/python packaging/screenshots.py` where Xvfb and the other test tools are.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from guide_pictures import PICTURES as GUIDE_PICTURES
from guide_pictures import guide_pictures, make_small

from journal.app.sample import SAMPLE_PASSPHRASE, make_sample
from journal.app.sample_report import sample_report
from tests.support.real_window import Desktop, desktop

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "screenshots"
EVENING = "2026-10-30 09:10:00"
REPORT_PPI = "90"


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="leeward-pictures-") as name:
        folder = Path(name)
        make_sample(folder / "journal").close()
        with desktop(folder) as screen:
            window_pictures(screen, folder / "journal")
        report_picture(folder)


def window_pictures(screen: Desktop, journal: Path) -> None:
    """Today with a few answers, then Trends, then a session; from there on those of the guide."""
    screen.start("--journal", str(journal), at=EVENING)
    screen.wait_focus("Passphrase")
    screen.type(SAMPLE_PASSPHRASE)
    screen.key("Return")
    for row, digit in (("Dizziness since", "0"), ("Nightmares", "1"), ("Flashbacks", "0"), ("Unwanted memories", "2")):
        screen.wait_focus(row)
        screen.key(digit)
    screen.wait_for("Saved")
    take(screen, "today-light.png")
    screen.key("ctrl+3")
    screen.wait_for("Charts", "chart")
    take(screen, "trends-light.png")
    screen.key("ctrl+4")
    screen.press("Courses", "radio button")
    screen.press("Ketamine infusion")
    screen.press("Ketamine infusion 11 of 12")
    screen.wait_for("How was it to go through?")
    take(screen, "session-light.png")
    guide_pictures(screen, take_into)
    shutil.copy(PICTURES / "today-light.png", GUIDE_PICTURES / "today.png")
    make_small(GUIDE_PICTURES / "today.png")


def take(screen: Desktop, name: str) -> None:
    """One picture for the README."""
    take_into(screen, PICTURES / name)


def take_into(screen: Desktop, picture: Path) -> None:
    """One picture of the window without its frame, the pointer out of the way."""
    subprocess.run(["xdotool", "mousemove", "0", "0"], env=screen.environment, check=True)
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "^Leeward$"],
        env=screen.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    window = found.stdout.split()[-1]
    subprocess.run(["import", "-window", window, str(picture)], env=screen.environment, check=True)


def report_picture(folder: Path) -> None:
    """The first page of the sample's report."""
    pdf = folder / "report.pdf"
    pdf.write_bytes(sample_report(folder / "for-the-report"))
    target = str(PICTURES / "report")
    subprocess.run(["pdftoppm", "-r", REPORT_PPI, "-png", "-f", "1", "-singlefile", str(pdf), target], check=True)


if __name__ == "__main__":
    main()
