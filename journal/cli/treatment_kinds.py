"""Kinds of treatment and ways of giving a dose, by the names that people type for them."""

from __future__ import annotations

from typing import Any

import click

from journal.cli.output import shown
from journal.model.errors import UnknownTreatment
from journal.model.treatments import Route, Treatment, plain_name
from journal.texts.translation import _

ROUTE_ALIASES = {
    "iv": Route.INTRAVENOUS,
    "infusion": Route.INTRAVENOUS,
    "im": Route.INTRAMUSCULAR,
    "sc": Route.SUBCUTANEOUS,
    "subq": Route.SUBCUTANEOUS,
    "po": Route.ORAL,
    "sl": Route.SUBLINGUAL,
    "nasal": Route.INTRANASAL,
}


class RouteName(click.ParamType[Any]):
    """How a dose is given: intravenous, or iv for short."""

    name = "route"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The route, nothing for an empty text, or wrong usage for a word that is none."""
        wanted = plain_name(str(value))
        if not wanted:
            return ""
        known = {plain_name(route): route for route in Route} | ROUTE_ALIASES
        if wanted not in known:
            text = _("{text} is no way of giving a dose. Choose one of {known}.")
            self.fail(text.format(text=shown(str(value)), known=", ".join(Route)), param, ctx)
        return str(known[wanted])


def treatment_kind(name: str) -> Treatment:
    """The kind of treatment that a name means. Raises UnknownTreatment with the ones it could be."""
    from journal.host.resources import read_treatments
    from journal.texts.treatments import treatment_label

    kinds = read_treatments()
    found = kinds.called(name, {kind.key: treatment_label(kind) for kind in kinds.all})
    if len(found) == 1:
        return found[0]
    keys = [kind.key for kind in kinds.all]
    near = dict.fromkeys([*(kind.key for kind in found), *_alike(name, keys)])
    raise UnknownTreatment(kind=shown(name), known=tuple(near or keys))


def kinds_help() -> str:
    """Every kind with its name, for the end of a command's help."""
    from journal.host.resources import read_treatments
    from journal.texts.treatments import treatment_label

    listed = [f"  {kind.key:<16}{treatment_label(kind)}" for kind in read_treatments().all]
    return "\b\n" + _("KIND is one of these, or a name for it such as “ketamine infusion”:") + "\n" + "\n".join(listed)


def _alike(name: str, keys: list[str]) -> list[str]:
    import difflib

    wanted = plain_name(name)
    inside = [key for key in keys if wanted and (wanted in plain_name(key) or plain_name(key) in wanted)]
    return inside or difflib.get_close_matches(wanted, keys, n=3)
