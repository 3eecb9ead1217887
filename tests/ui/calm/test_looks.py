"""The room in both themes, in large text, in a long language and from right to left."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from journal.ui.calm.place import CHOICES, CalmPlace, Part
from journal.ui.calm.room import CalmRoom
from tests.support.calm import Visit
from tests.support.stretched import cut_off, stretched_words, words_from_right
from tests.support.windows import dressed, put_up, words_shown

OWN = re.compile(
    r"I am at home|I stop answering messages|Walk to the harbour and back|Mara|Evenings|Crisis Text Line|HELLO|START"
)


@pytest.fixture
def show(qtbot, tmp_path):
    def made(theme):
        room = CalmRoom(theme, Visit().parts(tmp_path))
        put_up(qtbot, room, 1024, 700)
        room.begin(CalmPlace(), "Back")
        return room

    return made


def visited(room):
    for part in Part:
        room.presenter.on_part(part)
        if part is Part.BREATHING:
            room.breathing._on_change()
        QApplication.processEvents()
        yield part


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_has_room_in_both_themes_and_in_large_text(qapp, show, look, scale):
    with dressed(qapp, look, scale) as source:
        room = show(source)
        for part in visited(room):
            assert cut_off(room) == [], part
            assert room._views[part].horizontalScrollBar().maximum() == 0, part


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_word_can_be_translated_and_has_room_in_a_long_language(qapp, show, tmp_path, scale):
    with dressed(qapp, "light", scale) as source:
        shown = set()
        with stretched_words(tmp_path):
            room = show(source)
            room.presenter.on_country("US")
            for part in visited(room):
                assert cut_off(room) == [], part
                assert room._views[part].horizontalScrollBar().maximum() == 0, part
                shown |= set(words_shown(room))
        english = {words for words in shown if "[" not in words and re.search(r"[A-Za-z]{3}", OWN.sub("", words))}
        assert {words for words in english if "2026" not in words} == {"‹  Back"}


def test_it_is_mirrored_where_words_run_from_right_to_left(theme, show, tmp_path):
    with words_from_right(tmp_path):
        room = show(theme)
        QApplication.processEvents()
        assert room.stop.mapTo(room, room.stop.rect().center()).x() > room.width() / 2
        first, second = (room.home.buttons[part] for part in CHOICES[:2])
        assert first.x() > second.x()
