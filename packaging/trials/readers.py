"""Every reader, through the same doors as a person uses: looked at, brought in, brought in again, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random

from journal.app import keys
from journal.app.history import undo
from journal.app.imports import mapping_template, preview, run_import, undo_import
from journal.app.journal import Journal
from journal.host.clock import SystemClock
from journal.model.errors import JournalError
from trials import samples
from trials.journals import PASSPHRASE, contents, digest, opened
from trials.mutations import Make, changed_base64, changed_json, changed_toml, changed_zip, drawn_table, mutated

Read = Callable[[bytes, Path], str]
"""Reads a file's content in a folder with journals in it; says what came of it. Raises JournalError, HalfDone."""

READ, NOTHING = "read", "nothing new in it"


class HalfDoneError(AssertionError):
    """A journal that is not as it was, or not as was said."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One trial: what it is called, how a file is made odd, how it is read."""

    what: str
    make: Make
    read: Read


def readers(found: dict[str, bytes]) -> tuple[Reader, ...]:
    """All of them; `found` are the good files."""
    return (*_diaries(found), *_tables(), *_journals(found), *_forms(found), *_secrets(found))


def _diaries(found: dict[str, bytes]) -> tuple[Reader, ...]:
    texts = {
        "Daylio CSV": samples.DAYLIO,
        "Daylio CSV, middle": samples.DAYLIO_MIDDLE,
        "Daylio CSV, oldest": samples.DAYLIO_OLDEST,
        "Bearable": samples.BEARABLE,
        "Loop habit": samples.LOOP_HABIT,
        "Loop table": found["Checkmarks.csv"],
        "MedTimer": found["medtimer.csv"],
        "Track & Graph": found["track-and-graph.csv"],
        "Track & Graph, older": found["track-and-graph-older.csv"],
        "T2": found["t2.csv"],
    }
    zips = {"eMoods": found["sample.emoods"], "Loop zip": found["loop.zip"]}
    inside = partial(changed_zip, change=changed_base64)
    return (
        *(Reader(name, _table_maker(data), through_import) for name, data in texts.items()),
        *(Reader(name, _zip_maker(data, _table_maker), through_import) for name, data in zips.items()),
        Reader("Daylio backup", lambda chance: inside(found["daylio.daylio"], chance), through_import),
        *(Reader(f"{name}, any bytes", partial(mutated, data), through_import) for name, data in zips.items()),
        Reader("answers to names (TOML)", _toml_maker(samples.ANSWERS), _through_answers),
    )


def _tables() -> tuple[Reader, ...]:
    wide, long = (samples.TABLE, samples.MAPPING), (samples.LONG_TABLE, samples.LONG_MAPPING)
    return (
        Reader("tables", _table_maker(wide[0]), partial(_through_table, mapping=wide[1])),
        Reader("long tables", _table_maker(long[0]), partial(_through_table, mapping=long[1])),
        Reader("mapping files (TOML)", _toml_maker(wide[1]), partial(_through_mapping, table=wide[0])),
        Reader("long mapping files (TOML)", _toml_maker(long[1]), partial(_through_mapping, table=long[0])),
        Reader("tables of which a mapping is drafted", _table_maker(wide[0]), _through_template),
    )


def _journals(found: dict[str, bytes]) -> tuple[Reader, ...]:
    into_empty = partial(through_import, journal="empty")
    return tuple(
        Reader(f"leeward JSON {version}, {where}", _json_maker(found[f"leeward-{version}.json"]), read)
        for version in (1, 2, 3)
        for where, read in (("into an empty journal", into_empty), ("into its own", through_import))
    )


def _forms(found: dict[str, bytes]) -> tuple[Reader, ...]:
    makers = [_json_maker(found[name]) for name in ("garden-week.json", "step-slider.json", "kettle-r5.json")]
    return (Reader("FHIR questionnaires", lambda chance: chance.choice(makers)(chance), _through_form),)


def _secrets(found: dict[str, bytes]) -> tuple[Reader, ...]:
    return (
        Reader("backups", partial(mutated, found["backup.zip"]), _through_backup),
        Reader(
            "parts of backups", _zip_maker(found["backup.zip"], lambda data: partial(mutated, data)), _through_backup
        ),
        Reader("key files", partial(mutated, found["journal.keys"]), _through_keys),
    )


def _table_maker(data: bytes) -> Make:
    return lambda chance: (drawn_table if chance.random() < 0.6 else mutated)(data, chance)


def _json_maker(data: bytes) -> Make:
    return lambda chance: (changed_json if chance.random() < 0.8 else mutated)(data, chance)


def _toml_maker(data: bytes) -> Make:
    return lambda chance: (changed_toml if chance.random() < 0.6 else mutated)(data, chance)


def _zip_maker(data: bytes, inner: Callable[[bytes], Make]) -> Make:
    return lambda chance: changed_zip(data, chance, lambda part, again: inner(part)(again))


def through_import(data: bytes, folder: Path, *, journal: str = "journal", mapping: Path | None = None) -> str:
    """Look, bring in, bring in again (nothing new), take back (all as before)."""
    path = folder / "unknown"
    path.write_bytes(data)
    here = _journal_of(folder / journal)
    before = _everything(here)
    try:
        looked = preview(here, path, mapping=mapping, make_items=True).result
        first = run_import(here, path, mapping=mapping, make_items=True)
    except JournalError:
        _same(before, here, "refused, and yet something was written")
        raise
    if looked.entries != first.entries:
        raise HalfDoneError(f"the look said {looked.entries}, the import {first.entries}")
    if first.import_id is None:
        _same(before, here, "nothing to bring in, and yet something was written")
        return NOTHING
    _bring_again(here, path, mapping)
    undo_import(here, first.import_id)
    _same(before, here, "taken back, and yet not as before")
    return READ


def _bring_again(here: Journal, path: Path, mapping: Path | None) -> None:
    with_it = _everything(here)
    again = run_import(here, path, mapping=mapping, make_items=True)
    if again.import_id is not None:
        raise HalfDoneError(f"the same file again: {again.entries} {again.medicines} {again.doses} {again.items_made}")
    _same(with_it, here, "the same file again wrote something")


def _through_table(data: bytes, folder: Path, *, mapping: bytes) -> str:
    path = folder / "x.toml"
    path.write_bytes(mapping)
    return through_import(data, folder, journal="empty", mapping=path)


def _through_mapping(data: bytes, folder: Path, *, table: bytes) -> str:
    return _through_table(table, folder, mapping=data)


def _through_answers(data: bytes, folder: Path) -> str:
    return _through_table(samples.DAYLIO, folder, mapping=data)


def _through_template(data: bytes, folder: Path) -> str:
    """The draft of a mapping must read the table that it was made from."""
    path = folder / "x.csv"
    path.write_bytes(data)
    drafted = mapping_template(path)
    preview(_journal_of(folder / "empty"), path, mapping=drafted, make_items=True)
    return READ


def _through_form(data: bytes, folder: Path) -> str:
    """Keep the form, skip all its questions, write the response and the bundle, and take both back."""
    from journal.app.exports import export
    from journal.app.form_responses import questionnaire_response
    from journal.app.forms_kept import form_of, keep_form
    from journal.app.questionnaires import save_form_answers

    path = folder / "form"
    path.write_bytes(data)
    here = _journal_of(folder / "empty")
    before = _everything(here)
    try:
        kept = keep_form(here, path)
    except JournalError:
        _same(before, here, "refused, and yet something was written")
        raise
    form = form_of(kept)
    try:
        saved = save_form_answers(here, kept.id, ())
    except JournalError as error:
        undo(here)
        _same(before, here, "taken back, and yet not as before")
        return f"kept, {error.code}"
    questionnaire_response(here, saved.id)
    export(here, "fhir", include=("scores",))
    if not form.questions():
        raise HalfDoneError("a form without a question was kept")
    undo(here)
    undo(here)
    _same(before, here, "taken back, and yet not as before")
    return READ


def _through_backup(data: bytes, folder: Path) -> str:
    path = folder / "x.zip"
    path.write_bytes(data)
    return "damage told" if keys.verify(path, PASSPHRASE, SystemClock()).faults else READ


def _through_keys(data: bytes, folder: Path) -> str:
    for name in ("journal.keys", "journal.keys.copy"):
        (folder / "journal" / name).write_bytes(data)
    opened(folder / "journal").close()
    return READ


@cache
def _journal_of(folder: Path) -> Journal:
    """One opened journal for a whole batch; it goes with the child process."""
    return opened(folder)


def _everything(journal: Journal) -> dict[str, str]:
    items = {f"item:{row.id}": digest(row) for row in journal.store.items.all()}
    imports = {f"import:{each.id}": digest(each) for each in journal.store.imports.list()}
    return {**contents(journal), **items, **imports}


def _same(before: dict[str, str], journal: Journal, what: str) -> None:
    now = _everything(journal)
    differing = sorted(key for key in {*before, *now} if before.get(key) != now.get(key))
    if differing:
        raise HalfDoneError(f"{what}: {len(differing)} records, such as {differing[0]}")


def chance_of(number: int) -> Random:
    """The same chances for the same number."""
    return Random(number)
