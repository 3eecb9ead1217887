"""What our own fonts can draw, kept as a list beside the template."""

from fontTools.ttLib import TTFont

from journal.host.resources import resource
from journal.report.fonts import REPLACEMENT, covered, parse_ranges, replaced, uncovered
from journal.report.typesetting import system_points

REGULAR = ("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansHebrew-Regular", "NotoEmoji-Regular", "Inter-Regular")


def test_the_list_holds_exactly_what_the_shipped_fonts_draw():
    drawn = set()
    for name in REGULAR:
        with TTFont(resource("fonts", f"{name}.ttf"), lazy=True) as font:
            drawn |= set(font.getBestCmap())
    expected = {point for point in drawn if point >= 0x20 and not 0xE000 <= point <= 0xF8FF and point < 0xF0000}
    assert covered() == expected


def test_ranges_are_read():
    assert parse_ranges("41-43\n20\n") == {0x20, 0x41, 0x42, 0x43}


def test_the_mark_for_what_cannot_be_drawn_can_be_drawn():
    assert ord(REPLACEMENT) in covered()


def test_what_cannot_be_drawn_is_found_and_marked_wherever_it_stands():
    content = {"a": ["ok", {"b": "夜 ok"}], "n": 3, "none": None}
    assert uncovered(content, covered()) == {"夜"}
    assert replaced(content, covered()) == {"a": ["ok", {"b": "\ufffd ok"}], "n": 3, "none": None}


def test_a_script_that_no_font_knows_is_not_taken_for_drawable():
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])
    assert system_points({"夜", "→"}, fonts) == {ord("→")}
