import pytest
import shiboken6
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

from journal.ui.widgets.note_field import NoteEdit
from journal.ui.widgets.secret_clipboard import HISTORY_HINT, ClipboardWatch, copy_secret, take_back


def test_a_secret_leaves_the_clipboard_again(qtbot):
    copy_secret("K7Q2-0000", kept_ms=0)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_was_copied_since_stays(qapp):
    copy_secret("K7Q2-0000")
    QGuiApplication.clipboard().setText("a shopping list")
    take_back("K7Q2-0000")
    assert QGuiApplication.clipboard().text() == "a shopping list"


class Owner:
    """Whether the clipboard is this program's; the platform of the tests does not know."""

    ours = True

    def __call__(self, mode):
        return self.ours and mode == QClipboard.Mode.Clipboard


@pytest.fixture
def owner(qapp):
    QGuiApplication.clipboard().clear()
    yield Owner()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def watch(qtbot, owner):
    made = ClipboardWatch(kept_ms=60_000, owns=owner)
    yield made
    shiboken6.delete(made)  # at once: the next test copies too


def copied_from(field, words):
    field.setPlainText(words)
    field.selectAll()
    field.copy()


def test_words_copied_from_a_note_leave_the_clipboard_again(qtbot, owner):
    watch = ClipboardWatch(kept_ms=0, owns=owner)
    note = NoteEdit()
    qtbot.addWidget(note)
    copied_from(note, "what I wrote")
    assert QGuiApplication.clipboard().text() == "what I wrote"
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")
    shiboken6.delete(watch)


def test_histories_are_asked_to_keep_nothing_and_only_the_words_are_copied(qtbot, watch):
    note = NoteEdit()
    qtbot.addWidget(note)
    copied_from(note, "what I wrote")
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(HISTORY_HINT)
    assert data.text() == "what I wrote"
    assert not data.hasHtml()


def test_a_picture_is_kept_out_of_histories_too(watch):
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    picture.fill(0)
    QGuiApplication.clipboard().setImage(picture)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.hasFormat(HISTORY_HINT)


def test_what_another_program_copied_is_never_cleared(watch, owner):
    QGuiApplication.clipboard().setText("what I wrote")
    owner.ours = False
    QGuiApplication.clipboard().setText("a shopping list")
    watch.clear()
    assert QGuiApplication.clipboard().text() == "a shopping list"
    assert not QGuiApplication.clipboard().mimeData().hasFormat(HISTORY_HINT)


def test_what_is_ours_goes_at_once_when_the_journal_closes(watch):
    QGuiApplication.clipboard().setText("what I wrote")
    watch.clear()
    assert QGuiApplication.clipboard().text() == ""
