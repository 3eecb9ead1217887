from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.app.salvage import salvage
from journal.host.clock import FixedClock
from journal.model.folding import fold
from journal.model.markers import Marker
from journal.model.searches import Part, Place, Search
from journal.model.sessions import Session
from journal.store import search_removal, search_schema
from journal.store.backups import restore_backup
from journal.store.connection import connect
from journal.store.data_key import DataKey
from journal.store.journal_store import JournalStore
from tests.support.plain_pages import plain_pages
from tests.support.stores import DAY, EVENING_MS, PASSPHRASE, entry, evening_clock, make_store, open_store


def save(store: JournalStore, *entries: object) -> None:
    with store.action("log"):
        for each in entries:
            {"Entry": store.entries, "Session": store.sessions, "Marker": store.markers}[type(each).__name__].save(each)  # type: ignore[attr-defined]


def found(store: JournalStore, text: str, **search: object) -> list[str]:
    store.search.bring_up_to_date(None)
    hits = store.search.page(Search(text, **search), None, 50)  # type: ignore[arg-type]
    assert store.search.count(Search(text, **search)) == len(hits)  # type: ignore[arg-type]
    return [hit.id for hit in hits]


def terms(store: JournalStore) -> set[str]:
    """Every trigram that the index holds."""
    run = store._ledger.database.conn.execute
    run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, search_text, row)")
    return {row[0] for row in run("SELECT term FROM temp.terms")}


def pages(store: JournalStore) -> bytes:
    """Everything that stands in the decrypted tables of the search."""
    run = store._ledger.database.conn.execute
    tables = ("search_doc", "search_text_data", "search_text_idx", "search_text_docsize")
    return b"".join(repr(row).encode() for table in tables for row in run(f"SELECT * FROM {table}"))  # noqa: S608


def test_results_come_newest_first(store: JournalStore) -> None:
    save(store, entry("old", note="slept badly", days_ago=9), entry("new", note="slept well"), entry("none", note="-"))
    assert found(store, "slept") == ["new", "old"]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("Der Weg nach Zürich", "zurich"),
        ("eine große STRASSE", "Straße"),
        ("昨日は夢を見た", "夢"),
        ("昨日は夢を見た", "夢を見"),
        ("Їжа смачна", "їжа"),
        ("שלום לכולם", "לכ"),
        ("قلبي ثقيل", "ثقيل"),
        ("a walk ❤️ home", "❤"),
        ('she said "no" AND left', '"no" AND'),
        ("100 % sure_thing", "% s"),
        ("100 % sure_thing", "e_t"),
        ("it’s over", "it's"),
        ("two\n  lines", "two lines"),
        ("x * y NEAR(z)", "* y NEAR("),
        ("Cafe\u0301 at noon", "café"),
    ],
)
def test_what_was_typed_is_found_as_it_stands_whatever_the_script(store: JournalStore, note: str, text: str) -> None:
    save(store, entry("e1", note=note), entry("e2", note="another thing"))
    assert found(store, text) == ["e1"]


@pytest.mark.parametrize("text", ["", "  ", "%", "_", '"', "'", "*", "NEAR(", "\x00", "\ud800", "🌧️" * 300, "a" * 5000])
def test_nothing_typed_breaks_the_search(store: JournalStore, text: str) -> None:
    save(store, entry("e1", note="an ordinary day"))
    assert found(store, text) == []


def test_parts_and_days_narrow_it(store: JournalStore) -> None:
    session = Session("s1", "ketamine_iv", EVENING_MS, 60, DAY, note="the sea")
    save(store, entry("e1", note="the sea", days_ago=3), session, Marker("m1", DAY - timedelta(days=8), "The sea"))
    assert found(store, "sea") == ["s1", "e1", "m1"]
    assert found(store, "sea", parts=frozenset({Part.NOTES, Part.MARKERS})) == ["e1", "m1"]
    assert found(store, "sea", first=DAY - timedelta(days=3)) == ["s1", "e1"]
    assert found(store, "sea", last=DAY - timedelta(days=4)) == ["m1"]


def test_pages_follow_each_other_without_gap(store: JournalStore) -> None:
    save(store, *(entry(f"e{number:02}", note="rain again", days_ago=number // 3) for number in range(40)))
    store.search.bring_up_to_date(None)
    search, seen, after = Search("rain"), [], None
    while hits := store.search.page(search, after, 7):
        seen += [hit.id for hit in hits]
        after = hits[-1].mark
    assert sorted(seen) == sorted(f"e{number:02}" for number in range(40))
    assert store.search.count(search) == 40


def test_words_of_the_language_in_use_are_found_for_keys(store: JournalStore) -> None:
    save(store, Session("s1", "ketamine_iv", EVENING_MS, 60, DAY))
    store.search.speak("en", lambda: {"session.kind": {"ketamine_iv": "Ketamine infusion"}})
    assert found(store, "infusion") == ["s1"]
    store.search.speak("de", lambda: {"session.kind": {"ketamine_iv": "Ketamininfusion"}})
    assert found(store, "ketamininf") == ["s1"]
    assert found(store, "ketamine inf") == []


def test_tags_are_found(store: JournalStore) -> None:
    save(store, entry("e1", tags=("good sleep", "Besuch")))
    assert found(store, "besuch") == found(store, "good sl") == ["e1"]


def test_two_texts_of_one_row_do_not_run_together(store: JournalStore) -> None:
    save(store, Marker("m1", DAY, "new", "moon"))
    assert found(store, "new moon") == found(store, "newmoon") == []


def test_a_changed_note_is_found_by_its_new_words_only(store: JournalStore) -> None:
    save(store, entry("e1", note="harbour"))
    assert found(store, "harbour") == ["e1"]
    save(store, entry("e1", note="lighthouse"))
    assert "har" not in terms(store)
    assert (found(store, "harbour"), found(store, "lighthouse")) == ([], ["e1"])


def test_undo_and_redo_are_followed(store: JournalStore) -> None:
    save(store, entry("e1", note="harbour"))
    assert found(store, "harbour") == ["e1"]
    store.changes.undo()
    assert found(store, "harbour") == []
    store.changes.redo()
    assert found(store, "harbour") == ["e1"]


def test_another_answer_leaves_the_index_as_it_is(store: JournalStore) -> None:
    save(store, entry("e1", 2, note="harbour"))
    assert found(store, "harbour") == ["e1"]
    before = store._ledger.rows("SELECT id, block FROM search_text_data")
    save(store, entry("e1", 3, note="harbour"))
    assert found(store, "harbour") == ["e1"]
    assert store._ledger.rows("SELECT id, block FROM search_text_data") == before


def test_an_import_and_its_undo_are_followed(store: JournalStore) -> None:
    with store.action("import", many=True):
        store.imports.add("i1", "csv")
        store.entries.add_new([entry(f"e{n}", note=f"imported {n}", import_id="i1") for n in range(300)])
    assert len(found(store, "imported 29")) == 11
    store.changes.undo_import("i1")
    assert found(store, "imported") == []
    store.changes.redo()
    assert len(found(store, "imported 29")) == 11


def test_deleted_for_good_leaves_nothing_of_the_text(store: JournalStore) -> None:
    save(store, entry("kept", note="calm sea"), entry("gone", note="zyxwvut qpo"))
    assert found(store, "zyxwvut") == ["gone"]
    assert {"zyx", "qpo"} <= terms(store)
    with store.tx():
        store.entries.delete_for_good("gone")
    assert not {"zyx", "yxw", "qpo", " qp"} & terms(store)
    assert b"zyx" not in pages(store)
    assert b"qpo" not in pages(store)
    assert (found(store, "zyxwvut"), found(store, "calm")) == ([], ["kept"])
    assert store.full_check() == []


def test_deleted_for_good_also_takes_a_session_and_its_drafts_words(store: JournalStore) -> None:
    save(store, Session("s1", "ketamine_iv", EVENING_MS, 60, DAY, intention="zyxwvut"))
    assert found(store, "zyxwvut") == ["s1"]
    with store.tx():
        store.sessions.delete_for_good("s1")
    assert b"zyx" not in pages(store)
    assert "zyx" not in terms(store)


def test_many_at_once_empty_the_index_and_the_next_search_fills_it(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_removal, "FEW", 2)
    save(store, *(entry(f"e{number}", note=f"harbour {number}") for number in range(9)))
    assert len(found(store, "harbour")) == 9
    with store.action("delete"):
        for number in range(5):
            store.entries.delete(f"e{number}")
    assert terms(store) == set()
    assert sorted(found(store, "harbour")) == ["e5", "e6", "e7", "e8"]


def test_it_is_read_in_some_at_a_time_the_newest_first(store: JournalStore) -> None:
    save(store, *(entry(f"e{number}", note="harbour", days_ago=number) for number in range(9)))
    assert not store.search.bring_up_to_date(4)
    assert [hit.id for hit in store.search.page(Search("harbour"), None, 9)] == ["e0", "e1", "e2", "e3"]
    assert not store.search.bring_up_to_date(4)
    assert store.search.bring_up_to_date(4)
    assert store.search.count(Search("harbour")) == 9


def test_it_stays_true_over_closing_and_opening(folder: Path, clock: FixedClock) -> None:
    store, _ = make_store(folder, clock)
    save(store, entry("e1", note="harbour"))
    assert found(store, "harbour") == ["e1"]
    save(store, entry("e2", note="harbour too", days_ago=1))
    store.close()
    again = open_store(folder, clock)
    assert found(again, "harbour") == ["e1", "e2"]
    again.close()


def test_a_journal_that_is_only_read_is_searched_in_memory(folder: Path, clock: FixedClock) -> None:
    store, _ = make_store(folder, clock)
    save(store, entry("e1", note="harbour"))
    store.close()
    before = store.path.read_bytes()
    again = open_store(folder, clock, read_only=True)
    assert found(again, "harbour") == ["e1"]
    again.close()
    assert store.path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE search_text",
        "DROP TABLE search_doc",
        "DROP TRIGGER search_entry_changed",
        "DELETE FROM search_doc",
        "DELETE FROM search_text_data",
        "DROP TABLE search_text_config",
    ],
)
def test_a_lost_index_is_made_anew(folder: Path, clock: FixedClock, damage: str) -> None:
    store, _ = make_store(folder, clock)
    save(store, entry("e1", note="harbour"))
    assert found(store, "harbour") == ["e1"]
    store._ledger.database.conn.execute(damage)
    store.close()
    again = open_store(folder, clock)
    save(again, replace(entry("e1", note="harbour lights"), day=DAY))
    assert found(again, "harbour") == found(again, "lights") == ["e1"]
    again.close()


def test_a_hit_says_what_it_is_and_what_stands_there(store: JournalStore) -> None:
    save(store, Marker("m1", DAY, "New flat", "At last"))
    store.search.bring_up_to_date()
    (hit,) = store.search.page(Search("LAST"), None, 5)
    assert (hit.place, hit.part, hit.day, hit.texts) == (
        Place.MARKER,
        Part.MARKERS,
        DAY,
        {"label": "New flat", "note": "At last"},
    )


def test_folding_is_the_same_twice() -> None:
    for text in ("Straße ÅÉ ї й", "ﬁﬂ Ⅷ ｶ", "\u1e9e \u0130"):
        assert fold(fold(text)) == fold(text)


def test_another_key_takes_the_index_along(folder: Path, clock: FixedClock, tmp_path: Path) -> None:
    store, vault = make_store(folder, clock)
    save(store, entry("e1", note="harbour"))
    assert found(store, "harbour") == ["e1"]
    other = DataKey.random()
    (tmp_path / "other.db").touch()
    store.write_to(tmp_path / "other.db", other)
    written = connect(tmp_path / "other.db", other)
    assert search_schema.is_whole(written)
    assert written.execute("SELECT rowid FROM search_text WHERE search_text MATCH '\"har\"'").fetchall() == [(1,)]
    written.conn.close()
    store.close()


def test_it_is_followed_after_a_merge_though_stamps_are_older(
    store: JournalStore, folder: Path, clock: FixedClock, tmp_path: Path
) -> None:
    save(store, entry("e1", note="harbour"))
    shutil.copytree(folder, tmp_path / "other")
    clock.ms += 60_000
    save(store, entry("e2", note="newer here"))
    assert found(store, "newer") == ["e2"]
    other = open_store(tmp_path / "other", FixedClock(clock.ms - 30_000, 60))
    save(other, entry("e3", note="lighthouse"), entry("e1", note="harbour lights"))
    other.close()
    store.merge_from(tmp_path / "other" / "journal-1.db", store.key)
    assert (found(store, "lighthouse"), found(store, "lights")) == (["e3"], ["e1"])
    assert found(store, "harbour") == ["e1"]


@pytest.mark.parametrize("seed", range(4))
def test_no_page_of_the_database_holds_a_word_or_trigram_of_what_is_gone_for_good(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    store, vault = make_store(tmp_path / "journal", evening_clock())
    key, word = bytes(vault.key.raw), "qzxvqz"
    for number in range(30):
        save(store, entry(f"other {number}", note="".join(chance.choices("abcdef \n", k=300)), days_ago=number))
        if number % 7 == 0:
            save(store, entry("target", note=f"{word} " * chance.randrange(1, 40), tags=(f"tag {word}",)))
            assert found(store, word) == ["target"]
    assert word.encode() in plain_pages(store.path, key)
    with store.tx():
        store.entries.delete_for_good("target")
    pages_now = plain_pages(store.path, key)
    assert not [part for part in (b"qzxv", b"qzx", b"zxv", b"xvq", b"vqz") if part in pages_now]
    assert store.full_check() == []
    store.close()


def test_it_is_true_in_what_came_out_of_salvage(folder: Path, clock: FixedClock, tmp_path: Path) -> None:
    store, _ = make_store(folder, clock)
    save(store, *(entry(f"e{number}", note=f"harbour {number}", days_ago=number) for number in range(20)))
    assert len(found(store, "harbour")) == 20
    store.close()
    database = folder / "journal-1.db"
    content = bytearray(database.read_bytes())
    content[-3000] ^= 1
    database.write_bytes(content)
    salvage(folder, tmp_path / "saved", passphrase=PASSPHRASE)
    saved = open_store(tmp_path / "saved", clock)
    assert found(saved, "harbour 1") == [
        each.id for each in saved.entries.between(date.min, date.max)[::-1] if "harbour 1" in each.note
    ]
    saved.close()


def test_it_is_true_in_a_backup_that_is_restored(folder: Path, clock: FixedClock, tmp_path: Path) -> None:
    store, _ = make_store(folder, clock)
    save(store, entry("e1", note="harbour"))
    assert found(store, "harbour") == ["e1"]
    save(store, entry("e2", note="harbour, not read in yet", days_ago=1))
    backup = store.back_up()
    store.close()
    restore_backup(backup, tmp_path / "restored")
    restored = open_store(tmp_path / "restored", clock)
    assert found(restored, "harbour") == ["e1", "e2"]
    restored.close()
