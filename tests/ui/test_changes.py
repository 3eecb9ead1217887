import pytest

from journal.app import history, markers
from journal.app.runner import ImmediateRunner
from journal.model.errors import NothingToUndo
from journal.ui.changes import Changes
from journal.ui.treatment.wishes import Wish


class Page:
    """The parts of a page, and what it heard."""

    def __init__(self, journal):
        self.journal, self.runner = lambda: journal, ImmediateRunner()
        self.said, self.announced, self.errors, self.read = [], [], [], 0
        self.failed = self.errors.append
        self.changes = Changes(self, self._read, self.announced.append)

    def say(self, text, actions=()):
        self.said.append((text, dict(actions)))

    def _read(self):
        self.read += 1

    def press(self, words):
        self.said[-1][1][words]()


@pytest.fixture
def page(journal):
    return Page(journal)


def add(journal):
    return markers.add_marker(journal, journal.today(), "Moved")


def test_what_was_done_is_said_with_undo_and_the_page_reads_again(page):
    page.changes.make(Wish(add, "Added."))
    assert [(text, list(actions)) for text, actions in page.said] == [("Added.", ["Undo"])]
    assert page.read == 1


def test_without_words_only_the_screen_reader_hears_of_it(page):
    page.changes.make(Wish(add, announced="Moved up."))
    assert (page.said, page.announced) == ([], ["Moved up."])


def test_undo_and_redo_lead_back_and_forth(journal, page):
    page.changes.make(Wish(add, "Added."))
    page.press("Undo")
    assert markers.markers(journal) == []
    page.press("Redo")
    assert [each.label for each in markers.markers(journal)] == ["Moved"]
    assert [text for text, _actions in page.said] == ["Added.", "Undone.", "Done again."]
    assert page.read == 3


def test_what_was_deleted_can_be_deleted_for_good(journal, page):
    marker = add(journal)
    page.changes.make(
        Wish(lambda opened: markers.delete_marker(opened, marker.id), "Deleted.", for_good=("marker", marker.id))
    )
    page.press("Delete for good")
    assert page.said[-1] == ("Deleted for good.", {})


def test_what_goes_wrong_is_handed_on_and_nothing_is_said(page):
    page.changes.make(Wish(history.undo, "Added."))
    assert [type(error) for error in page.errors] == [NothingToUndo]
    assert (page.said, page.read) == ([], 0)


def test_what_was_typed_for_it_can_stand_again(page):
    stood = []
    page.changes.make(Wish(history.undo), lambda: stood.append("again"))
    page.changes.make(Wish(add), lambda: stood.append("though it was kept"))
    assert stood == ["again"]
