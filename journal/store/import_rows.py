"""The rows of treatment that an import brought, for taking it out of the journal again."""

from __future__ import annotations

from journal.store.ledger import Ledger

_TABLES = ("intake", "session", "practice", "questionnaire")
_PARTS = (("session", "vital"), ("session", "effect"), ("session", "effect_point"), ("medicine", "medicine_dose"))

_MEDICINES = """
SELECT id FROM medicine m WHERE m.deleted = 0 AND m.import_id = ?1 AND NOT EXISTS (
    SELECT 1 FROM intake i WHERE i.deleted = 0 AND i.medicine_id = m.id AND i.import_id IS NOT ?1
)
"""


def rows_of_import(ledger: Ledger, import_id: str) -> list[tuple[str, str]]:
    """What stands of an import, by table and id, each record with its parts.

    A medicine of which the person took a dose since stays: it is theirs by now.
    """
    records = {table: _ids(ledger, table, import_id) for table in _TABLES}
    records["medicine"] = [row[0] for row in ledger.rows(_MEDICINES, (import_id,))]
    found = [(table, row_id) for table, ids in records.items() for row_id in ids]
    for owner, part in _PARTS:
        sql = f"SELECT id FROM {part} WHERE deleted = 0 AND {owner}_id = ?"  # noqa: S608 fixed names
        for owner_id in records[owner]:
            found += [(part, row[0]) for row in ledger.rows(sql, (owner_id,))]
    return found


def _ids(ledger: Ledger, table: str, import_id: str) -> list[str]:
    sql = f"SELECT id FROM {table} WHERE deleted = 0 AND import_id = ?"  # noqa: S608 a fixed name
    return [row[0] for row in ledger.rows(sql, (import_id,))]
