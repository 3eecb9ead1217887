"""The kinds of treatment that a course or a session can be, read from data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Group(StrEnum):
    """What decides which questions a session has."""

    KETAMINE = "ketamine"
    ESKETAMINE = "esketamine"
    THERAPY = "therapy"
    OTHER = "other"


class DoseUnit(StrEnum):
    """The unit of a session's dose."""

    MG = "mg"
    MG_PER_KG = "mg/kg"
    DEVICE = "device"


class Route(StrEnum):
    """How a dose is given."""

    INTRAVENOUS = "intravenous"
    INTRAMUSCULAR = "intramuscular"
    SUBCUTANEOUS = "subcutaneous"
    ORAL = "oral"
    SUBLINGUAL = "sublingual"
    INTRANASAL = "intranasal"


@dataclass(frozen=True, slots=True)
class Treatment:
    """One kind of treatment.

    `label` and `short` are English msgids, shown through texts. `units` and `routes` are empty for
    treatments without a dose; the first of each stands ready. `device_mg` is the content of one
    device, None where there is none. `first_start` is the choice of the first start it belongs to.
    `aliases` are further names that a person may type, in English.
    """

    key: str
    label: str
    short: str
    group: Group
    units: tuple[DoseUnit, ...] = ()
    routes: tuple[Route, ...] = ()
    device_mg: float | None = None
    first_start: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def dosed(self) -> bool:
        """Whether its sessions have a dose."""
        return bool(self.units)

    @property
    def dissociative(self) -> bool:
        """True for ketamine and esketamine: vitals, time until clear again, the monthly look."""
        return self.group in (Group.KETAMINE, Group.ESKETAMINE)


@dataclass(frozen=True)
class Treatments:
    """All kinds, in the order in which they are offered."""

    all: tuple[Treatment, ...]

    @cached_property
    def _by_key(self) -> dict[str, Treatment]:
        return {treatment.key: treatment for treatment in self.all}

    def get(self, key: str) -> Treatment | None:
        """The kind of this key, or None."""
        return self._by_key.get(key)

    def of(self, key: str) -> Treatment:
        """The kind of this key; one that this version does not know counts as another treatment."""
        return self._by_key.get(key) or self._by_key["other"]

    def called(self, name: str, labels: Mapping[str, str] | None = None) -> tuple[Treatment, ...]:
        """The kinds that a person may mean by a name as typed: its key, label, short name or an alias.

        `labels` are further names by key, those of the language in use. Case, spaces, hyphens,
        underscores and brackets play no part. Several when a short name is shared, none when nothing
        is called so.
        """
        wanted, known = plain_name(name), labels or {}
        exact = [kind for kind in self.all if wanted in (plain_name(kind.key), plain_name(known.get(kind.key, "")))]
        if exact or not wanted:
            return tuple(exact)
        return tuple(
            kind
            for kind in self.all
            if wanted in {plain_name(text) for text in (kind.label, kind.short, *kind.aliases)}
        )


def plain_name(text: str) -> str:
    """A name as it is compared: only its letters and digits, in small letters."""
    return "".join(char for char in text.casefold() if char.isalnum())


def parse_treatments(text: str) -> Treatments:
    """Read the data file. Raises ValueError or KeyError when it is not as it should be: a bug, not input."""
    return Treatments(
        tuple(
            Treatment(
                key=row["key"],
                label=row["label"],
                short=row["short"],
                group=Group(row["group"]),
                units=tuple(DoseUnit(unit) for unit in row.get("units", ())),
                routes=tuple(Route(route) for route in row.get("routes", ())),
                device_mg=row.get("device_mg"),
                first_start=row.get("first_start", ""),
                aliases=tuple(row.get("aliases", ())),
            )
            for row in tomllib.loads(text)["treatment"]
        )
    )
