"""What can be seen here of the Windows package. The system itself was never there: packaging/GUIDE.md says so."""

import importlib.util
import re
from pathlib import Path

import pytest
from platformdirs import windows

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "packaging" / "windows"
INSTALLER = (HERE / "leeward.iss").read_text(encoding="utf-8")
BUILD = (HERE / "build.ps1").read_text(encoding="utf-8")
LANGUAGES = {"en", "de", "es", "fr", "uk"}


def sections() -> dict[str, list[str]]:
    found, current = {}, None
    for line in INSTALLER.splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line):
            current = found.setdefault(head[1], [])
        elif current is not None and line.strip() and not line.startswith((";", "#")):
            current.append(line)
    return found


SECTIONS = sections()
SETUP = dict(line.split("=", 1) for line in SECTIONS["Setup"])


def loaded(name: str, path: Path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_installs_for_this_person_without_an_administrator():
    assert SETUP["PrivilegesRequired"] == "lowest"
    assert "PrivilegesRequiredOverridesAllowed" not in SETUP
    assert SETUP["DefaultDirName"].startswith("{localappdata}")
    assert {line.split(";")[0] for line in SECTIONS["Registry"]} == {"Root: HKCU"}


def test_nothing_is_deleted_but_the_program_itself():
    assert "UninstallDelete" not in SECTIONS
    assert SECTIONS["InstallDelete"] == ['Type: filesandordirs; Name: "{app}\\_internal"']
    assert "DelTree" not in INSTALLER
    assert "DeleteFile" not in INSTALLER


def test_removing_it_says_where_journals_lie(monkeypatch):
    # platformdirs asks Windows; what it does with the answer can be seen here.
    monkeypatch.setattr(windows, "get_win_folder", lambda _name: "LOCAL")
    data = windows.Windows("Leeward", appauthor=False, roaming=False).user_data_dir
    (named,) = re.findall(r"ExpandConstant\('\{localappdata\}\\(\w+)'\)", INSTALLER)
    assert data == f"LOCAL/{named}"
    assert Path("Programs/Leeward") != Path(named)


def test_it_speaks_every_language():
    named = {re.search(r'Name: "(\w+)"', line)[1] for line in SECTIONS["Languages"]}
    assert named == LANGUAGES
    for message in ("OpenWith", "JournalsStay"):
        said = {line.split(".")[0] for line in SECTIONS["CustomMessages"] if f".{message}=" in line}
        assert said == LANGUAGES
    assert all("%1" in line for line in SECTIONS["CustomMessages"] if "JournalsStay" in line)


def test_zip_files_are_opened_by_what_opened_them_before():
    assert not re.search(r'Subkey: "Software\\Classes\\\.zip";', INSTALLER)
    assert r"Software\Classes\.zip\OpenWithProgids" in INSTALLER


def test_every_value_that_is_wanted_is_written():
    """A value of type none is only taken away when the program goes: right for what the program itself sets."""
    none = [line for line in SECTIONS["Registry"] if "ValueType: none" in line]
    assert [re.search(r"Subkey: \"([^\"]+)", line)[1].rpartition("\\")[2] for line in none] == ["Run"]
    assert all("dontcreatekey" in line for line in none)


@pytest.mark.parametrize("script", ["build.ps1", "try-installer.ps1"])
def test_a_command_that_fails_ends_the_script(script):
    """The preference is heeded from PowerShell 7.4 on; before, a failed command would be passed over."""
    text = (HERE / script).read_text(encoding="utf-8")
    assert text.startswith("#Requires -Version 7.4\n")
    assert "$PSNativeCommandUseErrorActionPreference = $true" in text


def test_a_command_that_signs_keeps_its_quotes_and_dollars_on_the_way_to_the_installer():
    assert """$SignCommand.Replace('$', '$$').Replace('"', '$q')""" in BUILD
    assert "/Sleeward=$forSetup `$f" in BUILD


def test_what_it_wrote_to_the_registry_goes_with_it():
    roots = {re.search(r'Subkey: "([^"]+)"', line)[1] for line in SECTIONS["Registry"]}
    gone = [re.search(r'Subkey: "([^"]+)"', line)[1] for line in SECTIONS["Registry"] if "uninsdeletekey" in line]
    values = [re.search(r'Subkey: "([^"]+)"', line)[1] for line in SECTIONS["Registry"] if "uninsdeletevalue" in line]
    assert all(any(root.startswith(key) for key in gone) or root in values for root in roots)


def test_the_start_at_login_is_the_programs_own_and_goes_with_it():
    from journal.host.autostart import RUN_KEY, RUN_NAME

    (line,) = [line for line in SECTIONS["Registry"] if RUN_KEY in line]
    assert f'ValueName: "{RUN_NAME}"' in line
    assert "ValueType: none" in line
    assert "uninsdeletevalue" in line
    assert "startup" not in INSTALLER.lower().replace("startupinfo", "")


def test_the_files_it_names_are_there():
    sources = [re.search(r'Source: "([^"{]+)"', line) for line in SECTIONS["Files"]]
    for name in [SETUP["SetupIconFile"], *(found[1] for found in sources if found)]:
        assert (HERE / name.replace("\\", "/")).is_file(), name
    for path in re.findall(r"packaging[\\/][\w\\/.-]+\.\w+", BUILD):
        assert (ROOT / path.replace("\\", "/")).is_file(), path


def test_signing_is_a_parameter_and_no_secret_stands_here():
    assert "[string]$SignCommand" in BUILD
    assert "#ifdef Signed" in INSTALLER
    assert not re.search(r"https?://", INSTALLER + BUILD)


@pytest.mark.parametrize(("said", "four"), [("1.0.0", (1, 0, 0, 0)), ("1.2.3rc4", (1, 2, 3, 4)), ("2", (2, 0, 0, 0))])
def test_what_windows_shows_of_the_file_is_what_pyinstaller_reads(said, four):
    module = loaded("version_info", HERE / "version_info.py")
    names = [
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    ]
    seen = []
    known = {name: lambda *given, _name=name, **named: seen.append((_name, given, named)) for name in names}
    eval(module.version_info(said), known)  # noqa: S307 PyInstaller does the same
    by_name = {name: (given, named) for name, given, named in seen}
    assert by_name["FixedFileInfo"][1]["filevers"] == four
    strings = {given[0]: given[1] for name, given, _named in seen if name == "StringStruct"}
    assert strings["ProductVersion"] == said
    assert strings["FileDescription"] == "Leeward"


def test_only_the_parts_of_qt_that_are_used_go_in():
    elsewhere = loaded("elsewhere", ROOT / "packaging" / "frozen" / "elsewhere.py")
    taken = ["PySide6\\Qt6Core.dll", "PySide6\\QtGui.pyd", "PySide6\\plugins\\platforms\\qwindows.dll", "python311.dll"]
    left = [
        "PySide6\\Qt6Network.dll",
        "PySide6\\Qt6Qml.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6\\plugins\\networkinformation\\qnetworklistmanager.dll",
        "PySide6\\plugins\\sqldrivers\\qsqlite.dll",
    ]
    assert [name for name in taken + left if elsewhere.takes_binary(name)] == taken
    assert elsewhere.takes_data("PySide6\\translations\\qtbase_de.qm")
    assert not elsewhere.takes_data("PySide6\\translations\\qtdeclarative_de.qm")
