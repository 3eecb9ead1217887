"""The report page, saved as a file by keys alone."""

from __future__ import annotations

from pathlib import Path

from tests.support.languages import Words
from tests.support.real_window import Desktop


def save_report(screen: Desktop, path: Path, words: Words) -> None:
    """On the Report page, in the language of the words, save the page under this name."""
    screen.wait_for(words("Page {page} of {pages}").partition("{pages}")[0].format(page=1))
    screen.tab_to(words("Save as PDF…"))
    screen.key("Return")
    screen.wait_for(words("Anyone who opens this computer can read this file."))
    screen.tab_to(words("Save"))
    screen.key("Return")
    screen.wait_for(words("Save the report"), "dialog")
    screen.key("ctrl+a")
    screen.type(str(path))
    screen.key("Return")
    screen.wait_for(words("Saved as {name}").partition("{")[0].strip())
