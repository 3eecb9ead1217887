"""What an answer is kept under: its item's link id, with the number of each group that repeats around it."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"\[(\d{1,4})\]\Z")


def answer_key(link_id: str, places: tuple[int, ...] = ()) -> str:
    """The link id, `linkId[1]` inside the first of a group that repeats, `linkId[1][2]` two groups deep."""
    return link_id + "".join(f"[{place}]" for place in places)


def split_key(key: str, depth: int) -> tuple[str, tuple[int, ...]]:
    """The link id and as many numbers as there are groups that repeat around it; fewer where the key has fewer."""
    places: list[int] = []
    while len(places) < depth and (found := _NUMBERED.search(key)):
        places.insert(0, int(found[1]))
        key = key[: found.start()]
    return key, tuple(places)


def looks_numbered(link_id: str) -> str | None:
    """The link id without its last number where it ends like one inside a group that repeats, else None."""
    found = _NUMBERED.search(link_id)
    return link_id[: found.start()] if found else None
