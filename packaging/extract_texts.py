"""Collects every text to translate, from the code and the data files, into resources/locale/leeward.pot.

    python packaging/extract_texts.py               writes the .pot
    python packaging/extract_texts.py --check       says whether it is current (exit code 1 if not)
    python packaging/extract_texts.py --pseudo DIR  writes the pseudo-languages, "xx" and "xr", for tests

The same sources give the same file on every machine: no dates, no line numbers, sorted by text.
"""

from __future__ import annotations

import argparse
import io
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pseudo_languages
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
POT = ROOT / "resources" / "locale" / "leeward.pot"
ITEMS = ROOT / "resources" / "catalogue" / "items.toml"
TREATMENTS = ROOT / "resources" / "catalogue" / "treatments.toml"
QUESTIONNAIRES = ROOT / "resources" / "questionnaires"

KEYWORDS: dict[str, Any] = {"_": None, "mark": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
COMMENT_TAG = "Translators:"

HEADER = """\
# Texts of Leeward. Written by packaging/extract_texts.py; do not edit.
# In a sentence, every {field} must stay as it is.
msgid ""
msgstr ""
"Project-Id-Version: leeward\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def collect() -> Catalog:
    """Every text with the files it stands in."""
    catalog = Catalog(locale=None, fuzzy=False)
    for path in sorted((ROOT / "journal").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for message, comments, context in _python_texts(path):
            catalog.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    name = ITEMS.relative_to(ROOT).as_posix()
    for message, comment in _catalogue_texts(tomllib.loads(ITEMS.read_text(encoding="utf-8"))):
        catalog.add(message, locations=[(name, 0)], auto_comments=_about(message, comment))
    name = TREATMENTS.relative_to(ROOT).as_posix()
    for treatment in tomllib.loads(TREATMENTS.read_text(encoding="utf-8"))["treatment"]:
        catalog.add(treatment["label"], locations=[(name, 0)], auto_comments=["Kind of treatment"])
        catalog.add(treatment["short"], locations=[(name, 0)], auto_comments=["Kind of treatment, short, for charts"])
    for path in sorted(QUESTIONNAIRES.glob("*.toml")):
        name = path.relative_to(ROOT).as_posix()
        for message, comment in _questionnaire_texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            catalog.add(message, locations=[(name, 0)], auto_comments=_about(message, comment))
    return catalog


def _python_texts(path: Path) -> Iterator[tuple[str | tuple[str, ...], list[str], str | None]]:
    with path.open("rb") as file:
        found = extract("python", file, keywords=KEYWORDS, comment_tags=(COMMENT_TAG,), strip_comment_tags=True)
        for _line, message, comments, context in found:
            yield message, list(comments), context


CUE = "A reminder here is whatever brings memories back: never a notification of a program"
"""Said beside every such text: languages that have two words need two, those with one a description."""


def _about(text: str, comment: str) -> list[str]:
    return [comment, CUE] if "reminder" in text.lower() else [comment]


def _catalogue_texts(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, words in data["word_sets"].items():
        yield from ((word, f"Word on a step of the set “{name}”") for word in words)
    for group in data["group"]:
        yield group["name"], "Name of a group of items"
        yield group["clinical"], "Clinical name of a group, in the PDF and the guide"
    for item in data["item"]:
        yield item["label"], "Item: a noun, never an adjective of the person"
        if item.get("unit"):
            yield item["unit"], "Unit of an item"
        if item.get("clinical"):
            yield item["clinical"], "Clinical name of an item, a description and search words"


def _questionnaire_texts(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield data["about"], "What a questionnaire is about, in a few words"
    for item in (*data["item"], *([data["gate"]] if "gate" in data else [])):
        yield item["topic"], "Topic of a question in our own words, 2 to 4 of them; never the questionnaire's sentence"
    for cluster in data.get("cluster", ()):
        yield cluster["name"], "Clinical name of a group, in the PDF and the guide"
    for cut in data.get("cut", ()):
        if cut.get("label"):
            yield cut["label"], "Kind of a cut: one that finds more people, or a balanced one"
    for line in data.get("change", ()):
        yield line["population"], "The people whom a study of change looked at"
    if data.get("change_remark"):
        yield data["change_remark"], "Stands under the lines of change"


def pot_text(catalog: Catalog) -> str:
    """The .pot as text."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, omit_header=True, sort_output=True, include_lineno=False)
    return HEADER + buffer.getvalue().decode("utf-8")


def write_pot(catalog: Catalog) -> None:
    """Write the .pot."""
    POT.parent.mkdir(parents=True, exist_ok=True)
    POT.write_text(pot_text(catalog), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say whether the .pot is current")
    parser.add_argument("--pseudo", type=Path, metavar="DIR", help="write the pseudo-languages under DIR")
    options = parser.parse_args(arguments)
    if options.pseudo:
        texts = collect()
        for code in pseudo_languages.PSEUDO_LANGUAGES:
            print(pseudo_languages.write_pseudo(options.pseudo, texts, code))
        return 0
    collected = collect()
    if options.check:
        current = POT.is_file() and POT.read_text(encoding="utf-8") == pot_text(collected)
        print("current" if current else "not current: run python packaging/extract_texts.py")
        return 0 if current else 1
    write_pot(collected)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
