"""What a treatment adds to the charts: marks through all panels, lanes of doses, side effects by session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journal.app.journal import Journal
from journal.app.markers import markers
from journal.app.medicines import medicines
from journal.app.sessions import effect_items, numbered, sessions
from journal.host.resources import read_treatments
from journal.model.dose_steps import DoseChange, dose_changes, dose_steps
from journal.model.items import Item
from journal.model.medicines import Medicine
from journal.model.panels import item_scale
from journal.model.periods import Period
from journal.model.series import EFFECTS_KEY, ChartMark, DoseLane, EffectPeaks, MarkKind, Panel
from journal.model.sessions import Session
from journal.texts import marks as words
from journal.texts import numbers
from journal.texts.items import ItemWords
from journal.texts.names import short_name
from journal.texts.session_effects import label as effects_label
from journal.texts.treatments import treatment_short

HIGHEST = 4.0

LATER_THAT_DAY = 0.3
"""How much later, in days, each further session of a day stands."""


def chart_marks(journal: Journal, days: Period) -> tuple[ChartMark, ...]:
    """Sessions, dose changes and the person's markers of some days, in order."""
    found = [*_sessions(journal, days), *_dose_changes(journal, days), *_markers(journal, days)]
    return tuple(sorted(found, key=lambda mark: mark.day))


def dose_lanes(journal: Journal, days: Period, shown: Period) -> tuple[DoseLane, ...]:
    """The usual doses of some days: medicines whose dose changes in the days shown come first."""
    lanes = [(each, lane) for each in medicines(journal) if (lane := _lane(journal, each, days)) is not None]
    lanes.sort(key=lambda pair: (not _taken_in(pair[1], shown), not _changes_in(pair[0], shown), pair[0].as_needed))
    return tuple(lane for _, lane in lanes)


def has_sessions(journal: Journal) -> bool:
    """Whether any session is kept."""
    return journal.store.sessions.latest() is not None


def effects_panel(journal: Journal, days: Period) -> Panel:
    """The highest level of each side effect in each session of some days; nothing that was not logged."""
    item_words = ItemWords(journal.catalogue)
    items = effect_items(journal)
    placed = _placed(sessions(journal, days.first, days.last))
    effects = [(item, found) for item in items if (found := _peaks(item, item_words.item_label(item), placed)).days]
    highest: dict[int, float] = {}
    for _item, effect in effects:
        for day, level in zip(effect.days, effect.levels, strict=True):
            highest[int(day)] = max(level, highest.get(int(day), 0.0))
    like = effects[0][0] if effects else items[0]
    scale = item_scale(like, item_words.step_words(like), item_words.end_words(like), HIGHEST)
    days_logged = tuple(sorted(highest))
    values = tuple(highest[day] for day in days_logged)
    drawn = _most_logged_first([effect for _item, effect in effects])
    return Panel(EFFECTS_KEY, effects_label(), scale, days_logged, values, (), (), effects=drawn)


def _most_logged_first(effects: Sequence[EffectPeaks]) -> tuple[EffectPeaks, ...]:
    return tuple(sorted(effects, key=lambda effect: -len(effect.days)))


def _placed(found: Iterable[Session]) -> list[tuple[float, Session]]:
    """Each session with its day; further ones of a day a little later."""
    seen: dict[int, int] = {}
    placed = []
    for session in found:
        day = session.day.toordinal()
        placed.append((day + min(seen.get(day, 0) * LATER_THAT_DAY, 0.9), session))
        seen[day] = seen.get(day, 0) + 1
    return placed


def _peaks(item: Item, label: str, placed: Iterable[tuple[float, Session]]) -> EffectPeaks:
    effects = [(day, effect) for day, session in placed if (effect := session.effect(item.id)) and effect.points]
    return EffectPeaks(
        label,
        tuple(day for day, _ in effects),
        tuple(float(max(point.level for point in effect.points)) for _, effect in effects),
    )


def _sessions(journal: Journal, days: Period) -> list[ChartMark]:
    found = sessions(journal, days.first, days.last)
    number_of: Mapping[str, int] = numbered(journal) if found else {}
    treatments = read_treatments()
    marks = []
    for session in found:
        name = short_name(session.name) or treatment_short(treatments.of(session.kind))
        number = number_of.get(session.id)
        day = session.day.toordinal()
        marks.append(ChartMark(day, words.numbered(name, number), MarkKind.SESSION, name, number))
    return marks


def _markers(journal: Journal, days: Period) -> list[ChartMark]:
    return [
        ChartMark(each.day.toordinal(), short_name(each.label), MarkKind.MARKER)
        for each in markers(journal, days.first, days.last)
    ]


def _dose_changes(journal: Journal, days: Period) -> list[ChartMark]:
    return [
        ChartMark(change.day.toordinal(), _change_label(medicine, change), MarkKind.DOSE)
        for medicine in medicines(journal)
        for change in dose_changes(medicine)
        if change.day in days
    ]


def _change_label(medicine: Medicine, change: DoseChange) -> str:
    name = short_name(medicine.name)
    if change.after is None:
        return words.stopped(name)
    after = words.dose(_times(change.after, change.times_after), short_name(medicine.unit))
    if change.before is None:
        return words.started(name, after)
    return words.changed(name, _times(change.before, change.times_before), after)


def _times(amount: float, times_a_day: int) -> str:
    """An amount, with how often a day where that is more than once: "2 × 50"."""
    text = numbers.dose(amount)
    return words.times_dose(times_a_day, text) if times_a_day > 1 else text


def _lane(journal: Journal, medicine: Medicine, days: Period) -> DoseLane | None:
    """The steps of a medicine; one that goes on ends today. None where it was not taken in these days."""
    steps = [step for step in dose_steps(medicine, days.first, days.last) if step.first <= journal.today()]
    if not steps:
        return None
    daily = not medicine.as_needed and any(step.times_a_day > 1 for step in steps)
    return DoseLane(
        short_name(medicine.name),
        short_name(medicine.unit),
        tuple(step.first.toordinal() for step in steps),
        tuple((step.last or journal.today()).toordinal() for step in steps),
        tuple(step.amount * (max(1, step.times_a_day) if daily else 1) for step in steps),
        as_needed=medicine.as_needed,
        daily=daily,
    )


def _taken_in(lane: DoseLane, shown: Period) -> bool:
    return lane.firsts[0] <= shown.last.toordinal() and lane.lasts[-1] >= shown.first.toordinal()


def _changes_in(medicine: Medicine, shown: Period) -> bool:
    return any(change.day in shown for change in dose_changes(medicine))
