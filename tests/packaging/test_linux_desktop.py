"""What the Linux desktop is told about the program: valid, in every language, and of one mind with itself."""

import configparser
import os
import re
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest

from journal import __version__
from journal.model import errors
from journal.texts.translation import LANGUAGES
from tests.support.linux_package import LINUX, needs, script

OTHERS = sorted(set(LANGUAGES) - {"en"})
MIME_TYPE = "application/x-leeward-backup"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def identity():
    return script("identity")


@pytest.fixture(scope="module")
def entry(identity):
    reader = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    reader.optionxform = str
    reader.read_string((LINUX / f"{identity.APP_ID}.desktop").read_text(encoding="utf-8"))
    return reader


@pytest.fixture(scope="module")
def metainfo(identity):
    return ElementTree.fromstring(identity.metainfo())  # noqa: S314 our own


def test_the_menu_entry_is_valid(identity):
    subprocess.run([needs("desktop-file-validate"), str(LINUX / f"{identity.APP_ID}.desktop")], check=True)


def test_the_metainfo_is_valid(identity, tmp_path):
    path = tmp_path / f"{identity.APP_ID}.metainfo.xml"
    path.write_text(identity.metainfo(), encoding="utf-8")
    done = subprocess.run(
        [needs("appstreamcli"), "validate", "--no-net", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("language", OTHERS)
def test_the_menu_entry_speaks_every_language(entry, language):
    for group in entry.sections():
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            if key in entry[group] and not (group == "Desktop Entry" and key == "Name"):
                assert f"{key}[{language}]" in entry[group], group


def test_the_menu_entry_says_nothing_of_health(entry):
    """Anyone who opens the computer can read it."""
    words = " ".join(entry["Desktop Entry"].values()).casefold()
    assert not re.search(r"sympt|симптом|ptsd|tept|ptbs|tspt|птср|medic|health|trauma", words)


def test_every_action_has_a_name_and_a_command(entry):
    named = [name for name in entry["Desktop Entry"]["Actions"].split(";") if name]
    assert {f"Desktop Action {name}" for name in named} == set(entry.sections()) - {"Desktop Entry"}
    for name in named:
        assert entry[f"Desktop Action {name}"]["Exec"].split()[0] == "leeward"


@pytest.mark.parametrize("language", OTHERS)
def test_the_metainfo_speaks_every_language(metainfo, language):
    for parent in metainfo.iter():
        told = [(child.tag, child.get(LANG)) for child in parent]
        for tag in ("summary", "developer_name", "p", "li"):
            assert told.count((tag, language)) == told.count((tag, None)), (parent.tag, tag)


def test_the_metainfo_lists_the_languages_that_are_there(metainfo):
    assert {each.text for each in metainfo.iter("lang")} == set(LANGUAGES)


def test_the_metainfo_is_of_this_version(metainfo):
    (release,) = metainfo.iter("release")
    assert release.get("version") == __version__


def test_metainfo_menu_entry_and_mime_type_name_each_other(identity, metainfo, entry):
    assert metainfo.findtext("id") == identity.APP_ID
    assert metainfo.findtext("launchable") == f"{identity.APP_ID}.desktop"
    assert metainfo.findtext("provides/mediatype") == MIME_TYPE
    assert entry["Desktop Entry"]["MimeType"] == f"{MIME_TYPE};"
    assert entry["Desktop Entry"]["Icon"] == metainfo.findtext("icon")


def test_the_program_is_in_no_domain_of_anybody(identity):
    assert identity.APP_ID.startswith("alt.")


def mime_file():
    path = LINUX / "leeward-backup.xml"
    return ElementTree.parse(path).getroot().find(f"{MIME}mime-type")  # noqa: S314 our own


@pytest.mark.parametrize("language", OTHERS)
def test_the_mime_type_speaks_every_language(language):
    assert [each for each in mime_file().iter(f"{MIME}comment") if each.get(LANG) == language]


def test_the_mime_type_knows_a_backup_by_what_it_begins_with():
    from journal.store.key_file import KEY_FILE

    golden = next((LINUX.parents[1] / "tests" / "golden").glob("schema-*.zip"))
    (outer, inner) = mime_file().iter(f"{MIME}match")
    begins = golden.read_bytes()[:64]
    assert begins[:4] == outer.get("value").encode().decode("unicode_escape").encode("latin-1")
    assert begins[int(inner.get("offset")) :].startswith(inner.get("value").encode())
    assert inner.get("value") == KEY_FILE


def test_the_mime_database_takes_it(tmp_path):
    folder = tmp_path / "mime" / "packages"
    folder.mkdir(parents=True)
    shutil.copy(LINUX / "leeward-backup.xml", folder / "leeward.xml")
    subprocess.run([needs("update-mime-database"), str(folder.parent)], check=True, capture_output=True)
    assert MIME_TYPE in (folder.parent / "types").read_text()


def kind_of(path, data):
    """What GLib, and so most desktops, take a file for."""
    asked = [needs("gio"), "info", "-a", "standard::content-type", str(path)]
    environment = os.environ | {"XDG_DATA_HOME": str(data), "LC_ALL": "C.UTF-8"}
    told = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout
    return told.rpartition("standard::content-type:")[2].strip()


def test_a_backup_is_known_by_its_content_and_any_other_zip_file_stays_one(tmp_path):
    folder = tmp_path / "data" / "mime" / "packages"
    folder.mkdir(parents=True)
    shutil.copy(LINUX / "leeward-backup.xml", folder / "leeward.xml")
    subprocess.run([needs("update-mime-database"), str(folder.parent)], check=True, capture_output=True)
    golden = next((LINUX.parents[1] / "tests" / "golden").glob("schema-*.zip"))
    for name in ("backup-2026-10-29-210005.zip", "notes-0123abcd-2026-10-29-210005.zip"):
        shutil.copyfile(golden, tmp_path / name)
        assert kind_of(tmp_path / name, tmp_path / "data") == MIME_TYPE
    for name in ("photos.zip", "backup-2026-10-29-210006.zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("other.txt", "")
        assert kind_of(tmp_path / name, tmp_path / "data") == "application/zip"


def manual():
    page = script("man_page").page()
    return page, " ".join(page.replace("\\-", "-").replace("\\fR", "").replace("\\fB", "").split())


def test_the_manual_has_every_command_and_option_of_the_help():
    import click

    from journal.cli.commands import build

    group = build(lambda _folder: 0)
    _page, text = manual()
    for name, command, context in script("man_page").visible(group, click.Context(group, info_name="leeward")):
        assert f".SS {name} " in text
        for option in (each for each in command.params if isinstance(each, click.Option) and not each.hidden):
            assert option.opts[0] in text, (name, context)


def test_the_manual_has_every_exit_code():
    codes = {each.exit_code for each in vars(errors).values() if hasattr(each, "exit_code")}
    assert codes <= {code for code, _meaning in script("man_page").EXIT_CODES}


def test_the_manual_is_well_formed(tmp_path):
    path = tmp_path / "leeward.1"
    path.write_text(manual()[0], encoding="utf-8")
    done = subprocess.run(
        [needs("mandoc"), "-T", "lint", "-W", "warning", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_ask_the_program(shell):
    text = script("completions").script(shell)
    assert f"_LEEWARD_COMPLETE={shell}_complete" in text


def test_a_shell_that_asks_gets_the_commands(tmp_path):
    import sys

    asked = {"_LEEWARD_COMPLETE": "bash_complete", "COMP_WORDS": "leeward re", "COMP_CWORD": "1", "DISPLAY": ":99"}
    code = "import sys; sys.argv[0] = 'leeward'; from journal.__main__ import main; main()"
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, env=os.environ | asked | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert {"plain,report", "plain,restore"} <= set(done.stdout.split())
