"""No text says what Leeward never says: not in English, not in a translation, not in the data files."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from tests.support.wording import ALLOWED, banned, languages, said_wrongly, unwanted, without_allowed

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = sorted((ROOT / "resources" / "locale").glob("*/LC_MESSAGES/*.po"))
TEMPLATES = sorted((ROOT / "resources" / "typst").glob("*.typ"))
DATA = sorted((ROOT / "resources" / "catalogue").glob("*.toml"))
NOT_SHOWN = {"aliases", "snomed", "key", "first_start", "group"}
"""Fields of the data files that are compared and never shown."""


def every_text() -> list[tuple[str, str]]:
    """The text and place of every message id in code and catalogue."""
    path = ROOT / "packaging" / "extract_texts.py"
    spec = importlib.util.spec_from_file_location("extract_texts", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [
        (text, ", ".join(file for file, _ in message.locations))
        for message in module.collect()
        for text in (message.id if isinstance(message.id, tuple) else (message.id,))
        if text
    ]


def strings(data: Any) -> Iterator[str]:
    """The texts in a data file that can be shown."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in NOT_SHOWN:
                yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)


def template_text(source: str) -> str:
    """A template without its comments, and without the signs of its language that are no words."""
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", " ", source, flags=re.DOTALL)
    return code.replace("!=", " ")


def test_no_text_says_it():
    assert unwanted(every_text(), ALLOWED) == []


@pytest.mark.parametrize("path", TRANSLATIONS or [None], ids=str)
def test_no_translation_says_it(path):
    if path is None:
        pytest.skip("no translation yet")
    language = path.parts[-3]
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    texts = [
        (text, str(message.id))
        for message in messages
        for text in (message.string if isinstance(message.string, tuple) else (message.string,))
        if (message.id if isinstance(message.id, str) else message.id[0]) not in ALLOWED
    ]
    assert unwanted(texts, {}, language) == []


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_no_data_file_says_it(path):
    texts = [(text, path.name) for text in strings(tomllib.loads(path.read_text(encoding="utf-8")))]
    assert texts
    assert unwanted(texts, ALLOWED) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_it(path):
    assert unwanted([(template_text(path.read_text(encoding="utf-8")), path.name)], {}) == []


def test_every_allowed_text_is_there_and_needs_to_be_allowed():
    known = {" ".join(text.split()) for text, _ in every_text()}
    assert [text for text in ALLOWED if text not in known] == []
    assert [text for text in ALLOWED if not banned(text)] == []


def test_every_language_has_the_same_kinds_of_rules():
    assert set(languages()) == {"en", "de", "es", "fr", "uk"}


@pytest.mark.parametrize(
    "planted",
    [
        "Nightmares fell, p < 0.05.",
        "A significant change.",
        "Ketamine reduced your nightmares.",
        "Your sleep improved because of sertraline.",
        "The change is due to the dose.",
        "Anxiety correlates with sleep.",
        "Probable PTSD",
        "A clear response after the third infusion.",
        "The effect is wearing off.",
        "A non-responder to ketamine",
        "You missed 3 doses.",
        "The dose failed.",
        "2 doses were late.",
        "Adherence 80 %",
        "Compliance",
        "The course ended early.",
        "Well done",
        "Severe symptoms",
        "mild anxiety",
        "Symptoms lower by 30 %",
        "30 % better",
        "Reliable change: yes",
        "Your worst day was Monday.",
        "Warning: high blood pressure",
        "Risk level 3",
        "Your sleep will get better.",
        "We recommend a lower dose.",
        "You should take it at noon.",
        "Saved!",
        "You are anxious today.",
        "You seem tired.",
        "Finish the session",
    ],
)
def test_a_planted_claim_is_found(planted):
    assert banned(planted)


@pytest.mark.parametrize(
    ("language", "planted"),
    [
        ("de", "Ketamin hat die Albträume verringert."),
        ("de", "3 Dosen verpasst"),
        ("de", "Schwere Symptome"),
        ("de", "Responder"),
        ("es", "La ansiedad mejoró."),
        ("es", "Respuesta al tratamiento"),
        ("es", "2 dosis olvidadas"),
        ("fr", "Le sommeil s’est amélioré."),
        ("fr", "Réponse au traitement"),
        ("fr", "Dose oubliée"),
        ("uk", "Тривога зменшилась."),
        ("uk", "Пропущена доза"),
        ("uk", "Відповідь на лікування"),
    ],
)
def test_a_planted_claim_is_found_in_every_language(language, planted):
    assert banned(planted, language)


@pytest.mark.parametrize(
    "innocent",
    [
        "moderately",
        "Taken later",
        "later that day",
        "more than planned",
        "not taken",
        "Recovery code",
        "The day after is lower",
        "In {late} of {missed} cases",
        "You are asked once.",
        "ended on 2026-10-01",
        "overlap, not proof",
    ],
)
def test_words_that_only_look_alike_are_not_found(innocent):
    assert banned(innocent) == []


def test_an_allowed_sentence_hides_nothing_beside_it():
    text = "In danger call 112. The effect is wearing off."
    assert "danger" not in without_allowed(text)
    assert len(said_wrongly([text])) == 1


def test_a_banned_word_is_found_in_a_data_file_and_a_template():
    assert unwanted([(text, "x") for text in strings({"item": [{"label": "Severe pain", "key": "mild"}]})], {}) != []
    assert unwanted([(template_text('#text("Mild") // severe'), "x")], {}) != []
    assert unwanted([(template_text("// severe\n/* mild */ a != b"), "x")], {}) == []
