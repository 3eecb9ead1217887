"""The way from the first picture to a lock, in every language and in both themes, by keys alone.

A picture of each page is kept in `.test-results/journeys`, one folder a language and theme.
"""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from journal.host.settings_file import SettingsFile
from journal.texts.translation import LANGUAGES
from tests.support.first_start import make_first_journal
from tests.support.languages import words_of
from tests.support.real_window import ROOT, Desktop

pytestmark = pytest.mark.end_to_end

THEMES = ("light", "dark")
JOURNEYS = tuple(product(LANGUAGES, THEMES))


@pytest.fixture
def pictures(language: str, theme: str) -> Path:
    """The folder of a journey's pictures, empty."""
    base = Path(os.environ.get("LEEWARD_TEST_RESULTS", ROOT / ".test-results"))
    folder = base / "journeys" / f"{language}-{theme}"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    return folder


@pytest.mark.parametrize(("language", "theme"), JOURNEYS)
def test_a_first_night(screen: Desktop, tmp_path: Path, pictures: Path, language: str, theme: str) -> None:
    SettingsFile(tmp_path / "config" / "leeward" / "settings.toml").change(theme=theme)
    words = words_of(language)

    def keep(name: str) -> None:
        screen.screenshot(pictures / f"{len(list(pictures.glob('*.png'))) + 1:02}-{name}.png")

    def start_of(text: str) -> str:
        """The words before the last field of a text."""
        return words(text).rpartition("{")[0].strip()

    make_first_journal(screen, language=language)
    for item, answer in (("Nightmares", "2"), ("Flashbacks", "0"), ("Unwanted memories", "3")):
        screen.wait_focus(words(item))
        screen.key(answer)
    screen.wait_focus(words("Avoiding reminders"))
    keep("today")

    screen.key("ctrl+2")
    screen.wait_for(words("Calendar"))
    keep("history")
    screen.key("ctrl+f")
    screen.wait_focus(words("Search"))
    screen.type(words("Nightmares")[:4] if language != "uk" else "2")
    keep("search")
    screen.key("ctrl+3")
    screen.wait_for(start_of("Charts, {period}"), "chart")
    keep("trends")
    screen.key("ctrl+4")
    screen.wait_for(words("Courses"))
    keep("treatment")
    screen.key("ctrl+5")
    screen.wait_for("PCL-5")
    keep("questionnaires")
    screen.key("ctrl+6")
    screen.wait_for(start_of("Page {page} of {pages}").format(page=1))
    keep("report")
    screen.ask(do="press", path=screen.wait_for(words("Settings"))["path"])
    screen.wait_for(words("Text size"))
    keep("settings")
    screen.key("F9")
    screen.wait_for(words("What is around me"))
    keep("calm")
    screen.key("Escape")
    screen.wait_gone(words("What is around me"))
    screen.key("ctrl+l")
    screen.wait_focus(words("Passphrase"))
    keep("lock")
    assert len(list(pictures.glob("*.png"))) == 10
