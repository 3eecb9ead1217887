"""The guide is whole: its pages, links and pictures are there, it says how everything works, and it is plain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journal.host.guides import PAGES, guide_picture, read_guide, read_guide_page
from journal.model.guide_pages import plain
from tests.support.readability import grade, sentences, words
from tests.support.text_tools import collected_texts, ids
from tests.support.wording import banned

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "resources" / "guide"
KNOWN = frozenset((ROOT / "tests" / "data" / "known_words.txt").read_text(encoding="utf-8").split("\n")[1:])
SHORTEST = 6
"""Fewer words than this are a label or a name."""

LEEWAY = 2.0
FOR_PATIENTS = [key for key in PAGES if key != "for-clinicians"]
LARGEST_PICTURE, ALL_PICTURES = 160_000, 5_800_000
"""In bytes."""

GENERATED = {"shortcuts"}
"""Chapters that the window makes by itself."""

ALLOWED = {
    "a diagnosis": {
        "diagnose",
        "diagnosis",
        "diagnosen",
        "diagnostica",
        "diagnóstico",
        "diagnostic",
        "діагноз",
        "діагнозів",
    },
    "a prediction": {"predict", "forecast", "predice", "pronósticos", "прогнозів"},
    "a risk": {"risk assessment", "risk level"},
    "p-values": {"p-values", "p-werte", "valores p", "valeurs p"},
    "a reliable-change index": {"reliable-change"},
    "a best or worst day": {"worst"},
    "response": {
        "response",
        "responder",
        "responders",
        "respondedoras",
        "répondeuses",
        "répondeur",
        "респондерів",
        "респондерами",
    },
    "alarm": {"danger", "alerted", "emergency"},
    "reproach": {"failed"},
}
"""What is said of it is that Leeward does not do it; or it is the name of a number to call, a trial's own word, or an
error's. Each of these was read in its place."""

ERRORS = {f"journal/texts/{path.name}" for path in (ROOT / "journal" / "texts").glob("*errors.py")}


def languages() -> list[str]:
    return sorted(path.name for path in GUIDE.iterdir() if path.is_dir())


def every_page():
    return [(code, path) for code in languages() for path in sorted((GUIDE / code).glob("*.md"))]


def named(found):
    return f"{found[0]}/{found[1].stem}" if isinstance(found, tuple) else str(found)


@pytest.fixture(params=every_page(), ids=named)
def page(request):
    code, path = request.param
    return read_guide_page(path.stem, code)


def lines_of(page):
    return [plain(line) for line in page.lines()]


def test_every_page_is_listed_and_every_listed_page_is_there():
    assert {path.stem for path in (GUIDE / "en").glob("*.md")} == set(PAGES)
    assert {path.stem for _code, path in every_page()} <= set(PAGES)
    assert [page.key for page in read_guide("en")] == list(PAGES)


def test_a_page_that_is_not_translated_comes_in_english_and_says_so():
    assert {page.language for page in read_guide("xx")} == {"en"}
    assert read_guide_page("today", "xx").title == "Today"


def test_a_translation_has_the_headings_and_pictures_of_the_english_page(page):
    english = read_guide_page(page.key, "en")
    assert page.anchors[1:] == english.anchors[1:]
    assert [each.name for each in page.pictures] == [each.name for each in english.pictures]


def test_each_page_has_one_title_and_only_marks_that_were_read(page):
    assert [block.level for block in page.blocks if hasattr(block, "level")].count(1) == 1
    assert not [line for line in lines_of(page) if re.search(r"\*\*|\]\(|^#|`|\|", line)]


def test_every_link_leads_to_a_page_and_a_heading(page):
    anchors = {each.key: each.anchors for each in read_guide(page.language)}
    for target in page.targets:
        key, _stroke, anchor = target.partition("#")
        assert key in anchors or key in GENERATED, target
        assert not anchor or anchor in anchors[key], target


def test_every_picture_is_there_is_small_and_is_told_in_a_sentence(page):
    for picture in page.pictures:
        found = guide_picture(picture.name, page.language)
        assert found == GUIDE / page.language / picture.name
        assert found.is_file(), picture.name
        assert found.stat().st_size < LARGEST_PICTURE, picture.name
        assert len(picture.words.split()) > 5
        assert picture.words.endswith(".")


@pytest.mark.parametrize("code", languages())
def test_every_language_has_every_picture_and_none_lies_there_unused(code):
    used = {picture.name for page in read_guide("en") for picture in page.pictures}
    assert {path.name for path in (GUIDE / code).glob("*.png")} == used


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_the_pictures_of_a_language_are_its_own(code):
    same = {
        path.name
        for path in (GUIDE / code).glob("*.png")
        if path.read_bytes() == (GUIDE / "en" / path.name).read_bytes()
    }
    assert same == set()


def test_the_pictures_take_little_room():
    assert sum(path.stat().st_size for path in GUIDE.rglob("*.png")) < ALL_PICTURES


def test_a_picture_that_is_not_there_in_a_language_comes_in_english():
    assert guide_picture("today.png", "xx") == GUIDE / "en" / "today.png"


def test_no_page_leads_out_of_the_program(page):
    assert "http" not in page.text()
    assert "www." not in page.text()


def test_nothing_is_said_that_leeward_never_says(page):
    found = [
        str(each)
        for line in lines_of(page)
        for each in banned(line, page.language, page.key)
        if each.word.lower() not in ALLOWED.get(each.rule, set())
    ]
    assert found == []


def test_no_sentence_shouts(page):
    assert "!" not in page.text()


@pytest.mark.parametrize("key", FOR_PATIENTS)
def test_a_page_for_patients_is_plain(key):
    said = [line for line in lines_of(read_guide_page(key, "en")) if len(words(line)) >= SHORTEST]
    assert grade(said, KNOWN) <= 8
    hard = [
        (round(grade([sentence], KNOWN), 1), sentence)
        for line in said
        for sentence in sentences(line)
        if len(words(sentence)) >= SHORTEST and grade([sentence], KNOWN) > 8 + LEEWAY
    ]
    assert hard == []


def fixed_part(text: str) -> str:
    """The longest part of an error's first sentence that has no field in it."""
    first = re.split(r"(?<=[.?:])\s|; ", text)[0]
    return max((part.strip(" “”.,;:()?") for part in re.split(r"\{\w+\}", first)), key=len)


def test_troubleshooting_names_every_error_that_a_person_can_meet():
    said = {
        text
        for message in collected_texts()
        for location, _line in message.locations
        if location in ERRORS
        for text in ids(message)
        if text[-1:] in ".?"
    }
    assert len(said) > 100
    flat = " ".join(read_guide_page("troubleshooting", "en").text().split())
    assert [text for text in sorted(said) if fixed_part(text) not in flat] == []


def test_what_was_read_about_ketamine_is_given_with_both_trials_and_the_fixed_sentence():
    text = read_guide_page("what-you-may-have-read", "en").text()
    for fact in ("30 people", "27.5 days (Feder 2021)", "158 veterans", "0.5 mg/kg (Abdallah 2022)", "takes no side"):
        assert fact in text
    assert "Leeward checks no doses and no interactions. Ask your prescriber or pharmacist." in text


def test_a_name_of_a_picture_leads_nowhere_else():
    assert guide_picture("../../themes/light.toml", "en").parent == guide_picture("today.png", "en").parent
