"""The steps from an empty database to the present schema, one file a step, raw DDL.

A released step is never changed; a new one is appended to `STEPS`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.store.migrations import (
    step_0001_first,
    step_0002_treatment,
    step_0003_questionnaires,
    step_0004_every_day,
    step_0005_search,
)

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

Step = tuple[str, Callable[["Database"], None]]

STEPS: tuple[Step, ...] = (
    ("0001_first", step_0001_first.apply),
    ("0002_treatment", step_0002_treatment.apply),
    ("0003_questionnaires", step_0003_questionnaires.apply),
    ("0004_every_day", step_0004_every_day.apply),
    ("0005_search", step_0005_search.apply),
)

SET_NAME = "journal"


def migrations(steps: tuple[Step, ...] = STEPS) -> Migrations:
    """The steps as sqlite-utils' migrations."""
    from sqlite_utils import Migrations

    made = Migrations(SET_NAME)
    for name, apply in steps:
        made(name=name)(apply)
    return made


def applied_steps(database: Database) -> list[str]:
    """The names of the steps that a database has gone through, in order; none for a foreign one."""
    return [step.name for step in migrations(()).applied(database)]


def unknown_steps(database: Database, steps: tuple[Step, ...] = STEPS) -> list[str]:
    """Steps that a newer version made."""
    known = {name for name, _ in steps}
    return [name for name in applied_steps(database) if name not in known]


def pending_steps(database: Database, steps: tuple[Step, ...] = STEPS) -> list[str]:
    """Steps still to come."""
    applied = set(applied_steps(database))
    return [name for name, _ in steps if name not in applied]


def apply_steps(database: Database, steps: tuple[Step, ...] = STEPS) -> None:
    """Apply what is pending, inside the caller's transaction: all of it or nothing."""
    if not database.conn.in_transaction:
        raise RuntimeError("migrations need an outer transaction")
    migrations(steps).apply(database)
