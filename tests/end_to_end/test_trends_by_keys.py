"""Trends in a real window, by keyboard alone and as a screen reader hears it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.app.sample import SAMPLE_PASSPHRASE, make_sample
from tests.support.real_window import Desktop

pytestmark = pytest.mark.end_to_end

SAMPLES_LAST_EVENING = "2026-10-29 21:50:00"


def test_a_day_is_read_by_keys_and_heard(screen: Desktop, tmp_path: Path) -> None:
    made = make_sample(tmp_path / "journal")
    made.put_setting("first_start_done", True)
    made.close()
    screen.start("--journal", str(tmp_path / "journal"), at=SAMPLES_LAST_EVENING)
    screen.wait_focus("Passphrase")
    screen.type(SAMPLE_PASSPHRASE)
    screen.key("Return")
    screen.wait_for("Trends")
    screen.key("ctrl+3")
    chart = screen.wait_for("Charts, ")
    assert chart["role"] == "chart"
    screen.tab_to("Charts, ")
    screen.key("Left")
    heard = screen.until(lambda: _description(screen, "Wednesday, 28 October 2026"), "the day before, heard")
    assert "Average symptom rating" in heard
    screen.key("Next")
    screen.until(lambda: _description(screen, "28 October 2026. Nightmares"), "the next chart, heard")
    screen.key("ctrl+q")
    assert screen.wait_ended() == 0, screen.told()


def _description(screen: Desktop, part: str) -> str | None:
    node = screen.find("Charts, ")
    text = str(node.get("description", "")) if node else ""
    return text if part in text else None
