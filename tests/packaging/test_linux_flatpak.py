"""The Flatpak gives the program no network and no home, and is made of the lock file's wheels alone."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal import __version__
from tests.support.linux_package import LINUX, ROOT, needs, script

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


@pytest.fixture
def installed(manifest, tmp_path):
    """What the commands of the manifest install, beneath a folder in the place of /app, with the icons renamed."""
    source, app = tmp_path / "source", tmp_path / "app"
    (source / "build" / "flatpak").mkdir(parents=True)
    for name in ("journal", "resources", "packaging"):
        (source / name).symlink_to(ROOT / name)
    told = source / "build" / "flatpak" / f"{MANIFEST.stem}.metainfo.xml"
    told.write_text(script("flatpak").metainfo_inside(), encoding="utf-8")
    for command in manifest["modules"][1]["build-commands"]:
        subprocess.run(["sh", "-euc", command.replace("/app/", f"{app}/")], cwd=source, check=True)
    for icon in (app / "share" / "icons").rglob(f"{manifest['rename-icon']}*"):  # as flatpak-builder does
        icon.rename(icon.with_name(MANIFEST.stem + icon.name.removeprefix(manifest["rename-icon"])))
    entry = app / "share" / "applications" / f"{MANIFEST.stem}.desktop"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace(f"Icon={manifest['rename-icon']}\n", f"Icon={MANIFEST.stem}\n"), encoding="utf-8")
    return app


def test_what_it_installs_answers(installed, tmp_path):
    environment = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": str(tmp_path)}
    command = [installed / "bin" / "leeward", "--version"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"leeward, version {__version__}\n"


def test_the_metainfo_names_the_icon_that_is_installed(installed):
    told = (installed / "share" / "metainfo" / f"{MANIFEST.stem}.metainfo.xml").read_text(encoding="utf-8")
    (icon,) = re.findall(r"<icon[^>]*>([^<]+)</icon>", told)
    assert list((installed / "share" / "icons").rglob(f"{icon}.svg"))
    assert f"Icon={icon}\n" in (installed / "share/applications" / f"{MANIFEST.stem}.desktop").read_text("utf-8")


def test_a_software_centre_can_show_it(installed, tmp_path):
    if not list(Path("/usr/libexec").glob("appstreamcli-compose")):
        pytest.skip("appstream-compose is not installed")
    installed.rename(tmp_path / "usr")
    (tmp_path / "root").mkdir()
    (tmp_path / "usr").rename(tmp_path / "root" / "usr")
    folders = [f"--{name}-dir={tmp_path / name}" for name in ("data", "icons", "hints")]
    command = [needs("appstreamcli"), "compose", "--no-net", f"--origin={MANIFEST.stem}", *folders]
    command += [f"--result-root={tmp_path}", f"--components={MANIFEST.stem}", str(tmp_path / "root")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Success!" in done.stdout, done.stdout


def test_flatpak_takes_its_rights_and_what_it_shows_outside(installed, manifest, tmp_path):
    tool = needs("flatpak")
    (tmp_path / "made").mkdir()
    installed.rename(tmp_path / "made" / "files")
    (tmp_path / "made" / "var").mkdir()
    runtime, sdk = (f"{manifest[name]}/x86_64/{manifest['runtime-version']}" for name in ("runtime", "sdk"))
    head = f"[Application]\nname={MANIFEST.stem}\nruntime={runtime}\nsdk={sdk}\n"
    (tmp_path / "made" / "metadata").write_text(head)
    command = [tool, "build-finish", f"--command={manifest['command']}", *manifest["finish-args"], "made"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    shown = [path for path in (tmp_path / "made" / "export").rglob("*") if path.is_file()]
    kinds = {path.suffix for path in shown}
    assert kinds == {".desktop", ".xml", ".png", ".svg"}
    assert {path.name for path in shown if path.suffix == ".xml"} >= {f"{MANIFEST.stem}.xml"}
    told = (tmp_path / "made" / "metadata").read_text()
    assert "shared=ipc;\n" in told
    assert "filesystems" not in told


def test_flatpak_builder_reads_it(tmp_path):
    tool = shutil.which("flatpak-builder")
    if tool is None:
        pytest.skip("flatpak-builder is not installed")
    command = [tool, "--show-manifest", str(MANIFEST)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["id"] == MANIFEST.stem
