"""`items rename`, `group`, `order`, `scale`: the person's own shape of what is asked."""

from __future__ import annotations

from datetime import date

import click

from journal.cli.arguments import Day, Words
from journal.cli.invocation import Invocation
from journal.model.items import Better
from journal.texts.translation import _


@click.command("rename", help=_("Call an item something else. An empty label takes the first name back."))
@click.argument("key")
@click.option("--label", type=Words(), required=True, help=_("What it is called on the screen."))
@click.pass_obj
def rename(invocation: Invocation, key: str, label: str) -> None:
    """Rename an item and print its key."""
    from journal.app.item_shapes import rename_item

    with invocation.journal() as journal:
        click.echo(rename_item(journal, key, label).key)


@click.command("group", help=_("Let an item stand in a group of your own. An empty group takes it back."))
@click.argument("key")
@click.option("--group", "name", type=Words(), required=True, help=_("The group’s name; a new one is made."))
@click.pass_obj
def group(invocation: Invocation, key: str, name: str) -> None:
    """Put an item into an own group and print its key."""
    from journal.app.groups import add_group, group_named
    from journal.app.item_shapes import put_in_group
    from journal.model.errors import UnknownRecord

    with invocation.journal() as journal:
        journal.item(key)
        if not name.strip():
            group_id = ""
        else:
            try:
                group_id = group_named(journal, name).id
            except UnknownRecord:
                group_id = add_group(journal, name).id
        click.echo(put_in_group(journal, key, group_id).key)


@click.command("order", help=_("Let these items stand first in their groups, in this order."))
@click.argument("keys", nargs=-1, required=True, metavar="KEY…")
@click.pass_obj
def order(invocation: Invocation, keys: tuple[str, ...]) -> None:
    """Order items."""
    from journal.app.item_shapes import order_items

    with invocation.journal() as journal:
        order_items(journal, keys)


@click.command("scale", help=_("Answer an item on another scale from a day on. Old ratings stay as they were."))
@click.argument("key")
@click.option("--min", "minimum", type=float, help=_("The lowest value."))
@click.option("--max", "maximum", type=float, help=_("The highest value."))
@click.option("--step", type=float, help=_("From one value to the next."))
@click.option("--words", type=Words(), metavar="T,…", help=_("Words for the steps, or for the two ends."))
@click.option("--better", type=click.Choice([better.value for better in Better]), help=_("Which end is better."))
@click.option("--since", type=Day(), help=_("The first day it holds; today where not said."))
@click.pass_obj
def scale(
    invocation: Invocation,
    key: str,
    minimum: float | None,
    maximum: float | None,
    step: float | None,
    words: str | None,
    better: str | None,
    since: date | None,
) -> None:
    """Change an item's scale and print its key."""
    from journal.app.item_scales import Scale, change_scale

    named = None if words is None else tuple(word.strip() for word in words.split(",") if word.strip())
    wanted = Scale(minimum, maximum, step, named, Better(better) if better else None)
    with invocation.journal() as journal:
        click.echo(change_scale(journal, key, wanted, since).key)
