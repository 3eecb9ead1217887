"""Nothing in the program can reach another computer: it does not even import what could."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REACHING_OUT = (
    "socket",
    "socketserver",
    "ssl",
    "http",
    "urllib.request",
    "urllib.error",
    "ftplib",
    "smtplib",
    "poplib",
    "imaplib",
    "nntplib",
    "telnetlib",
    "xmlrpc",
    "asyncio",
    "webbrowser",
    "wsgiref",
    "multiprocessing.managers",
    "logging.config",
    "requests",
    "urllib3",
    "httpx",
    "aiohttp",
    "websockets",
    "PySide6.QtRemoteObjects",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebEngineQuick",
    "PySide6.QtWebView",
    "PySide6.QtMultimedia",
    "PySide6.QtBluetooth",
    "PySide6.QtSerialPort",
    "PySide6.QtQml",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets",
    "PySide6.QtWebEngineCore",
    "PySide6.QtHttpServer",
)


def imported(source: str) -> set[str]:
    """Every module that a source file imports, `from a import b` as `a` and `a.b`."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "import_module",
            "__import__",
        ):
            found |= {str(each.value) for each in node.args if isinstance(each, ast.Constant)}
    return found


def reaching_out(modules: set[str]) -> set[str]:
    return {module for module in modules for known in REACHING_OUT if module == known or module.startswith(f"{known}.")}


def test_no_module_of_the_program_imports_what_reaches_a_network():
    sources = list((ROOT / "journal").rglob("*.py"))
    found = {str(path.relative_to(ROOT)): reaching_out(imported(path.read_text())) for path in sources}
    assert len(sources) > 300
    assert {path: modules for path, modules in found.items() if modules} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "import socket",
        "from urllib import request",
        "import http.client as h",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "import importlib\nimportlib.import_module('ssl')",
        "def f():\n    from smtplib import SMTP",
    ],
)
def test_a_planted_import_is_found(planted):
    assert reaching_out(imported(planted))


def test_only_the_talk_of_two_windows_goes_through_a_connection_and_that_is_local():
    sources = {path.name: path.read_text() for path in (ROOT / "journal").rglob("*.py")}
    talking = {name for name, source in sources.items() if "multiprocessing.connection" in " ".join(imported(source))}
    assert talking == {"single_instance.py"}
    assert "AF_INET" not in sources["single_instance.py"]
    assert re.findall(r"AF_[A-Z]+", sources["single_instance.py"])


NO_NETWORK = """
import sys
import journal.app.exports, journal.app.imports, journal.app.forms_kept, journal.app.form_responses
import journal.app.taking_out, journal.app.report_attachments, journal.app.unread_lists, journal.app.diary_imports
import journal.app.table_imports, journal.exchange.protected_zip, journal.exchange.fhir.bundle
from journal.exchange.formats import diary_formats
diary_formats()
print(*sorted(sys.modules))
"""


def test_nothing_that_brings_in_or_takes_out_loads_what_reaches_a_network():
    """Neither do the libraries it stands on, which are not read by the look at the sources."""
    said = subprocess.run([sys.executable, "-c", NO_NETWORK], check=True, capture_output=True, text=True, cwd=ROOT)
    loaded = set(said.stdout.split())
    assert "journal.exchange.diaries.daylio_backup" in loaded
    assert reaching_out(loaded) == set()


def test_a_link_is_opened_only_where_it_leads_to_a_folder():
    """Whatever else opens an address hands it to the browser."""
    opening = {
        str(path.relative_to(ROOT)): call
        for path in (ROOT / "journal").rglob("*.py")
        for call in re.findall(r"openUrl\(.*", path.read_text())
    }
    assert opening
    assert set(opening.values()) == {"openUrl(QUrl.fromLocalFile(str(path.parent)))"}
    sources = [path.read_text() for path in (ROOT / "journal").rglob("*.py")]
    assert not [each for each in sources if "setOpenExternalLinks(True" in each or "RichText" in each]


def test_quoting_a_file_name_reaches_nothing():
    assert not reaching_out(imported("from urllib.parse import quote"))
