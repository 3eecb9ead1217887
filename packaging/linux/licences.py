"""Writes Debian's copyright file: every part inside the frozen program, its licence, and each licence's words.

python packaging/linux/licences.py FROZEN   FROZEN is dist/leeward, whose own bill of materials is read.

Words that every Debian system has in /usr/share/common-licenses are named, not repeated (policy 12.5).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from identity import HERE

COMMON = "/usr/share/common-licenses"
_END = r"END OF TERMS AND CONDITIONS"
_WHOLE = {
    "Apache-2.0": rf"Apache License\s+Version 2\.0, January 2004.*?{_END}",
    "LGPL-3": r"GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3, 29 June 2007.*?choose that version for the\s+Library\.",
    "GPL-3": rf"GNU GENERAL PUBLIC LICENSE\s+Version 3, 29 June 2007.*?{_END}",
    "GPL-2": rf"GNU GENERAL PUBLIC LICENSE\s+Version 2, June 1991.*?{_END}",
    "MPL-2.0": r"Mozilla Public License Version 2\.0\s+=+.*?defined\s+by\s+the\s+Mozilla\s+Public\s+License,"
    r"\s+v\.\s+2\.0\.",
    "CC0-1.0": r"CC0 1\.0 Universal(?=\s+CREATIVE COMMONS CORPORATION).*?\(?use of the Work\.",
}
"""From the first to the last words of each licence that Debian has, by the name that it has there."""

_WHOLE_TEXTS = {name: re.compile(pattern, re.DOTALL) for name, pattern in _WHOLE.items()}


def copyright_file(frozen: Path) -> str:
    """The whole file; words that several parts share stand once. Raises OSError where a part has none."""
    resources = frozen / "_internal" / "resources"
    parts = json.loads((resources / "parts.json").read_text(encoding="utf-8"))["components"]
    lines = [(HERE / "copyright-head.txt").read_text(encoding="utf-8").rstrip(), ""]
    numbers: dict[str, int] = {}
    for part in parts:
        words = (resources / "licences" / f"{text_name(part['name'])}.txt").read_text(encoding="utf-8")
        lines += _entry(part, numbers.setdefault(without_common(words).strip(), len(numbers) + 1))
    for words, number in numbers.items():
        lines += ["", f"=== Words {number} " + "=" * 60, "", words]
    return "\n".join(line.rstrip() for line in "\n".join(lines).splitlines()) + "\n"


def text_name(part: str) -> str:
    """What the file of a part's words is called: the weights of a font share one (frozen/parts.py)."""
    return part.partition("-")[0] if part.endswith(".ttf") else part


def without_common(words: str) -> str:
    """The same words, with a pointer for each licence that Debian has."""
    for name, whole in _WHOLE_TEXTS.items():
        words = whole.sub(f"[The full text of this licence is in {COMMON}/{name}.]", words)
    return words


def _entry(part: dict[str, Any], number: int) -> list[str]:
    files = [each["value"] for each in part.get("properties", [])]
    inside = ", ".join(f"_internal/{each}" for each in files if each != "@program")
    lines = [f"  Where: {inside or 'leeward'}", f"  Licence: {_licence(part)}"]
    if said := part.get("copyright"):
        lines.append(f"  Copyright: {said}")
    return ["", f"{part['name']} {part.get('version', '')}", *lines, f"  Words: {number} below"]


def _licence(part: dict[str, Any]) -> str:
    told = ((each, each.get("license", {})) for each in part["licenses"])
    return ", ".join(each.get("expression") or named.get("id") or named["name"] for each, named in told)


if __name__ == "__main__":
    print(copyright_file(Path(sys.argv[1])), end="")
