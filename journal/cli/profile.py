"""`profile`: which items are asked on which kind of day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from journal.cli.arguments import ManyWords, Words
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_table, shown
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.model.profiles import Profile

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@click.group(name="profile", help=_("Profiles: which items are asked on which kind of day."))
def command() -> None:
    """Hold the commands about profiles."""


@command.command(
    "add", help=_("Make a profile. As: leeward profile add --name Weekday --items anxiety,numb --on mon,tue")
)
@click.option("--name", type=Words(), required=True, help=_("What it is called on Today."))
@click.option("--items", "keys", type=Words(), required=True, metavar="KEY,…", help=_("Its items, in order."))
@click.option("--on", "days", type=Words(), default="", metavar="mon,…", help=_("The weekdays that take it."))
@click.option("--session-days", is_flag=True, help=_("Days with a session take it."))
@click.pass_obj
def add(invocation: Invocation, name: str, keys: str, days: str, *, session_days: bool) -> None:
    """Make a profile and print its id."""
    from journal.app.profiles import ProfileWish, add_profile

    items = tuple(key.strip() for key in keys.split(",") if key.strip())
    with invocation.journal() as journal:
        click.echo(add_profile(journal, ProfileWish(name, items, weekdays(days), session_days)).id)


@command.command("list", help=_("The profiles, in order."))
@json_option
@click.pass_obj
def list_(invocation: Invocation, *, as_json: bool) -> None:
    """Print the profiles."""
    from journal.app.profiles import profiles

    with invocation.journal(read_only=True) as journal:
        found = profiles(journal)
    if as_json:
        put_json({"profiles": [profile_json(each) for each in found]})
    elif found:
        put_table([_line(each) for each in found], numbers_from=4)
    else:
        invocation.say(_("There is no profile yet. Make one with: leeward profile add --name NAME --items KEY,…"))


@command.command("delete", help=_("Delete a profile. What was logged with it stays."))
@click.argument("name", cls=ManyWords)
@click.pass_obj
def delete(invocation: Invocation, name: str) -> None:
    """Delete a profile by its name."""
    from journal.app.profiles import delete_profile, profile_named

    with invocation.journal() as journal:
        delete_profile(journal, profile_named(journal, name).id)


def weekdays(text: str) -> tuple[int, ...]:
    """Weekdays as numbers, 0 for Monday. Wrong usage for what is none."""
    named = [day.strip().casefold() for day in text.split(",") if day.strip()]
    for day in named:
        if day not in DAYS:
            told = _("{text} is not a weekday. Choose of {days}.").format(text=shown(day), days=", ".join(DAYS))
            raise click.BadParameter(told)
    return tuple(DAYS.index(day) for day in named)


def profile_json(profile: Profile) -> dict[str, Any]:
    """One profile as JSON."""
    return {
        "id": profile.id,
        "name": profile.name,
        "items": list(profile.items),
        "weekdays": [DAYS[day] for day in profile.weekdays],
        "session_day": profile.session_day,
    }


def _line(profile: Profile) -> tuple[str, ...]:
    days = ",".join(DAYS[day] for day in profile.weekdays)
    session = _("session days") if profile.session_day else ""
    return shown(profile.name), days, session, ", ".join(profile.items)
