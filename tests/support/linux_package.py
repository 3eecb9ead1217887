"""The scripts of packaging/linux as modules, for tests; and what their checks need of the system."""

from __future__ import annotations

import importlib
import shutil
import sys
from types import ModuleType

import pytest

from journal.host.resources import resource

ROOT = resource("locale").parents[1]
LINUX = ROOT / "packaging" / "linux"


def script(name: str) -> ModuleType:
    """A script of packaging/linux; they import each other by their plain names."""
    if str(LINUX) not in sys.path:
        sys.path.append(str(LINUX))
    return importlib.import_module(name)


def needs(tool: str) -> str:
    """The path of a tool of system-test-tools.txt; skips where it is not installed."""
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} is not installed")
    return found
