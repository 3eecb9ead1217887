"""A first day by keys alone: first start, a whole check-in, Trends, the report, quit, and back again."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.first_start import make_first_journal, unlock
from tests.support.languages import words_of
from tests.support.real_window import Desktop
from tests.support.saved_report import save_report

pytestmark = pytest.mark.end_to_end

ANSWERS = 14
"""The default form: twelve symptoms, how life went, and the hours slept."""


def answer_everything(screen: Desktop) -> tuple[int, int, float]:
    """Answer each row of Today as it gets the focus: answers, keys, seconds."""
    first = screen.wait_focus("Nightmares")
    begun, keys_before, answered = time.monotonic(), screen.keys_pressed, 0
    here = first
    while here["name"] != "Done":
        screen.key(*(("6", "Return") if here["role"] == "text" else ("2",)))
        answered += 1
        path = here["path"]
        screen.until(lambda path=path: (screen.focused() or {"path": path})["path"] != path, "the next row")
        here = screen.focused() or here
    return answered, screen.keys_pressed - keys_before, time.monotonic() - begun


def test_a_first_day_by_keys_alone(screen: Desktop, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_first_journal(screen)
    answered, keys, seconds = answer_everything(screen)
    with capsys.disabled():
        told = f"\nToday: {answered} answers with {keys} keys, {seconds:.1f} s from first focus to the last answer"
        print(told)  # noqa: T201 the figures are part of the check
    assert answered == ANSWERS
    assert keys == answered + 1, "one key an answer, and Enter after the hours"
    screen.key("Return")

    screen.key("ctrl+3")
    screen.wait_for("Charts", "chart")
    screen.key("ctrl+6")
    report = tmp_path / "page.pdf"
    save_report(screen, report, words_of("en"))
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", str(report), "-"], capture_output=True, text=True, check=True).stdout
        assert "Nightmares" in text

    screen.key("ctrl+q")
    assert screen.wait_ended() == 0, screen.told()
    unlock(screen)
    screen.wait_for("Thursday 29 October")
    screen.key("ctrl+2")
    screen.wait_for("Thursday, 29 October 2026. Today. 1 check-in")
    screen.ask(do="press", path=screen.wait_for("List")["path"])
    screen.wait_for("Thursday 29 October. 21:0", "list item")
    (line,) = [node for node in screen.nodes() if node["role"] == "list item" and "Nightmares: 2" in node["name"]]
    assert "Hours slept: 6" in line["name"]
