"""What our own fonts can draw, kept as a list beside the template."""

import json

from journal.host.resources import resource
from journal.report.fonts import REPLACEMENT, covered, drawable, parse_ranges, replaced, uncovered
from journal.report.typesetting import system_points
from tests.support.font_coverage import drawn, ranges


def test_the_list_holds_exactly_what_the_shipped_fonts_draw():
    assert covered() == drawn()
    assert resource("typst", "covered.txt").read_text() == ranges(drawn())


def test_ranges_are_read():
    assert parse_ranges("41-43\n20\n") == {0x20, 0x41, 0x42, 0x43}


def test_every_character_is_looked_up_in_the_list_as_in_the_whole_of_it():
    points = covered()
    tried = "".join(chr(point) for point in range(0x20, 0x3100) if not 0xD800 <= point < 0xE000)
    assert uncovered(tried) == {one for one in tried if not drawable(one, points)}


def test_the_mark_for_what_cannot_be_drawn_can_be_drawn():
    assert ord(REPLACEMENT) in covered()


def test_what_cannot_be_drawn_is_found_and_marked_wherever_it_stands():
    content = {"a": ["ok", {"b": "ก ok"}], "n": 3, "none": None}
    assert uncovered(json.dumps(content, ensure_ascii=False)) == {"ก"}
    assert replaced(content, covered()) == {"a": ["ok", {"b": "\ufffd ok"}], "n": 3, "none": None}


def test_a_script_that_no_font_knows_is_not_taken_for_drawable():
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])
    assert system_points({"ก", "→"}, fonts) == {ord("→")}
