"""Exports are written as they are read: a long journal takes no more memory than a short one, and can be stopped."""

import gc
import tracemalloc
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from journal.app.check_ins import log
from journal.app.export_selection import Wanted
from journal.app.exports import ExportFormat, write_export
from journal.app.record_exports import Notes
from journal.model.errors import Interrupted
from tests.support.journals import make_journal
from tests.support.sinks import Sink

ITEMS = ("anxiety", "irritability", "nightmares", "flashbacks", "low_mood", "numb")
DAY_MS = 86_400_000
SHORT, LONG = 250, 1000
"""Days of two journals."""

A_DAY_AT_MOST = 600
"""Bytes that a further day may cost while it is written; held in memory, an entry of these takes some 4,000."""

PIECE = 20_000
"""Bytes between two collections of garbage."""


def filled(folder, days):
    """A journal with an entry a day."""
    journal, _clock = make_journal(folder)
    first = log(journal, dict.fromkeys(ITEMS, 2.0), note="some words of the day")
    older = [
        replace(first, id=str(uuid.uuid4()), at_ms=first.at_ms - n * DAY_MS, day=first.day - timedelta(days=n))
        for n in range(1, days)
    ]
    with journal.store.tx(many=True):
        journal.store.entries.add_new(older)
    return journal


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    journal = filled(tmp_path_factory.mktemp("short") / "journal", SHORT)
    yield journal
    journal.close()


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    journal = filled(tmp_path_factory.mktemp("long") / "journal", LONG)
    yield journal
    journal.close()


class CollectingSink(Sink):
    """Collects garbage as it goes: how much of it waits depends on all that the program holds, not on the export."""

    def write(self, data):
        if (self.place + len(data)) // PIECE > self.place // PIECE:
            gc.collect()
        return super().write(data)


def peak(journal, kind, notes, password):
    """The most memory that writing took, in bytes, and how much was written."""
    sink = CollectingSink()
    write_export(journal, Sink(), kind, Wanted(notes=notes), password=password)  # what is loaded once is loaded now
    gc.collect()  # what others left is not counted as freed here, nor its collection as taken
    gc.freeze()  # the rest of the program is looked through once, not at each collection
    tracemalloc.start()
    try:
        write_export(journal, sink, kind, Wanted(notes=notes), password=password)
        return tracemalloc.get_traced_memory()[1], sink.size
    finally:
        tracemalloc.stop()
        gc.unfreeze()


@pytest.mark.parametrize(
    ("kind", "notes", "password"),
    [
        (ExportFormat.CSV, Notes.ALL, ""),
        (ExportFormat.CSV, Notes.NONE, "quiet harbour"),
        (ExportFormat.JSON, Notes.ALL, ""),
        (ExportFormat.JSON, Notes.NONE, "quiet harbour"),
        (ExportFormat.FHIR, Notes.ALL, ""),
    ],
)
def test_four_times_the_days_take_no_more_memory(short, long, kind, notes, password):
    few, written_few = peak(short, kind, notes, password)
    many, written_many = peak(long, kind, notes, password)
    assert written_many > 3 * written_few
    assert (many - few) / (LONG - SHORT) < A_DAY_AT_MOST


@pytest.mark.parametrize("notes", [Notes.NONE, Notes.ALL])
@pytest.mark.parametrize("kind", ExportFormat)
def test_the_progress_grows_up_to_the_end(long, kind, notes):
    told = []
    write_export(long, Sink(), kind, Wanted(notes=notes), progress=lambda done, total: told.append((done, total)))
    done = [each for each, _ in told]
    assert done == sorted(done)
    assert len(told) >= 10
    assert told[-1][0] == told[-1][1]


def test_writing_ends_where_the_progress_says_so(long):
    def stop(done, total):
        raise KeyError

    with pytest.raises(KeyError):
        write_export(long, Sink(), ExportFormat.JSON, Wanted(), progress=stop)


def test_writing_ends_when_the_journal_is_being_closed(tmp_path):
    journal = filled(tmp_path / "journal", SHORT)
    with pytest.raises(Interrupted):
        write_export(journal, Sink(), ExportFormat.CSV, Wanted(), progress=lambda _d, _t: journal.store.closing.set())
    journal.close()
