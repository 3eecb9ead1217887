"""What is shown of profiles. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.app.profiles import ProfileWish
from journal.model.items import Asked, Cluster, Item
from journal.model.loads import symptom_items
from journal.model.profiles import Profile
from journal.texts.dates import heading, weekday_name
from journal.texts.items import ItemWords
from journal.texts.translation import _

WORKDAYS = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One profile: its name, on which days it is asked by itself, and what it asks."""

    id: str
    name: str
    days: str
    items: str
    wish: ProfileWish
    up: bool
    down: bool


@dataclass(frozen=True, slots=True)
class ItemOffer:
    """An item that a profile can ask. `needed` is true for what a day's average symptom rating needs."""

    key: str
    label: str
    group: str
    needed: bool


@dataclass(frozen=True, slots=True)
class ProfilesState:
    """The profiles, what they can ask, and three to begin with where there are none."""

    lines: tuple[ProfileLine, ...] = ()
    items: tuple[ItemOffer, ...] = ()
    offers: tuple[ProfileWish, ...] = ()


def build_profiles(
    items: Sequence[Item], profiles: Sequence[Profile], just_three: Sequence[str], words: ItemWords
) -> ProfilesState:
    """The state of the profiles."""
    asked = [item for item in items if not item.hidden and item.asked is not Asked.MONTH]
    labels = {item.key: words.item_label(item) for item in asked}
    needed = {item.key for item in symptom_items(asked)}
    last = len(profiles) - 1
    lines = (
        ProfileLine(
            each.id,
            each.name,
            days_words(each.weekdays, session_day=each.session_day),
            ", ".join(labels[key] for key in each.items if key in labels),
            ProfileWish(each.name, tuple(key for key in each.items if key in labels), each.weekdays, each.session_day),
            up=number > 0,
            down=number < last,
        )
        for number, each in enumerate(profiles)
    )
    offered = tuple(ItemOffer(item.key, labels[item.key], words.group_name(item), item.key in needed) for item in asked)
    return ProfilesState(tuple(lines), offered, () if profiles else _offers(asked, just_three))


def days_words(weekdays: Sequence[int], *, session_day: bool) -> str:
    """On which days a profile is asked by itself."""
    days = heading(", ".join(weekday_name(day) for day in weekdays))
    told = [part for part in (days, _("On days with a session") if session_day else "") if part]
    return " · ".join(told) if told else _("When you choose it")


def leaves_symptoms_out(chosen: Sequence[str], items: Sequence[ItemOffer]) -> bool:
    """Whether a day with this profile alone has no average symptom rating."""
    return any(item.needed and item.key not in chosen for item in items)


def _offers(asked: Sequence[Item], just_three: Sequence[str]) -> tuple[ProfileWish, ...]:
    """Three to begin with; nothing is made before the person keeps it."""
    keys = [item.key for item in asked]
    body = [item.key for item in asked if item.cluster is Cluster.BODY]
    three = tuple(key for key in just_three if key in keys)
    return (
        ProfileWish(_("Weekday"), tuple(keys), WORKDAYS),
        ProfileWish(_("Session day"), (*three, *(key for key in body if key not in three)), session_day=True),
        ProfileWish(_("A hard day: three items"), three),
    )
