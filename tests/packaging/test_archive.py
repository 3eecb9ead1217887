"""The archive's installer, run on a small stand-in for the program; and its list of libraries."""

import os
import re
import shutil
import subprocess

import pytest

from tests.support.frozen import FOLDER, ROOT, needs_build, script

ARCHIVE = ROOT / "packaging" / "frozen" / "archive"
OPTIONAL = {"libqgtk3.so", "libcupsprintersupport.so", "libqwayland.so", "libQt6WaylandClient.so.6"}
"""What Qt leaves aside where its libraries are missing: GTK's dialogs, printing, and Wayland, where X is used."""

OF_LIBC = re.compile(r"(libc|libm|libdl|librt|libpthread|ld-linux.*)\.so\.\d")


@pytest.fixture
def archive(tmp_path):
    """An unpacked archive whose program is a script."""
    top = tmp_path / "leeward 1.0"
    (top / "program").mkdir(parents=True)
    (top / "program" / "leeward").write_text("#!/bin/sh\necho leeward, version 1.0\n")
    (top / "program" / "leeward").chmod(0o755)
    for name in ("install.sh", "README.txt", "libraries.txt"):
        shutil.copy(ARCHIVE / name, top / name)
    (top / "share" / "icons").mkdir(parents=True)
    for name in ("alt.leeward.Leeward.desktop", "leeward-backup.xml"):
        shutil.copy(ROOT / "packaging" / "linux" / name, top / "share" / name)
    for name in ("leeward-16.png", "leeward.svg", "leeward-symbolic.svg"):
        shutil.copy(ROOT / "resources" / "icons" / name, top / "share" / "icons" / name)
    (top / "VERSION").write_text("1.0\n")
    return top


@pytest.fixture
def home(tmp_path):
    place = tmp_path / "a home"
    (place / ".local/share/leeward/journal").mkdir(parents=True)
    (place / ".local/share/leeward/journal/journal.db").write_text("what was written")
    return place


def run(script_path, home, *arguments):
    command = [str(script_path), *arguments]
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def files(home):
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file() or path.is_symlink()}


def test_it_is_set_up_below_the_home_alone(archive, home):
    done = run(archive / "install.sh", home)
    assert (done.returncode, done.stderr) == (0, "")
    link = home / ".local/bin/leeward"
    assert subprocess.run([link], capture_output=True, text=True, check=True).stdout == "leeward, version 1.0\n"
    entry = (home / ".local/share/applications/alt.leeward.Leeward.desktop").read_text()
    assert f'Exec="{home}/.local/lib/leeward/program/leeward" %f' in entry
    assert (home / ".local/share/icons/hicolor/16x16/apps/leeward.png").is_file()
    assert (home / ".local/share/mime/packages/leeward-backup.xml").is_file()


def test_taking_it_off_leaves_what_was_there_and_says_where_the_journal_is(archive, home):
    before = files(home)
    run(archive / "install.sh", home)
    autostart = home / ".config/autostart/leeward.desktop"
    autostart.parent.mkdir(parents=True)
    autostart.write_text(f"[Desktop Entry]\nExec={home}/.local/lib/leeward/program/leeward --in-tray\n")
    done = run(home / ".local/lib/leeward/install.sh", home, "--uninstall")
    assert done.returncode == 0
    assert f"{home}/.local/share/leeward" in done.stdout
    assert {name for name in files(home) if "mime" not in name} == before


def test_a_newer_one_takes_the_place_of_an_older_one(archive, home):
    run(archive / "install.sh", home)
    (archive / "program" / "old").write_text("")
    run(archive / "install.sh", home)
    (archive / "program" / "old").unlink()
    assert run(archive / "install.sh", home).returncode == 0
    assert not (home / ".local/lib/leeward/program/old").exists()


def test_somebody_elses_command_of_that_name_stays(archive, home):
    run(archive / "install.sh", home)
    link = home / ".local/bin/leeward"
    link.unlink()
    link.write_text("another program")
    run(archive / "install.sh", home, "--uninstall")
    assert link.read_text() == "another program"


def test_an_archive_that_is_not_whole_changes_nothing(archive, home):
    before = files(home)
    shutil.rmtree(archive / "program")
    done = run(archive / "install.sh", home)
    assert done.returncode == 1
    assert "not the whole archive" in done.stderr
    assert files(home) == before


def test_an_older_system_is_told_and_left_as_it_was(archive, home):
    before = files(home)
    (archive / "GLIBC").write_text("2.999\n")
    done = run(archive / "install.sh", home)
    assert done.returncode == 1
    assert "glibc 2.999 or later" in done.stderr
    assert files(home) == before


def test_a_system_that_is_new_enough_goes_on(archive, home):
    (archive / "GLIBC").write_text("2.4\n")
    assert run(archive / "install.sh", home).returncode == 0


def test_taking_off_what_is_not_there_is_no_fault(archive, home):
    before = files(home)
    assert run(archive / "install.sh", home, "--uninstall").returncode == 0
    assert files(home) == before


@needs_build
def test_the_list_names_every_library_of_the_system_that_is_linked():
    listed = {line.split()[0] for line in (ARCHIVE / "libraries.txt").read_text().splitlines() if line[0] != "#"}
    inside = {path.name for path in FOLDER.rglob("*.so*")}
    needed = set()
    for name in script("contents").libraries(FOLDER):
        if name.rpartition("/")[2] not in OPTIONAL and "/wayland-" not in name:
            path = str(FOLDER / "_internal" / name)
            told = subprocess.run(["readelf", "-dW", path], capture_output=True, text=True, check=True).stdout
            needed |= set(re.findall(r"\(NEEDED\).*\[(.*)\]", told))
    needed = {name for name in needed - inside if not OF_LIBC.match(name)} | {"libc.so.6"}
    assert needed == listed
