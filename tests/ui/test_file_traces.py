"""Where a file dialog of Qt would leave what was opened or saved, in a process of its own."""

import ast
import os
import subprocess
import sys
from pathlib import Path

from journal.host.resources import resource

PACKAGE = resource("locale").parents[1] / "journal"

CHOOSE = """
import sys
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import delete
if sys.argv[1] == "without traces":
    from journal.ui.file_traces import leave_no_file_traces
    leave_no_file_traces()
app = QApplication([])
dialog = QFileDialog(None, "Leeward")
dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
dialog.selectFile(sys.argv[2])
dialog.open()
dialog.accept()
assert dialog.selectedFiles() == [sys.argv[2]]
delete(dialog)
"""


def left_by(how, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    environment = os.environ | dict.fromkeys(names, str(home)) | {"PYTHONPATH": str(PACKAGE.parent)}
    chosen = tmp_path / "stick of mine" / "Notes.pdf"
    chosen.parent.mkdir()
    subprocess.run([sys.executable, "-c", CHOOSE, how, str(chosen)], env=environment, check=True)
    return [path for path in home.rglob("*") if path.is_file() and b"stick" in path.read_bytes()]


def test_qt_would_remember_the_folder(tmp_path):
    assert left_by("with traces", tmp_path), "the look through the files finds what is there"


def test_no_file_of_a_dialog_remembers_the_folder(tmp_path):
    assert left_by("without traces", tmp_path) == []


def titles(tree):
    """The titles given to windows and dialogs in a module."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        if name.endswith("setWindowTitle"):
            yield ast.unparse(node.args[0])
        elif name == "QFileDialog" or name.startswith("QFileDialog.get"):
            yield ast.unparse(node.args[1])


def test_every_window_and_dialog_has_the_one_neutral_title():
    found = [
        (path.name, title)
        for path in Path(PACKAGE / "ui").rglob("*.py")
        for title in titles(ast.parse(path.read_text()))
    ]
    assert len(found) >= 5
    assert {title for _name, title in found} == {"'Leeward'"}, found
