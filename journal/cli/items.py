"""`items`: the catalogue, what is asked, items of one's own, and the shape of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from journal.cli.arguments import Words
from journal.cli.invocation import Invocation
from journal.cli.items_shape import group, order, rename, scale
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_table
from journal.cli.output import shown as printable
from journal.model.items import FIRST_DAY, Better, Combine, Kind
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.items import Item

KINDS = {"scale": Kind.SCALE, "rating": Kind.SCALE, "count": Kind.COUNT, "hours": Kind.HOURS}
KINDS |= {"yes_no": Kind.YES_NO, "yesno": Kind.YES_NO}


@click.group(name="items", invoke_without_command=True, help=_("The catalogue and what is asked."))
@json_option
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """List every item with its key, its label and whether it is asked."""
    if ctx.invoked_subcommand is not None:
        return
    invocation: Invocation = ctx.obj
    from journal.texts.items import ItemWords

    with invocation.journal(read_only=True) as journal:
        items = journal.items()
        if as_json:
            put_json({"items": [item_json(journal, item) for item in items]})
            return
        words = ItemWords(journal.catalogue)
        put_table(
            [
                (
                    item.key,
                    printable(words.item_label(item)),
                    printable(words.group_name(item)),
                    scale_text(item),
                    "" if item.hidden else _("asked"),
                )
                for item in items
            ],
            numbers_from=5,
        )


@command.command("add", help=_("Make an item of your own."))
@click.argument("key")
@click.option("--label", type=Words(), required=True, help=_("What it is called on the screen."))
@click.option("--min", "minimum", type=float, default=0.0, show_default=True, help=_("The lowest value."))
@click.option("--max", "maximum", type=float, help=_("The highest value."))
@click.option(
    "--better", type=click.Choice([better.value for better in Better]), default="lower", help=_("Which end is better.")
)
@click.option("--kind", type=click.Choice(list(KINDS)), default="scale", help=_("How it is answered."))
@click.option(
    "--combine", type=click.Choice([combine.value for combine in Combine]), help=_("How a day's values combine.")
)
@click.option("--words", type=Words(), default="", metavar="T,…", help=_("Words for the steps, or for the two ends."))
@click.pass_obj
def add(
    invocation: Invocation,
    key: str,
    label: str,
    minimum: float,
    maximum: float | None,
    better: str,
    kind: str,
    combine: str | None,
    words: str,
) -> None:
    """Make an own item and print its key."""
    from journal.app.items import OwnItem, add_own

    chosen = KINDS[kind]
    if maximum is None and chosen in (Kind.SCALE, Kind.YES_NO):
        maximum = 4.0 if chosen is Kind.SCALE else 1.0
    wanted = OwnItem(
        key=key,
        label=label,
        minimum=minimum,
        maximum=maximum,
        better=Better(better),
        kind=chosen,
        combine=Combine(combine) if combine else None,
        words=tuple(word.strip() for word in words.split(",")) if words.strip() else (),
    )
    with invocation.journal() as journal:
        click.echo(add_own(journal, wanted).key)


@command.command("hide", help=_("Stop asking an item; what was logged stays."))
@click.argument("key")
@click.pass_obj
def hide(invocation: Invocation, key: str) -> None:
    """Stop asking an item."""
    _set_hidden(invocation, key, hidden=True)


@command.command("show", help=_("Ask an item from now on."))
@click.argument("key")
@click.pass_obj
def show(invocation: Invocation, key: str) -> None:
    """Ask an item from now on."""
    _set_hidden(invocation, key, hidden=False)


for each in (rename, group, order, scale):
    command.add_command(each)


def _set_hidden(invocation: Invocation, key: str, *, hidden: bool) -> None:
    from journal.app.items import set_hidden

    with invocation.journal() as journal:
        click.echo(set_hidden(journal, key, hidden=hidden).key)


def scale_text(item: Item) -> str:
    """The scale in a few characters: "0–4", or the kind of a count, hours, yes or no."""
    from journal.texts.numbers import amount

    version = item.version
    if item.kind is Kind.SCALE and version.maximum is not None:
        return f"{amount(version.minimum)}–{amount(version.maximum)}"
    return {Kind.COUNT: _("count"), Kind.HOURS: _("hours"), Kind.YES_NO: _("yes, no")}.get(item.kind, "")


def item_json(journal: Journal, item: Item) -> dict[str, Any]:
    """One item as JSON."""
    from journal.texts.items import ItemWords

    words = ItemWords(journal.catalogue)
    version = item.version
    return {
        "key": item.key,
        "label": words.item_label(item),
        "own_label": item.label or None,
        "group": item.cluster.value,
        "own_group": item.group_name or None,
        "clinical": item.clinical,
        "origin": item.origin.value,
        "hidden": item.hidden,
        "kind": version.kind.value,
        "asked": version.asked.value,
        "min": version.minimum,
        "max": version.maximum,
        "step": version.step,
        "unit": version.unit,
        "words": list(words.step_words(item) or words.end_words(item)),
        "better": version.better.value,
        "combine": version.combine.value,
        "since": None if version.since_day == FIRST_DAY else version.since_day.isoformat(),
    }
