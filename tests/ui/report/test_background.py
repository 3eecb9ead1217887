"""Work beside the storage thread comes back on the window's thread, or not at all."""

import threading

from PySide6.QtCore import QObject

from journal.ui.report.background import Background
from journal.ui.report.page_factory import create
from tests.support.rows import Heard, page_context


def test_a_result_comes_back_on_the_windows_thread(qtbot):
    background, found = Background(), []
    background.run(threading.get_ident, lambda worker: found.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(found))
    worker, receiver = found[0]
    assert receiver == threading.get_ident() != worker


def test_an_error_is_handed_to_whoever_asked(qtbot):
    background, errors = Background(), []

    def fail():
        raise OSError("no")

    background.run(fail, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], OSError)


def test_after_its_owner_is_gone_nothing_comes_back(qtbot):
    background, owner, found, begun = Background(), QObject(), [], threading.Event()
    background.end_with(owner)
    background.run(lambda: begun.wait(10), found.append)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    begun.set()
    background.run(lambda: 1, found.append)
    other = Background()
    other.run(lambda: 2, found.append)
    qtbot.waitUntil(lambda: 2 in found)
    assert found == [2]


def test_the_page_sets_its_pages_beside_the_storage_thread(qtbot, opened, theme):
    journal, clock = opened
    heard = Heard()
    page = create(page_context(journal, clock, theme, heard))
    qtbot.addWidget(page)
    page.entered()
    qtbot.waitUntil(lambda: bool(page.state.pages) and not page.state.busy, timeout=60_000)
    assert heard.errors == []
