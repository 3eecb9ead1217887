"""Takes the fields of a FHIR element one by one, and gathers what is not as it should be."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from journal.model.form_faults import MOST_FAULTS, FaultKind, FormFault

LONGEST_TEXT = 20_000
LARGEST = 1e15
"""Beyond this a number is no longer whole to the last digit."""


class Faults:
    """What stands against opening a form, each thing once, in the order of the file."""

    def __init__(self) -> None:
        self._found: dict[FormFault, None] = {}

    def add(self, kind: FaultKind, link_id: str = "", detail: str = "") -> None:
        """Take down one reason, up to as many as are listed."""
        if len(self._found) < MOST_FAULTS:
            self._found[FormFault(kind, link_id, detail)] = None

    def all(self) -> tuple[FormFault, ...]:
        """All reasons."""
        return tuple(self._found)


class Element:
    """One object of the file. `link_id` is the item it belongs to, for what is said of a fault."""

    def __init__(self, table: dict[str, Any], faults: Faults, link_id: str = "") -> None:
        self.table = table
        self.faults = faults
        self.link_id = link_id

    def has(self, key: str) -> bool:
        """Whether something stands there; null, an empty list and an empty object are nothing."""
        value = self.table.get(key)
        return value is not None and value != [] and value != {}

    def fault(self, kind: FaultKind, detail: str = "") -> None:
        """Take down a reason against this element."""
        self.faults.add(kind, self.link_id, detail)

    def text(self, key: str, longest: int = LONGEST_TEXT) -> str:
        """A text without spaces around it, empty for none."""
        value = self.table.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(FaultKind.MALFORMED, key)
            return ""
        if len(value) > longest:
            self.fault(FaultKind.TOO_LONG, key)
            return ""
        return value.strip()

    def flag(self, key: str) -> bool:
        """True or false; false for none."""
        value = self.table.get(key)
        if not isinstance(value, bool | None):
            self.fault(FaultKind.MALFORMED, key)
        return value is True

    def number(self, key: str) -> float | None:
        """A number, or None."""
        value = self.table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > LARGEST:
            self.fault(FaultKind.MALFORMED, key)
            return None
        return float(value)

    def whole(self, key: str) -> int | None:
        """A whole number, or None."""
        value = self.number(key)
        if value is None or value.is_integer():
            return None if value is None else int(value)
        self.fault(FaultKind.MALFORMED, key)
        return None

    def element(self, key: str) -> Element | None:
        """An object, or None."""
        value = self.table.get(key)
        if isinstance(value, dict):
            return Element(value, self.faults, self.link_id)
        if value is not None:
            self.fault(FaultKind.MALFORMED, key)
        return None

    def elements(self, key: str) -> Iterator[Element]:
        """The objects of a list."""
        value = self.table.get(key, [])
        if not isinstance(value, list):
            self.fault(FaultKind.MALFORMED, key)
            return
        for each in value:
            if isinstance(each, dict):
                yield Element(each, self.faults, self.link_id)
            else:
                self.fault(FaultKind.MALFORMED, key)

    def value_key(self, stem: str = "value") -> str:
        """The one key that begins so (valueInteger, valueCoding …), empty for none; several are a fault."""
        keys = [key for key in self.table if key.startswith(stem) and key[len(stem) : len(stem) + 1].isupper()]
        if len(keys) > 1:
            self.fault(FaultKind.MALFORMED, f"{stem}[x]")
        return keys[0] if keys else ""

    def extension(self, urls: Collection[str]) -> Element | None:
        """The first extension of one of these addresses, or None."""
        return next((each for each in self.elements("extension") if str(each.table.get("url")) in urls), None)
