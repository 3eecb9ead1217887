"""English stays plain: school grade 6 where somebody may be shaken, 8 elsewhere, by Flesch and Kincaid."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.support.readability import grade, sentences, syllables, words
from tests.support.text_tools import collected_texts, ids

ROOT = Path(__file__).resolve().parents[2]

PLAINEST = {
    "today",
    "calm",
    "lock",
    "errors",
    "opening_errors",
    "record_errors",
    "questionnaire_errors",
    "error_dialog",
}
"""The screens and texts that are read on a bad day: grade 6."""

KNOWN = frozenset((ROOT / "tests" / "data" / "known_words.txt").read_text(encoding="utf-8").split("\n")[1:])
"""Names of the trade and of what stands on the screen all day: long, and known to whoever opens this."""

SHORTEST = 6
"""Fewer words than this are a label, not a sentence: one long noun would make it the worst of all."""

LEEWAY = 2.0
"""A single sentence may be this much harder than its screen."""

DATA = {"items.toml", "treatments.toml"}
"""Names of items, their clinical terms for the PDF, and kinds of treatment: no sentences."""


def area_of(location: str) -> str:
    """The screen, or the kind of texts, that a file belongs to."""
    parts = Path(location).parts
    return parts[2] if parts[:2] == ("journal", "ui") and len(parts) > 3 else Path(location).stem


@pytest.fixture(scope="module")
def areas() -> dict[str, set[str]]:
    """The sentences of each screen."""
    found: dict[str, set[str]] = defaultdict(set)
    for message in collected_texts():
        for location, _line in message.locations:
            if Path(location).name not in DATA:
                found[area_of(location)] |= {text for text in ids(message) if len(words(text)) >= SHORTEST}
    return found


def limit(area: str) -> float:
    return 6.0 if area in PLAINEST else 8.0


def test_each_screen_is_plain_as_a_whole(areas):
    grades = {area: round(grade(sorted(texts), KNOWN), 1) for area, texts in areas.items() if len(texts) > 1}
    assert {area: found for area, found in grades.items() if found > limit(area)} == {}


def test_each_sentence_is_plain(areas):
    hard = [
        (round(grade([sentence], KNOWN), 1), area, sentence)
        for area, texts in areas.items()
        for text in texts
        for sentence in sentences(text)
        if len(words(sentence)) >= SHORTEST and grade([sentence], KNOWN) > limit(area) + LEEWAY
    ]
    assert sorted(hard) == []


@pytest.mark.parametrize("area", ["today", "lock", "errors", "opening_errors"])
def test_what_is_read_on_a_bad_day_is_there_to_be_measured(areas, area):
    assert len(areas[area]) > 10


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("asked", 1),
        ("wanted", 2),
        ("little", 2),
        ("people", 2),
        ("someone", 2),
        ("idea", 3),
        ("pages", 2),
        ("medicine", 3),
        ("computer", 3),
        ("recovery", 4),
        ("questionnaire", 3),
        ("created", 3),
        ("check-in", 2),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_a_known_sentence_has_its_known_grade():
    # 9 words, 1 sentence, 11 syllables: 0.39 × 9 + 11.8 × 11 / 9 − 15.59.
    assert grade(["The quick brown fox jumps over the lazy dog."]) == pytest.approx(2.34, abs=0.01)


def test_long_words_and_long_sentences_are_found():
    assert grade(["The authentication infrastructure experienced an unanticipated interruption."]) > 12
    assert grade(["Leeward could not open the journal. Type the passphrase once more."]) < 6


def test_a_known_word_does_not_make_a_sentence_hard():
    said = "Ketamine infusion on the day"
    assert grade([said], KNOWN) < grade([said])
