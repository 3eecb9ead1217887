import pytest

from journal.exchange.diaries.naming import NameAnswer
from journal.exchange.table_mapping import Layout, Once, TableMapping, TimeColumn, Unit
from journal.exchange.table_mapping_file import parse_mapping
from journal.exchange.table_mapping_text import write_mapping
from journal.exchange.table_names import Seen
from journal.host.resources import read_catalogue
from journal.model.items import Better, Kind
from journal.texts.items import ItemWords
from journal.ui.bringing_in import table_edits as edits
from journal.ui.bringing_in.table_edits import ItemFields
from journal.ui.bringing_in.table_look import ColumnSeen, TableLook
from journal.ui.bringing_in.table_state import build_table, name_questions, with_proposals
from tests.support.journals import make_journal

LOOK = TableLook(
    (
        ColumnSeen("day", ("29.10.2026", "30.10.2026"), Seen(2)),
        ColumnSeen("clock", ("21:05",), Seen(1)),
        ColumnSeen("both", ("2026-10-29 21:05",), Seen(1)),
        ColumnSeen("calm", ("3", "7"), Seen(2, 2, 3, 7)),
        ColumnSeen("remark", ("a walk",), Seen(1)),
    )
)


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    journal, _clock = make_journal(tmp_path_factory.mktemp("journal") / "j")
    yield {item.key: item for item in journal.items()}
    journal.close()


def with_ways(known, **ways):
    mapping = TableMapping()
    for column, way in ways.items():
        mapping = edits.with_way(mapping, LOOK, column, way, known)
    return mapping


def test_a_date_is_read_as_it_is_written(known):
    assert with_ways(known, day=edits.DATE).date == TimeColumn("day", "%d.%m.%Y")


def test_date_and_time_in_one_column_take_the_place_of_two(known):
    mapping = with_ways(known, day=edits.DATE, clock=edits.TIME, both=edits.MOMENT)
    assert (mapping.date, mapping.time) == (None, None)
    assert mapping.moment.column == "both"
    assert with_ways(known, both=edits.MOMENT, day=edits.DATE).moment is None


def test_a_column_of_zones_is_named_once_and_taken_back(known):
    mapping = with_ways(known, day=edits.ZONE, clock=edits.ZONE)
    assert mapping.zone_column == "clock"
    assert edits.with_way(mapping, LOOK, "clock", edits.OUT, known).zone_column == ""


@pytest.mark.parametrize("way", [edits.NOTE, edits.DOSE, edits.NEW, "anxiety", edits.TIME, edits.ZONE, edits.OUT])
def test_a_column_is_one_thing_at_a_time(known, way):
    mapping = with_ways(known, calm=edits.NEW)
    mapping = edits.with_way(mapping, LOOK, "calm", way, known)
    assert edits.way_of(mapping, "calm", known) == way


def test_a_new_item_gets_the_smallest_usual_scale_and_no_guess_of_what_is_better(known):
    item = edits.item_of(with_ways(known, calm=edits.NEW), "calm")
    assert (item.minimum, item.maximum, item.better) == (1, 7, Better.NONE)


def test_what_is_typed_of_a_new_item_is_kept(known):
    fields = ItemFields("Calm", Kind.SCALE, "0", "10", Better.HIGHER, "none = 0, very = 10", once=True)
    mapping = edits.with_item(with_ways(known, calm=edits.NEW), "calm", fields, known)
    item = edits.item_of(mapping, "calm")
    assert (item.label, item.minimum, item.maximum, item.better) == ("Calm", 0, 10, Better.HIGHER)
    assert item.words == {"none": 0, "very": 10}
    assert item.once is Once.DAY


def test_a_count_has_no_ends_to_type(known):
    fields = ItemFields("Calm", Kind.COUNT, "0", "4")
    item = edits.item_of(edits.with_item(with_ways(known, calm=edits.NEW), "calm", fields, known), "calm")
    assert (item.kind, item.minimum, item.maximum) == (Kind.COUNT, None, None)


def test_the_files_own_scale_is_put_onto_the_one_of_an_item_that_exists(known):
    fields = ItemFields(low="0", high="10", better=Better.LOWER)
    item = edits.item_of(edits.with_item(with_ways(known, calm="anxiety"), "calm", fields, known), "calm")
    assert (item.minimum, item.maximum, item.rescale) == (0, 10, True)


def test_the_same_scale_with_the_other_end_better_is_turned_round(known):
    fields = ItemFields(low="0", high="4", better=Better.HIGHER)
    item = edits.item_of(edits.with_item(with_ways(known, calm="anxiety"), "calm", fields, known), "calm")
    assert (item.rescale, item.better) == (True, Better.HIGHER)


def test_numbers_beyond_an_items_steps_are_taken_for_a_scale_of_their_own(known):
    item = edits.item_of(with_ways(known, calm="anxiety"), "calm")
    assert (item.minimum, item.maximum, item.rescale) == (1, 7, True)


def test_the_same_scale_is_not_put_onto_itself(known):
    fields = ItemFields(low="0", high="4", better=Better.LOWER)
    item = edits.item_of(edits.with_item(with_ways(known, calm="anxiety"), "calm", fields, known), "calm")
    assert not item.rescale


@pytest.mark.parametrize(
    ("text", "words"),
    [("", {}), ("none=0", {"none": 0}), ("a = b = 1", {"a = b": 1}), ("no number", {}), ("x = y", {}), ("= 3", {})],
)
def test_words_are_read_as_they_are_typed(text, words):
    assert edits.parsed_words(text) == words


def test_numbers_can_count_seconds(known):
    mapping = edits.with_format(with_ways(known, day=edits.DATE, clock=edits.TIME), "clock", edits.SECONDS)
    assert mapping.time == TimeColumn("clock", unit=Unit.SECONDS)


def test_words_for_nothing_are_kept_beside_the_empty_cell():
    assert edits.with_missing(TableMapping(), "NA, - ").missing == {"", "NA", "-"}


def test_what_is_edited_can_be_written_down_and_read_again(known):
    mapping = with_ways(known, day=edits.DATE, calm=edits.NEW, remark=edits.NOTE, clock=edits.DOSE)
    mapping = edits.with_dose(mapping, "clock", "Sertraline", "mg")
    assert parse_mapping(write_mapping(mapping)) == mapping


def test_the_columns_say_what_they_are(known):
    mapping = with_ways(known, day=edits.DATE, calm="anxiety", remark=edits.NOTE)
    state = build_table(mapping, LOOK, tuple(known.values()), ItemWords(read_catalogue()))
    assert [(column.name, column.becomes) for column in state.columns] == [
        ("day", "The date"),
        ("clock", "Left out"),
        ("both", "Left out"),
        ("calm", "To Anxiety, put onto its scale"),
        ("remark", "A note"),
    ]
    assert state.columns[0].samples == "29.10.2026, 30.10.2026"
    assert ("%d.%m.%Y", "29.10.2026") in state.columns[0].forms


def test_the_names_of_a_long_table_are_proposed_as_new_items(known):
    mapping = TableMapping(layout=Layout.LONG, date=TimeColumn("day"), item_column="what", value_column="n")
    look = TableLook(names={"Calm": Seen(9, 9, 1, 5), "Slept": Seen(2)})
    questions = name_questions(mapping, look, tuple(known.values()))
    assert [(q.name, q.count, q.proposal.new.maximum) for q in questions] == [("Calm", 9, 5), ("Slept", 2, 4)]
    full = with_proposals(mapping, questions)
    assert [item.name for item in full.items] == ["Calm", "Slept"]


def test_a_settled_name_stays_as_it_was_settled(known):
    mapping = TableMapping(layout=Layout.LONG, date=TimeColumn("day"), item_column="what", value_column="n")
    mapping = edits.with_name(mapping, NameAnswer("item", "Calm", "anxiety"))
    mapping = edits.with_name(mapping, NameAnswer("item", "Slept"))
    look = TableLook(names={"Calm": Seen(9, 9, 1, 5), "Slept": Seen(2)})
    questions = name_questions(mapping, look, tuple(known.values()))
    assert [(q.proposal.key, q.answered) for q in questions] == [("anxiety", True), ("", True)]
    assert with_proposals(mapping, questions) == mapping


def test_another_layout_begins_with_no_items(known):
    mapping = edits.with_layout(with_ways(known, day=edits.DATE, calm=edits.NEW), Layout.LONG)
    assert (mapping.items, mapping.date.column) == ((), "day")
