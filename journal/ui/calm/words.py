"""The words of the room. Pure. Short words: this is read by somebody who is shaken."""

from __future__ import annotations

from dataclasses import dataclass

from journal.model.breathing import Part as BreathPart
from journal.model.plans import Heading
from journal.texts.translation import _
from journal.ui.calm.place import Part


def part_words(part: Part) -> str:
    """What a choice is called."""
    words = {
        Part.HOME: _("A calm moment"),
        Part.SENSES: _("What is around me"),
        Part.BREATHING: _("Breathing"),
        Part.PLAN: _("My plan"),
        Part.TALK: _("Someone to talk to"),
        Part.DISTRESS: _("How strong is it?"),
    }
    return words[part]


def heading_words(heading: Heading) -> str:
    """A heading of the plan (clinical.md, section 3)."""
    words = {
        Heading.SIGNS: _("Signs that it is getting hard"),
        Heading.MYSELF: _("What I can do myself"),
        Heading.PLACES: _("Places and people that take my mind off it"),
        Heading.PEOPLE: _("People I can ask for help"),
        Heading.CLINIC: _("My clinic and crisis lines"),
        Heading.SAFE: _("Keeping dangerous things out of reach"),
        Heading.MATTERS: _("What matters to me"),
    }
    return words[heading]


def breath_words(part: BreathPart) -> str:
    """What to do now."""
    return _("Breathe in") if part is BreathPart.IN else _("Breathe out")


@dataclass(frozen=True, slots=True)
class Sense:
    """One look at what is around: a question, and what may help with it."""

    question: str
    help: str


def senses() -> tuple[Sense, ...]:
    """The five senses, one after the other; each can be passed over."""
    return (
        Sense(_("What can you see?"), _("Something near. Something far. A colour. A shape.")),
        Sense(_("What can you hear?"), _("In this room. Outside it. Or how still it is.")),
        Sense(_("What can you touch?"), _("The seat. Your sleeve. The floor under your feet. Warm or cool.")),
        Sense(_("Is there anything to smell?"), _("If there is nothing, go on to the next.")),
        Sense(_("Is there a taste in your mouth?"), _("A sip of water is enough. You can also go on.")),
    )
