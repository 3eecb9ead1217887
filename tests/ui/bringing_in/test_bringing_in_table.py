from datetime import date

from journal.app.check_ins import log
from journal.app.exports import export
from journal.exchange.table_mapping import Layout
from journal.model.items import Better, Kind
from journal.ui.bringing_in import table_edits as edits
from journal.ui.bringing_in.names_state import LEFT_OUT
from journal.ui.bringing_in.state import Step
from journal.ui.bringing_in.table_edits import ItemFields
from tests.support.journals import make_journal

LONG = """day;what;value
2026-10-01;Calm;3
2026-10-01;Slept;7,5
2026-10-02;Calm;5
"""


def way(shown, column, way):
    look, known = shown.presenter.table_look(), shown.presenter.known_items()
    shown.presenter.on_table(lambda mapping: edits.with_way(mapping, look, column, way, known))


def typed(shown, column, fields):
    known = shown.presenter.known_items()
    shown.presenter.on_table(lambda mapping: edits.with_item(mapping, column, fields, known))


def values(journal, key):
    item = next(item for item in journal.items() if item.key == key)
    found = journal.store.entries.between(date(2026, 1, 1), date(2026, 12, 31))
    return [rating.value for entry in found for rating in entry.ratings if rating.item_id == item.id]


def columns(shown):
    return {column.name: column for column in shown.state.table.columns}


def test_a_table_is_drafted_and_told(shown, table):
    shown.presenter.on_chosen(table)
    state = shown.state
    assert state.format == "A table. Say below what its columns are."
    assert columns(shown)["day"].becomes == "The date"
    assert columns(shown)["calm"].becomes == "To a new item: calm, 0 to 10"
    assert state.shape.decimal == ","
    assert state.can_bring_in


def test_a_table_goes_in_by_the_form(shown, table):
    shown.presenter.on_chosen(table)
    typed(shown, "calm", ItemFields("Calm", Kind.SCALE, "0", "10", Better.HIGHER))
    way(shown, "remark", edits.NOTE)
    shown.presenter.on_table(lambda mapping: edits.with_missing(mapping, "NA"))
    assert shown.state.unread.words == ""
    assert shown.state.first[0].answers == "Calm: 3 · slept: 7.5"
    shown.presenter.on_bring_in()
    assert values(shown.journal, "calm") == [3, 9]
    notes = [entry.note for entry in shown.journal.store.entries.between(date(2026, 10, 1), date(2026, 10, 1))]
    assert notes == ["=1+1"]


def test_what_was_said_of_a_table_is_offered_for_the_next(shown, table):
    shown.presenter.on_chosen(table)
    way(shown, "calm", "anxiety")
    typed(shown, "calm", ItemFields(low="0", high="10", better=Better.HIGHER))
    shown.presenter.on_bring_in()
    table.write_text(table.read_text().replace("2026-10-0", "2026-09-0"))
    shown.presenter.on_chosen(table)
    assert shown.state.table.remembered
    assert columns(shown)["calm"].way == "anxiety"
    assert columns(shown)["calm"].becomes == "To Anxiety, put onto its scale"


def test_without_a_date_it_says_so_in_place_and_goes_on(shown, table):
    shown.presenter.on_chosen(table)
    way(shown, "day", edits.OUT)
    assert shown.state.problem == "No column has the date yet. Say below which one it is."
    assert not shown.state.can_bring_in
    assert shown.state.step is Step.FOUND
    way(shown, "day", edits.DATE)
    assert shown.state.problem == ""
    assert shown.state.can_bring_in


def test_a_scale_that_cannot_be_is_said_with_its_column(shown, table):
    shown.presenter.on_chosen(table)
    typed(shown, "calm", ItemFields("Calm", Kind.SCALE, "5", "1"))
    assert shown.state.problem == "“calm” can’t be read so: max is not above min."


def test_a_table_in_which_nothing_is_known_can_still_be_told(shown, tmp_path):
    path = tmp_path / "words.csv"
    path.write_text("who,what\nme,tea\nyou,coffee\n")
    shown.presenter.on_chosen(path)
    assert shown.state.problem.startswith("No column has the date yet.")
    assert [column.becomes for column in shown.state.table.columns] == ["Left out", "Left out"]


def test_another_sign_between_the_cells_shows_other_columns(shown, table):
    shown.presenter.on_chosen(table)
    shown.presenter.on_shape("delimiter", ";")
    assert [column.name for column in shown.state.table.columns] == ["day,calm,slept,remark"]
    shown.presenter.on_shape("delimiter", ",")
    assert len(shown.state.table.columns) == 4
    assert shown.state.can_bring_in


def long(shown, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text(LONG)
    shown.presenter.on_chosen(path)
    shown.presenter.on_table(lambda mapping: edits.with_layout(mapping, Layout.LONG))
    way(shown, "what", edits.NAMES)
    way(shown, "value", edits.VALUES)


def test_a_long_table_asks_for_its_names(shown, tmp_path):
    long(shown, tmp_path)
    assert [(row.title, row.aside) for row in shown.state.names.rows] == [("Calm", "2 times"), ("Slept", "1 time")]
    shown.presenter.on_way(shown.row("Calm"), "anxiety")
    shown.presenter.on_way(shown.row("Slept"), LEFT_OUT)
    shown.presenter.on_bring_in()
    assert values(shown.journal, "anxiety") == [3]
    assert shown.state.result == "Brought in: 1 new entry."


def test_a_long_tables_names_make_new_items_as_shown(shown, tmp_path):
    long(shown, tmp_path)
    assert shown.state.names.summary == "2 names, 2 new items"
    shown.presenter.on_bring_in()
    assert values(shown.journal, "calm") == [3, 5]
    assert values(shown.journal, "slept") == [7.5]


def test_a_journals_own_json_comes_in(shown, tmp_path):
    other, _clock = make_journal(tmp_path / "other")
    log(other, {"anxiety": 2})
    (tmp_path / "journal.json").write_bytes(export(other, "json", notes="all"))
    other.close()
    shown.presenter.on_chosen(tmp_path / "journal.json")
    assert shown.state.format == "A Leeward journal, saved as JSON."
    assert shown.state.names is None
    shown.presenter.on_bring_in()
    assert shown.journal.store.entries.count() == 1
