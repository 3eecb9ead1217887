"""Every text can be translated, and every translation keeps the fields of its text."""

import ast
import gettext
import io
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.support.text_tools import collected_texts, script

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ROOT / "resources" / "locale"
SOURCES = sorted((ROOT / "journal").rglob("*.py"))
MARKERS = {"_", "ngettext", "pgettext", "mark"}
UNWANTED = ("!", "adherence", "streak", "mild", "severe", "wearing off", "missed dose")


extraction, pseudo_languages = script("extract_texts"), script("pseudo_languages")


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return collected_texts()


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def fields(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def differing(catalog: Catalog) -> list[str]:
    """The translated texts whose fields are not those of the message id."""
    wrong = []
    for message in messages(catalog):
        allowed = {fields(text) for text in forms(message.id)}
        translated = [text for text in forms(message.string) if text]
        wrong += [text for text in translated if fields(text) not in allowed]
    return wrong


def test_the_list_of_texts_is_current(texts):
    with (LOCALES / "leeward.pot").open("rb") as file:
        kept = read_po(file)
    written = {(message.context, forms(message.id)) for message in messages(kept)}
    assert written == {(message.context, forms(message.id)) for message in messages(texts)}


def test_the_list_of_texts_is_the_same_each_time(texts):
    assert extraction.pot_text(texts) == extraction.pot_text(extraction.collect())


def test_the_catalogue_the_questionnaires_and_the_code_are_all_in_it(texts):
    assert ("resources/catalogue/items.toml", 0) in texts.get("Nightmares").locations
    assert texts.get("Winding down").locations == [("resources/questionnaires/gad7.toml", 0)]
    assert "Memories and nights" in texts
    assert "moderately" in texts
    assert "Bring a history in" in texts


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/LC_MESSAGES/*.po")) or [None], ids=str)
def test_translations_keep_the_fields_of_their_text(path):
    if path is None:
        pytest.skip("no translation yet")
    with path.open("rb") as file:
        assert differing(read_po(file)) == []


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ('msgid "{n} days"\nmsgstr "{n} Tage"', []),
        ('msgid "{n} days"\nmsgstr ""', []),
        ('msgid "{n} days"\nmsgstr "{m} Tage"', ["{m} Tage"]),
        ('msgid "one"\nmsgid_plural "{n} days"\nmsgstr[0] "eins"\nmsgstr[1] "viele"', []),
        ('msgid "{a} day"\nmsgid_plural "{a} days"\nmsgstr[0] "Tag"\nmsgstr[1] "{a} Tage"', ["Tag"]),
    ],
)
def test_a_translation_with_other_fields_is_found(entry, wrong):
    assert differing(read_po(io.StringIO(entry + "\n"))) == wrong


def test_every_field_of_a_text_has_a_name(texts):
    named = {name for message in messages(texts) for text in forms(message.id) for name in fields(text)}
    assert not [name for name in named if not name.isidentifier()]


@pytest.mark.parametrize("unwanted", UNWANTED)
def test_no_text_shouts_or_judges(texts, unwanted):
    assert [text for message in messages(texts) for text in forms(message.id) if unwanted in text.lower()] == []


def built_texts(source: str) -> Iterator[int]:
    """The lines where a text is built before it is looked up, so that it can't be translated."""
    for node in ast.walk(ast.parse(source)):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS
        if called and any(isinstance(each, ast.JoinedStr | ast.BinOp) or is_format(each) for each in node.args):
            yield node.lineno


def marked_texts(source: str) -> set[str]:
    """Every text that stands inside a marker, wherever in the code."""
    return {
        each.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS
        for each in node.args[1 if node.func.id == "pgettext" else 0 :]
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


def test_every_marked_text_is_in_the_list(texts):
    """Babel finds none inside an f-string, and none inside another marker: they would stay English for ever."""
    listed = {text for message in messages(texts) for text in forms(message.id)}
    found = {text for path in SOURCES for text in marked_texts(path.read_text(encoding="utf-8"))}
    assert found - listed == set()


def is_format(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"


def test_texts_are_looked_up_before_they_are_filled():
    found = [(path.name, line) for path in SOURCES for line in built_texts(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("planted", ['_(f"{n} days")', '_("{n} days".format(n=1))', '_("a" + b)'])
def test_a_text_filled_too_early_is_found(planted):
    assert list(built_texts(planted)) == [1]


@pytest.mark.parametrize("code", ["xx", "xr"])
def test_a_pseudo_language_keeps_the_fields(texts, code):
    made = pseudo_languages.pseudo(texts, code)
    assert differing(made) == []
    assert len(messages(made)) == len(messages(texts))


def test_the_stretched_language_is_longer(texts):
    made = pseudo_languages.pseudo(texts)
    assert all(len(forms(m.string)[0]) > len(forms(m.id)[0]) for m in messages(made))


@pytest.mark.parametrize(("code", "word"), [("xx", "[Ñíghtmárés ø ø]"), ("xr", "[ניגחתמארהס]")])
def test_a_pseudo_language_can_be_spoken(texts, tmp_path, code, word):
    pseudo_languages.write_pseudo(tmp_path, texts, code)
    spoken = gettext.translation("leeward", tmp_path, [code])
    assert spoken.gettext("Nightmares") == word


def test_no_text_names_a_key_by_an_ampersand(texts):
    """Menus and buttons are reached by Tab, arrows and the listed keys, so no two can claim the same letter."""
    assert [text for m in messages(texts) for text in forms(m.id) if re.search(r"&\w", text)] == []
