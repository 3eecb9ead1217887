"""What happens on the page of one's own shape: each change is saved at once, on the storage thread. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from journal.app import groups, item_scales, item_shapes, items, profiles
from journal.app.day_calendar import habits
from journal.app.form_drafts import form_draft, keep_form_draft
from journal.app.forms import just_three
from journal.app.items import OwnItem
from journal.app.journal import Journal
from journal.app.profiles import ProfileWish
from journal.app.runner import Runner
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.ui.shape.state import Read, ShapeState, View, Wanted, build_state, neighbour, place_words

OWN_ITEM = "own-item"
"""The name of the draft of an item of one's own."""

SHOWS = frozenset({"items", "groups", "profiles", "settings"})
"""What, changed elsewhere, changes the page."""


class ShapeView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: ShapeState) -> None:
        """Show a state."""

    def tell(self, words: str) -> None:
        """Speak to a screen reader."""

    def item_added(self) -> None:
        """An own item was made: its form is done."""

    def profile_kept(self) -> None:
        """A profile was made or changed: its form is done."""


@dataclass(frozen=True, slots=True)
class ShapeParts:
    """What it works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    words: ItemWords
    say: Callable[[str], None]
    failed: Callable[[Exception], None]


class ShapePresenter:
    """Holds what was read and what was chosen."""

    def __init__(self, view: ShapeView, parts: ShapeParts) -> None:
        self._view, self._parts = view, parts
        self._read: Read | None = None
        self._half_typed = self._busy = False
        self.wanted = Wanted()

    @property
    def state(self) -> ShapeState:
        """The page as it is now."""
        return build_state(self._read, self.wanted, self._parts.words) if self._read else ShapeState()

    def on_entered(self, view: View | None = None) -> None:
        """Show what holds now, from the beginning."""
        self.wanted = Wanted(view or self.wanted.view)
        self._load()

    def on_left(self, own_item: Mapping[str, str]) -> None:
        """Another page is shown, or the journal closes: keep what is half typed of an own item."""
        if own_item or self._half_typed:
            self._half_typed = bool(own_item)
            self._run(lambda journal: keep_form_draft(journal, OWN_ITEM, own_item))

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed elsewhere (undo, another page), unless the change was ours."""
        if self._read is not None and parts & SHOWS and not self._busy:
            self._load()

    def on_view(self, view: View) -> None:
        """Show the items or the profiles."""
        self._want(view=view)

    def on_search(self, text: str) -> None:
        """Show what has this in its names."""
        self._want(search=text, panel="")

    def on_all(self, shown: bool) -> None:
        """Show every item, or the usual ones."""
        self._want(all_shown=shown)

    def on_panel(self, key: str) -> None:
        """Open an item to be changed; "" closes it."""
        self._want(panel=key)

    def on_ticked(self, key: str, asked: bool) -> None:
        """Ask an item or stop asking it."""
        self.wanted = replace(self.wanted, kept=self.wanted.kept | {key})
        self._do(lambda journal: items.set_hidden(journal, key, hidden=not asked))

    def on_moved(self, key: str, by: int) -> None:
        """Let an item change places with the one seen before or after it."""
        other = neighbour(self.state, key, by)
        if other is not None:
            self._do(
                lambda journal: item_shapes.move_past(journal, key, other),
                lambda: self._view.tell(place_words(self.state, key)),
            )

    def on_renamed(self, key: str, label: str) -> None:
        """Call an item something else; nothing takes the first name back."""
        self._do(lambda journal: item_shapes.rename_item(journal, key, label))

    def on_grouped(self, key: str, group_id: str) -> None:
        """Let an item stand in another group."""
        self._do(
            lambda journal: item_shapes.put_in_group(journal, key, group_id),
            lambda: self._view.tell(place_words(self.state, key)),
        )

    def on_scaled(self, key: str, scale: item_scales.Scale) -> None:
        """Answer an item on another scale from today on."""
        words = _("This scale holds from now on. What you logged before stays on its own.")
        self._do(lambda journal: item_scales.change_scale(journal, key, scale), lambda: self._parts.say(words))

    def on_own_item(self, wanted: OwnItem) -> None:
        """Make an item of one's own."""

        def done() -> None:
            self._view.item_added()
            self._parts.say(_("Added. It is asked from now on."))

        self._do(lambda journal: items.add_own(journal, wanted), done)

    def on_group_added(self, name: str) -> None:
        """Make a group."""
        self._do(lambda journal: groups.add_group(journal, name))

    def on_group_renamed(self, group_id: str, name: str) -> None:
        """Give a group another name."""
        self._do(lambda journal: groups.rename_group(journal, group_id, name))

    def on_group_moved(self, group_id: str, by: int) -> None:
        """Let a group change places with its neighbour."""
        self._do(lambda journal: groups.move_group(journal, group_id, by))

    def on_group_deleted(self, group_id: str) -> None:
        """Delete a group; its items go back."""
        words = _("The group is gone, its items are back where they came from. This can be undone.")
        self._do(lambda journal: groups.delete_group(journal, group_id), lambda: self._parts.say(words))

    def on_profile(self, profile_id: str, wish: ProfileWish) -> None:
        """Make a profile, or with an id change one."""

        def job(journal: Journal) -> object:
            if profile_id:
                return profiles.change_profile(journal, profile_id, wish)
            return profiles.add_profile(journal, wish)

        self._do(job, self._view.profile_kept)

    def on_profile_moved(self, profile_id: str, by: int) -> None:
        """Let a profile stand earlier or later."""
        self._do(lambda journal: profiles.move_profile(journal, profile_id, by))

    def on_profile_deleted(self, profile_id: str) -> None:
        """Delete a profile."""
        words = _("The profile is gone. What you logged with it stays. This can be undone.")
        self._do(lambda journal: profiles.delete_profile(journal, profile_id), lambda: self._parts.say(words))

    def _want(self, **changes: Any) -> None:
        self.wanted = replace(self.wanted, **changes)
        self._render()

    def _do(self, job: Callable[[Journal], object], then: Callable[[], None] | None = None) -> None:
        """Change the journal, read it anew, show it, then say what there is to say."""
        self._busy = True

        def both() -> Read:
            job(self._parts.journal())
            return read_shape(self._parts.journal())

        def done(read: Read) -> None:
            self._busy = False
            self._show(read)
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            self._busy = False
            self._parts.failed(error)
            self._load()

        self._parts.runner.run(both, done, failed)

    def _run(self, job: Callable[[Journal], object]) -> None:
        self._parts.runner.run(lambda: job(self._parts.journal()), failed=self._parts.failed)

    def _load(self) -> None:
        self._parts.runner.run(lambda: read_shape(self._parts.journal()), self._show, self._parts.failed)

    def _show(self, read: Read) -> None:
        self._read = read
        self._half_typed = bool(read.own_item)
        self._render()

    def _render(self) -> None:
        if self._read is not None:
            self._view.render_state(self.state)


def read_shape(journal: Journal) -> Read:
    """What the page needs of the journal; on the storage thread."""
    return Read(
        items=journal.items(),
        places=groups.places(journal),
        profiles=tuple(profiles.profiles(journal)),
        just_three=just_three(journal),
        shipped=frozenset(journal.catalogue.default_keys()),
        own_item=form_draft(journal, OWN_ITEM) or {},
        first_weekday=habits(journal).first_weekday,
    )
