from __future__ import annotations

import pytest

from journal.exchange.table_mapping import Unit
from journal.exchange.table_mapping_file import parse_mapping
from journal.exchange.table_names import Seen, free_key, scale_for
from journal.exchange.table_template import mapping_template
from tests.support.diary import DIARY, needs_diary
from tests.support.tables import read, write

TABLE = """Datum;Uhrzeit;Ängste;Schlaf (h);Notiz;leer
01.03.2026;10:00;3;7,5;ein ruhiger Tag am Wasser;
02.03.2026;21:30;10;6;viel Lärm in der Straße;
03.03.2026;08:15;0;8,25;;
"""


def test_a_draft_reads_the_table_it_was_made_from(tmp_path):
    text = mapping_template(write(tmp_path, TABLE), "Europe/Berlin")
    found = read(tmp_path, TABLE, text)
    assert found.why == []
    assert found.values("angste") == [3, 10, 0]
    assert found.values("schlaf_h") == [7.5, 6, 8.25]
    assert found.drafts[0].at_ms == 1772355600000


def test_a_draft_says_that_it_wants_looking_over(tmp_path):
    assert mapping_template(write(tmp_path, TABLE)).startswith("# A draft.")


def test_long_texts_are_taken_as_notes(tmp_path):
    rows = "".join(f"2026-03-{day:02},{day % 5},day {day} was a day like few others\n" for day in range(1, 20))
    mapping = parse_mapping(mapping_template(write(tmp_path, f"date,mood,remarks\n{rows}")))
    assert mapping.notes == ("remarks",)
    assert [item.name for item in mapping.items] == ["mood"]


def test_a_date_with_a_time_in_one_column_is_found(tmp_path):
    mapping = parse_mapping(mapping_template(write(tmp_path, "when,mood\n2026-03-01T10:00,3\n")))
    assert mapping.moment is not None
    assert mapping.moment.column == "when"


@pytest.mark.parametrize(
    ("dates", "form"),
    [
        (["03/13/2026", "03/01/2026"], "%m/%d/%Y"),
        (["13/03/2026", "01/03/2026"], "%d/%m/%Y"),
        (["2026-03-13"], "%Y-%m-%d"),
        (["13.3.26"], "%d.%m.%y"),
    ],
)
def test_the_form_of_dates_is_the_one_that_reads_them_all(tmp_path, dates, form):
    rows = "".join(f"{each},3\n" for each in dates)
    mapping = parse_mapping(mapping_template(write(tmp_path, f"d,mood\n{rows}")))
    assert mapping.date is not None
    assert mapping.date.format == form


@needs_diary
def test_the_real_diary_gets_a_draft_that_knows_its_times_and_scales():
    mapping = parse_mapping(mapping_template(DIARY))
    items = {item.name: (item.minimum, item.maximum) for item in mapping.items}
    assert mapping.time is not None
    assert mapping.time.unit is Unit.SECONDS
    assert items["mood_anxious"] == (-3, 3)
    assert items["mood_relaxed"] == (1, 7)


@pytest.mark.parametrize(
    ("low", "high", "scale"),
    [
        (0, 1, (0, 1)),
        (1, 4, (1, 5)),
        (2, 6, (1, 7)),
        (1, 5, (1, 5)),
        (0, 9, (0, 10)),
        (3, 80, (0, 100)),
        (0, 12000, (0, None)),
    ],
)
def test_the_smallest_usual_scale_that_holds_the_numbers(low, high, scale):
    seen = Seen()
    seen.add(low)
    seen.add(high)
    assert scale_for(seen) == scale


@pytest.mark.parametrize(
    ("name", "key"),
    [("Mood today!", "mood_today"), ("Größe", "große"), ("3 times", "item_3_times"), ("x" * 100, "x" * 36)],
)
def test_keys_are_made_from_names(name, key):
    assert free_key(name, ()) == key.replace("ß", "")


def test_a_name_in_another_script_gets_a_key_that_stays():
    key = free_key("Настрій", ())
    assert key == free_key("Настрій", ())
    assert key.startswith("item_")


def test_a_key_that_is_taken_gets_a_number():
    assert free_key("Mood", {"mood", "mood_2"}) == "mood_3"
