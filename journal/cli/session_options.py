"""The options of `session add` and `session edit`, and the fields of a session that they stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from journal.cli.arguments import TagWords, Words
from journal.cli.fields import Amount, Empty, OneOf, When, Whole, YesNo
from journal.cli.session_parts import EffectAt, PhaseOf, VitalsAt
from journal.cli.treatment_kinds import RouteName
from journal.model.sessions import Place, Shortened, Went
from journal.model.tags import tidy_tags
from journal.model.treatments import DoseUnit, Treatment
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal

Command = TypeVar("Command", bound=Callable[..., Any])
Option = Callable[[Any], Any]

ENUMS: Mapping[str, type[Went] | type[Place] | type[Shortened]] = {"went": Went, "place": Place, "shortened": Shortened}
TIMES = {"planned": "planned_ms", "ate": "ate_ms"}


def session_options(command: Command) -> Command:
    """Decorate a command with every option that says something about a session."""
    for option in reversed((*_given(), *_around(), *_seen(), *_afterwards())):
        command = option(command)
    return command


def _given() -> list[Option]:
    """What was given, and how."""
    return [
        click.option("--course", type=Words(), metavar="ID", help=_("The course it belongs to; empty for none.")),
        click.option("--name", type=Words(), help=_("A name of your own for it.")),
        click.option("--planned", type=When(), help=_("The time it was planned for.")),
        click.option("--dose", type=Amount(), help=_("The dose, as 40 or 0.5.")),
        click.option(
            "--unit",
            type=OneOf(DoseUnit),
            help=_("The unit of the dose."),
        ),
        click.option("--weight-kg", type=Amount(), help=_("Weight, kept for this session only.")),
        click.option(
            "--route", type=RouteName(), help=_("How the dose was given: iv, im, sc, oral, sublingual or nasal.")
        ),
        click.option("--minutes", type=Whole(), help=_("How many minutes it took.")),
    ]


def _around() -> list[Option]:
    """Where it was, whether it was shortened, and what came before it."""
    return [
        click.option("--place", type=OneOf(ENUMS["place"]), help=_("Where it was.")),
        click.option("--accompanied", type=YesNo(), help=_("Whether someone was present.")),
        click.option(
            "--shortened", type=OneOf(ENUMS["shortened"]), help=_("Whether it was stopped before its end, or slowed.")
        ),
        click.option("--why", "shortened_why", type=Words(), help=_("Why it was stopped or slowed.")),
        click.option("--other-medicines", type=Words(), help=_("Other medicines given.")),
        click.option("--ate", type=When(), help=_("When you last ate before it.")),
        click.option("--alcohol", type=YesNo(), help=_("Alcohol in the 24 hours before.")),
        click.option("--calming", type=YesNo(), help=_("A calming medicine in the 24 hours before.")),
        click.option("--held-back", type=Words(), help=_("Medicines held back before it.")),
    ]


def _seen() -> list[Option]:
    """What was measured and seen over time."""
    return [
        click.option(
            "--vital",
            "vitals",
            type=VitalsAt(),
            multiple=True,
            help=_("Vitals, as 40=138/84/72/98 or before=120/80; may be given again."),
        ),
        click.option(
            "--effect",
            "effects",
            type=EffectAt(),
            multiple=True,
            help=_("A side effect and its level 0 to 4, as dizziness@14:30=2 or dizziness@+40=2; may be given again."),
        ),
        click.option(
            "--phase",
            "phases",
            type=PhaseOf(),
            multiple=True,
            help=_("When a side effect came: during, later-that-day, next-days or stayed."),
        ),
    ]


def _afterwards() -> list[Option]:
    """How it went, and what was written down."""
    return [
        click.option("--went", type=OneOf(ENUMS["went"]), help=_("How it was to go through.")),
        click.option("--clear-min", type=Whole(), help=_("Minutes from the start until clear again.")),
        click.option("--worked-with", type=Whole(), help=_("Could work with what came up, 0 to 4.")),
        click.option("--ride", type=YesNo(), help=_("A way home arranged.")),
        click.option("--intention", type=Words(), help=_("The intention. Only you see it.")),
        click.option("--note", type=Words(), help=_("A note. Only you see it.")),
        click.option(
            "--tag", "tags", type=TagWords(), multiple=True, help=_("A tag. Only you see it. May be given again.")
        ),
        click.option("--share/--private", "shared", default=None, help=_("Whether a report may show both.")),
    ]


def session_fields(journal: Journal, options: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that were typed, as the journal takes them; what was empty clears its field.

    Raises UnknownRecord for a course that there is not. Side effects and vitals are not among them.
    """
    from journal.app.check_ins import instant_of
    from journal.app.courses import course

    fields: dict[str, Any] = {}
    for name, value in options.items():
        if value is None or name in ("vitals", "effects", "phases"):
            continue
        if name == "tags":
            fields |= {"tags": tidy_tags(value)} if value else {}
            continue
        if name == "course":
            fields["course_id"] = course(journal, value).id if value.strip() else None
        elif name in TIMES:
            fields[TIMES[name]] = None if isinstance(value, Empty) else instant_of(journal, value)[0]
        elif isinstance(value, Empty):
            fields[name] = "" if name == "unit" else None
        else:
            fields[name] = ENUMS[name](value) if name in ENUMS else value
    return fields


def check_unit(kind: Treatment, fields: dict[str, Any], unit_before: str = "") -> None:
    """A dose needs its unit: the only one of its kind is taken, else it must be said. Wrong usage without."""
    if fields.get("dose") is None or fields.get("unit") or (unit_before and "unit" not in fields):
        return
    if len(kind.units) != 1:
        units = ", ".join(kind.units or DoseUnit)
        raise click.UsageError(_("Say the unit of the dose with --unit: {units}.").format(units=units))
    fields["unit"] = str(kind.units[0])
