"""What happens in a calm moment. Nothing starts by itself, and nothing is kept unless it is asked for. No Qt."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from journal.host.clock import Clock, local_now
from journal.host.less_motion import less_motion_wanted
from journal.host.region import system_region
from journal.host.settings_file import SettingsFile
from journal.host.support_numbers import countries, support_in
from journal.model.breathing import Pace
from journal.model.breathing import Part as BreathPart
from journal.ui.calm.place import CalmPlace, Part
from journal.ui.calm.state import CalmState, Distress, Inputs, Known, build_state


class CalmView(Protocol):
    """What shows the state."""

    def render_state(self, state: CalmState) -> None:
        """Show this state."""


@dataclass(frozen=True, slots=True)
class CalmParts:
    """What the room works with.

    `load` hands over what is known, at once or when the storage thread has it. `leave` goes back to where
    the person came from. `edit` opens the plan or the contacts; `keep` keeps choice, before and after.
    Without the passphrase these two do nothing. `hide` hides everything at once. `less_motion` asks the
    system, once breathing is shown.
    """

    clock: Clock
    settings: SettingsFile
    load: Callable[[Callable[[Known], None]], None]
    leave: Callable[[], None]
    edit: Callable[[Part], None]
    keep: Callable[[str, int | None, int | None], None]
    hide: Callable[[], None]
    less_motion: Callable[[], bool] = less_motion_wanted


class CalmPresenter:
    """Holds the place."""

    def __init__(self, view: CalmView, parts: CalmParts) -> None:
        self._view, self._parts = view, parts
        self._known, self._distress = Known(), Distress()
        self._country = ""
        self._chosen = Part.HOME
        self._still_system: bool | None = None
        self.place = CalmPlace()
        self.back_words = ""

    def on_entered(self, place: CalmPlace, back_words: str) -> None:
        """Somebody came, at a place."""
        self.place, self.back_words, self._distress = place, back_words, Distress()
        self._chosen = place.part
        self._country = system_region(self._parts.clock.zone()).country
        self.reload()

    def reload(self) -> None:
        """Read again what there is to show; the place stays."""
        self._render()
        self._parts.load(self._on_known)

    def on_minute(self) -> None:
        """The time has moved on."""
        self._render()

    def on_part(self, part: Part) -> None:
        """One of the choices, or the first screen."""
        if part not in (Part.HOME, Part.DISTRESS):
            self._chosen = part
        self._go(CalmPlace(part))

    def on_stop(self) -> None:
        """Stop what is going on; where nothing is, go to the first screen, and from there out."""
        if self.place.running:
            self._go(replace(self.place, running=False))
        elif self.place.part is not Part.HOME:
            self._go(CalmPlace())
        else:
            self.on_back()

    def on_back(self) -> None:
        """Leave the room."""
        self.place = replace(self.place, running=False)
        self._render()
        self._parts.leave()

    def on_step(self, by: int) -> None:
        """To the next sense, or the one before."""
        self._go(replace(self.place, step=max(0, self.place.step + by)))

    def on_start(self) -> None:
        """Begin to breathe by the pace."""
        self._go(replace(self.place, running=True))

    def on_pace(self, part: BreathPart, by: int) -> None:
        """Breathe in or out for longer or shorter, from now on."""
        pace = self.pace.changed(part, by)
        self._change(breath_in_s=pace.in_s, breath_out_s=pace.out_s)

    def on_motion(self, on: bool) -> None:
        """Show a shape that moves, or numbers and words alone."""
        self._change(less_motion=not on)

    def on_country(self, code: str) -> None:
        """Show another country's numbers."""
        self._country = code
        self._render()

    def on_edit(self) -> None:
        """Change the plan or the contacts."""
        self._parts.edit(self.place.part)

    def on_rated(self, value: int) -> None:
        """How strong it is now."""
        first = self._distress.before is None
        self._distress = Distress(value) if first else replace(self._distress, after=value)
        self._go(CalmPlace())

    def on_keep(self) -> None:
        """Keep what was noted in the journal."""
        kept, self._distress = self._distress, Distress()
        self._parts.keep("" if self._chosen is Part.HOME else str(self._chosen), kept.before, kept.after)
        self._render()

    def on_forget(self) -> None:
        """Do not keep it."""
        self._distress = Distress()
        self._render()

    @property
    def pace(self) -> Pace:
        """How long to breathe in and out."""
        settings = self._parts.settings.settings
        return Pace(settings.breath_in_s, settings.breath_out_s)

    def _change(self, **settings: object) -> None:
        with contextlib.suppress(OSError):  # it holds for this time; this is no place to speak of disks
            self._parts.settings.change(**settings)
        self._render()

    def _go(self, place: CalmPlace) -> None:
        self.place = place
        self._render()

    def _on_known(self, known: Known) -> None:
        self._known = known
        self._render()

    def _render(self) -> None:
        if self._still_system is None and self.place.part is Part.BREATHING:
            self._still_system = self._parts.less_motion()
        moves = not self._still_system and not self._parts.settings.settings.less_motion
        self._view.render_state(
            build_state(
                Inputs(
                    self.place,
                    self._known,
                    local_now(self._parts.clock),
                    support_in(self._country),
                    countries(),
                    self.pace,
                    moves,
                    self._distress,
                    self.back_words,
                    bool(self._still_system),
                )
            )
        )
