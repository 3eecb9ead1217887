"""Tags: a person's own words on a check-in or a session, private like a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journal.model.folding import fold

LONGEST_TAG = 40
BETWEEN = ","


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many check-ins and sessions have it."""

    tag: str
    count: int


def tidy_tag(text: str) -> str:
    """A tag as it is kept: one line without commas, at most 40 characters; empty where nothing is left."""
    return spaced_tag(text)[:LONGEST_TAG].rstrip()


def spaced_tag(text: str) -> str:
    """A tag in one line without commas, however long."""
    return " ".join(text.replace(BETWEEN, " ").split())


def tidy_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept, in their order; of those that only differ in case or accents the first."""
    kept: dict[str, str] = {}
    for text in texts:
        if tag := tidy_tag(text):
            kept.setdefault(fold(tag), tag)
    return tuple(kept.values())


def same_tag(one: str, two: str) -> bool:
    """Whether two are the same tag."""
    return fold(one) == fold(two)


def renamed(tags: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    """The tags with one called otherwise; taken away where the new name is empty."""
    return tidy_tags(new if same_tag(tag, old) else tag for tag in tags)
