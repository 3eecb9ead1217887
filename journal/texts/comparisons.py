"""The sentences about before and after, and about the days with and without therapy.

Medians, ranges and counts, "overlap, not proof", and the sentence about change back under each
(clinical.md, sections 2 and 4). Nothing says that one thing made another.
"""

from __future__ import annotations

from journal.model.figures import Withheld
from journal.model.items import Better
from journal.model.phases import NEEDED_DAYS, BeforeAfter, Side
from journal.model.therapy_days import NEEDED_SESSIONS, TherapyDays
from journal.texts import dates, numbers
from journal.texts.translation import _, ngettext


def change_back() -> str:
    """What stands under every before and after."""
    return _("People often start or change treatment when things are worst; some change back is to be expected anyway.")


def before_after_title(label: str, found: BeforeAfter) -> str:
    """The heading: "Low mood, 14 days before and 14 days from 5 Oct 2026 on"."""
    return ngettext(
        "{item}, {n} day before and {n} day from {day} on",
        "{item}, {n} days before and {n} days from {day} on",
        found.days_each,
    ).format(item=label, n=numbers.count(found.days_each), day=dates.short_date(found.on))


def before_after_lines(found: BeforeAfter, better: Better) -> tuple[str, ...]:
    """The comparison in sentences, or why there is none; the sentence about change back always last."""
    if found.withheld is not None:
        return (_withheld_days(found), change_back())
    lines = [
        _("Before: {numbers}.").format(numbers=_days(found.before, found.days_each)),
        _("After: {numbers}.").format(numbers=_days(found.after, found.days_each)),
        overlap_line(found, better),
        change_back(),
    ]
    return tuple(line for line in lines if line)


def overlap_line(found: BeforeAfter, better: Better) -> str:
    """The non-overlap of all pairs, with its wording; empty where it has no direction."""
    if found.nap is None or better is Better.NONE:
        return ""
    words = (
        ngettext(
            "In {share} of {n} pair of one earlier and one later day, the later day is lower (NAP; ties count "
            "half): overlap, not proof.",
            "In {share} of {n} pairs of one earlier and one later day, the later day is lower (NAP; ties count "
            "half): overlap, not proof.",
            found.n_pairs,
        )
        if better is Better.LOWER
        else ngettext(
            "In {share} of {n} pair of one earlier and one later day, the later day is higher (NAP; ties count "
            "half): overlap, not proof.",
            "In {share} of {n} pairs of one earlier and one later day, the later day is higher (NAP; ties count "
            "half): overlap, not proof.",
            found.n_pairs,
        )
    )
    return words.format(share=numbers.percent(found.nap), n=numbers.count(found.n_pairs))


def therapy_title(label: str, sessions: str, found: TherapyDays) -> str:
    """The heading: "Low mood in the 7 days after a session, with and without therapy: Ketamine infusion"."""
    return ngettext(
        "{item} on the day after a session, with and without therapy: {sessions}",
        "{item} in the {n} days after a session, with and without therapy: {sessions}",
        found.days,
    ).format(item=label, n=numbers.count(found.days), sessions=sessions)


def therapy_lines(found: TherapyDays) -> tuple[str, ...]:
    """The comparison in sentences, or why there is none; the sentence about change back always last."""
    lines = [*_therapy_numbers(found), _left_out(found.left_out), _not_over(found.not_over), change_back()]
    return tuple(line for line in lines if line)


def _therapy_numbers(found: TherapyDays) -> tuple[str, ...]:
    if found.withheld is not None:
        return (
            _(
                "Both sides need {needed} sessions. There are {with_n} with therapy after them and {without_n} without."
            ).format(
                needed=NEEDED_SESSIONS,
                with_n=numbers.count(found.with_therapy.n),
                without_n=numbers.count(found.without.n),
            ),
        )
    return (
        _("With therapy: {numbers}.").format(numbers=_sessions(found.with_therapy)),
        _("Without: {numbers}.").format(numbers=_sessions(found.without)),
    )


def _withheld_days(found: BeforeAfter) -> str:
    if found.withheld is Withheld.SCALE_CHANGED:
        return _("The scale changed in these days, so they are not compared.")
    return _("Both sides need {needed} days with a rating. There are {before} before and {after} after.").format(
        needed=NEEDED_DAYS, before=numbers.count(found.before.n), after=numbers.count(found.after.n)
    )


def _days(side: Side, of: int) -> str:
    return _("median {median}, from {low} to {high} (n {n} of {of} days)").format(**_side(side), of=numbers.count(of))


def _sessions(side: Side) -> str:
    return ngettext(
        "median {median}, from {low} to {high} (n {n} session)",
        "median {median}, from {low} to {high} (n {n} sessions)",
        side.n,
    ).format(**_side(side))


def _side(side: Side) -> dict[str, str]:
    return {
        "median": numbers.one_decimal(side.median or 0.0),
        "low": _end(side.low or 0.0),
        "high": _end(side.high or 0.0),
        "n": numbers.count(side.n),
    }


def _end(value: float) -> str:
    """An end of a range: as logged where it is a whole number, a mean with one decimal."""
    return numbers.amount(value) if value == round(value) else numbers.one_decimal(value)


def _left_out(n: int) -> str:
    if not n:
        return ""
    return ngettext(
        "{n} session has a rating on fewer than half of the days and is left out.",
        "{n} sessions have a rating on fewer than half of the days and are left out.",
        n,
    ).format(n=numbers.count(n))


def _not_over(n: int) -> str:
    if not n:
        return ""
    return ngettext(
        "The days after {n} session are not over yet.", "The days after {n} sessions are not over yet.", n
    ).format(n=numbers.count(n))
