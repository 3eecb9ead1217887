"""What the page of one's own shape shows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from journal.app.item_scales import can_change
from journal.model.item_order import GroupPlace
from journal.model.items import FIRST_DAY, Asked, Better, Cluster, Item, Kind, Origin
from journal.model.profiles import Profile
from journal.texts.dates import full_day
from journal.texts.items import ItemWords
from journal.texts.numbers import amount
from journal.texts.translation import _
from journal.ui.shape.profile_state import ProfilesState, build_profiles

Choice = tuple[str, str]
"""A value as text, and its words."""

_LEFT_OUT = frozenset({Cluster.SAFETY, Cluster.MONTH})
"""Thoughts of suicide are offered by a question of their own; the monthly look comes with its course."""


class View(StrEnum):
    """What is shown of the page."""

    ITEMS = "items"
    PROFILES = "profiles"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of the journal, on the storage thread. `shipped` are the keys of the default set."""

    items: tuple[Item, ...]
    places: tuple[GroupPlace, ...]
    profiles: tuple[Profile, ...] = ()
    just_three: tuple[str, ...] = ()
    shipped: frozenset[str] = frozenset()
    own_item: Mapping[str, str] = field(default_factory=dict)
    first_weekday: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person chose on the page. `panel` is the key of the item that is open to be changed.

    `kept` are items that were ticked or not on this visit: they stay in sight.
    """

    view: View = View.ITEMS
    search: str = ""
    all_shown: bool = False
    panel: str = ""
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item: whether it is asked, and whether it can move up and down."""

    key: str
    label: str
    clinical: str
    asked: bool
    up: bool
    down: bool


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group with its items. `own_id` is empty for those of the catalogue."""

    key: str
    title: str
    clinical: str
    lines: tuple[ItemLine, ...]
    own_id: str = ""
    up: bool = False
    down: bool = False


@dataclass(frozen=True, slots=True)
class PanelState:
    """An item that is open to be changed. Texts are as they are typed; `kind` is None where the scale stays.

    `notes` say what is good to know of it.
    """

    key: str
    name: str
    first_name: str
    group: str
    groups: tuple[Choice, ...]
    kind: Kind | None = None
    lowest: str = ""
    highest: str = ""
    words: str = ""
    better: Better = Better.LOWER
    asked: Asked | None = None
    unit: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShapeState:
    """The page. `more` says that there are items that are not shown; `nothing` what a search did not find.

    `week` are the weekdays in the person's order, 0 for Monday.
    """

    view: View = View.ITEMS
    search: str = ""
    groups: tuple[GroupLine, ...] = ()
    own_groups: tuple[Choice, ...] = ()
    all_shown: bool = False
    more: bool = False
    nothing: str = ""
    panel: PanelState | None = None
    own_item: Mapping[str, str] = field(default_factory=dict)
    profiles: ProfilesState = field(default_factory=ProfilesState)
    week: tuple[int, ...] = tuple(range(7))


def build_state(read: Read, wanted: Wanted, words: ItemWords) -> ShapeState:
    """The page for what was read and chosen."""
    offered = [item for item in read.items if _offered(item)]
    shown = [item for item in offered if _shown(item, read, wanted, words)]
    searched = bool(wanted.search.strip())
    own = _own_groups(read.places)
    return ShapeState(
        view=wanted.view,
        search=wanted.search,
        groups=_groups(shown, read.places, words, searched=searched),
        own_groups=own,
        all_shown=wanted.all_shown,
        more=not searched and (wanted.all_shown or len(shown) < len(offered)),
        nothing=_("Nothing has this name.") if searched and not shown else "",
        panel=next((_panel(item, own, words) for item in shown if item.key == wanted.panel), None),
        own_item=read.own_item,
        profiles=build_profiles(read.items, read.profiles, read.just_three, words),
        week=tuple((read.first_weekday + number) % 7 for number in range(7)),
    )


def neighbour(state: ShapeState, key: str, by: int) -> str | None:
    """The item that is seen before (-1) or after (1) another one of its group."""
    for group in state.groups:
        keys = [line.key for line in group.lines]
        if key in keys and 0 <= keys.index(key) + by < len(keys):
            return keys[keys.index(key) + by]
    return None


def place_words(state: ShapeState, key: str) -> str:
    """Where an item stands now, for a screen reader."""
    for group in state.groups:
        keys = [line.key for line in group.lines]
        if key in keys:
            place, label = keys.index(key) + 1, group.lines[keys.index(key)].label
            told = _("{item}: {n} of {count}, {group}")
            return told.format(item=label, n=place, count=len(keys), group=group.title)
    return ""


def _offered(item: Item) -> bool:
    return (
        not item.opt_in
        and item.cluster not in _LEFT_OUT
        and not (item.asked is Asked.MONTH and item.origin is Origin.CATALOGUE)
    )


def _shown(item: Item, read: Read, wanted: Wanted, words: ItemWords) -> bool:
    text = wanted.search.strip().casefold()
    if text:
        return text in _searched(item, words)
    usual = not item.hidden or item.key in read.shipped or item.origin is not Origin.CATALOGUE or bool(item.group_id)
    return wanted.all_shown or usual or item.key in wanted.kept


def _searched(item: Item, words: ItemWords) -> str:
    """What an item can be found by: its names, its clinical name, and that of its group."""
    first = words.item_label(replace(item, label=""))
    group = words.clinical_cluster_name(item.cluster)
    return "\n".join((words.item_label(item), first, words.clinical_name(item), group, item.key)).casefold()


def _groups(
    shown: Sequence[Item], places: Sequence[GroupPlace], words: ItemWords, *, searched: bool
) -> tuple[GroupLine, ...]:
    found = []
    for number, place in enumerate(places):
        members = [item for item in shown if (item.group_id or str(item.cluster)) == place.key]
        own = place.own
        if not members and (own is None or searched):
            continue
        cluster = place.cluster or Cluster.OWN
        found.append(
            GroupLine(
                place.key,
                own.name if own else words.cluster_name(cluster),
                "" if own else words.clinical_cluster_name(cluster),
                _lines(members, words, searched=searched),
                own.id if own else "",
                up=own is not None and number > 0,
                down=own is not None and number < len(places) - 1,
            )
        )
    return tuple(found)


def _lines(members: Sequence[Item], words: ItemWords, *, searched: bool) -> tuple[ItemLine, ...]:
    """The lines of a group; what a search shows has other neighbours than on the page, so it is not moved."""
    last = len(members) - 1
    return tuple(
        ItemLine(
            item.key,
            words.item_label(item),
            words.clinical_name(item),
            not item.hidden,
            up=not searched and number > 0,
            down=not searched and number < last,
        )
        for number, item in enumerate(members)
    )


def _own_groups(places: Sequence[GroupPlace]) -> tuple[Choice, ...]:
    return tuple((place.own.id, place.own.name) for place in places if place.own is not None)


def _panel(item: Item, own: tuple[Choice, ...], words: ItemWords) -> PanelState:
    version, mine = item.version, item.origin is not Origin.CATALOGUE
    panel = PanelState(
        key=item.key,
        name=words.item_label(item),
        first_name=words.item_label(replace(item, label="")),
        group=item.group_id,
        groups=(("", words.cluster_name(item.cluster)), *own),
        notes=_notes(item),
    )
    if not can_change(item):
        return panel
    return replace(
        panel,
        kind=item.kind,
        lowest=amount(version.minimum),
        highest="" if version.maximum is None else amount(version.maximum),
        words=", ".join(version.words),
        better=version.better,
        asked=version.asked if mine else None,
        unit=version.unit,
    )


def _notes(item: Item) -> tuple[str, ...]:
    """What is good to know before a scale is changed."""
    if not can_change(item):
        return (_("This item keeps its scale: other parts of the journal count with it."),)
    since = item.version.since_day
    mine = item.origin is not Origin.CATALOGUE
    why = _("An item is hidden, never deleted: what you logged with it would lose its meaning.")
    notes = [
        *([why] if mine else []),
        _("Another scale holds from today on. What you logged before stays as it was, on its own scale."),
    ]
    if item.symptom:
        notes.append(_("On another scale than 0 to 4 it takes no part in the average symptom rating."))
    if since > FIRST_DAY:
        notes.append(_("This scale holds since {day}.").format(day=full_day(since)))
    return tuple(notes)
