"""Every page in large text in a small window, in every language: no word is cut, nothing is scrolled sideways."""

from __future__ import annotations

from itertools import chain

import pytest

from journal.host.resources import resource
from journal.texts.translation import complete_languages, use_language
from journal.ui.theme.fonts import ANDIKA
from tests.support.every_dialog import every_dialog
from tests.support.every_page import every_page, settle, whole_program
from tests.support.page_audits import cut_words, sideways, small_targets
from tests.support.stretched import stretched_words

SMALLEST = 24


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    """The program in the largest text, in the smallest window that is promised."""
    with whole_program(qtbot, qapp, tmp_path) as made:
        made.running.theme.choose_scale(2.0)
        made.window.resize(1024, 700)
        yield made
    use_language("en", resource("locale"))


def found(program, *looks):
    """What each look finds, page by page."""
    shown = chain(every_page(program), every_dialog(program))
    return [f"{name}: {what}" for name, page in shown for look in looks for what in look(page)]


@pytest.mark.parametrize("code", complete_languages(resource("locale")))
def test_no_word_is_cut_and_nothing_is_scrolled_sideways(code, program):
    use_language(code, resource("locale"))
    assert found(program, cut_words, sideways) == []


@pytest.mark.parametrize("code", ["fr", "uk"])
def test_the_second_font_has_room_too_in_the_longest_words_and_in_cyrillic(code, program):
    use_language(code, resource("locale"))
    program.running.theme.choose_font(ANDIKA)
    settle()
    assert found(program, cut_words, sideways) == []


def test_no_word_is_cut_in_a_language_longer_than_any(program, tmp_path):
    with stretched_words(tmp_path / "words"):
        assert found(program, cut_words) == []


def test_large_text_makes_no_target_smaller(program):
    assert found(program, lambda page: small_targets(page, SMALLEST)) == []
