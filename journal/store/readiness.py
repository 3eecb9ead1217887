"""What opening a journal imports, imported ahead by whoever has time before the passphrase is there."""

from __future__ import annotations

import importlib

from journal.model.courses import Course, CoursePlan
from journal.model.medicines import DoseLevel, Intake, Medicine
from journal.model.sessions import EffectPoint, Session, SideEffect, Vital
from journal.store.columns import types_of
from journal.store.connection import load_driver

MODULES = (
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.hashes",
    "cryptography.hazmat.primitives.kdf.argon2",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "journal.store.vault",
    "journal.store.journal_store",
)


def import_ahead() -> None:
    """Import the ciphers, the database's driver and the rest of the store: a quarter of a second."""
    for name in MODULES:
        importlib.import_module(name)
    load_driver()
    _know_records()


def _know_records() -> None:
    """Read the types of what Today reads from the journal first."""
    for kind in (Course, CoursePlan, Session, Vital, SideEffect, EffectPoint, Medicine, DoseLevel, Intake):
        types_of(kind)
