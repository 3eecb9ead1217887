"""`medicine`: medicines, their doses by day, and what was taken."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from journal.cli.arguments import Day, ManyWords, Moment, Words
from journal.cli.extremes import amount_extremes, ask_about
from journal.cli.fields import Amount, ClockTimes, Named, given
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_table, shown
from journal.model.medicines import Taken
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.model.medicines import Medicine


@click.group(name="medicine", help=_("Medicines, their doses by day, and what was taken."))
def command() -> None:
    """Hold the commands about medicines."""


@command.command(
    "add",
    help=_(
        "Begin a medicine. As: leeward medicine add Sertraline --dose 50 --unit mg --times 08:00 --start 2026-09-01"
    ),
)
@click.argument("name", cls=ManyWords)
@click.option("--dose", type=Amount(), required=True, help=_("The usual dose. 0 is a dose."))
@click.option("--unit", type=Words(), required=True, help=_("Its unit, as mg."))
@click.option("--times", type=ClockTimes(), help=_("When it is taken, as 08:00,20:00."))
@click.option("--as-needed", is_flag=True, help=_("Taken as needed, at no set times."))
@click.option("--start", type=Day(), required=True, help=_("The first day."))
@click.option("--purpose", type=Words(), default="", help=_("What it is for."))
@click.pass_obj
def add(
    invocation: Invocation,
    name: str,
    dose: Any,
    unit: str,
    times: tuple[int, ...] | None,
    start: date,
    purpose: str,
    *,
    as_needed: bool,
) -> None:
    """Begin a medicine and print its id."""
    from journal.app.medicines import add_medicine

    if as_needed == (times is not None):
        raise click.UsageError(_("Say when it is taken: either --times 08:00,20:00 or --as-needed."))
    amount = dose_needed(dose)
    if not name.strip():
        raise click.UsageError(_("The medicine needs a name."))
    with invocation.journal() as journal:
        made = add_medicine(
            journal,
            name,
            unit=unit,
            start=start,
            dose=amount,
            times=times or (),
            as_needed=as_needed,
            purpose=purpose,
        )
    click.echo(made.id)


@command.command("dose", help=_("Write down a dose. It is the usual one, now, unless said otherwise."))
@click.argument("name", cls=ManyWords)
@click.option("--amount", type=Amount(), help=_("How much, if not the usual dose."))
@click.option("--at", type=Moment(), help=_("When, if not now."))
@click.option(
    "--as",
    "taken",
    type=Named(Taken),
    default=str(Taken.TAKEN),
    show_default=True,
    help=_("What became of it: taken, taken later, not taken, or more than planned."),
)
@click.pass_obj
def dose(invocation: Invocation, name: str, amount: Any, at: datetime | None, taken: str) -> None:
    """Write down a dose and print its id; it answers the nearest planned time that is still open."""
    from journal.app.intakes import take
    from journal.app.medicines import medicine
    from journal.cli.planned_doses import day_at, open_due

    became, much = Taken(taken), given(amount)
    if became is Taken.NOT_TAKEN and much is not None:
        raise click.UsageError(_("A dose that was not taken has no amount."))
    with invocation.journal() as journal:
        known = medicine(journal, name, on=day_at(journal, at))
        due = None if became is Taken.EXTRA else open_due(journal, known, at)
        made = take(journal, known.id, amount=much, at=at, taken=became, due_min=due)
    ask_about([] if much is None else amount_extremes(much, known))
    if made.amount is None and became is not Taken.NOT_TAKEN:
        invocation.say(_("There is no usual dose on this day, so no amount is kept. --amount says how much it was."))
    click.echo(made.id)


@command.command("change", help=_("Write down another dose from a day on. What was taken before stays."))
@click.argument("name", cls=ManyWords)
@click.option("--dose", type=Amount(), required=True, help=_("The new usual dose. 0 is a dose, not a stop."))
@click.option("--on", "day", type=Day(), required=True, help=_("The first day of the new dose."))
@click.option("--times", type=ClockTimes(), help=_("Other times, as 08:00,20:00."))
@click.pass_obj
def change(invocation: Invocation, name: str, dose: Any, day: date, times: tuple[int, ...] | None) -> None:
    """Change the dose from a day on and print the medicine's id."""
    from journal.app.medicines import change_dose, medicine

    amount = dose_needed(dose)
    with invocation.journal() as journal:
        known = medicine(journal, name)
        if known.as_needed and times:
            raise click.UsageError(_("{name} is taken as needed, so it has no times.").format(name=shown(known.name)))
        change_dose(journal, known.id, day, dose=amount, times=times)
    ask_about(amount_extremes(amount, known))
    click.echo(known.id)


@command.command("stop", help=_("Write down the last day of a medicine."))
@click.argument("name", cls=ManyWords)
@click.option("--on", "day", type=Day(), required=True, help=_("The last day it was taken."))
@click.option("--reason", type=Words(), default="", help=_("Why, if you like."))
@click.pass_obj
def stop(invocation: Invocation, name: str, day: date, reason: str) -> None:
    """Stop a medicine and print its id."""
    from journal.app.medicines import medicine, stop_medicine

    with invocation.journal() as journal:
        click.echo(stop_medicine(journal, medicine(journal, name).id, day, reason).id)


@command.command("list", help=_("The medicines with their doses by day."))
@click.option("--current", is_flag=True, help=_("Only those that are taken now."))
@json_option
@click.pass_obj
def list_(invocation: Invocation, *, current: bool, as_json: bool) -> None:
    """Print the medicines by their start."""
    from journal.app.medicines import medicines
    from journal.cli.treatment_json import medicine_json

    with invocation.journal(read_only=True) as journal:
        found = medicines(journal, stopped=not current)
    if as_json:
        put_json({"medicines": [medicine_json(each) for each in found]})
    elif found:
        put_table([_row(each) for each in found], numbers_from=5)
    else:
        invocation.say(_("There is no medicine here. leeward medicine add --help says how to begin one."))


def dose_needed(dose: Any) -> float:
    """The dose as a number; an empty one is wrong usage."""
    amount: float | None = given(dose)
    if amount is None:
        raise click.UsageError(_("Write the dose as a number, such as 50. 0 is a dose, not a stop."))
    return amount


def _row(medicine: Medicine) -> tuple[str, ...]:
    from journal.cli.treatment_json import clock_texts
    from journal.texts.numbers import dose as amount

    level = medicine.levels[-1] if medicine.levels else None
    usual = "–" if level is None else f"{amount(level.amount)} {medicine.unit}".strip()
    times = _("as needed") if medicine.as_needed else ", ".join(clock_texts(level.times)) if level else ""
    since = medicine.start if level is None else level.since_day
    state = _("since {day}").format(day=since.isoformat())
    if medicine.stopped_on is not None:
        state = _("stopped, last day {day}").format(day=medicine.stopped_on.isoformat())
    return medicine.id[:8], shown(medicine.name), shown(usual), times, state
