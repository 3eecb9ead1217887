"""Treatments and medicines."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class UnknownTreatment(JournalError):
    """Fields: `kind`, `known` (tuple of the kinds there are)."""

    code = "unknown_treatment"


class UnknownMedicine(JournalError):
    """Fields: `name`, `similar` (tuple of names that look alike)."""

    code = "unknown_medicine"


class MedicineExists(JournalError):
    """Fields: `name`."""

    code = "medicine_exists"


class FieldOutOfRange(JournalError):
    """A number of a session, a medicine or a practice is impossible. Fields: `field`, `value`, `minimum`, `maximum`."""

    code = "field_out_of_range"
