"""The tables in place of the pages, of a journal of six months: named, in order, whole in large text.

The other audits see the Report page with its pages; these see it in words.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableView

from journal.host.resources import resource
from journal.texts.translation import use_language
from tests.support.accessible_audit import stumbles, tree
from tests.support.every_page import scenes, settle, show, unlock, whole_program
from tests.support.page_audits import cut_words, focus_stops, sideways, small_targets

SMALLEST = 24


@pytest.fixture
def in_words(qtbot, qapp, tmp_path):
    """Opens the Report page at a size of text and of the window, with its tables shown."""

    def shown(scale, size):
        made.window.resize(*size)
        made.running.theme.choose_scale(scale)
        page = show(made, next(scene for scene in scenes(made.running.session.opened) if scene.name == "report"))
        qtbot.waitUntil(page.preview.in_words.isEnabled, timeout=60_000)
        page.preview.in_words.setChecked(True)
        qtbot.waitUntil(lambda: bool(page.state.figures) and not page.state.busy, timeout=60_000)
        settle()
        return page

    with whole_program(qtbot, qapp, tmp_path) as made:
        unlock(made)
        yield shown
        made.running.theme.choose_scale(1.0)
    use_language("en", resource("locale"))


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 900)), (2.0, (1024, 700))])
def test_a_screen_reader_finds_each_table_by_its_name_where_tab_finds_it(in_words, scale, size):
    page = in_words(scale, size)
    assert stumbles(page) == []
    views = [view for view in page.preview.numbers.views if view.isVisibleTo(page)]
    assert len(views) > 20
    assert len({view.accessibleName() for view in views}) == len(views)
    assert [stop for stop in focus_stops(page) if isinstance(stop, QTableView)] == views
    assert list(dict.fromkeys(node.object() for node in tree(page) if node.object() in views)) == views


@pytest.mark.parametrize("code", ["de", "uk"])
def test_in_large_text_in_a_small_window_nothing_is_cut_in_long_words_and_in_cyrillic(in_words, code):
    use_language(code, resource("locale"))
    page = in_words(2.0, (1024, 700))
    assert [*cut_words(page), *sideways(page), *small_targets(page, SMALLEST)] == []
