"""The bill of materials names all that is shipped, with hashes, and is the same for the same lock."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text()


def made() -> str:
    command = [sys.executable, str(ROOT / "packaging" / "bill_of_materials.py")]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_every_library_of_the_lock_is_named_with_its_hashes():
    bill = json.loads(made())
    named = {part["name"] for part in bill["components"] if part["type"] == "library"}
    assert named == set(re.findall(r"^([A-Za-z0-9._-]+)==", LOCK, re.MULTILINE))
    hashes = {each["value"] for part in bill["components"] for each in part.get("properties", ())}
    assert set(re.findall(r"sha256:([0-9a-f]{64})", LOCK)) <= hashes


def test_every_font_is_named():
    named = {part["name"] for part in json.loads(made())["components"] if part["type"] == "file"}
    assert named == {path.name for path in (ROOT / "resources" / "fonts").glob("*.ttf")}


def test_what_is_installed_has_its_licence():
    parts = [part for part in json.loads(made())["components"] if part["type"] == "library"]
    without = [part["name"] for part in parts if "licenses" not in part]
    assert len(without) < len(parts) / 3, without


def test_the_same_lock_gives_the_same_bill():
    assert made() == made()


def test_every_pinned_file_has_a_hash():
    blocks = re.split(r"\n(?=\S)", LOCK)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block.splitlines()[0])
