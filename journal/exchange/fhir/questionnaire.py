"""Reads a FHIR R4 questionnaire. What cannot be shown is named, and the whole file refused: never half."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from journal.exchange.fhir.elements import Element, Faults
from journal.exchange.fhir.extensions import check_expressions
from journal.exchange.fhir.questionnaire_conditions import check_conditions
from journal.exchange.fhir.questionnaire_items import ItemReader
from journal.exchange.fhir.questionnaire_options import coded
from journal.exchange.fhir.strict_json import parse, read_text
from journal.exchange.fhir.value_sets import ContainedSets
from journal.model.errors import FormRefused
from journal.model.form_faults import FaultKind
from journal.model.form_keys import looks_numbered
from journal.model.form_totals import with_total
from journal.model.forms import Form

LONGEST_NAME = 500


def read_form(path: Path) -> Form:
    """The form in a file.

    Raises FormRefused with every reason, InvalidFile, FileTooLarge, FileMissing, FileUnreadable.
    """
    return read_form_text(read_text(path), str(path))


def read_form_text(text: str, path: str) -> Form:
    """The form of a JSON text; `path` is only for what is said. Raises FormRefused, InvalidFile."""
    faults = Faults()
    value = parse(text, path)
    form = _form(value, faults, Path(path).stem)
    if faults.all() or form is None:
        words = dict(_item_words(value))
        raise FormRefused(
            path=path, reasons=tuple(replace(each, words=words.get(each.link_id, "")) for each in faults.all())
        )
    return form


def questions_digest(text: str) -> str:
    """The same for two files that ask the same, however they are laid out and whatever else they say."""
    table = parse(text, "")
    asked = [table.get("item"), table.get("contained")] if isinstance(table, dict) else table
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _form(value: Any, faults: Faults, stem: str) -> Form | None:
    if not isinstance(value, dict) or value.get("resourceType") != "Questionnaire":
        kind = value.get("resourceType") if isinstance(value, dict) else None
        faults.add(FaultKind.NOT_A_QUESTIONNAIRE, "", kind if isinstance(kind, str) else "")
        return None
    root = Element(value, faults)
    _check_modifiers(root)
    check_expressions(root)
    items = ItemReader(ContainedSets(root), faults).read(root)
    if not items:
        root.fault(FaultKind.EMPTY)
    form = with_total(
        Form(
            url=root.text("url", LONGEST_NAME),
            version=root.text("version", LONGEST_NAME),
            title=_title(root, stem),
            items=items,
            codes=tuple(coded(each) for each in root.elements("code")),
        )
    )
    if not faults.all():
        _check_whole(form, faults)
    return form


def _title(root: Element, stem: str) -> str:
    names = (root.text("title", LONGEST_NAME), root.text("name", LONGEST_NAME))
    displays = (each.text("display", LONGEST_NAME) for each in root.elements("code"))
    return next((name for name in (*names, *displays, root.text("id", LONGEST_NAME)) if name), stem)


def _check_whole(form: Form, faults: Faults) -> None:
    """Take down what only shows when all items are known. Each has a link id of its own by now."""
    check_conditions(form, faults)
    link_ids = {item.link_id for item in form.every_item()}
    for link_id in link_ids:
        if looks_numbered(link_id) in link_ids:
            faults.add(FaultKind.LINK_ID_TWICE, link_id)


def _item_words(value: Any) -> Iterator[tuple[str, str]]:
    """The words of every item by its link id, as far as the file has them."""
    for link_id, table in _tables(value):
        words = table.get("text")
        if table.get("linkId") == link_id and link_id and isinstance(words, str):
            yield link_id, words


def _check_modifiers(root: Element) -> None:
    """Take down what changes the meaning of the rest in a way that is not known here."""
    if root.has("implicitRules"):
        root.fault(FaultKind.MODIFIER, str(root.table["implicitRules"]))
    for link_id, table in _tables(root.table):
        if table.get("modifierExtension") in (None, []):
            continue
        for each in Element(table, root.faults, link_id).elements("modifierExtension"):
            root.faults.add(FaultKind.MODIFIER, link_id, each.text("url"))


def _tables(root: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of the file, with the link id of the item it stands in. The depth is bounded by the parser."""
    waiting: list[tuple[str, Any]] = [("", root)]
    while waiting:
        link_id, value = waiting.pop()
        if isinstance(value, dict):
            own = value.get("linkId")
            link_id = own if isinstance(own, str) else link_id
            yield link_id, value
            waiting += [(link_id, each) for each in value.values()]
        elif isinstance(value, list):
            waiting += [(link_id, each) for each in value]
