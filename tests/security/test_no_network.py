"""Nothing in the program can reach another computer: it does not even import what could."""

import ast
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
    "requests",
    "httpx",
    "aiohttp",
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


def test_quoting_a_file_name_reaches_nothing():
    assert not reaching_out(imported("from urllib.parse import quote"))
