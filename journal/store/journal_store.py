"""An open journal: one connection, its aggregates, transactions and undo steps."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from journal.host.clock import Clock, local_now
from journal.model.errors import JournalDamaged, JournalReadOnly, JournalTooNew
from journal.store import backup_files, merging, search_schema
from journal.store.appointments import Appointments, Clinicians, Questions
from journal.store.backups import make_backup
from journal.store.calm_moments import CalmMoments
from journal.store.changes import Changes
from journal.store.connection import connect, connect_new, probe_writing
from journal.store.courses import Courses
from journal.store.data_key import DataKey
from journal.store.day_rows import DayRecord, DayRows, newest_stamp, present_record, rows_of_days, take_over
from journal.store.drafts import Drafts
from journal.store.entries import Entries
from journal.store.faults import damaged, sqlite_faults
from journal.store.goals import Goals
from journal.store.history import History
from journal.store.imports import Imports
from journal.store.intakes import Intakes
from journal.store.integrity import problems_of
from journal.store.items import Items
from journal.store.ledger import Ledger
from journal.store.leftovers import sweep_leftovers
from journal.store.markers import Markers
from journal.store.medicines import Medicines
from journal.store.merging import Comparison, Merged
from journal.store.migrations import STEPS, Step, applied_steps, apply_steps, pending_steps, unknown_steps
from journal.store.other_copies import sweep_apart
from journal.store.plans import Contacts, PlanLines
from journal.store.practices import Practices
from journal.store.private_files import file_faults, keep_private, private_file, private_folder
from journal.store.questionnaires import KeptForms, Questionnaires
from journal.store.search_index import SearchIndex
from journal.store.sessions import Sessions
from journal.store.settings import Settings
from journal.store.shapes import Groups, Profiles
from journal.store.snapshots import Images
from journal.store.succession import finish_earlier, sweep_succession, write_key
from journal.store.tags import Tags
from journal.store.tombstones import Tombstones
from journal.store.unfinished_vault import finish_vault, sweep_unfinished
from journal.store.vault import FIRST_DATABASE, OpenedVault, require_named

if TYPE_CHECKING:
    from sqlite_utils import Database


class JournalStore:
    """One journal, open on the thread that opened it. `create` and `open` make one."""

    def __init__(self, ledger: Ledger, folder: Path, key: DataKey, journal_id: str) -> None:
        self.folder = folder
        self.key = key
        self.journal_id = journal_id
        self.read_only = ledger.read_only
        self.closing = Event()
        """Set once long work is to stop, also what waits for a place that does not answer."""
        self._ledger = ledger
        self.changes = Changes(ledger)
        self.drafts = Drafts(ledger)
        self.entries = Entries(ledger)
        self.items = Items(ledger)
        self.settings = Settings(ledger)
        self.imports = Imports(ledger)
        self.tombstones = Tombstones(ledger)
        self.courses = Courses(ledger)
        self.sessions = Sessions(ledger)
        self.medicines = Medicines(ledger)
        self.intakes = Intakes(ledger)
        self.practices = Practices(ledger)
        self.markers = Markers(ledger)
        self.questionnaires = Questionnaires(ledger)
        self.forms = KeptForms(ledger)
        self.groups = Groups(ledger)
        self.profiles = Profiles(ledger)
        self.goals = Goals(ledger)
        self.clinicians = Clinicians(ledger)
        self.appointments = Appointments(ledger)
        self.questions = Questions(ledger)
        self.plan_lines = PlanLines(ledger)
        self.contacts = Contacts(ledger)
        self.calm_moments = CalmMoments(ledger)
        self.search = SearchIndex(ledger)
        self.tags = Tags(ledger)

    @classmethod
    def create(cls, folder: Path, key: DataKey, journal_id: str, clock: Clock) -> JournalStore:
        """Make the database of a vault just created, and finish that vault.

        Raises DiskFull, JournalReadOnly, StorageFailed; then nothing of the journal is left.
        """
        keep_private()
        path = folder / FIRST_DATABASE
        try:
            ledger = _new_ledger(path, key, clock)
            finish_vault(folder)
        except BaseException:
            sweep_unfinished(folder)
            raise
        return cls(ledger, folder, key, journal_id)

    @classmethod
    def open(
        cls, folder: Path, vault: OpenedVault, clock: Clock, *, read_only: bool = False, steps: tuple[Step, ...] = STEPS
    ) -> JournalStore:
        """Open the journal of an open vault, and bring its schema up to date.

        Raises JournalInUse, JournalDamaged, JournalTooNew, JournalReadOnly (then `read_only=True`
        may still open it for reading), DiskFull, StorageFailed.
        """
        keep_private()
        database = connect(vault.database, vault.key, read_only=read_only)
        ledger = Ledger(database, vault.database, clock, read_only=read_only)
        store = cls(ledger, folder, vault.key, vault.journal_id)
        try:
            with sqlite_faults(vault.database):
                require_named(folder, vault)
                store._settle(steps)
        except BaseException:
            database.conn.close()
            raise
        return store

    @property
    def path(self) -> Path:
        """The database file."""
        return self._ledger.path

    @contextlib.contextmanager
    def tx(self, *, many: bool = False) -> Iterator[None]:
        """One transaction outside the undo history; `many` for thousands of rows."""
        with self._ledger.bulk_transaction() if many else self._ledger.transaction():
            yield

    def action(self, what: str, merge_key: str | None = None, *, many: bool = False) -> AbstractContextManager[None]:
        """One transaction that is one undo step; see `Changes.recorded`."""
        return self.changes.recorded(what, merge_key, many=many)

    def check(self) -> list[str]:
        """A quick look over the whole database; what is wrong, nothing if all is well."""
        return [str(row[0]) for row in self._ledger.rows("PRAGMA quick_check") if row[0] != "ok"]

    def full_check(self) -> list[str]:
        """Authenticate every page as well: only this finds every flipped bit."""
        with sqlite_faults(self.path):
            return problems_of(self._ledger.database)

    def read_all(self) -> int:
        """Read everything that was logged, and the settings; how many entries there are.

        Raises JournalDamaged or ValueError for what can't be read back.
        """
        self.items.all()
        self.settings.all()
        treatment = (self.courses, self.sessions, self.medicines, self.intakes, self.practices, self.markers)
        own = (self.groups, self.profiles, self.goals, self.clinicians, self.appointments, self.questions)
        for records in (*treatment, self.questionnaires, self.forms, *own):
            records.all()
        for held in (self.plan_lines, self.contacts, self.calm_moments):
            held.all()
        return len(self.entries.between(date.min, date.max))

    def backup_to(self, path: Path) -> None:
        """Write a verified backup to a file, replacing what is there only when the new one is whole.

        Raises DiskFull, JournalReadOnly, StorageFailed, Interrupted, JournalDamaged.
        """
        make_backup(self._ledger.database, self.path, self.key, path)

    def finish_succession(self) -> None:
        """Remove what an earlier change of the database left. Raises DiskFull, StorageFailed, JournalDamaged."""
        finish_earlier(self.folder, self.path, self._ledger.database)

    def write_to(self, path: Path, key: DataKey) -> None:
        """Write the whole journal into an empty file, under another key. Raises what `backup_to` raises."""
        write_key(path, self._ledger.database, key)

    def compare_with(self, other: Path, key: DataKey) -> Comparison:
        """How another copy's database differs from this one; changes nothing. Raises OtherInUse, Interrupted."""
        return merging.compare(self._ledger, other, key)

    def merge_from(self, other: Path, key: DataKey, before: Callable[[], object] | None = None) -> Merged:
        """Take over what is newer in another copy's database of the same schema, all or nothing.

        `before` is called first if anything will change that a person can see.
        Raises OtherInUse, JournalReadOnly, DiskFull, StorageFailed, Interrupted.
        """
        self.changes.end_visit()
        self.search.begin_anew()
        return merging.merge(self._ledger, other, key, before or (lambda: None))

    def newest_stamp(self) -> str:
        """The newest stamp of anything that a person changed; what was noted of checks does not count."""
        return newest_stamp(self._ledger)

    def days(self, first: date, last: date) -> DayRows:
        """Everything that stands on these days, as rows that another copy can take over."""
        return rows_of_days(self._ledger, first, last)

    def present(self, record: DayRecord) -> Images | None:
        """The same record as it stands in this copy, or None where there is none (any more)."""
        return present_record(self._ledger, record.table, record.id)

    def take_over(self, records: Iterable[DayRecord], needed: Images) -> None:
        """Write records of another copy, and what they need where it is missing. Inside `action()`."""
        take_over(self._ledger, records, needed)

    def back_up(self, *, rotate: bool = True, before_upgrade: bool = False) -> Path:
        """Write a verified backup into the journal's own folder, and let go of the oldest ones unless told not to."""
        folder = self.folder / backup_files.FOLDER
        private_folder(folder)
        made = local_now(self._ledger.clock).replace(tzinfo=None)
        path = folder / backup_files.backup_name(made, before_upgrade=before_upgrade)
        self.backup_to(path)
        backups = backup_files.list_backups(self.folder) if rotate else []
        for old in set(backups) - backup_files.kept(backups):
            if old.path != path:  # its time may be before the others', where the clock was set back
                old.path.unlink(missing_ok=True)
        return path

    def interrupt(self) -> None:
        """Stop long work on the storage thread; it ends with Interrupted. May be called from any thread."""
        self.closing.set()
        self._ledger.database.conn.interrupt()

    def close(self) -> None:
        """Close the connection and wipe the key."""
        self._ledger.database.conn.close()
        self.key.wipe()

    def _settle(self, steps: tuple[Step, ...]) -> None:
        database = self._ledger.database
        if unknown_steps(database, steps):
            raise JournalTooNew(path=str(self.folder))
        if not applied_steps(database):
            raise damaged(self.path)
        pending = pending_steps(database, steps)
        if pending and self.read_only:
            raise JournalReadOnly(path=str(self.path))
        if not self.read_only:
            probe_writing(database, self.path)
            sweep_leftovers(self.folder)
            sweep_apart(self.folder)
            sweep_succession(self.folder, self.path, database)
            self._bring_up_to_date(database, steps, pending=bool(pending))
        self._ledger.see_stamps()

    def _bring_up_to_date(self, database: Database, steps: tuple[Step, ...], *, pending: bool) -> None:
        if pending:
            self.back_up(before_upgrade=True)
            with self._ledger.transaction():
                apply_steps(database, steps)
        if search_schema.STEP in dict(steps) and not search_schema.is_whole(database):
            with contextlib.suppress(JournalDamaged), self._ledger.transaction():
                search_schema.make_anew(database)
        with self._ledger.transaction():
            History(self._ledger).prune()


def _new_ledger(path: Path, key: DataKey, clock: Clock) -> Ledger:
    with file_faults(path):
        private_file(path)
    ledger = Ledger(connect_new(path, key), path, clock, read_only=False)
    try:
        with ledger.transaction():
            apply_steps(ledger.database)
    except BaseException:
        ledger.database.conn.close()
        raise
    return ledger
