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

    def half_typed(self):
        return HalfTyped("form", SimpleNamespace(journal=lambda: self.journal, runner=ImmediateRunner(), failed=None))


@pytest.fixture
def page(tmp_path):
    journal, _clock = make_journal(tmp_path / "journal")
    yield Page(journal)
    journal.close()


def test_what_was_kept_is_taken_up_by_the_next_page(page):
    page.half_typed().keep({"do": "add"})
    page.half_typed().take_up(page.found.append)
    assert page.found == [{"do": "add"}]


def test_it_is_taken_up_once(page):
    half_typed = page.half_typed()
    half_typed.take_up(page.found.append)
    half_typed.take_up(page.found.append)
    assert page.found == [None]


def test_what_was_passed_over_is_not_taken_up(page):
    page.half_typed().keep({"do": "add"})
    half_typed = page.half_typed()
    half_typed.pass_over()
    half_typed.take_up(page.found.append)
    assert page.found == []


def test_nothing_forgets_what_was_taken_up(page):
    page.half_typed().keep({"do": "add"})
    half_typed = page.half_typed()
    half_typed.take_up(page.found.append)
    half_typed.keep({})
    assert form_draft(page.journal, "form") is None


def test_nothing_is_not_written_where_nothing_was_kept(page):
    page.half_typed().keep({"do": "add"})
    page.half_typed().keep({})  # a page that never took it up must not forget it
    assert form_draft(page.journal, "form") == {"do": "add"}
