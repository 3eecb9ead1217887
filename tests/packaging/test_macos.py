"""What can be seen here of the macOS package. The system itself was never there: packaging/GUIDE.md says so."""

import importlib.util
import plistlib
import re
import subprocess
from pathlib import Path

import pytest
from platformdirs.macos import MacOS

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "packaging" / "macos"
BUILD = (HERE / "build").read_text(encoding="utf-8")


def loaded(name: str, path: Path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


INFO = loaded("info_plist", HERE / "info_plist.py")
ELSEWHERE = loaded("elsewhere", ROOT / "packaging" / "frozen" / "elsewhere.py")


@pytest.mark.parametrize("machine", ["arm64", "x86_64"])
def test_info_plist_can_be_written_and_read(machine):
    read = plistlib.loads(plistlib.dumps(INFO.info_plist("1.0.0", machine)))
    assert read["CFBundleIdentifier"] == INFO.IDENTIFIER
    assert read["CFBundleShortVersionString"] == "1.0.0"
    assert set(read["CFBundleLocalizations"]) == {"en", "de", "es", "fr", "uk"}


def test_the_oldest_system_is_the_one_for_which_the_lock_has_wheels():
    locks = loaded("test_locks", Path(__file__).parent / "test_locks.py")
    named = {name.split()[1].rstrip(","): name.split()[-1] for name in locks.SYSTEMS if name.startswith("macOS")}
    assert {f"{version}.0": kind for version, kind in named.items()} == {
        INFO.OLDEST["arm64"]: "Apple",
        INFO.OLDEST["x86_64"]: "Intel",
    }


def test_zip_files_are_opened_by_what_opened_them_before():
    (kind,) = INFO.info_plist("1", "arm64")["CFBundleDocumentTypes"]
    assert kind["LSHandlerRank"] == "Alternate"


def test_nothing_of_it_says_what_the_program_is_for():
    said = str(INFO.info_plist("1", "arm64")).lower()
    assert not any(word in said for word in ("symptom", "ptsd", "health", "medical", "trauma", "therapy"))


def test_no_right_to_the_network_is_asked_for():
    rights = plistlib.loads((HERE / "entitlements.plist").read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_files_that_the_build_names_are_there():
    named = re.findall(r"packaging/[\w/.-]+\.\w+", BUILD)
    assert "packaging/macos/entitlements.plist" in named
    assert all((ROOT / path).is_file() for path in named)
    assert (HERE / "leeward.icns").is_file()


def test_signing_and_notarising_are_parameters():
    assert "${LEEWARD_SIGN_IDENTITY:-" in BUILD
    assert "${LEEWARD_NOTARY_PROFILE:-" in BUILD


def test_an_app_signed_for_this_computer_alone_is_not_under_the_hardened_runtime():
    """That loads only what the same team signed, and such an app has no team: it would not start."""
    alone, known = re.search(r'if \[ "\$identity" = - \]; then\n(.+?)\nelse\n(.+?)\nfi', BUILD, re.DOTALL).groups()
    assert "runtime" not in alone
    assert "entitlements" not in alone
    assert "--options runtime" in known
    assert BUILD.count("--options runtime") == 1


def test_everything_inside_the_app_is_signed_before_the_app():
    signed = [BUILD.index(each) for each in ("'*.dylib'", "'*.framework'", '--sign "$identity" "$app"')]
    assert signed == sorted(signed)
    assert not re.search(r"codesign --force[^\n]*--deep", BUILD)


def made_keychain(tmp_path, **given):
    """What the script calls, with stand-ins for macOS's own commands; each also says whether its files are there."""
    for name in ("security", "xcrun"):
        (tmp_path / name).write_text(
            '#!/bin/sh\nfor each; do [ ! -f "$each" ] || cat "$each" >>"$CALLED.files"; done\n'
            f'echo "{name} $*" >>"$CALLED"\n'
        )
        (tmp_path / name).chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "CALLED": str(tmp_path / "called"), **given}
    command = [str(HERE / "keychain"), str(tmp_path / "one.keychain-db"), "leeward"]
    subprocess.run(command, env=environment | {"TMPDIR": str(tmp_path)}, check=True)
    called = tmp_path / "called"
    return called.read_text().splitlines() if called.exists() else []


def test_without_a_certificate_no_keychain_is_made(tmp_path):
    assert made_keychain(tmp_path, CERTIFICATE="", NOTARY_KEY="key") == []


def test_a_keychain_has_the_certificate_and_the_notarys_key_and_leaves_no_file(tmp_path):
    notary = {"NOTARY_KEY": "the key", "NOTARY_KEY_ID": "K", "NOTARY_KEY_ISSUER": "I"}
    calls = made_keychain(tmp_path, CERTIFICATE="cDEyCg==", CERTIFICATE_PASSWORD="it is", **notary)
    assert [each.split()[1] for each in calls] == [
        "create-keychain",
        "set-keychain-settings",
        "unlock-keychain",
        "import",
        "set-key-partition-list",
        "list-keychains",
        "notarytool",
    ]
    assert (tmp_path / "called.files").read_text() == "p12\nthe key\n"
    assert not list(tmp_path.glob("**/*.p12")) + list(tmp_path.glob("**/*.p8"))


def test_a_keychain_without_the_notarys_key_signs_alone(tmp_path):
    calls = made_keychain(tmp_path, CERTIFICATE="cDEyCg==", CERTIFICATE_PASSWORD="it is")
    assert not [each for each in calls if "notarytool" in each]


@pytest.mark.parametrize("script", ["build", "keychain", "remove"])
def test_the_scripts_can_be_read_by_the_shell(script):
    subprocess.run(["bash", "-n", str(HERE / script)], check=True)


def test_removing_it_leaves_journals_and_says_where_they_are(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    data = Path(MacOS("Leeward", appauthor=False).user_data_dir)
    assert data.is_relative_to(tmp_path)
    (data / "journal").mkdir(parents=True)
    (data / "journal" / "journal.keys").write_text("kept")
    agents = tmp_path / "Library" / "LaunchAgents"
    agents.mkdir()
    for name in ("leeward.plist", "other.plist"):
        (agents / name).write_text("")
    app = tmp_path / "Applications" / "Leeward.app"
    (app / "Contents").mkdir(parents=True)
    done = subprocess.run([HERE / "remove"], check=True, capture_output=True, text=True)
    assert not app.exists()
    assert [each.name for each in agents.iterdir()] == ["other.plist"]
    assert (data / "journal" / "journal.keys").read_text() == "kept"
    assert str(data) in done.stdout


def test_it_removes_nothing_that_is_not_the_app(tmp_path):
    (tmp_path / "Documents").mkdir()
    done = subprocess.run([HERE / "remove", tmp_path / "Documents"], check=False, env={"HOME": str(tmp_path)})
    assert done.returncode == 2
    assert (tmp_path / "Documents").is_dir()


def test_only_the_parts_of_qt_that_are_used_go_in():
    lib = "PySide6/Qt/lib"
    taken = [
        f"{lib}/QtCore.framework/Versions/A/QtCore",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/QtWidgets.abi3.so",
    ]
    left = [
        f"{lib}/QtNetwork.framework/Versions/A/QtNetwork",
        f"{lib}/QtQml.framework/Versions/A/QtQml",
        "PySide6/Qt/plugins/tls/libqsecuretransportbackend.dylib",
        "PySide6/Qt/plugins/imageformats/libqsvg.dylib",
    ]
    assert [name for name in taken + left if ELSEWHERE.takes_binary(name)] == taken
    assert ELSEWHERE.takes_data(f"{lib}/QtCore.framework/Versions/A/Resources/Info.plist")
    assert not ELSEWHERE.takes_data(f"{lib}/QtNetwork.framework/Versions/A/Resources/Info.plist")
