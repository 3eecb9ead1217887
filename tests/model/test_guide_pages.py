"""How a page of the guide is read from its text."""

from journal.model.guide_pages import Heading, Paragraph, Picture, Points, Run, Table, parse_guide_page, plain

SOURCE = """# Title here

One line
goes on **here** and `F1`.

## A heading {#other}
- first point
  and more
- [second](today.md#the-keys) point

1. step
2. step two

| a | b |
|---|---|
| c | **d** |

![What is seen.](today.png)
"""


def blocks():
    return parse_guide_page("page", SOURCE).blocks


def test_headings_have_a_level_words_and_an_anchor():
    found = [block for block in blocks() if isinstance(block, Heading)]
    assert [(each.level, plain(each.words), each.anchor) for each in found] == [
        (1, "Title here", "title-here"),
        (2, "A heading", "other"),
    ]


def test_a_paragraph_joins_its_lines_and_knows_its_looks():
    paragraph = blocks()[1]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.words == (
        Run("One line goes on "),
        Run("here", strong=True),
        Run(" and "),
        Run("F1", key=True),
        Run("."),
    )


def test_points_go_on_over_lines_and_steps_are_numbered():
    first, second = (block for block in blocks() if isinstance(block, Points))
    assert plain(first.lines[0]) == "first point and more"
    assert first.lines[1][0] == Run("second", target="today#the-keys")
    assert not first.numbered
    assert second.numbered


def test_a_table_has_its_columns_names_first():
    (table,) = (block for block in blocks() if isinstance(block, Table))
    assert [plain(cell) for cell in table.head] == ["a", "b"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [["c", "d"]]


def test_a_picture_has_its_sentence():
    assert Picture("today.png", "What is seen.") in blocks()


def test_a_link_to_a_heading_alone_stays_on_the_page():
    assert parse_guide_page("page", "[there](#below)").targets == ("page#below",)


def test_an_address_is_no_link():
    page = parse_guide_page("page", "See [this](https://example.org) or ![x](http://example.org/x.png)")
    assert page.targets == ()
    assert page.pictures == ()
    assert "https://example.org" in page.text()


def test_markup_is_only_text():
    assert parse_guide_page("page", "<b>bold</b> <img src='x'>").text() == "<b>bold</b> <img src='x'>"
