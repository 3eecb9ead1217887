"""What the person of the sample journal wrote in their own words, for each language to say it in its own."""

from __future__ import annotations

from journal.texts.translation import mark

WRITTEN = (
    # Translators: from here, what an invented person wrote in the sample journal: short notes, as one writes them.
    mark("Slept with the window open. Woke twice."),
    mark("Long week. Two appointments moved."),
    mark("Dizzy on the way home, gone by the evening."),
    mark("Cooked for the first time in a while."),
    mark("Walked along the river before breakfast."),
    mark("Building work next door all day."),
    mark("The mornings are harder again. Would like to talk about sleep."),
    mark("Quiet Sunday."),
    mark("Ondansetron 4 mg"),
    mark("Sick, and too strong for a while"),
    mark("Held the nurse's hand. Will say beforehand that I want that."),
    mark("Let it come, and look at it from further away."),
    mark("Lorazepam, from the evening before"),
    mark("A lot came up about the first year."),
    mark("Day clinic"),
    mark("Memories and sleep"),
    mark("Two other medicines, talking therapy"),
    mark("Sertraline"),
    mark("Prazosin"),
    mark("Nights"),
    mark("Supermarket, at a busy hour"),
    mark("Moved to another flat"),
    mark("Anniversary"),
    mark("Sleep clinic"),
)
"""The texts of `journal.model.sample` and its parts, which know no languages."""
