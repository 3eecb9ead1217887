"""What the first picture costs: heavy packages are imported after it, and it has the theme's colour."""

import subprocess
import sys

from tests.support.journals import make_journal

UNTIL_PAINTED = """
import sys
from journal.ui import application, start

HEAVY = {
    "matplotlib", "numpy", "typst", "sqlite_utils", "sqlcipher3", "cryptography", "zxcvbn", "babel", "pikepdf", "click",
    "multiprocessing.connection",
}

def report(running):
    from PySide6 import QtCore
    picture = running.window.grab().toImage()
    print(sorted(HEAVY & set(sys.modules)))
    print("Qt" in vars(QtCore))
    print(picture.pixelColor(5, 5).name().upper())
    running.controls.close_journal()
    sys.stdout.flush()
    import os
    os._exit(0)

application.Application._after_first_paint = report
sys.exit(start.run_window())
"""


def first_picture(home, theme):
    make_journal(home / "leeward" / "journal")[0].close()
    (home / "leeward" / "settings.toml").write_text(f'theme = "{theme}"\n')
    done = subprocess.run([sys.executable, "-c", UNTIL_PAINTED], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.splitlines()


def test_nothing_heavy_is_imported_before_the_first_picture(own_home):
    heavy, qt_namespace, _colour = first_picture(own_home, "light")
    assert heavy == "[]"
    assert qt_namespace == "False"


def test_the_first_picture_has_the_colour_of_the_chosen_theme(own_home):
    from journal.host.themes import load_theme

    assert first_picture(own_home, "dark")[-1] == load_theme("dark").paper
