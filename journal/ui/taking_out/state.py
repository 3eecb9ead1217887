"""What the page for taking the journal out shows, built from the choices and what there is. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journal.app.exports import ExportFormat
from journal.app.record_exports import Notes
from journal.app.taking_out import Offer, TakenOut, ending
from journal.model.periods import Period
from journal.report.request import Part
from journal.texts.dates import period_text
from journal.texts.translation import _, mark, ngettext
from journal.ui.report.state import Tick
from journal.ui.taking_out.choices import Choices, wanted_of

ORDER = (Part.SESSIONS, Part.MEDICINES, Part.SCORES, Part.MARKERS, Part.GOALS)
"""The parts in the order in which they are offered."""

_PARTS: Mapping[Part, str] = {
    Part.SESSIONS: mark("Courses, sessions, side effects and practice"),
    Part.MEDICINES: mark("Medicines and doses"),
    Part.SCORES: mark("Questionnaires"),
    Part.MARKERS: mark("Your markers"),
    Part.GOALS: mark("Own goals"),
}


class Step(StrEnum):
    """Where the page stands."""

    CHOOSING = "choosing"
    WRITING = "writing"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind of file: what it is for, and what it is."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """What was written, for reading: its name, who can read it, what is in it and what is not."""

    title: str
    readers: str
    inside: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakingOutState:
    """The page. `percent` is how far the writing is."""

    choices: Choices = field(default_factory=Choices)
    step: Step = Step.CHOOSING
    days_words: str = ""
    days: Period | None = None
    parts: tuple[Tick, ...] = ()
    whole_words: str = ""
    file_stem: str = ""
    percent: int = 0
    written: WrittenWords | None = None

    @property
    def own_range(self) -> bool:
        """Whether the days are the person's own."""
        return self.choices.own is not None

    def file_name(self, *, locked: bool) -> str:
        """A name that says nothing, with the ending of the file."""
        return self.file_stem + ending(self.choices.kind, locked=locked)


def build_state(
    choices: Choices, offer: Offer, *, step: Step = Step.CHOOSING, percent: int = 0, taken: TakenOut | None = None
) -> TakingOutState:
    """The page for some choices."""
    days = Period(offer.first, max(offer.first, offer.last))
    return TakingOutState(
        choices=choices,
        step=step,
        days_words=period_text(days),
        days=choices.own or days,
        parts=part_ticks(choices, offer),
        whole_words=whole_words(choices, offer),
        file_stem=_("Notes {day}").format(day=offer.today.isoformat()),
        percent=percent,
        written=written_words(taken, offer) if taken else None,
    )


def kind_words() -> dict[ExportFormat, KindWords]:
    """Each kind of file in words."""
    return {
        ExportFormat.CSV: KindWords(
            _("A file for another program (CSV)"),
            _("Tables in one zip that spreadsheets open, and a list that says what each column means."),
        ),
        ExportFormat.JSON: KindWords(
            _("All of it, to read back (JSON)"),
            _("The whole journal with its notes and settings. Leeward reads it back on any computer."),
        ),
        ExportFormat.FHIR: KindWords(
            _("For a clinic’s record system (FHIR)"),
            _("A FHIR R4 bundle. Ask the clinic first whether its system takes one in."),
        ),
    }


def part_name(part: Part) -> str:
    """What a part is called."""
    return _(_PARTS[part])


def part_ticks(choices: Choices, offer: Offer) -> tuple[Tick, ...]:
    """The parts that can be ticked, then the items that stay out until they are chosen."""
    group = _("Left out unless ticked")
    parts = [Tick(part.value, part_name(part), part in choices.parts) for part in ORDER if part in offer.parts]
    items = [Tick(_item(item.key), item.label, item.key in choices.items, group=group) for item in offer.items]
    return (*parts, *items)


def parts_of(keys: tuple[str, ...]) -> dict[str, frozenset[str] | frozenset[Part]]:
    """The choices that the ticked keys stand for."""
    parts = frozenset(part for part in ORDER if part.value in keys)
    return {"parts": parts, "items": frozenset(key.removeprefix(_ITEM) for key in keys if key.startswith(_ITEM))}


def whole_words(choices: Choices, offer: Offer) -> str:
    """For a file that can be read back: whether it is the whole journal."""
    if choices.kind is not ExportFormat.JSON:
        return ""
    if wanted_of(choices, offer).everything:
        return _("This is the whole journal: read back, it is the same as here.")
    return _("This is a part of the journal. For the whole of it take all days, every part and all notes.")


def written_words(taken: TakenOut, offer: Offer) -> WrittenWords:
    """What was written, as plain lists."""
    inside, left_out = _days(taken, offer)
    for name, chosen in _choosable(taken, offer):
        (inside if chosen else left_out).append(name)
    for name, chosen in _notes(taken):
        (inside if chosen else left_out).append(name)
    (inside if taken.whole else left_out).append(_("Settings of the journal"))
    title = _("Saved as {name}").format(name=taken.path.name)
    return WrittenWords(title, readers_words(locked=taken.locked), tuple(inside), tuple(left_out))


def readers_words(*, locked: bool) -> str:
    """Who can read the file."""
    if locked:
        return _("The file opens with the password alone. Leeward keeps no copy of it.")
    return _("Anyone who has this file can read it.")


def _days(taken: TakenOut, offer: Offer) -> tuple[list[str], list[str]]:
    wanted = taken.wanted
    count = ngettext("{n} check-in", "{n} check-ins", taken.entries).format(n=taken.entries)
    if wanted.first is None or wanted.last is None:
        every = period_text(Period(offer.first, max(offer.first, offer.last)))
        return [_("All days: {period}").format(period=every), count], []
    own = period_text(Period(wanted.first, wanted.last))
    return [own, count], [_("All other days")] if (offer.first, offer.last) != (wanted.first, wanted.last) else []


def _choosable(taken: TakenOut, offer: Offer) -> list[tuple[str, bool]]:
    parts = [(part_name(part), part.value in taken.wanted.include) for part in ORDER if part in offer.parts]
    return [*parts, *((item.label, item.key in taken.wanted.items) for item in offer.items)]


def _notes(taken: TakenOut) -> list[tuple[str, bool]]:
    return {
        Notes.NONE: [(_("Notes"), False)],
        Notes.SHARED: [(_("Notes marked to share"), True), (_("All other notes"), False)],
        Notes.ALL: [(_("All notes"), True)],
    }[taken.wanted.notes]


_ITEM = "item:"


def _item(key: str) -> str:
    """A tick's key for an item: the part "alcohol" and the item of that name are two things."""
    return f"{_ITEM}{key}"
