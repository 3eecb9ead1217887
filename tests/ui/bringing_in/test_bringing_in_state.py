import pytest

from journal.exchange.diaries.naming import NameAnswer, NameQuestion
from journal.exchange.drafts import NewItem
from journal.exchange.results import DoseCounts, EntryCounts, ImportPreview, ImportResult, MedicineCounts
from journal.exchange.table_mapping import ItemMapping, TableMapping
from journal.exchange.unread import NOT_A_NUMBER, unread
from journal.host.resources import read_catalogue
from journal.model.errors import FileTooLarge, InvalidMapping, UnknownFormat
from journal.model.items import Better, Kind
from journal.texts.items import ItemWords
from journal.ui.bringing_in import file_words
from journal.ui.bringing_in.names_state import (
    MEDICINE,
    NEW,
    answered,
    build_names,
    keys_taken,
    new_item_words,
    shared,
    usable,
)
from journal.ui.bringing_in.phases import Phases
from journal.ui.bringing_in.result_words import counts_line, mapping_words, more_lines, problem_words, result_line
from journal.ui.bringing_in.state import Inputs, Step, build_state

WORDS = ItemWords(read_catalogue())
MOOD = NewItem("mood", "Mood", Kind.SCALE, 1, 5, 1, Better.HIGHER, None)
CELL = unread(3, "mood", "many", NOT_A_NUMBER)


def result(new=0, known=0, changed=0, **more):
    return ImportResult("daylio", EntryCounts(new, known, changed), **more)


def mood(name, value):
    return NameQuestion("mood", name, 2, NameAnswer("mood", name, "mood", value, MOOD), words=True)


def rows(*questions, given=None, items=()):
    return build_names(questions, given or {}, items, WORDS).rows


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (result(1), "1 entry"),
        (result(106, 14, not_read_count=3), "120 entries, 14 already here, 3 places not read"),
        (result(0, 2, 1), "3 entries, 2 already here, 1 changed in the file"),
        (result(1476), "1,476 entries"),
    ],
)
def test_what_is_in_a_file_is_one_line(given, line):
    assert counts_line(given) == line


def test_medicines_and_skipped_hours_are_told_too():
    doses = DoseCounts("pill", "Sertraline", "mg", 3, 2, 2)
    single = MedicineCounts("Melatonin", "mg", new=1)
    told = more_lines(result(1, doses=(doses,), medicines=(single,), moved=1))
    assert told[:2] == ("Sertraline: 2 doses with their days, 2 new.", "Melatonin: 1 dose, 1 new.")
    assert "was moved on by that hour" in told[2]


def test_nothing_new_is_said_before_and_after():
    assert more_lines(result(0, 4)) == ("All of it is here already. Nothing would change.",)
    assert result_line(result(0, 4)) == "Nothing was brought in: all of it was here already."


def test_what_came_in_is_one_sentence():
    assert result_line(result(3, 2, 1, import_id="i")) == "Brought in: 3 new entries, 1 changed, 2 already here."


def test_a_problem_names_the_file_and_never_its_folder():
    error = FileTooLarge(path="/home/someone/private/diary.csv", limit=2_000_000, unit="rows")
    assert problem_words(error, "diary.csv").startswith("diary.csv has more than")
    assert "private" not in problem_words(UnknownFormat(path="/private/x"), "x")


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("item 1.max", "“calm” can’t be read so: max is not above min."),
        ("names.Lausig  = mood", "“Lausig ” can’t be read so: max is not above min."),
        ("zone", "The table can’t be read so: zone (max is not above min)."),
        ("item 9.max", "“item 9.max” can’t be read so: max is not above min."),
    ],
)
def test_what_does_not_fit_in_a_mapping_is_said_by_its_column(where, words):
    error = InvalidMapping(path="t.csv", where=where, reason="max is not above min")
    mapping = TableMapping(items=(ItemMapping("calm", "calm"),))
    found = mapping_words(error, mapping)
    assert found == words


def test_a_page_with_a_problem_tells_no_counts_and_brings_nothing_in():
    inputs = Inputs(Step.FOUND, "a.csv", ImportPreview(result(3), format="table"), problem="No.")
    state = build_state(inputs, WORDS)
    assert (state.counts, state.more, state.can_bring_in) == ("", (), False)


def test_only_the_first_places_are_listed():
    cells = tuple(unread(n, "mood", "many", NOT_A_NUMBER) for n in range(1_000))
    given = result(3, not_read=cells, not_read_count=5_000)
    state = build_state(Inputs(Step.FOUND, "a.csv", ImportPreview(given)), WORDS)
    assert len(state.unread.lines) == 200
    assert state.unread.more == "and 4,800 more"


def test_what_the_format_has_not_is_not_asked():
    state = build_state(Inputs(Step.FOUND, "a.json", ImportPreview(result(3), encoding="utf-8")), WORDS)
    assert (state.shape.encoding, state.shape.delimiter, state.shape.zone) == ("utf-8", "", "")
    assert build_state(Inputs(Step.FOUND, "a.json", ImportPreview(result(3))), WORDS).shape is None


@pytest.mark.parametrize("found", ["utf-8", "utf-8-sig", "utf-16-le", "cp1252", "mac-roman"])
def test_the_encoding_that_was_found_can_always_be_kept(found):
    choices = file_words.encoding_choices(found)
    assert found in [value for value, _words in choices]
    assert len(choices) == len({words for _value, words in choices})


def test_zones_are_those_of_places_first():
    names = file_words.zone_names()
    assert names[0].startswith("Africa/")
    assert "Europe/Kyiv" in names
    assert not [name for name in names if name.startswith("posix/")]


@pytest.mark.parametrize("name", ["daylio", "bearable", "emoods", "trackgraph", "loop", "t2", "medtimer", "table"])
def test_every_format_is_said_in_words(name):
    assert file_words.format_words(name).endswith(".")


def test_a_name_says_what_becomes_of_it():
    scale = NameQuestion("scale", "Sleep", 1_200, NameAnswer("scale", "Sleep"))
    dose = NameQuestion("medicine", "X", 1, NameAnswer("medicine", "X", medicine="Sertraline"))
    found = rows(mood("Super", 5.0), mood("odd", None), scale, dose)
    assert [row.becomes for row in found] == [
        "Left out until you give its number",
        "To a new item: Mood, 1 to 5, higher is better, as 5",
        "Left out",
        "To the medicine Sertraline",
    ]
    assert found[2].aside == "scale · 1,200 times"


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (NewItem("y", "Yoga", Kind.YES_NO, 0, 1, 1, Better.NONE, None), "Yoga, yes or no"),
        (NewItem("c", "Cups", Kind.COUNT, 0, None, 1, Better.LOWER, None), "Cups, a count, lower is better"),
    ],
)
def test_a_new_item_is_said_in_short(new, words):
    assert new_item_words(new) == words


def test_words_of_one_new_item_change_it_together():
    found = rows(mood("Super", 5.0), mood("Gut", 4.0))
    other = NewItem("mood", "My mood", Kind.SCALE, 1, 5, 1, Better.HIGHER, None)
    given = shared({}, found, NameAnswer("mood", "Gut", "mood", 4.0, other))
    assert {answer.new.label for answer in given.values()} == {"My mood"}
    assert len(given) == 2


def test_a_name_without_numbers_makes_a_yes_or_no_item():
    [row] = rows(NameQuestion("activity", "Yoga", 2, NameAnswer("activity", "Yoga")))
    assert answered(row, NEW, ()).new.kind is Kind.YES_NO


def test_a_name_with_numbers_makes_steps_that_hold_them():
    [row] = rows(NameQuestion("item", "Calm", 2, NameAnswer("item", "Calm"), low=1.0, high=9.0))
    made = answered(row, NEW, ["calm"])
    assert (made.new.minimum, made.new.maximum, made.key) == (1, 10, "calm_2")


def test_a_medicine_left_out_can_be_taken_again():
    [row] = rows(NameQuestion("medicine", "X", 1, NameAnswer("medicine", "X", medicine="Sertraline")))
    assert answered(row, MEDICINE, ()).medicine == "Sertraline"


def test_an_answer_that_lacks_its_number_is_sent_as_left_out():
    questions = (mood("Super", 5.0), mood("odd", None))
    given = {(each.kind, each.name): each.proposal for each in questions}
    assert [(each.name, each.key) for each in usable(questions, given, ())] == [("Super", "mood"), ("odd", "")]


def test_keys_of_items_and_of_those_to_be_made_are_taken():
    assert "mood" in keys_taken(rows(mood("Super", 5.0)), ())


def test_progress_goes_on_over_both_passes():
    phases = Phases()
    shown = [phases.at(done, 100) for done in (50, 100, 50, 100)]
    assert [each.share for each in shown] == [0.25, 0.5, 0.75, 1.0]
    assert shown[0].words == "50 of 100 lines"


def test_progress_without_a_known_end_has_words_alone():
    shown = Phases().at(2_000, None)
    assert (shown.words, shown.share) == ("2,000 lines read", None)
