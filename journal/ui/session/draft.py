"""What is half typed on a session's page: kept with the journal, so that it survives a lock or a crash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class HalfEffect:
    """A side effect that is being entered afterwards: its item, level, and what stands in the three fields."""

    item_id: str
    level: int | None = None
    peak: str = ""
    began: str = ""
    gone: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was entered yet."""
        return self.level is None and not (self.peak or self.began or self.gone)


@dataclass(frozen=True, slots=True)
class Draft:
    """`texts` are fields whose text says no value yet, by key. `meant` are extreme values that were confirmed."""

    texts: Mapping[str, str] = field(default_factory=dict)
    effect: HalfEffect | None = None
    meant: frozenset[str] = frozenset()

    def with_text(self, key: str, text: str | None) -> Draft:
        """The draft with another text of a field; None forgets it."""
        texts = {name: kept for name, kept in self.texts.items() if name != key}
        return replace(self, texts=texts if text is None else {**texts, key: text})

    @property
    def payload(self) -> dict[str, Any]:
        """What is kept; empty when there is nothing to keep."""
        kept: dict[str, Any] = {}
        if self.texts:
            kept["texts"] = dict(self.texts)
        if self.effect is not None:
            half = self.effect
            names = ("item_id", "level", "peak", "began", "gone")
            kept["effect"] = {name: getattr(half, name) for name in names}
        if self.meant:
            kept["meant"] = sorted(self.meant)
        return kept


def draft_of(payload: Mapping[str, Any] | None) -> Draft:
    """The draft that was kept, or an empty one."""
    if not payload:
        return Draft()
    effect = payload.get("effect")
    return Draft(
        texts={str(key): str(text) for key, text in payload.get("texts", {}).items()},
        effect=HalfEffect(**effect) if effect else None,
        meant=frozenset(payload.get("meant", ())),
    )
