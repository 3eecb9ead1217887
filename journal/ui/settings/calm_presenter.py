"""The settings of a calm moment: in the settings file what is needed before the journal opens, else in the journal."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from journal.app.open_plan import PLACE, PLACE_OPEN
from journal.host.settings_file import BREATH_S, CALM_BY_NOTHING, CALM_KEYS, Settings
from journal.texts.translation import _, ngettext
from journal.ui.settings.state import Choice

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.host.settings_file import SettingsFile

LONGEST_PLACE = 200
"""So many letters of place words stand on the first screen without scrolling."""


@dataclass(frozen=True, slots=True)
class CalmSettings:
    """What the card shows. `may_open` is false where other people use the computer."""

    key: str = ""
    keys: tuple[Choice, ...] = ()
    place: str = ""
    place_open: bool = False
    may_open: bool = True
    breath_in_s: int = 4
    breath_out_s: int = 6
    moves: bool = True


class CalmSettingsView(Protocol):
    """What shows them."""

    def render_calm(self, state: CalmSettings) -> None:
        """Show this."""


class CalmSettingsPresenter:
    """Every change holds at once."""

    def __init__(
        self,
        view: CalmSettingsView,
        runner: Runner,
        opened: Callable[[], Journal],
        settings: SettingsFile,
        failed: Callable[[Exception], None],
    ) -> None:
        self._view, self._runner, self._opened = view, runner, opened
        self._settings, self._failed = settings, failed
        self._place, self._place_open = "", False

    def on_entered(self) -> None:
        """Show what holds now."""
        self._runner.run(lambda: read_place(self._opened()), self._on_read, self._failed)

    def on_file_setting(self, **changes: Any) -> None:
        """Change what is needed before the journal opens."""
        with contextlib.suppress(OSError):  # it holds for this run
            self._settings.change(**changes)
        self._render()

    def on_place(self, words: str, *, opened: bool) -> None:
        """Keep the place words, if they or their tick changed."""
        wanted = (" ".join(words.split())[:LONGEST_PLACE], opened)
        if wanted == (self._place, self._place_open):
            return
        self._place, self._place_open = wanted
        self._runner.run(lambda: put_place(self._opened(), *wanted), failed=self._failed)

    def _on_read(self, place: tuple[str, bool]) -> None:
        self._place, self._place_open = place
        self._render()

    def _render(self) -> None:
        self._view.render_calm(build_calm(self._settings.settings, self._place, opened=self._place_open))


def build_calm(settings: Settings, place: str, *, opened: bool) -> CalmSettings:
    """What the card shows. The key that hides everything is not offered for anything else."""
    taken = settings.hide_by
    free = [(name, _("The key {key}").format(key=_key_words(name))) for name in CALM_KEYS if name != taken]
    return CalmSettings(
        key=CALM_BY_NOTHING if settings.calm_by == taken else settings.calm_by,
        keys=(*free, (CALM_BY_NOTHING, _("No key"))),
        place=place,
        place_open=opened,
        may_open=not settings.others_use,
        breath_in_s=settings.breath_in_s,
        breath_out_s=settings.breath_out_s,
        moves=not settings.less_motion,
    )


def second_choices() -> tuple[Choice, ...]:
    """How long a breath in or out can be."""
    return tuple((str(n), ngettext("{n} second", "{n} seconds", n).format(n=n)) for n in BREATH_S)


def read_place(journal: Journal) -> tuple[str, bool]:
    """The place words, and whether they can be read without the passphrase; on the storage thread."""
    return str(journal.setting(PLACE, "")), bool(journal.setting(PLACE_OPEN, False))


def put_place(journal: Journal, words: str, opened: bool) -> None:
    """Keep both in one go: the file in the open must never hold words that were just unticked."""
    with journal.store.tx():
        journal.store.settings.put(PLACE, words)
        journal.store.settings.put(PLACE_OPEN, opened)
    journal.changed("settings")


def _key_words(name: str) -> str:
    return name.replace("ScrollLock", _("Scroll Lock"))
