"""Where in a calm moment somebody is, also in words that outlive the process that a lock replaces. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The views of the room."""

    HOME = "home"
    SENSES = "senses"
    BREATHING = "breathing"
    PLAN = "plan"
    TALK = "talk"
    DISTRESS = "distress"


CHOICES = (Part.SENSES, Part.BREATHING, Part.PLAN, Part.TALK)
"""The four choices, in their order."""


@dataclass(frozen=True, slots=True)
class CalmPlace:
    """A view, how far the senses are, and whether the breathing goes on."""

    part: Part = Part.HOME
    step: int = 0
    running: bool = False


def told(place: CalmPlace) -> str:
    """The place as text."""
    return f"{place.part}:{place.step}:{int(place.running)}"


def read_place(text: str) -> CalmPlace | None:
    """A place that was told, or None for anything else."""
    part, _, rest = text.partition(":")
    step, _, running = rest.partition(":")
    if (
        part not in tuple(Part)
        or not step.isascii()
        or not step.isdigit()
        or len(step) > 1
        or running not in ("0", "1")
    ):
        return None
    return CalmPlace(Part(part), int(step), running == "1")
