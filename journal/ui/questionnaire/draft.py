"""What is half done on a questionnaire, kept with the journal: it stands there again after a lock or a crash. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from journal.model.questionnaires import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What the journal itself does not keep.

    `texts` are fields whose text says no answer yet. `skipped` are questions of a shipped instrument that
    were skipped: among its answers these look like those not reached yet. `rounds` are groups that were
    asked for once more. `at`, `span` and `maximum` were chosen before the first answer; None for none.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    rounds: Mapping[str, int] = field(default_factory=dict)
    at: datetime | None = None
    span: Span | None = None
    maximum: float | None = None

    def with_text(self, key: str, text: str | None) -> Draft:
        """The draft with another text of a field; None forgets it."""
        texts = {name: kept for name, kept in self.texts.items() if name != key}
        return replace(self, texts=texts if text is None else {**texts, key: text})

    def with_skipped(self, key: str, *, skipped: bool) -> Draft:
        """The draft with a question skipped, or not."""
        return replace(self, skipped=self.skipped | {key} if skipped else self.skipped - {key})

    @property
    def payload(self) -> dict[str, Any]:
        """What is kept; empty when there is nothing to keep."""
        kept: dict[str, Any] = {
            "texts": dict(self.texts),
            "skipped": sorted(self.skipped),
            "rounds": dict(self.rounds),
            "at": self.at.isoformat() if self.at else None,
            "span": self.span.value if self.span else None,
            "maximum": self.maximum,
        }
        return {name: value for name, value in kept.items() if value}


def draft_of(payload: Mapping[str, Any] | None) -> Draft:
    """The draft that was kept, or an empty one where nothing was, or nothing that this version knows."""
    if not payload:
        return Draft()
    try:
        at, span, maximum = payload.get("at"), payload.get("span"), payload.get("maximum")
        return Draft(
            texts={str(key): str(text) for key, text in payload.get("texts", {}).items()},
            skipped=frozenset(map(str, payload.get("skipped", ()))),
            rounds={str(key): int(count) for key, count in payload.get("rounds", {}).items()},
            at=datetime.fromisoformat(at) if at else None,
            span=Span(span) if span else None,
            maximum=float(maximum) if maximum else None,
        )
    except (AttributeError, TypeError, ValueError):
        return Draft()
