"""Writes the bill of materials, CycloneDX 1.6 as JSON: every library of the lock file and every font.

    python packaging/bill_of_materials.py [FILE]

Read from the lock file, so it names what is installed on every system, each with its hashes; licences
from the packages installed here. The same lock gives the same bill: no date, no random serial number.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
FONTS = ROOT / "resources" / "fonts"
FONT_LICENCE = "OFL-1.1"
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]*))?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill() -> dict[str, Any]:
    """The whole bill."""
    components = [*libraries(LOCK.read_text(encoding="utf-8")), *fonts()]
    of_content = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components, sort_keys=True))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{of_content}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": _version(project),
            }
        },
        "components": components,
    }


def libraries(lock: str) -> Iterator[dict[str, Any]]:
    """A component for each line of the lock that pins a version, with the hashes of its files."""
    for block in re.split(r"\n(?=\S)", lock):
        pinned = _PINNED.match(block)
        if pinned is None:
            continue
        name, version = pinned["name"], pinned["version"]
        component: dict[str, Any] = {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{version}",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            "licenses": _licences(name),
            "hashes": [],
            "properties": [{"name": "leeward:file-sha256", "value": each} for each in _HASH.findall(block)],
        }
        if pinned["marker"]:
            component["properties"].insert(0, {"name": "leeward:only-where", "value": pinned["marker"].strip()})
        yield {key: value for key, value in component.items() if value}


def fonts() -> Iterator[dict[str, Any]]:
    """A component for each font that is shipped."""
    for path in sorted(FONTS.glob("*.ttf")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        yield {
            "type": "file",
            "bom-ref": f"font:{path.stem}",
            "name": path.name,
            "licenses": [{"license": {"id": FONT_LICENCE}}],
            "hashes": [{"alg": "SHA-256", "content": digest}],
        }


def _licences(name: str) -> list[dict[str, Any]]:
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:  # of another system
        return []
    if expression := found.get_all("License-Expression"):
        return [{"expression": expression[0]}]
    listed = [each.split(" :: ")[-1] for each in found.get_all("Classifier", []) if each.startswith("License ::")]
    text = "".join(found.get_all("License") or ()).strip().splitlines()[:1]
    return [{"license": {"name": each}} for each in listed or text]


def _version(project: dict[str, Any]) -> str:
    if "version" in project:
        return str(project["version"])
    source = (ROOT / "journal" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', source)
    return found[1] if found else "0"


def main() -> None:
    """Write to the file named, or print."""
    text = json.dumps(bill(), indent=1, sort_keys=True) + "\n"
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
