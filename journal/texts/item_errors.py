"""Plain words for what is asked: items with their scales and values, groups and profiles."""

from __future__ import annotations

from collections.abc import Mapping

from journal.model import errors
from journal.model.errors import JournalError
from journal.texts.opening_errors import Sentence
from journal.texts.translation import _, mark

ITEM_SENTENCES: Mapping[type[JournalError], str] = {
    errors.ItemExists: mark("There is an item “{key}” already. Choose another key."),
    errors.ScaleFixed: mark(
        "The scale of “{key}” stays as it is, for other parts count with it. Make an item of your own instead."
    ),
    errors.NotANumber: mark("“{text}” is not a number that {key} can take. Type a number such as 2."),
}
"""What is said of an item whatever the fields are."""

_INVALID_ITEM: Mapping[str, str] = {
    "key": mark(
        "“{key}” cannot be a key. Use small letters a to z, digits and _, a letter first, 40 characters at most."
    ),
    "taken": mark("“{key}” cannot be a key: the charts use it. Choose another one."),
    "label": mark("The item “{key}” needs a name of 1 to 80 characters."),
    "goal": mark("A goal needs words of 1 to 80 characters. Type them, then try again."),
    "scale": mark(
        "The scale of “{key}” does not work. Its highest step must be above its lowest, with 101 steps or fewer."
    ),
    "words": mark("The words of “{key}” do not fit. Give one word for each step, or two for the ends."),
    "since": mark("The scale of “{key}” can change from today on, or from an earlier day after its last change."),
    "combine": mark("The values of “{key}” cannot be put together in this way. Choose another way for its days."),
}

_INVALID_GROUP: Mapping[str, str] = {
    "name": mark("A group needs a name of 1 to 60 characters. Type one, then try again."),
    "taken": mark("There is a group “{name}” already. Choose another name."),
}

_INVALID_PROFILE: Mapping[str, str] = {
    "name": mark("A profile needs a name of 1 to 60 characters. Type one, then try again."),
    "taken": mark("There is a profile “{name}” already. Choose another name."),
    "items": mark("A profile needs at least one item. Choose one, then try again."),
}


def _unknown_item(fields: Mapping[str, object]) -> str:
    if fields.get("similar"):
        return _("There is no item “{key}”. Did you mean {similar}?")
    return _("There is no item “{key}”. The list of items shows them all.")


def _out_of_range(fields: Mapping[str, object]) -> str:
    open_end, whole = fields.get("maximum") is None, fields.get("step") == 1
    if open_end and whole:
        return _("{value} does not fit {key}. Choose a whole number from {minimum} up.")
    if open_end:
        return _("{value} does not fit {key}. Choose {minimum} or more, in steps of {step}.")
    if whole:
        return _("{value} does not fit {key}. Choose a whole number from {minimum} to {maximum}.")
    return _("{value} does not fit {key}. Choose {minimum} to {maximum}, in steps of {step}.")


def _invalid_item(fields: Mapping[str, object]) -> str:
    known = _INVALID_ITEM.get(str(fields.get("reason")))
    return _(known or mark("The item “{key}” cannot be made so. Look at its name, scale and words."))


def _invalid_group(fields: Mapping[str, object]) -> str:
    known = _INVALID_GROUP.get(str(fields.get("reason")))
    return _(known or _INVALID_GROUP["name"])


def _invalid_profile(fields: Mapping[str, object]) -> str:
    known = _INVALID_PROFILE.get(str(fields.get("reason")))
    return _(known or _INVALID_PROFILE["name"])


ITEMS: Mapping[type[JournalError], Sentence] = {
    errors.UnknownItem: _unknown_item,
    errors.ValueOutOfRange: _out_of_range,
    errors.InvalidItem: _invalid_item,
    errors.InvalidGroup: _invalid_group,
    errors.InvalidProfile: _invalid_profile,
}
"""The sentence of each error about what is asked whose words depend on its fields."""
