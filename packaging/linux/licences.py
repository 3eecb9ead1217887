"""Writes Debian's copyright file: every part inside the frozen program, its licence, and each licence's words.

python packaging/linux/licences.py FROZEN   FROZEN is dist/leeward; the wheels are read from build/venv.
"""

from __future__ import annotations

import json
import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

from identity import HERE, ROOT

COMMON = Path("/usr/share/common-licenses")
NOT_INSIDE = {"altgraph", "packaging", "pip", "pyinstaller-hooks-contrib", "setuptools"}
"""What only builds. PyInstaller's own start program is inside, so PyInstaller stays in the list."""

OF_QT = {"pyside6-essentials", "shiboken6"}
_LICENCE_FILE = re.compile(r"(?i)(^|/)(licen[cs]e|copying|notice)[^/]*$")
_APACHE = re.compile(r"Apache License\s+Version 2\.0, January 2004\s")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing inside, with where it stands below /usr/lib/leeward (empty: in the program file itself)."""

    name: str
    licence: str
    copyright: str = ""
    where: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    note: str = ""
    crates: tuple[str, ...] = field(default=())


def parts(frozen: Path) -> list[Part]:
    """Every part: those told by hand first, then a wheel each."""
    return [*_by_hand(), *sorted(_wheels(frozen), key=lambda part: part.name.casefold())]


def site_packages() -> Path:
    """Where the wheels are that were frozen."""
    return next((ROOT / "build" / "venv" / "lib").glob("python3*/site-packages"))


def _by_hand() -> Iterator[Part]:
    told = tomllib.loads((HERE / "bundled.toml").read_text(encoding="utf-8"))["part"]
    for each in told:
        yield Part(
            name=each["name"],
            licence=each["licence"],
            copyright=each["copyright"],
            where=tuple(each["where"]),
            texts=(_text(each["text"]),),
            note=each.get("note", ""),
        )


def _text(place: str) -> str:
    kind, _colon, name = place.partition(":")
    if kind == "common":
        return f"The full text is in {COMMON / name}.\n"
    folder = {"python": Path(sysconfig.get_path("stdlib")), "project": ROOT, "wheel": site_packages()}[kind]
    return (folder / name).read_text(encoding="utf-8")


def _wheels(frozen: Path) -> Iterator[Part]:
    for wheel in distributions(path=[str(site_packages())]):
        name = wheel.metadata["Name"]
        if re.sub(r"[-_.]+", "-", name).lower() not in NOT_INSIDE | OF_QT:
            yield Part(
                name=f"{name} {wheel.version}",
                licence=_licence(wheel),
                where=tuple(_where(wheel, frozen)),
                texts=tuple(_texts(wheel)),
                crates=tuple(_crates(wheel)),
            )


def _licence(wheel: Distribution) -> str:
    told = wheel.metadata
    if expression := told.get("License-Expression"):
        return str(expression)
    named = [each.split(" :: ")[-1] for each in told.get_all("Classifier") or [] if each.startswith("License ::")]
    first = (told.get("License") or "see below").strip().splitlines()[0]
    return ", ".join(named) or first


def _where(wheel: Distribution, frozen: Path) -> list[str]:
    """The folders and files below _internal that this wheel gave."""
    tops = {file.parts[0] for file in wheel.files or [] if len(file.parts) > 1 and not file.parts[0].startswith("..")}
    tops |= {str(file) for file in wheel.files or [] if len(file.parts) == 1}
    return sorted(f"_internal/{top}" for top in tops if (frozen / "_internal" / top).exists())


def _texts(wheel: Distribution) -> Iterator[str]:
    for file in sorted(wheel.files or [], key=str):
        if ".dist-info/" in str(file) and _LICENCE_FILE.search(str(file)):
            text = file.read_text(encoding="utf-8")
            yield f"The full text is in {COMMON / 'Apache-2.0'}.\n" if _APACHE.search(text[:600]) else text


def _crates(wheel: Distribution) -> list[str]:
    """Libraries in other languages that are linked into a wheel, as its own bill of materials lists them."""
    found = set()
    for file in wheel.files or []:
        if "/sboms/" in str(file) and str(file).endswith(".json"):
            for component in json.loads(file.read_text(encoding="utf-8")).get("components", []):
                told = [
                    each.get("expression") or each["license"].get("id", "") for each in component.get("licenses", [])
                ]
                found.add(f"{component['name']} {component.get('version', '')} ({' AND '.join(told) or 'see above'})")
    return sorted(found)


def copyright_file(frozen: Path) -> str:
    """The whole file; a text that several parts share stands once."""
    lines = [(HERE / "copyright-head.txt").read_text(encoding="utf-8").rstrip(), ""]
    numbers: dict[str, int] = {}
    for part in parts(frozen):
        lines += _entry(part, [numbers.setdefault(text.strip(), len(numbers) + 1) for text in part.texts])
    for text, number in numbers.items():
        lines += ["", f"=== Text {number} " + "=" * 60, "", text]
    return "\n".join(line.rstrip() for line in "\n".join(lines).splitlines()) + "\n"


def _entry(part: Part, texts: list[int]) -> list[str]:
    where = ", ".join(part.where) or "leeward (modules inside the program file)"
    lines = ["", f"{part.name}", f"  Where: {where}", f"  Licence: {part.licence}"]
    if part.copyright:
        lines.append(f"  Copyright: {part.copyright}")
    if texts:
        lines.append(f"  Words: text {', '.join(map(str, texts))} below")
    if part.note:
        lines.append(f"  {part.note}")
    if part.crates:
        lines += ["  Linked in, by its own bill of materials:", *(f"    {each}" for each in part.crates)]
    return lines


if __name__ == "__main__":
    print(copyright_file(Path(sys.argv[1])), end="")
