"""One place says the version, one the day of the release; every package takes them from there."""

import importlib.util
import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from journal import __version__
from tests.support.linux_package import script

ROOT = Path(__file__).resolve().parents[2]
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
GIVEN_BY_OTHERS = ("packaging/requirements", "packaging/wheels.txt")
"""Lists of libraries, which have versions of their own."""


def of(path: str):
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_newest_heading_of_the_changes_is_this_version_and_its_day():
    version, day = re.search(r"^## (\S+) \((.+)\)$", CHANGES, re.MULTILINE).groups()
    assert version == __version__
    assert CHANGES.index("## ") == CHANGES.index(f"## {version}")
    assert date(2026, 1, 1) < date.fromisoformat(day)


def test_the_metainfo_has_the_day_of_the_release():
    (release,) = ElementTree.fromstring(script("identity").metainfo()).iter("release")  # noqa: S314 our own
    assert f"## {release.get('version')} ({release.get('date')})" in CHANGES


def test_a_version_without_its_heading_is_no_release(monkeypatch):
    identity = script("identity")
    monkeypatch.setattr(identity, "version", lambda: "9.9.9")
    with pytest.raises(AssertionError, match="CHANGELOG"):
        identity.release_date()


def test_the_packages_of_linux_have_this_version():
    assert script("debian_texts").debian_version() == f"{__version__}-1"
    assert f'"Leeward {__version__}"' in script("man_page").page()


def test_the_packages_of_windows_and_macos_have_this_version():
    windows = of("packaging/windows/version_info.py")
    assert windows.version() == __version__
    assert f"'ProductVersion', '{__version__}'" in windows.version_info(windows.version())
    assert "info_plist(__version__)" in (ROOT / "packaging/frozen/leeward.spec").read_text()
    assert "/DVersion=$version" in (ROOT / "packaging/windows/build.ps1").read_text()


@pytest.mark.parametrize("told", [None, '{"date": "2026-11-22"}', '{"version": "0.0.9"}'])
def test_a_program_frozen_from_another_version_is_not_packed(tmp_path, told):
    if told:
        (tmp_path / "_internal/resources").mkdir(parents=True)
        (tmp_path / "_internal/resources/build.json").write_text(told)
    with pytest.raises(SystemExit, match="another version than the source"):
        script("deb").check_version(tmp_path)


def test_the_frozen_program_is_told_its_version_and_is_packed_as_that(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    ((place, source, _kind), _licence) = of("packaging/frozen/facts.py").written(tmp_path)
    (tmp_path / "_internal" / place).parent.mkdir(parents=True)
    (tmp_path / "_internal" / place).write_bytes(Path(source).read_bytes())
    script("deb").check_version(tmp_path)


def test_the_bill_of_materials_has_this_version():
    assert of("packaging/bill_of_materials.py").bill()["metadata"]["component"]["version"] == __version__


def test_the_project_reads_its_version_from_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "journal/__init__.py"


def test_no_other_file_names_the_version_before():
    before = re.findall(r"^## (\d\S+)", CHANGES, re.MULTILINE)[1]
    found = subprocess.run(
        ["git", "grep", "-lIwF", before], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    assert [path for path in found if not path.startswith(GIVEN_BY_OTHERS)] == ["CHANGELOG.md"]
