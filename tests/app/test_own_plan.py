"""The plan and the contacts: written, moved, deleted, undone; and what of them stands in the open."""

import json
import os
import stat
from pathlib import Path

import pytest

from journal.app import contacts, history, plans
from journal.app.calm_moments import keep_moment
from journal.app.kept_settings import keep_settings
from journal.app.open_plan import FILE, MOST_BYTES, read_open_plan
from journal.app.own_records import Own, delete_record_for_good
from journal.app.vaults import open_journal
from journal.host.settings_file import Settings
from journal.host.support_numbers import support_in
from journal.model.contacts import Contact
from journal.model.errors import JournalReadOnly, UnknownRecord
from journal.model.plans import Heading
from tests.support.journals import PASSPHRASE, make_journal, reopen


@pytest.fixture
def journal(tmp_path):
    made = make_journal(tmp_path / "journal")[0]
    yield made
    made.close()


def texts(journal):
    return [line.text for line in plans.plan_lines(journal)]


def in_the_open(journal):
    return [line.text for line in read_open_plan(journal.folder).lines]


def test_lines_stand_in_the_order_of_the_headings(journal):
    plans.add_line(journal, Heading.MATTERS, "My daughter")
    plans.add_line(journal, Heading.SIGNS, "No sleep")
    plans.add_line(journal, Heading.SIGNS, "No calls")
    assert texts(journal) == ["No sleep", "No calls", "My daughter"]


def test_a_line_moves_inside_its_heading_and_stops_at_the_end(journal):
    for text in ("one", "two", "three"):
        last = plans.add_line(journal, Heading.MYSELF, text)
    plans.move_line(journal, last.id, -1)
    assert texts(journal) == ["one", "three", "two"]
    plans.move_line(journal, last.id, -1)
    plans.move_line(journal, last.id, -1)
    assert texts(journal) == ["three", "one", "two"]


def test_a_deleted_line_comes_back_by_undo(journal):
    line = plans.add_line(journal, Heading.SIGNS, "No sleep")
    plans.delete_line(journal, line.id)
    assert texts(journal) == []
    history.undo(journal)
    assert texts(journal) == ["No sleep"]
    with pytest.raises(UnknownRecord):
        plans.change_line(journal, "nobody", "x", opened=True)


def test_nothing_stands_in_the_open_until_it_is_ticked(journal):
    line = plans.add_line(journal, Heading.SIGNS, "No sleep")
    contacts.save_contact(journal, Contact("", "Mara", "020"))
    assert not (journal.folder / FILE).exists()
    plans.change_line(journal, line.id, "No sleep", opened=True)
    assert in_the_open(journal) == ["No sleep"]
    assert "Mara" not in (journal.folder / FILE).read_text()


def test_the_file_is_for_its_owner_alone(journal):
    plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)
    assert stat.S_IMODE((journal.folder / FILE).stat().st_mode) == 0o600


def test_the_file_goes_when_nothing_is_ticked_any_more(journal):
    line = plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)
    plans.change_line(journal, line.id, "No sleep", opened=False)
    assert not (journal.folder / FILE).exists()


def test_undo_delete_and_delete_for_good_reach_the_file(journal):
    first = plans.add_line(journal, Heading.SIGNS, "first", opened=True)
    second = plans.add_line(journal, Heading.SIGNS, "second", opened=True)
    history.undo(journal)
    assert in_the_open(journal) == ["first"]
    history.redo(journal)
    plans.delete_line(journal, first.id)
    assert in_the_open(journal) == ["second"]
    delete_record_for_good(journal, Own.PLAN_LINE, second.id)
    assert not (journal.folder / FILE).exists()


def test_place_words_stand_there_only_with_their_tick(journal):
    journal.put_setting("place_words", "I am at home")
    assert read_open_plan(journal.folder).place == ""
    journal.put_setting("place_words_open", True)
    assert read_open_plan(journal.folder).place == "I am at home"


def test_opening_makes_the_file_anew(journal):
    plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)
    (journal.folder / FILE).write_text("what somebody put there")
    again = reopen(journal)
    assert in_the_open(again) == ["No sleep"]
    again.close()


def test_a_merge_brings_what_was_ticked_elsewhere(journal, tmp_path):
    import shutil

    from journal.app.merges import merge

    journal.close()
    shutil.copytree(tmp_path / "journal", tmp_path / "other")
    other = open_journal(tmp_path / "other", journal.clock, passphrase=PASSPHRASE)
    plans.add_line(other, Heading.SIGNS, "from the laptop", opened=True)
    other.close()
    here = open_journal(tmp_path / "journal", journal.clock, passphrase=PASSPHRASE)
    merge(here, tmp_path / "other")
    assert in_the_open(here) == ["from the laptop"]
    here.close()


def test_where_others_use_the_computer_nothing_stands_in_the_open(journal):
    plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)
    keep_settings(journal, Settings(others_use=True))
    again = reopen(journal)
    assert not (again.folder / FILE).exists()
    again.close()


def test_a_file_that_cannot_be_renewed_is_taken_away(journal, monkeypatch):
    from journal.host import whole_files

    line = plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)
    plans.add_line(journal, Heading.SIGNS, "No calls", opened=True)

    def full(path, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_files, "write_whole", full)
    plans.change_line(journal, line.id, "No sleep", opened=False)
    assert not (journal.folder / FILE).exists()


def test_a_file_that_cannot_even_be_taken_away_is_said(journal, monkeypatch):
    line = plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)

    def refused(path, missing_ok=False):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(JournalReadOnly):
        plans.change_line(journal, line.id, "No sleep", opened=False)


@pytest.mark.parametrize("content", [b"x" * (MOST_BYTES + 1), b"{}"])
def test_a_file_too_large_or_of_another_kind_shows_nothing(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert read_open_plan(tmp_path).empty


def test_a_link_a_pipe_and_a_folder_show_nothing(tmp_path):
    (tmp_path / "elsewhere").write_text(json.dumps({"version": 1, "place": "x"}))
    (tmp_path / FILE).symlink_to(tmp_path / "elsewhere")
    assert read_open_plan(tmp_path).empty
    (tmp_path / FILE).unlink()
    os.mkfifo(tmp_path / FILE)
    assert read_open_plan(tmp_path).empty
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    assert read_open_plan(tmp_path).empty


def test_contacts_are_kept_in_order_moved_checked_and_deleted(journal):
    mara = contacts.save_contact(journal, Contact("", "Mara", "020"))
    lee = contacts.save_contact(journal, Contact("", "Lee", "030"))
    contacts.move_contact(journal, lee.id, -1)
    contacts.mark_checked(journal, mara.id, journal.today())
    assert [(each.name, each.checked_on) for each in contacts.contacts(journal)] == [
        ("Lee", None),
        ("Mara", journal.today()),
    ]
    contacts.delete_contact(journal, lee.id)
    assert [each.name for each in contacts.contacts(journal)] == ["Mara"]


def test_a_shipped_line_is_hidden_and_shown_again(journal):
    line = support_in("NL").lines[0]
    contacts.hide_shipped(journal, line)
    assert [each.hidden for each in contacts.contacts(journal)] == [True]
    contacts.restore_shipped(journal, line.key)
    assert contacts.contacts(journal) == ()
    with pytest.raises(UnknownRecord):
        contacts.restore_shipped(journal, line.key)


def test_a_calm_moment_is_kept_as_of_now_and_can_be_undone(journal):
    moment = keep_moment(journal, "breathing", 7, 4)
    assert [(each.choice, each.before, each.after, each.day) for each in journal.store.calm_moments.all()] == [
        ("breathing", 7, 4, journal.today())
    ]
    assert moment.at.hour == 21
    history.undo(journal)
    assert not journal.store.calm_moments.all()
    with pytest.raises(ValueError, match="0 to 10"):
        keep_moment(journal, "", 11, None)


def test_the_end_of_a_journal_takes_the_file_with_it(journal, tmp_path):
    from journal.app.endings import destroy_journal

    plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)
    (journal.folder / f".{FILE}-half").write_text("half written")
    journal.close()
    destroy_journal(tmp_path / "journal")
    assert not (tmp_path / "journal").exists()


def test_a_backup_brings_what_was_ticked_back_without_holding_the_file(journal, tmp_path):
    import zipfile

    from journal.app.backups import back_up
    from journal.app.restores import restore_beside

    plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)
    back_up(journal, tmp_path / "backup.zip")
    assert FILE not in zipfile.ZipFile(tmp_path / "backup.zip").namelist()
    restore_beside(journal, tmp_path / "backup.zip", tmp_path / "beside")
    restored = open_journal(tmp_path / "beside", journal.clock, passphrase=PASSPHRASE)
    assert in_the_open(restored) == ["No sleep"]
    restored.close()


def test_a_journal_open_for_reading_leaves_the_file_as_it_is(journal, tmp_path):
    plans.add_line(journal, Heading.SIGNS, "No sleep", opened=True)
    journal.close()
    (tmp_path / "journal" / FILE).write_text("{}")
    read = open_journal(tmp_path / "journal", journal.clock, passphrase=PASSPHRASE, read_only=True)
    assert (tmp_path / "journal" / FILE).read_text() == "{}"
    read.close()
