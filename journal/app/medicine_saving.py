"""One medicine found and saved: what every change of a medicine goes through."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date

from journal.app.journal import Journal
from journal.app.records import SHORTEST_PREFIX
from journal.model.errors import MedicineExists, UnknownMedicine
from journal.model.medicines import DoseLevel, Medicine
from journal.model.ranges import check


def medicine(journal: Journal, name: str, on: date | None = None) -> Medicine:
    """The medicine of this name, or whose id begins so.

    Of several of one name, the one taken on the day `on` if there is one, else a current one, the newest.
    Raises UnknownMedicine with names that look alike.
    """
    today = journal.today()
    everything = journal.store.medicines.all()
    named = [each for each in everything if each.name.casefold() == name.strip().casefold()]
    if named:
        return max(named, key=lambda each: (on is not None and each.taken_on(on), is_current(each, today), each.start))
    begun_so = [each for each in everything if len(name) >= SHORTEST_PREFIX and each.id.startswith(name.lower())]
    if len(begun_so) != 1:
        raise UnknownMedicine(name=name, similar=_similar(name, everything))
    return begun_so[0]


def known_medicine(journal: Journal, medicine_id: str) -> Medicine:
    """The medicine of an id, of the beginning of one, or of a name. Raises UnknownMedicine."""
    known = journal.store.medicines.get(medicine_id)
    return medicine(journal, medicine_id) if known is None else known


def is_current(known: Medicine, today: date) -> bool:
    """Whether a medicine has not been stopped: one that begins later is current, too."""
    return known.stopped_on is None or known.stopped_on >= today


def dose_level(level_id: str, since: date, dose: float, times: Sequence[int]) -> DoseLevel:
    """A usual dose from a day on. Raises FieldOutOfRange."""
    check(amount=dose)
    for minute in times:
        check(due_min=minute)
    return DoseLevel(level_id, since, float(dose), tuple(times))


def check_name(journal: Journal, name: str, but: str = "") -> None:
    """Raise MedicineExists where a medicine of this name goes on, another one than `but`."""
    today = journal.today()
    for each in journal.store.medicines.all():
        goes_on = each.stopped_on is None or each.stopped_on > today
        if each.name.casefold() == name.casefold() and goes_on and each.id != but:
            raise MedicineExists(name=each.name)


def saved_medicine(journal: Journal, changed: Medicine, what: str, visit: str | None = None) -> Medicine:
    """Save a medicine as one undo step."""
    with journal.store.action(what, visit):
        saved = journal.store.medicines.save(changed)
    journal.changed("medicines")
    return saved


def _similar(name: str, known: Sequence[Medicine]) -> tuple[str, ...]:
    names = {each.name.casefold(): each.name for each in known}
    return tuple(names[close] for close in difflib.get_close_matches(name.casefold(), names, n=3))
