"""What is asked: items with their scales and values, groups and profiles."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class UnknownItem(JournalError):
    """Fields: `key`, `similar` (tuple of keys that look alike)."""

    code = "unknown_item"


class ItemExists(JournalError):
    """Fields: `key`."""

    code = "item_exists"


class InvalidItem(JournalError):
    """Fields: `key`, `reason` (key | taken | label | scale | words | combine | since)."""

    code = "invalid_item"


class ScaleFixed(JournalError):
    """The item keeps its scale: others reckon with it, or it has none. Fields: `key`."""

    code = "scale_fixed"


class InvalidGroup(JournalError):
    """Fields: `name`, `reason` (name | taken)."""

    code = "invalid_group"


class InvalidProfile(JournalError):
    """Fields: `name`, `reason` (name | taken | items)."""

    code = "invalid_profile"


class ValueOutOfRange(JournalError):
    """Fields: `key`, `value`, `minimum`, `maximum`, `step`."""

    code = "value_out_of_range"


class NotANumber(JournalError):
    """Fields: `key`, `text`."""

    code = "not_a_number"
