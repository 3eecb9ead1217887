"""The frozen program in dist/leeward: what is in it, what is not, and that it works without anything around it."""

import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.support.frozen import FOLDER, ROOT, leeward, needs_build, needs_same_source, script

pytestmark = needs_build
INSIDE = FOLDER / "_internal"
contents = script("contents")

NOT_INSIDE = {
    *("ssl", "_ssl", "_hashlib", "http.client", "http.server", "urllib.request", "asyncio", "socketserver", "ftplib"),
    *(
        "smtplib",
        "imaplib",
        "poplib",
        "xmlrpc.client",
        "requests",
        "urllib3",
        "certifi",
        "_sqlite3",
        "pip",
        "setuptools",
    ),
    *("pytest", "hypothesis", "mypy", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql"),
    *("PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtHttpServer", "PySide6.QtSvg", "tests"),
}
NOT_LINKED = re.compile(
    r"(?i)Qt6?(Network|Qml|Quick|Sql|Web|Http|RemoteObjects)|lib(ssl|crypto|curl|gnutls|sqlite3)\b|/tls/"
)


@pytest.fixture(scope="module")
def codes():
    return dict(contents.codes(FOLDER))


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home with a journal that the frozen program made."""
    place = tmp_path_factory.mktemp("home")
    (place / "passphrase").write_text("quiet harbour lights\n")
    assert len(opened(place, "init").split()) == 1
    return place


def opened(home, *arguments):
    return leeward(home, "--passphrase-file", str(home / "passphrase"), *arguments).stdout


def test_exactly_what_is_listed_is_inside():
    if not contents.is_for_here():
        pytest.skip(f"the lists are for {contents.MODULES.read_text().splitlines()[0]}")
    assert contents.differences(FOLDER) == [], "look at it; then ./packaging/build --lists"


@needs_same_source
def test_every_module_of_the_program_is_inside():
    sources = (path.relative_to(ROOT).with_suffix("") for path in (ROOT / "journal").rglob("*.py"))
    ours = {".".join(path.parts).removesuffix(".__init__") for path in sources}
    assert set(contents.own_modules(FOLDER)) == ours


def test_nothing_that_could_reach_a_network_is_inside(codes):
    assert NOT_INSIDE & codes.keys() == set()
    assert [name for name in contents.libraries(FOLDER) if NOT_LINKED.search(name)] == []


def test_what_is_found_by_name_alone_is_inside(codes):
    """The desktop's keyring, time zones where the system has none, and pictures for files: nothing imports them."""
    wanted = {"keyring.backends.SecretService", "secretstorage", "jeepney.io.blocking", "tzdata.zoneinfo.Europe"}
    assert wanted | {"matplotlib.backends.backend_pdf", "matplotlib.backends.backend_svg"} <= codes.keys()
    assert (INSIDE / "tzdata" / "zoneinfo" / "Europe" / "Kyiv").is_file()
    assert list(INSIDE.glob("keyring-*.dist-info/entry_points.txt"))


def test_no_library_of_the_system_is_inside():
    """Those that come with no wheel and not with Python: the package and the archive name them instead."""
    of_wheels = ("*.libs/*", "*/*.so", "PySide6/*", "shiboken6/*", "python3*", "libpython3*", "_cffi_backend*")
    found = [name for name in contents.libraries(FOLDER) if not any(fnmatch(name, each) for each in of_wheels)]
    assert found == []


def test_no_path_of_the_build_machine_is_in_any_file(codes):
    ours = {str(ROOT), str(Path.home() / ".pyenv"), sys.base_prefix} - {"/usr"}
    words = [each.encode() for each in ours]
    files = {str(path.relative_to(FOLDER)): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    found = [name for name, content in [*files.items(), *codes.items()] if any(word in content for word in words)]
    assert found == []


def test_no_library_looks_for_others_outside():
    for name in contents.libraries(FOLDER):
        told = subprocess.run(["readelf", "-dW", str(INSIDE / name)], capture_output=True, text=True, check=True).stdout
        paths = re.findall(r"\(RU?N?PATH\).*\[(.*)\]", told)
        assert all(part.startswith("$ORIGIN") for path in paths for part in path.split(":")), (name, paths)


def test_every_library_can_be_loaded():
    lean = script("lean")
    assert [name for name in contents.libraries(FOLDER) if not lean.can_be_loaded((INSIDE / name).read_bytes())] == []


def test_every_part_has_the_words_of_its_licence():
    bill = json.loads((INSIDE / "resources" / "parts.json").read_text(encoding="utf-8"))
    names = {each["name"] for each in bill["components"]}
    assert {"Python", "Qt", "ICU", "SQLCipher", "OpenBLAS", "numpy", "typst"} <= names
    for name in names:
        stem = name.partition("-")[0].removesuffix(".ttf") if name.endswith(".ttf") else name
        assert len((INSIDE / "resources" / "licences" / f"{stem}.txt").read_text(encoding="utf-8")) > 100, name


def test_every_file_belongs_to_a_part_or_to_the_program():
    bill = json.loads((INSIDE / "resources" / "parts.json").read_text(encoding="utf-8"))
    owned = [each["value"] for part in bill["components"] for each in part.get("properties", [])]
    files = [path.relative_to(INSIDE).as_posix() for path in INSIDE.rglob("*") if path.is_file()]
    ours = re.compile(r"resources/(?!fonts/.*\.ttf$)")
    assert [
        name
        for name in files
        if not ours.match(name) and not any(name == each or name.startswith(f"{each}/") for each in owned)
    ] == []


def test_it_answers_in_an_empty_environment(tmp_path):
    command = [str(FOLDER / "leeward"), "--version"]
    done = subprocess.run(command, env={}, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"leeward, version \d+\.\d+\.\d+\n", done.stdout)


@needs_same_source
def test_the_sample_report_is_that_of_the_source_byte_for_byte(tmp_path):
    frozen, source = tmp_path / "frozen.pdf", tmp_path / "source.pdf"
    leeward(tmp_path, "demo", "--report", str(frozen))
    command = [sys.executable, "-m", "journal", "demo", "--report", str(source)]
    subprocess.run(command, cwd=ROOT, env={"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}, check=True)
    assert frozen.read_bytes() == source.read_bytes()


def test_what_is_logged_is_shown_and_exported(home):
    opened(home, "log", "nightmares=2", "--note", "harbour and rain", "--at", "2026-02-03T21:00")
    (entry,) = json.loads(opened(home, "show", "--json"))["entries"]
    assert (entry["note"], entry["ratings"][0]["value"]) == ("harbour and rain", 2)
    for kind in ("csv", "json", "fhir"):
        opened(home, "export", "--format", kind, "--notes", "all", "--out", str(home / f"out.{kind}"))
    assert "harbour and rain" in (home / "out.json").read_text(encoding="utf-8")


def test_charts_are_drawn_in_every_format_and_say_nothing(home):
    for kind in ("png", "svg", "pdf"):
        out = home / f"chart.{kind}"
        period = ("--from", "2026-01-01", "--to", "2026-03-31")
        done = leeward(home, "--passphrase-file", "passphrase", "chart", "nightmares", *period, "--out", str(out))
        assert done.stderr == ""
        assert out.stat().st_size > 1000


def test_it_speaks_every_language(tmp_path):
    said = {code: leeward(tmp_path, "--lang", code, "--help").stdout for code in ("en", "es", "de", "fr", "uk")}
    assert len(set(said.values())) == len(said)


def test_a_damaged_journal_can_be_saved_from(home):
    opened(home, "salvage", "--to", str(home / "saved"))
    assert (home / "saved").is_dir()
