"""Whatever is done to a journal, the search finds what a look at every row finds."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journal.host.clock import FixedClock
from journal.model.errors import JournalError
from journal.model.folding import fold
from journal.model.searches import Search
from journal.store.journal_store import JournalStore
from tests.support.stores import entry, evening_clock, make_store, open_store

WORDS = ("harbour", "Straße", "夢を見た", "їжа", "a%b_c", '"quoted"', "NEAR(x)", "❤️", "ü", "rain rain")
ASKED = ("harb", "strasse", "夢", "їж", "%b", '"q', "near(", "❤", "U", "rain", "n r", "x")
STEPS = 40


class Doing:
    """What people and machines do to a journal, by chance."""

    def __init__(self, store: JournalStore, clock: FixedClock, chance: random.Random, apart: Path) -> None:
        self.store, self.clock, self.chance, self.apart = store, clock, chance, apart

    def step(self) -> None:
        """One of them; what can't be done now is left."""
        ways: tuple[Callable[[], object], ...] = (
            self.write, self.write, self.write, self.delete, self.undo, self.redo, self.bring_in, self.take_out,
            self.for_good, self.merge,
        )  # fmt: skip
        self.clock.ms += 1000
        try:
            self.chance.choice(ways)()
        except JournalError:
            return

    def note(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randrange(4)))

    def write(self) -> None:
        with self.store.action("log"):
            number = self.chance.randrange(8)
            tags = tuple(self.chance.sample(WORDS, self.chance.randrange(2)))
            self.store.entries.save(entry(f"e{number}", note=self.note(), tags=tags, days_ago=number))

    def delete(self) -> None:
        with self.store.action("delete"):
            self.store.entries.delete(f"e{self.chance.randrange(8)}")

    def for_good(self) -> None:
        with self.store.tx():
            self.store.entries.delete_for_good(f"e{self.chance.randrange(8)}")

    def undo(self) -> None:
        self.store.changes.undo()

    def redo(self) -> None:
        self.store.changes.redo()

    def bring_in(self) -> None:
        import_id = f"i{self.chance.randrange(3)}"
        made = [entry(f"{import_id}-{n}", note=self.note(), import_id=import_id, days_ago=n) for n in range(30)]
        with self.store.action("import", many=True):
            self.store.imports.add(import_id, "csv")
            self.store.entries.add_new(made)

    def take_out(self) -> None:
        self.store.changes.undo_import(f"i{self.chance.randrange(3)}")

    def merge(self) -> None:
        shutil.rmtree(self.apart, ignore_errors=True)
        shutil.copytree(self.store.folder, self.apart)
        other = open_store(self.apart, FixedClock(self.clock.ms - self.chance.randrange(-5000, 5000), 60))
        Doing(other, self.clock, self.chance, self.apart).write()
        other.close()
        self.store.merge_from(self.apart / "journal-1.db", self.store.key)


def looked_through(store: JournalStore, text: str) -> set[str]:
    """The entries whose note or tags hold a text, by reading every one."""
    wanted = fold(text)
    every = store.entries.between(date.min, date.max)
    return {each.id for each in every if wanted in fold(each.note) or wanted in fold(", ".join(each.tags))}


@pytest.mark.parametrize("seed", range(12))
def test_the_search_finds_what_a_look_at_every_entry_finds(tmp_path: Path, seed: int) -> None:
    chance, clock = random.Random(seed), evening_clock()
    store, _vault = make_store(tmp_path / "journal", clock)
    doing = Doing(store, clock, chance, tmp_path / "apart")
    for _step in range(STEPS):
        doing.step()
        if chance.random() < 0.4:
            text = chance.choice(ASKED)
            store.search.bring_up_to_date(chance.choice((None, 7, 50)))
            while not store.search.bring_up_to_date(7):
                pass
            hits = store.search.page(Search(text), None, 1000)
            assert {hit.id for hit in hits} == looked_through(store, text), (seed, text)
            assert store.search.count(Search(text)) == len(hits)
            assert [hit.mark for hit in hits] == sorted((hit.mark for hit in hits), reverse=True)
    assert store.full_check() == []
    store.close()
