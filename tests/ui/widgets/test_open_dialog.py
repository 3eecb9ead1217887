import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from journal.ui.widgets.open_dialog import ask_for_backup, ask_for_folder


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("ask", [ask_for_backup, ask_for_folder])
def test_what_is_chosen_is_told_once_the_dialog_has_ended(owner, qtbot, tmp_path, ask):
    told = []
    dialog = ask(owner, "Which one?", tmp_path, lambda path: told.append((path, dialog.isVisible())))
    dialog.fileSelected.emit(str(tmp_path / "one.zip"))
    dialog.done(1)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(tmp_path / "one.zip", False)]


def test_a_dialog_that_is_left_tells_nothing_and_is_freed(owner, qtbot, tmp_path):
    told = []
    dialog = ask_for_folder(owner, "Which one?", tmp_path, told.append)
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert told == []


def test_with_its_page_the_dialog_goes_and_what_was_chosen_is_forgotten(qtbot, tmp_path):
    owner, told = QWidget(), []
    dialog = ask_for_folder(owner, "Which one?", tmp_path, told.append)
    dialog.fileSelected.emit(str(tmp_path))
    shiboken6.delete(owner)
    QApplication.processEvents()
    assert not shiboken6.isValid(dialog)
    assert told == []


def test_a_folder_is_asked_for_where_it_was_said(owner, tmp_path):
    dialog = ask_for_folder(owner, "Which one?", tmp_path, print)
    assert dialog.directory().path() == str(tmp_path)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    assert dialog.accessibleName() == "Which one?"
    dialog.reject()
