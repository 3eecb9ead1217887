"""The way from the first picture to a lock and back, in every language and in both themes, by keys alone.

Answers, a note in the language's own letters, search, every page, the report as a file, the calm moment.

A picture of each page is kept in `.test-results/journeys`, one folder a language and theme.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from journal.host.settings_file import SettingsFile
from journal.texts.translation import LANGUAGES
from tests.support.first_start import make_first_journal, read_entries
from tests.support.journals import PASSPHRASE
from tests.support.languages import Words, words_of
from tests.support.real_window import ROOT, Desktop
from tests.support.saved_report import save_report

pytestmark = pytest.mark.end_to_end

THEMES = ("light", "dark")
JOURNEYS = tuple(product(LANGUAGES, THEMES))

NOTES = {
    "en": "a loud street",
    "es": "una calle ruidosa",
    "de": "eine laute gasse",
    "fr": "une rue bruyante",
    "uk": "гучна вулиця",
}
LAYOUTS = {"uk": "ua"}
"""The keyboard for the letters of a note; elsewhere that of the tests."""


@pytest.fixture
def pictures(language: str, theme: str) -> Path:
    """The folder of a journey's pictures, empty."""
    base = Path(os.environ.get("LEEWARD_TEST_RESULTS", ROOT / ".test-results"))
    folder = base / "journeys" / f"{language}-{theme}"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    return folder


@pytest.fixture
def keep(screen: Desktop, pictures: Path) -> Callable[[str], None]:
    """Keeps a picture of the screen under the next number."""

    def take(name: str) -> None:
        screen.screenshot(pictures / f"{len(list(pictures.glob('*.png'))) + 1:02}-{name}.png")

    return take


@pytest.mark.parametrize(("language", "theme"), JOURNEYS)
def test_a_first_night(
    screen: Desktop, tmp_path: Path, pictures: Path, keep: Callable[[str], None], language: str, theme: str
) -> None:
    SettingsFile(tmp_path / "config" / "leeward" / "settings.toml").change(theme=theme)
    words = words_of(language)
    make_first_journal(screen, language=language)
    answer_and_note(screen, words, language)
    keep("today")
    find_the_note(screen, words, language, keep)
    visit_every_page(screen, words, keep)
    save_report(screen, tmp_path / "report.pdf", words)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")

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
    screen.type(PASSPHRASE)
    screen.key("Return")
    screen.wait_for(words("Done"))
    screen.key("ctrl+q")
    assert screen.wait_ended() == 0, screen.told()
    (entry,) = read_entries(tmp_path / "data" / "leeward" / "journal")
    assert entry.note == NOTES[language]
    assert sorted(rating.value for rating in entry.ratings if rating.value is not None) == [0, 2, 3]
    assert len(list(pictures.glob("*.png"))) == 10


def type_in(screen: Desktop, language: str, text: str) -> None:
    """Type a text on a keyboard that has its letters."""
    screen.layout(LAYOUTS.get(language, "us"))
    screen.type(text)
    screen.until(lambda: any(text in node["text"] for node in screen.nodes()), "the words typed")
    screen.layout("us")


def answer_and_note(screen: Desktop, words: Words, language: str) -> None:
    """Three answers, then a note."""
    for item, answer in (("Nightmares", "2"), ("Flashbacks", "0"), ("Unwanted memories", "3")):
        screen.wait_focus(words(item))
        screen.key(answer)
    screen.wait_focus(words("Avoiding reminders"))
    screen.tab_to(words("Note"))
    type_in(screen, language, NOTES[language])


def find_the_note(screen: Desktop, words: Words, language: str, keep: Callable[[str], None]) -> None:
    """By a word of it, from History."""
    screen.key("ctrl+2")
    screen.wait_for(words("Calendar"))
    keep("history")
    screen.key("ctrl+f")
    screen.wait_focus(words("Search"))
    type_in(screen, language, NOTES[language].rpartition(" ")[2])
    screen.until(
        lambda: any(node["role"] == "list item" and NOTES[language] in node["name"] for node in screen.nodes()),
        "the note among what was found",
    )
    keep("search")


def visit_every_page(screen: Desktop, words: Words, keep: Callable[[str], None]) -> None:
    """By their keys, up to the report."""

    def start_of(text: str) -> str:
        """The words before the last field of a text."""
        return words(text).rpartition("{")[0].strip()

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
