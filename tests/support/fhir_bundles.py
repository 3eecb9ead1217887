"""FHIR bundles for tests: exported, checked against the models of FHIR R4 and for references that lead nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from fhir.resources.R4B.bundle import Bundle

from journal.app.exports import export
from journal.app.journal import Journal

STRING = re.compile(r"[ \r\n\t\S]+", re.ASCII)
"""FHIR R4's own pattern of a string; the models do not look at it."""

CODE = re.compile(r"[^\s]+(\s[^\s]+)*", re.ASCII)
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?")
TIMES = ("effectiveDateTime", "issued", "authored", "timestamp", "valueDateTime", "dateAsserted", "start", "end")


def bundle_of(journal: Journal, **chosen: Any) -> dict[str, Any]:
    """The export as JSON, found valid."""
    return checked(export(journal, "fhir", **chosen))


def checked(data: bytes) -> dict[str, Any]:
    """A bundle that holds to FHIR R4: its models and patterns, a name for each resource, no reference into nothing."""
    Bundle.model_validate_json(data)
    bundle: dict[str, Any] = json.loads(data)
    urls = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(set(urls)) == len(urls)
    for entry in bundle["entry"]:
        assert entry["fullUrl"] == f"urn:uuid:{entry['resource']['id']}"
        assert entry["resource"]["meta"]["security"][0]["code"] == "PATAST"
    for key, value in pairs(bundle):
        if key == "reference":
            assert value in urls, value
        check_value(key, value)
    return bundle


def check_value(key: str, value: Any) -> None:
    """One value by its key: nothing empty, no control characters, times with their offset."""
    assert value not in ("", [], {}), key
    if isinstance(value, str):
        assert STRING.fullmatch(value), (key, value)
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", value)
    if key == "code" and isinstance(value, str):
        assert CODE.fullmatch(value), value
    if key in TIMES and isinstance(value, str):
        assert DATE_TIME.fullmatch(value), (key, value)


def pairs(node: Any) -> Iterator[tuple[str, Any]]:
    """Every key and its value, at any depth."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            yield from pairs(value)
    elif isinstance(node, list):
        for value in node:
            yield from pairs(value)


def resources(bundle: dict[str, Any], kind: str = "") -> list[dict[str, Any]]:
    """The resources of a kind, or all."""
    found = [entry["resource"] for entry in bundle["entry"]]
    return [resource for resource in found if not kind or resource["resourceType"] == kind]


def codes(node: Any) -> set[tuple[str, str]]:
    """Every system and code in a part of a bundle."""
    if isinstance(node, list):
        return {found for each in node for found in codes(each)}
    if not isinstance(node, dict):
        return set()
    own = {(node["system"], node["code"])} if isinstance(node.get("code"), str) and "system" in node else set()
    return own | codes(list(node.values()))
