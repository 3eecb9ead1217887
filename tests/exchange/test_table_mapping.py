from __future__ import annotations

import pytest

from journal.exchange.table_mapping import Once, Unit
from journal.exchange.table_mapping_file import mapping_text, parse_mapping
from journal.exchange.table_mapping_text import write_mapping
from journal.exchange.table_plan import plan_table
from journal.model.errors import FileMissing, InvalidMapping
from journal.model.items import Better, Combine, Kind
from journal.texts.errors import explain
from tests.support.diary import OWN_SCALES, RESCALED
from tests.support.tables import LONG, WIDE, catalogue_items, write

ITEM = """
[date]
column = "date"
[[item]]
column = "a"
"""


def plan(item: str):
    return plan_table(parse_mapping(ITEM + item), catalogue_items())


def where(text: str) -> str:
    with pytest.raises(InvalidMapping) as caught:
        plan_table(parse_mapping(text, "map.toml"), catalogue_items())
    assert "{" not in explain(caught.value)
    return str(caught.value.fields["where"])


def test_the_mapping_of_the_contract_is_read():
    text = """
layout = "wide"
zone = "Europe/Amsterdam"
missing = ["", "NA"]
[date]
column = "date"
format = "%Y-%m-%d"
[time]
column = "resptime_s"
unit = "seconds"
[[item]]
column = "mood_irritat"
key = "irritated"
label = "Irritated"
min = 1
max = 7
better = "lower"
kind = "rating"
combine = "mean"
once = "day"
words = { "0 times" = 1, "5+ times" = 5 }
rescale = false
[[note]]
column = "remarks"
[[dose]]
column = "concentrat"
medicine = "Antidepressant"
unit = "mg"
"""
    mapping = parse_mapping(text)
    item = mapping.items[0]
    assert (item.kind, item.once, item.better, item.combine) == (Kind.SCALE, Once.DAY, Better.LOWER, Combine.MEAN)
    assert item.words == {"0 times": 1, "5+ times": 5}
    assert mapping.time is not None
    assert mapping.time.unit is Unit.SECONDS
    assert (mapping.notes, mapping.doses[0].medicine, mapping.missing) == (("remarks",), "Antidepressant", {"", "NA"})


@pytest.mark.parametrize(
    ("columns", "items", "column"),
    [
        ('item = "n"', "items", ""),
        ('item_column = "n"', "item", ""),
        ("", "item", 'column = "n"'),
    ],
)
def test_a_long_layout_can_name_its_columns_in_each_of_three_ways(columns, items, column):
    text = f"""
layout = "long"
value = "v"
{columns}
[date]
column = "d"
[[{items}]]
{column}
value = "A"
key = "a"
min = 0
max = 4
"""
    mapping = parse_mapping(text)
    assert (mapping.item_column, mapping.value_column, mapping.items[0].name) == ("n", "v", "A")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("layout = 3\n[date]\ncolumn = 'd'\n", "layout (wide, long)"),
        ("[date]\ncolumn = 'd'\n", "item"),
        ("[[item]]\ncolumn = 'a'\nkey = 'a'\nmin = 0\nmax = 4\n", "date"),
        ("zone = 'Mars/Olympus'\n" + WIDE.replace('zone = "Europe/Amsterdam"', ""), "zone"),
        ("zone = '../../etc/passwd'\n" + WIDE.replace('zone = "Europe/Amsterdam"', ""), "zone"),
        (WIDE + "colour = 3\n", "item 1.colour"),
        ("colour = 3\n" + WIDE, "colour"),
        (WIDE.replace("own_mood", "Own Mood"), "item 1.key"),
        (WIDE.replace("min = 1", "min = 9"), "item 1.max"),
        (WIDE.replace("min = 1", "min = true"), "item 1.min"),
        (WIDE.replace("min = 1", "min = nan"), "item 1.min"),
        (WIDE.replace("min = 1", "min = -inf"), "item 1.min"),
        (WIDE.replace("min = 1\n", ""), "item 1.min"),
        (WIDE.replace("max = 7\n", ""), "item 1.max"),
        (WIDE.replace("max = 7", "max = 7000"), "item 1.max"),
        (WIDE.replace('"higher"', '"up"'), "item 1.better (lower, higher, none)"),
        (WIDE + 'kind = "scale"\n', "item 1.kind (rating, count, hours, yesno)"),
        (WIDE + 'words = { "x" = "y" }\n', "item 1.words.x"),
        (WIDE + 'words = { "x" = 12 }\n', "item 1.words.x"),
        (WIDE + "words = 3\n", "item 1.words"),
        (WIDE + "step = 0\n", "item 1.step"),
        (WIDE + 'rescale = "yes"\n', "item 1.rescale"),
        (WIDE + "rescale = true\n", "item 1.key = own_mood"),
        (WIDE + f'label = "{"x" * 81}"\n'.replace("label", "unit"), "item 1.unit"),
        (WIDE + '[[item]]\ncolumn = "b"\nkey = "own_mood"\nmin = 0\nmax = 4\n', "item 2.key"),
        (WIDE + "[names]\na = 'b'\n", "names"),
        (LONG + "[names]\na = 'nothing_of_this_name'\n", "names.a = nothing_of_this_name"),
        (LONG + "[names]\na = 3\n", "names.a"),
        (LONG + '[[item]]\nvalue = "Tired"\nkey = "b"\nmin = 0\nmax = 4\n', "item 3.value"),
        (LONG.replace('item_column = "name"\n', ""), "item_column"),
        (LONG.replace('value_column = "value"\n', ""), "value"),
        (WIDE + '[datetime]\ncolumn = "x"\n', "datetime"),
        (WIDE.replace('column = "time"', 'column = "time"\nunit = "milliseconds"'), "time.unit (seconds)"),
        (WIDE.replace('column = "time"', 'column = "time"\nunit = "seconds"\nformat = "%H"'), "time.unit"),
        (WIDE.replace('column = "time"', 'column = "time"\nformat = "%Q"'), "time.format"),
        (WIDE.replace('column = "time"', 'column = "time"\nformat = "HH"'), "time.format"),
        (WIDE.replace('column = "time"', "column = 4"), "time.column"),
        (WIDE.replace('column = "time"', ""), "time.column"),
        (WIDE + '[[note]]\ncolumn = ""\n', "note 1.column"),
        (WIDE + '[[dose]]\ncolumn = "x"\n', "dose 1.medicine"),
        ("note = 3\n" + WIDE, "note"),
        ("missing = [1]\n" + WIDE, "missing"),
        ("delimiter = 'x'\n" + WIDE, "delimiter (, ; \t |)"),
        ("encoding = 'base64'\n" + WIDE, "encoding"),
        ("encoding = 'klingon'\n" + WIDE, "encoding"),
        ("not toml", ""),
        ("a = " + "[" * 5000, ""),
    ],
)
def test_what_is_wrong_is_named_by_its_place(text, place):
    assert where(text) == place


def test_a_mapping_file_that_is_not_there_is_an_expected_failure(tmp_path):
    with pytest.raises(FileMissing):
        mapping_text(tmp_path / "none.toml")


def test_a_mapping_file_in_another_encoding_is_refused(tmp_path):
    with pytest.raises(InvalidMapping):
        mapping_text(write(tmp_path, "# Ä".encode("cp1252"), "map.toml"))


@pytest.mark.parametrize("path", [OWN_SCALES, RESCALED])
def test_a_mapping_written_reads_back(path):
    mapping = parse_mapping(mapping_text(path))
    assert parse_mapping(write_mapping(mapping)) == mapping


def test_a_long_mapping_written_reads_back():
    mapping = parse_mapping(LONG + "[names]\nOther = ''\n")
    assert parse_mapping(write_mapping(mapping)) == mapping


def test_an_item_that_exists_gives_what_the_mapping_leaves_out():
    planned = plan('key = "irritability"\n').items[0]
    assert (planned.minimum, planned.maximum, planned.rescale) == (0, 4, None)


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ('key = "irritability"\nmax = 7\n', "item 1.max"),
        ('key = "irritability"\nmin = 1\n', "item 1.min"),
        ('key = "irritability"\nbetter = "higher"\n', "item 1.better"),
        ('key = "irritability"\nkind = "count"\n', "item 1.kind"),
        ('key = "irritability"\ncombine = "sum"\n', "item 1.combine"),
        ('key = "irritability"\nrescale = true\nmax = 7\n', "item 1.min"),
        ('key = "times_woken"\nrescale = true\nmin = 0\nmax = 7\n', "item 1.rescale"),
        ('key = "drugs"\nrescale = true\nmin = 0\nmax = 7\n', "item 1.rescale"),
    ],
)
def test_an_item_that_exists_keeps_its_scale_and_direction(item, place):
    assert where(ITEM + item) == place


def test_a_count_may_be_said_to_end_earlier():
    assert plan('key = "times_woken"\nkind = "count"\nmin = 0\nmax = 5\n').items[0].maximum == 5


def test_rescaling_is_a_straight_line_and_keeps_the_number():
    planned = plan('key = "irritability"\nmin = 1\nmax = 7\nbetter = "lower"\nrescale = true\n').items[0]
    made = [planned.rating(number) for number in (1, 4, 7)]
    assert [(rating.value, rating.raw) for rating in made] == [(0, 1), (2, 4), (4, 7)]


def test_rescaling_turns_round_a_scale_of_the_other_direction():
    planned = plan('key = "concentration"\nmin = 1\nmax = 7\nbetter = "higher"\nrescale = true\n').items[0]
    assert [planned.rating(number).value for number in (1, 7)] == [4, 0]


def test_a_new_item_of_each_kind_has_its_usual_scale():
    scales = {}
    for kind in ("count", "hours", "yesno"):
        new = plan(f'key = "own_x"\nkind = "{kind}"\n').made[0]
        scales[kind] = (new.minimum, new.maximum, new.better)
    assert scales == {
        "count": (0, None, Better.NONE),
        "hours": (0, 24, Better.NONE),
        "yesno": (0, 1, Better.NONE),
    }
