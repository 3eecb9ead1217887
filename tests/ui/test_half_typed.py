from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from journal.app.form_drafts import form_draft
from journal.app.runner import ImmediateRunner
from journal.ui.half_typed import HalfTyped
from tests.support.journals import make_journal


@dataclass
class Page:
    journal: object
    found: list[object] = field(default_factory=list)
    has_place: bool = True

    def take_up(self, payload):
        self.found.append(payload)
        return self.has_place

    def half_typed(self):
        return HalfTyped("form", SimpleNamespace(journal=lambda: self.journal, runner=ImmediateRunner(), failed=None))


@pytest.fixture
def page(tmp_path):
    journal, _clock = make_journal(tmp_path / "journal")
    yield Page(journal)
    journal.close()


def test_what_was_kept_is_taken_up_by_the_next_page(page):
    page.half_typed().keep({"do": "add"})
    page.half_typed().take_up(page.take_up)
    assert page.found == [{"do": "add"}]


def test_it_is_taken_up_once(page):
    half_typed = page.half_typed()
    half_typed.take_up(page.take_up)
    half_typed.take_up(page.take_up)
    assert page.found == [None]


def test_what_has_no_place_yet_stays_kept_for_another_time(page):
    page.half_typed().keep({"do": "add"})
    half_typed, page.has_place = page.half_typed(), False
    half_typed.take_up(page.take_up)
    half_typed.keep({})
    page.has_place = True
    half_typed.take_up(page.take_up)
    assert page.found == [{"do": "add"}, {"do": "add"}]


def test_what_was_put_by_is_not_forgotten(page):
    half_typed = page.half_typed()
    half_typed.keep({"do": "add"})
    half_typed.put_by()
    half_typed.keep({})
    half_typed.take_up(page.take_up)
    assert page.found == [{"do": "add"}]


def test_what_takes_the_place_of_what_was_put_by_is_the_pages_own(page):
    half_typed = page.half_typed()
    half_typed.keep({"do": "add"})
    half_typed.put_by()
    half_typed.keep({"do": "change"})
    page.has_place = False
    half_typed.take_up(page.take_up)
    half_typed.keep({})
    assert (page.found, form_draft(page.journal, "form")) == ([], None)


def test_nothing_forgets_what_was_taken_up(page):
    page.half_typed().keep({"do": "add"})
    half_typed = page.half_typed()
    half_typed.take_up(page.take_up)
    half_typed.keep({})
    assert form_draft(page.journal, "form") is None


def test_nothing_is_not_written_where_nothing_was_kept(page):
    page.half_typed().keep({"do": "add"})
    page.half_typed().keep({})  # a page that never took it up must not forget it
    assert form_draft(page.journal, "form") == {"do": "add"}
