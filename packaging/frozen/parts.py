"""The bill of materials of the frozen program, with a licence text of every part; the build stops where one has none.

Every file in the build belongs to a part: to the wheel that brought it, or to one told in bundled.toml. What is linked
into a wheel is named as far as the wheel says so itself. journal/host/builds.py reads both for About.
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cached_property
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHORT_LICENCES = HERE / "licences" / "short.txt"
STANDARD = {name: HERE / "licences" / f"{name}.txt" for name in ("Apache-2.0", "MPL-2.0")}
_LICENCE_FILE = re.compile(r"(?i)(^|/)(licen[cs]es?|copying|notice)[^/]*$")
_SPDX = re.compile(r"\(?[A-Za-z0-9.+-]+\)?( (AND|OR|WITH) \(?[A-Za-z0-9.+-]+\)?)*")
_SAID_NOWHERE = {"sqlcipher3": "Zlib"}
"""Wheels whose licence file has no name."""

WHERE_EACH_IS_LOOKED_AT = ("linux",)
"""The systems on which a test looks at every file."""

Entry = tuple[str, str, str]


class NoLicence(Exception):
    """A part is inside whose licence has no words."""


@dataclass
class Part:
    """One component; `files` are its places in the build, `texts` the words of its licence."""

    name: str
    version: str
    licence: str
    files: list[str]
    texts: list[str]
    kind: str = "library"
    note: str = ""
    copyright: str = ""
    """Where the words of the licence name nobody."""
    inside: list[dict[str, Any]] = field(default_factory=list)

    def component(self) -> dict[str, Any]:
        """As CycloneDX writes it."""
        whole = {
            "type": self.kind,
            "name": self.name,
            "version": self.version,
            "licenses": [_as_licence(self.licence)],
            "copyright": self.copyright,
            "description": self.note.strip(),
            "components": self.inside,
            "properties": [{"name": "leeward:file", "value": each} for each in sorted(self.files)],
        }
        return {key: value for key, value in whole.items() if value}

    def text(self) -> str:
        """Every word of its licence. Raises NoLicence."""
        words = "\n\n".join(text.strip() for text in self.texts if text.strip())
        if not words:
            raise NoLicence(self.name)
        said = f"Copyright: {self.copyright}" if self.copyright else ""
        return "\n\n".join(each for each in (self.note.strip(), said, words, self._linked()) if each) + "\n"

    def _linked(self) -> str:
        """The libraries linked in, as the wheel lists them, and the words of the licences that they name."""
        if not self.inside:
            return ""
        lines = [f"  {each['name']} {each.get('version', '')}: {licence_of(each)}" for each in self.inside]
        named = " ".join(lines)
        long = [path.read_text(encoding="utf-8").strip() for name, path in STANDARD.items() if name in named]
        short = SHORT_LICENCES.read_text(encoding="utf-8").strip()
        return "\n\n".join(["Linked in:\n" + "\n".join(lines), short, *long])


class Wheels:
    """The wheels that are installed in the build's own environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._by_name = {_key(each.metadata["Name"]): each for each in distributions(path=[str(folder)])}

    @cached_property
    def owners(self) -> dict[str, str]:
        """The key of the wheel that each file belongs to, by its path."""
        return {
            os.path.normcase(str(file.locate())): key
            for key, wheel in self._by_name.items()
            for file in wheel.files or []
            if file.parts
        }

    def wheel(self, key: str) -> Distribution:
        """One of them."""
        return self._by_name[_key(key)]

    def part(self, key: str, files: list[str]) -> Part:
        """A wheel as a part."""
        wheel = self.wheel(key)
        texts = [file.read_text(encoding="utf-8") for file in self._licence_files(wheel)]
        return Part(
            wheel.metadata["Name"], wheel.version, licence_name(wheel), files, texts, inside=list(_linked(wheel))
        )

    def _licence_files(self, wheel: Distribution) -> list[Any]:
        own = [file for file in wheel.files or [] if ".dist-info/" in str(file)]
        wanted = [file for file in own if "/licenses/" in str(file) or _LICENCE_FILE.search(str(file))]
        return sorted((file for file in wanted if file.locate().is_file()), key=str)  # type: ignore[attr-defined]

    def licence_file(self, place: str) -> str:
        """The words of one licence file of a wheel, "numpy/licenses/LICENSE.txt"."""
        key, _slash, rest = place.partition("/")
        found = [file for file in self.wheel(key).files or [] if str(file).endswith(f".dist-info/{rest}")]
        return str(found[0].read_text(encoding="utf-8")) if found else ""


def parts(entries: Iterable[Entry], wheels: Wheels) -> list[Part]:
    """Every part of a build that consists of these entries (place in the build, file it comes from, kind)."""
    told = tomllib.loads((HERE / "bundled.toml").read_text(encoding="utf-8"))["part"]
    by_hand: dict[str, list[str]] = {each["name"]: [] for each in told}
    of_wheels: dict[str, list[str]] = {}
    for place, source, kind in entries:
        owner = _told_owner(place, kind, told, by_hand)
        if owner:
            continue
        wheel = wheels.owners.get(os.path.normcase(str(source)))
        if wheel:
            of_wheels.setdefault(wheel, []).append(place.partition(".")[0] if _is_module(kind) else _top(place))
        elif not place.startswith(("resources/", "journal")) and not _is_module(kind):
            _not_known(place)
    found = [_told_part(each, by_hand[each["name"]], wheels) for each in told if by_hand[each["name"]]]
    found += [wheels.part(key, sorted(set(files))) for key, files in of_wheels.items()]
    return sorted([*found, *fonts()], key=lambda part: (part.name.casefold(), part.files))


def _not_known(place: str) -> None:
    """A file that belongs to nobody: where a test looks at each, it ends the build."""
    if sys.platform in WHERE_EACH_IS_LOOKED_AT:
        raise NoLicence(f"{place}: nobody knows whose it is")
    print(f"not in the bill of materials: {place}", file=sys.stderr)


def fonts() -> Iterator[Part]:
    """The project's own fonts; the licence of a family stands beside it."""
    for path in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        licence = path.with_name(f"LICENSE-{path.name.partition('-')[0]}.txt")
        words = licence.read_text(encoding="utf-8") if licence.is_file() else ""
        yield Part(path.name, "", "OFL-1.1", [f"resources/fonts/{path.name}"], [words], kind="file")


def _told_owner(place: str, kind: str, told: list[dict[str, Any]], by_hand: dict[str, list[str]]) -> bool:
    """Note the file for each part that says it is its own; whether one has it alone."""
    alone = False
    for part in told:
        if any(fnmatch(place, pattern) for pattern in part["files"]) and (part.get("linked") or not alone):
            by_hand[part["name"]].append(_top(place) if part.get("linked") else _short(place))
            alone = alone or not part.get("linked")
    return alone or kind == "EXECUTABLE"


def _told_part(told: dict[str, Any], files: list[str], wheels: Wheels) -> Part:
    version = told.get("version", "")
    if version == "{python}":
        version = platform.python_version()
    elif version.startswith("{"):
        version = wheels.wheel(version[1:-1]).version
    texts = [_text(place, wheels) for place in told["texts"]]
    more = {key: told.get(key, "") for key in ("note", "copyright")}
    return Part(told["name"], version, told["licence"], sorted(set(files)), texts, **more)


def _text(place: str, wheels: Wheels) -> str:
    kind, _colon, name = place.partition(":")
    if kind == "wheel":
        return wheels.licence_file(name)
    folder = {"python": Path(sysconfig.get_path("stdlib")), "project": ROOT, "file": wheels.folder}[kind]
    if kind == "python" and not (folder / name).is_file():
        folder = Path(sys.base_prefix)  # where it is on Windows
    return (folder / name).read_text(encoding="utf-8", errors="replace")


def _linked(wheel: Distribution) -> Iterator[dict[str, Any]]:
    """What a wheel's own bill says is linked into it, named once."""
    seen = set()
    for file in sorted(wheel.files or [], key=str):
        if "/sboms/" not in str(file) or not str(file).endswith(".json"):
            continue
        for each in json.loads(file.read_text(encoding="utf-8")).get("components", []):
            name = (each["name"], each.get("version", ""))
            if name not in seen and _key(each["name"]) != _key(wheel.metadata["Name"]):
                seen.add(name)
                kept = {key: each[key] for key in ("type", "name", "version", "licenses", "purl") if key in each}
                yield kept | ({"purl": each["purl"].partition("?")[0]} if "purl" in each else {})


def licence_of(component: dict[str, Any]) -> str:
    """The licence that a component names."""
    named = [each.get("expression") or each.get("license", {}) for each in component.get("licenses", [])]
    words = [each if isinstance(each, str) else each.get("id") or each.get("name") or "" for each in named]
    return ", ".join(filter(None, words)) or "see its own wheel"


def licence_name(wheel: Distribution) -> str:
    """What a wheel says its licence is, in a line."""
    told = wheel.metadata
    if expression := told.get_all("License-Expression"):
        return str(expression[0])
    listed = [each.split(" :: ")[-1] for each in told.get_all("Classifier") or [] if each.startswith("License ::")]
    first = "".join(told.get_all("License") or ()).strip().splitlines()[:1]
    return ", ".join(listed or first) or _SAID_NOWHERE[told["Name"]]


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_module(kind: str) -> bool:
    return kind.startswith(("PYMODULE", "PYSOURCE"))


def _as_licence(words: str) -> dict[str, Any]:
    """One SPDX name, an expression of several, or words that are neither."""
    if _SPDX.fullmatch(words):
        return {"expression": words} if " " in words else {"license": {"id": words}}
    return {"license": {"name": words}}


def _top(place: str) -> str:
    return place.partition("/")[0]


def _short(place: str) -> str:
    """A file's own name, but one line for data of which there are very many."""
    return re.sub(r"(locale-data|translations|lib-dynload)/.*", r"\1", place)


def written(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """Write parts.json and the licence texts; returns them as entries for PyInstaller. Raises NoLicence."""
    found = parts([*entries, ("@program", "", "EXECUTABLE")], Wheels(Path(sysconfig.get_path("purelib"))))
    folder = work / "licences"
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[str, Path] = {}
    for part in found:
        # The weights of a font share a name and a text.
        name = part.name.partition("-")[0] if part.name.endswith(".ttf") else part.name
        made[name] = folder / f"{name.removesuffix('.ttf')}.txt"
        made[name].write_text(part.text(), encoding="utf-8")
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "components": [part.component() for part in found],
    }
    path = work / "parts.json"
    path.write_text(json.dumps(bill, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    texts = [(f"resources/licences/{each.name}", str(each), "DATA") for each in sorted(set(made.values()))]
    return [("resources/parts.json", str(path), "DATA"), *texts]


if __name__ == "__main__":
    sys.exit("Run by packaging/build.")
