"""What this copy of the program is: its version, the day it was built, and the parts it is made of.

A build puts three things into `resources`: `build.json` with the day (`{"date": "2026-11-22"}`), `parts.json` with the
bill of materials (CycloneDX), and `licences/NAME.txt` for each part. A run from the source has none of them: it has no
day, and reads its parts from the libraries installed beside it.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from journal import __version__
from journal.host.resources import resource, resources_folder

OWN_LICENCE = "GPL-3.0-or-later"
FONT_LICENCE = "OFL-1.1"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Build:
    """The version, and the day of the build; None for a run from the source."""

    version: str
    made: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody else's work in the program. Version and licence are empty where nobody says them."""

    name: str
    version: str = ""
    licence: str = ""


def read_build() -> Build:
    """This build."""
    try:
        content = json.loads(resource("build.json").read_text(encoding="utf-8"))
        return Build(__version__, date.fromisoformat(content["date"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Build(__version__)


def read_parts() -> tuple[Part, ...]:
    """The program itself, then every part by name."""
    try:
        bill = json.loads(resource("parts.json").read_text(encoding="utf-8"))
        found = [_of_bill(component) for component in bill["components"]]
    except (OSError, ValueError, KeyError, TypeError):
        found = [*_installed(), *_fonts()]
    return (Part("Leeward", __version__, OWN_LICENCE), *sorted(set(found), key=lambda part: part.name.lower()))


def licence_text(part: Part) -> str:
    """The words of a part's licence; empty where they are not there to read."""
    places = [resource("licences", f"{part.name}.txt"), resource("fonts", f"LICENSE-{part.name}.txt")]
    if part.licence == OWN_LICENCE:
        places.append(resources_folder().parent / "LICENSE")
    for path in places:
        if path.is_file():
            return path.read_text(encoding="utf-8", errors="replace")
    return _installed_text(part.name)


def _of_bill(component: dict[str, Any]) -> Part:
    licences = []
    for each in component.get("licenses", ()):
        named = each.get("license", {})
        licences.append(each.get("expression") or named.get("id") or named.get("name") or "")
    name = _family(str(component["name"]))
    return Part(name, str(component.get("version", "")), ", ".join(filter(None, licences)))


def _family(name: str) -> str:
    """A font's family by its file: its weights are one part."""
    return name.partition("-")[0] if name.endswith(".ttf") else name


def _fonts() -> Iterator[Part]:
    for path in resource("fonts").glob("*.ttf"):
        yield Part(_family(path.name), licence=FONT_LICENCE)


def _installed() -> Iterator[Part]:
    """The libraries that the program needs, and those that they need, as far as they are installed."""
    from importlib import metadata

    seen: set[str] = set()
    waiting = list(_needed())
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = metadata.metadata(name)
        except metadata.PackageNotFoundError:  # of another system
            continue
        waiting += _names(metadata.requires(name) or [])
        yield Part(found["Name"], found["Version"], _licence(found))


def _needed() -> list[str]:
    """What the program itself asks for: in pyproject.toml beside the source, or where it was installed."""
    from importlib import metadata

    try:
        project = tomllib.loads((resources_folder().parent / "pyproject.toml").read_text(encoding="utf-8"))
        return _names(project["project"]["dependencies"])
    except (OSError, ValueError, KeyError):
        pass
    try:
        return _names(metadata.requires("leeward") or [])
    except metadata.PackageNotFoundError:
        return []


def _names(requirements: list[str]) -> list[str]:
    matches = (_NAME.match(each) for each in requirements if "extra ==" not in each)
    return [match[0] for match in matches if match]


def _licence(found: Any) -> str:
    if expression := found.get("License-Expression"):
        return str(expression)
    listed = [each.split(" :: ")[-1] for each in found.get_all("Classifier", []) if each.startswith("License ::")]
    first_line = (found.get("License") or "").strip().splitlines()[:1]
    return ", ".join(listed or first_line)


def _installed_text(name: str) -> str:
    from importlib import metadata

    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return ""
    wanted = (each for each in files if re.match(r"(licen[cs]e|copying|notice)", each.name, re.IGNORECASE))
    places = [Path(each.locate()) for each in wanted if ".dist-info" in str(each) and not each.name.endswith(".py")]
    return "\n\n".join(place.read_text(encoding="utf-8", errors="replace") for place in places)
