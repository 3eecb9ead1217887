"""The Flatpak gives the program no network and no home, and is made of the lock file's wheels alone."""

import json
import re
import shutil
import subprocess

import pytest

from tests.support.linux_package import LINUX, ROOT, script

MANIFEST = LINUX / "flatpak" / "alt.leeward.Leeward.json"
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")

PERMISSIONS = {
    "--share=ipc",  # shared memory with the X server
    "--socket=wayland",
    "--socket=fallback-x11",
    "--device=dri",
    "--talk-name=org.kde.StatusNotifierWatcher",  # the icon beside the clock
    "--system-talk-name=org.freedesktop.login1",  # closes the journal before the computer sleeps
}
"""All that was decided. Files, notifications and the colour scheme come through portals, which need none."""


@pytest.fixture(scope="module")
def manifest():
    return json.loads(MANIFEST.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheels():
    return json.loads((MANIFEST.parent / "wheels.json").read_text(encoding="utf-8"))


def test_the_permissions_are_those_that_were_decided(manifest):
    assert set(manifest["finish-args"]) == PERMISSIONS
    assert len(manifest["finish-args"]) == len(PERMISSIONS)


def test_no_permission_reaches_the_network_or_the_home(manifest):
    words = json.dumps(manifest)
    assert not re.search(r"--share=network|--filesystem|--socket=session-bus|--socket=system-bus|--allow|home", words)


def test_no_part_of_it_is_brought_from_an_address(manifest, wheels):
    assert "://" not in json.dumps([manifest, wheels])


def test_its_names_are_the_program_s(manifest):
    identity = script("identity")
    assert manifest["app-id"] == identity.APP_ID == MANIFEST.stem
    assert manifest["command"] == identity.PACKAGE


def test_every_wheel_is_pinned_by_a_hash_of_the_lock_file(wheels):
    for wheel in wheels:
        assert f"sha256:{wheel['sha256']}" in LOCK, wheel["path"]


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_every_library_of_the_lock_file_is_there_for_each_machine(wheels, machine):
    """Run `packaging/linux/flatpak.py pin` after a change of the lock file."""
    mine = [each["path"].rpartition("/")[2] for each in wheels if machine in each.get("only-arches", [machine])]
    there = sorted("==".join(name.split("-")[:2]).lower().replace("_", "-").replace(".", "-") for name in mine)
    lines = script("flatpak").requirements(machine)
    wanted = re.findall(r"^([A-Za-z0-9._-]+==\S+)", lines, re.M)
    assert there == sorted(each.lower().replace("_", "-").replace(".", "-") for each in wanted)


def test_every_file_that_it_installs_is_there(manifest):
    commands = " ".join(manifest["modules"][1]["build-commands"])
    named = re.findall(r"(?:packaging|resources)/[\w./-]+\.(?:desktop|xml|svg)", commands)
    assert len(named) == 4
    assert all((ROOT / name).is_file() for name in named)


def test_the_icons_are_of_the_sizes_of_the_debian_package(manifest):
    command = next(each for each in manifest["modules"][1]["build-commands"] if each.startswith("for size"))
    assert tuple(map(int, re.findall(r"\d+(?= |;)", command.partition(";")[0] + ";"))) == script("tree").ICON_SIZES


def test_flatpak_builder_reads_it(tmp_path):
    tool = shutil.which("flatpak-builder")
    if tool is None:
        pytest.skip("flatpak-builder is not installed")
    command = [tool, "--show-manifest", str(MANIFEST)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["id"] == MANIFEST.stem
