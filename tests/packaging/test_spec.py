"""The one recipe of the frozen program, read as PyInstaller would on each system, with stand-ins for what it makes."""

import sys
import types
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "packaging" / "frozen"
OURS = ("chosen", "elsewhere", "facts", "lean", "ordered", "parts")


class Made:
    """What the recipe asked for."""

    def __init__(self):
        self.programs, self.collected, self.bundles = [], [], []

    def program(self, *_given, **named):
        self.programs.append(named)
        return types.SimpleNamespace(dependencies=[])


class Found:
    """What PyInstaller would have found."""

    def __init__(self, binaries):
        self.scripts, self.pure, self.datas = [("start", "start.py", "PYSOURCE")], [], []
        self.binaries = binaries


@pytest.fixture
def read(tmp_path, monkeypatch):
    def read(system: str, binaries: list[tuple[str, str, str]]) -> Made:
        made = Made()
        zipfile.ZipFile(tmp_path / "base_library.zip", "w").close()
        hooks = types.ModuleType("PyInstaller.utils.hooks")
        hooks.collect_submodules = hooks.collect_data_files = lambda _name: []
        for name in ("PyInstaller", "PyInstaller.utils"):
            monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
        monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
        monkeypatch.setattr(sys, "path", [str(FROZEN), *sys.path])
        monkeypatch.setattr(sys, "platform", system)
        for name in OURS:
            monkeypatch.delitem(sys.modules, name, raising=False)
        import facts
        import parts

        monkeypatch.setattr(facts, "written", lambda _work: [])
        monkeypatch.setattr(facts, "python_facts", str)
        monkeypatch.setattr(parts, "written", lambda _entries, _work: [])
        known = {
            "SPECPATH": str(FROZEN),
            "workpath": str(tmp_path),
            "Analysis": lambda *_given, **_named: Found(list(binaries)),
            "PYZ": lambda pure: pure,
            "EXE": made.program,
            "COLLECT": lambda *given, **_named: made.collected.append(given) or given,
            "BUNDLE": lambda *_given, **named: made.bundles.append(named),
        }
        exec(compile((FROZEN / "leeward.spec").read_text(encoding="utf-8"), "leeward.spec", "exec"), known)  # noqa: S102
        for name in OURS:
            sys.modules.pop(name, None)
        return made

    return read


def test_on_linux_it_makes_one_program(read):
    made = read("linux", [])
    assert [(each["name"], each["console"]) for each in made.programs] == [("leeward", True)]
    assert made.bundles == []


def test_on_windows_it_makes_one_for_the_window_and_one_for_commands(read):
    made = read("win32", [("PySide6\\Qt6Core.dll", "a", "BINARY"), ("PySide6\\Qt6Network.dll", "b", "BINARY")])
    assert {each["name"]: each["console"] for each in made.programs} == {"leeward": False, "leeward-console": True}
    assert all(Path(each["icon"]).is_file() for each in made.programs)
    assert str(made.programs[0]["version"]).endswith("version.txt")  # which build.ps1 writes before
    ((*_programs, binaries, _datas),) = made.collected
    assert [name for name, _source, _kind in binaries] == ["PySide6\\Qt6Core.dll"]


def test_on_macos_it_makes_an_app_and_keeps_the_links_of_frameworks(read):
    core = "PySide6/Qt/lib/QtCore.framework"
    made = read("darwin", [(f"{core}/Versions/A/QtCore", "a", "BINARY"), (f"{core}/QtCore", "b", "SYMLINK")])
    (bundle,) = made.bundles
    assert bundle["name"] == "Leeward.app"
    assert bundle["info_plist"]["CFBundleIdentifier"] == bundle["bundle_identifier"]
    assert Path(bundle["icon"]).is_file()
    ((_program, binaries, _datas),) = made.collected
    assert len(binaries) == 2


def test_on_macos_no_link_is_left_to_a_library_that_stays_out(read):
    """PyInstaller puts a link beside the program for every library that it finds in a folder below."""
    lib = "PySide6/Qt/lib/Qt{0}.framework/Versions/A/Qt{0}"
    there = [(lib.format(part), part, "BINARY") for part in ("Core", "Network")]
    links = [(f"Qt{part}", lib.format(part), "SYMLINK") for part in ("Core", "Network")]
    ((_program, binaries, _datas),) = read("darwin", [*there, *links]).collected
    assert sorted(name for name, _source, _kind in binaries) == [lib.format("Core"), "QtCore"]
