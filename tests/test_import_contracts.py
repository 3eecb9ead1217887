"""The import contracts hold, and would be seen to break."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

PLANTED = {
    "the model imports the store": ("model/periods.py", "import journal.store.vault\n"),
    "a use case imports the window": ("app/summaries.py", "def late():\n    import journal.ui.main_window\n"),
    "the command line imports Qt": ("cli/output.py", "import PySide6.QtCore\n"),
    "the report imports SQLite": ("report/tiles.py", "import sqlcipher3\n"),
    "the window imports matplotlib": ("ui/main_window.py", "import matplotlib\n"),
    "siblings import each other": ("exchange/limits.py", "import journal.report.request\n"),
    "a cycle among pages": ("ui/widgets/card.py", "def late():\n    import journal.ui.today.page\n"),
    "a presenter imports Qt": ("ui/today/presenter.py", "import PySide6.QtCore\n"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder), "PATH": ""}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "journal", tmp_path / "journal", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("what", list(PLANTED))
def test_a_planted_violation_fails(copy: Path, what: str) -> None:
    file, line = PLANTED[what]
    planted = copy / "journal" / file
    planted.write_text(planted.read_text(encoding="utf-8") + line, encoding="utf-8")
    result = lint(copy)
    assert result.returncode == 1, result.stdout
    assert "BROKEN" in result.stdout
