"""Taking the journal out: what is offered, what goes into the file, and that nothing is replaced unasked."""

import io
import json
import zipfile
from datetime import date, datetime

import pytest
import pyzipper

from journal.app import questionnaires, sessions
from journal.app.check_ins import log
from journal.app.export_selection import Wanted
from journal.app.exports import ExportFormat, export
from journal.app.record_exports import Notes
from journal.app.taking_out import ending, offer, take_out
from journal.model.errors import FileExists, FileUnwritable, UnknownItem
from journal.model.questionnaires import GivenAnswer
from journal.report.request import Part
from tests.support.exports import ALL_PARTS, read_back, treat


@pytest.fixture
def journal(opened):
    made, _clock = opened
    treat(made)
    log(made, {"anxiety": 1.0, "alcohol": 2.0, "drugs": 1.0}, note="for me alone")
    return made


def keys(path):
    return {rating["key"] for entry in json.loads(path.read_text())["entries"] for rating in entry["ratings"]}


def test_what_there_is_can_be_chosen(journal):
    found = offer(journal)
    assert found.parts >= {Part.SESSIONS, Part.MEDICINES, Part.MARKERS}
    assert [item.key for item in found.items] == ["alcohol", "drugs"]
    assert (found.first, found.last) == (journal.today(), journal.today())


def test_an_empty_journal_offers_nothing(opened):
    found = offer(opened[0])
    assert (found.parts, found.items, found.first) == (frozenset(), (), opened[0].today())


def test_alcohol_before_a_session_can_be_chosen_too(opened):
    session = sessions.begin_session(opened[0], "ketamine_iv", at=datetime(2026, 10, 28, 14))
    sessions.change_session(opened[0], session.id, alcohol=False)
    assert [item.key for item in offer(opened[0]).items] == ["alcohol"]


def test_questionnaires_can_be_chosen_and_what_one_asks_of_suicide_by_itself(opened):
    journal, _clock = opened
    questionnaires.save_total(journal, "gad7", 4)
    assert offer(journal).parts == {Part.SCORES}
    assert offer(journal).items == ()
    questionnaires.save_answers(journal, "phq9", [GivenAnswer(str(number), 0) for number in range(1, 10)])
    assert [item.key for item in offer(journal).items] == ["suicidal_thoughts"]


@pytest.mark.parametrize(("items", "found"), [((), set()), (("drugs",), {"drugs"}), (("alcohol",), {"alcohol"})])
def test_each_item_that_stays_out_is_chosen_by_itself(journal, tmp_path, items, found):
    path = tmp_path / "a.json"
    take_out(journal, path, ExportFormat.JSON, Wanted(items=frozenset(items)))
    assert keys(path) == {"anxiety", *found}


def test_the_whole_without_a_part_is_not_the_whole(journal, tmp_path):
    wanted = Wanted(include=frozenset(ALL_PARTS), notes=Notes.ALL, only_included=True)
    taken = take_out(journal, tmp_path / "a.json", ExportFormat.JSON, wanted)
    assert not taken.whole
    assert "alcohol" not in keys(taken.path)
    assert json.loads(taken.path.read_text())["complete"] is False


def test_the_whole_reads_back_from_the_file(journal, tmp_path):
    taken = take_out(journal, tmp_path / "a.json", ExportFormat.JSON, Wanted(notes=Notes.ALL))
    other = read_back(taken.path.read_bytes(), tmp_path / "other")
    assert (taken.whole, taken.entries) == (True, 1)
    assert other.store.entries.count() == 1
    other.close()


@pytest.mark.parametrize("kind", ExportFormat)
def test_a_password_locks_every_kind(journal, tmp_path, kind):
    path = tmp_path / f"a{ending(kind, locked=True)}"
    taken = take_out(journal, path, kind, Wanted(notes=Notes.ALL), password="quiet harbour")
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist()
        assert all(info.flag_bits & 1 for info in archive.infolist())
    assert taken.locked
    assert b"for me alone" not in path.read_bytes()


def test_what_is_locked_is_what_is_written_without_a_password(journal):
    plain = zipfile.ZipFile(io.BytesIO(export(journal, "csv", notes="all", include=ALL_PARTS)))
    locked = pyzipper.AESZipFile(
        io.BytesIO(export(journal, "csv", notes="all", include=ALL_PARTS, password="quiet harbour"))
    )
    locked.setpassword(b"quiet harbour")
    assert plain.namelist() == locked.namelist()
    assert all(plain.read(name) == locked.read(name) for name in plain.namelist())


@pytest.mark.parametrize(
    ("kind", "locked", "name"), [("csv", False, ".zip"), ("json", False, ".json"), ("fhir", True, ".zip")]
)
def test_a_file_is_named_for_what_it_is(kind, locked, name):
    assert ending(ExportFormat(kind), locked=locked) == name


def test_the_file_is_for_its_owner_alone(journal, tmp_path):
    taken = take_out(journal, tmp_path / "a.zip", ExportFormat.CSV, Wanted())
    assert taken.path.stat().st_mode & 0o077 == 0


def test_nothing_is_replaced_unasked(journal, tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(b"theirs")
    with pytest.raises(FileExists):
        take_out(journal, path, ExportFormat.CSV, Wanted())
    assert path.read_bytes() == b"theirs"
    take_out(journal, path, ExportFormat.CSV, Wanted(), replaces=True)
    assert path.read_bytes().startswith(b"PK")


def test_nothing_goes_into_the_journals_own_folder(journal, tmp_path):
    (tmp_path / "link").symlink_to(journal.folder)
    for path in (journal.folder / "a.zip", tmp_path / "link" / "a.zip"):
        with pytest.raises(FileUnwritable):
            take_out(journal, path, ExportFormat.CSV, Wanted(), replaces=True)


def test_nothing_is_left_of_a_file_that_could_not_be_made(journal, tmp_path):
    place = tmp_path / "desk"
    place.mkdir()
    with pytest.raises(UnknownItem):
        take_out(journal, place / "a.zip", ExportFormat.CSV, Wanted(include=frozenset({"alcool"})))
    assert list(place.iterdir()) == []


def test_a_stop_halfway_leaves_what_was_there(journal, tmp_path):
    def stop(done, total):
        raise KeyError

    place = tmp_path / "desk"
    place.mkdir()
    (place / "a.json").write_bytes(b"before")
    with pytest.raises(KeyError):
        take_out(journal, place / "a.json", ExportFormat.JSON, Wanted(), replaces=True, progress=stop)
    assert [path.read_bytes() for path in place.iterdir()] == [b"before"]


def test_a_period_bounds_what_is_counted(journal, tmp_path):
    taken = take_out(journal, tmp_path / "a.zip", ExportFormat.CSV, Wanted(last=date(2026, 10, 1)))
    assert taken.entries == 0
