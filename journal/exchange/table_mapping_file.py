"""Reads the mapping file of `leeward import --format table` and names the place of whatever is wrong in it."""

from __future__ import annotations

import codecs
import io
import re
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.exchange import mapping_faults as faults
from journal.exchange.encodings import DELIMITERS
from journal.exchange.table_mapping import (
    DoseMapping,
    ItemMapping,
    Layout,
    Once,
    TableMapping,
    TimeColumn,
    Unit,
)
from journal.exchange.toml_fields import Fields
from journal.exchange.toml_text import parse_toml, read_toml
from journal.model.items import Asked, Better, Combine, Kind

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
KINDS = {"rating": Kind.SCALE, "count": Kind.COUNT, "hours": Kind.HOURS, "yesno": Kind.YES_NO}
"""The kinds as a mapping file names them."""

LONGEST_LABEL = 80
_NOT_OF_FILES = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"})
"""Python has these as encodings of text; no program writes a table in them, and some know no replacement."""

_FORMAT_SIGNS = frozenset("YymdHIMSfpbBjzaA%e")


def mapping_text(path: Path) -> str:
    """The text of a mapping file. Raises FileMissing, FileUnreadable, FileTooLarge, InvalidMapping."""
    return read_toml(path)


def parse_mapping(text: str, path: str = "") -> TableMapping:
    """Read the text of a mapping file. Raises InvalidMapping with `where` and `reason`."""
    table = parse_toml(text, path)
    fields = Fields(path, "", table)
    layout = fields.choice("layout", Layout) or Layout.WIDE
    long = layout is Layout.LONG
    item_column, items = _long_items(fields, table) if long else ("", _wide_items(fields))
    mapping = TableMapping(
        layout=layout,
        item_column=item_column,
        value_column=(fields.text("value_column", "") or fields.text("value")) if long else "",
        date=_time_column(fields, "date", ()),
        time=_time_column(fields, "time", (Unit.SECONDS,)),
        moment=_time_column(fields, "datetime", tuple(Unit)),
        zone=zone_field(fields),
        zone_column=fields.text("zone_column", ""),
        missing=frozenset({"", *(each.strip() for each in fields.texts("missing"))}),
        items=items,
        notes=tuple(_note(each) for each in fields.tables("note")),
        doses=tuple(_dose(each) for each in fields.tables("dose")),
        names=_names(fields),
        source=fields.text("source", ""),
        encoding=encoding_field(fields),
        delimiter=sign_field(fields, "delimiter", DELIMITERS),
        decimal=sign_field(fields, "decimal", (".", ",")),
    )
    fields.done()
    _check(fields, mapping)
    return mapping


def _long_items(fields: Fields, table: dict[str, object]) -> tuple[str, tuple[ItemMapping, ...]]:
    """The name column and the items of a long table.

    TOML allows no `item = "column"` beside `[[item]]`, so the column can also be given as
    `item_column`, or in each `[[item]]`; with `item = "column"` the items can stand as `[[items]]`.
    """
    if isinstance(table.get("item"), str):
        return fields.text("item"), tuple(_item(each, each.text("value")) for each in fields.tables("items"))
    given = fields.text("item_column", "")
    found = [(each.text("column", ""), _item(each, each.text("value"))) for each in fields.tables("item")]
    columns = {given, *(column for column, _ in found)} - {""}
    if len(columns) != 1:
        fields.fail("item_column", faults.MISSING if not columns else faults.TWO_COLUMNS)
    return columns.pop(), tuple(item for _, item in found)


def _wide_items(fields: Fields) -> tuple[ItemMapping, ...]:
    return tuple(_item(each, each.text("column")) for each in fields.tables("item"))


def _item(fields: Fields, name: str) -> ItemMapping:
    item = ItemMapping(
        name=name,
        key=fields.text("key"),
        label=fields.text("label", ""),
        minimum=fields.number("min"),
        maximum=fields.number("max"),
        step=fields.number("step"),
        kind=fields.one_of("kind", KINDS),
        better=fields.choice("better", Better),
        combine=fields.choice("combine", Combine),
        asked=fields.choice("asked", Asked),
        once=fields.choice("once", Once) or Once.ROW,
        words={word.strip(): fields.as_number(f"words.{word}", n) for word, n in fields.pairs("words").items()},
        rescale=fields.flag("rescale"),
    )
    fields.done()
    _check_item(fields, item)
    return item


def _check_item(fields: Fields, item: ItemMapping) -> None:
    if not KEY.fullmatch(item.key):
        fields.fail("key", faults.NOT_A_KEY)
    if len(item.label) > LONGEST_LABEL:
        fields.fail("label", faults.TOO_LONG)
    if item.minimum is not None and item.maximum is not None and item.minimum >= item.maximum:
        fields.fail("max", faults.NOT_ABOVE_MIN)
    if item.step is not None and item.step <= 0:
        fields.fail("step", faults.NOT_ABOVE_ZERO)


def _time_column(fields: Fields, key: str, units: tuple[Unit, ...]) -> TimeColumn | None:
    table = fields.table(key)
    if table is None:
        return None
    found = TimeColumn(table.text("column"), table.text("format", ""), table.choice("unit", Unit))
    table.done()
    if found.format and found.unit:
        table.fail("unit", faults.NOT_BOTH)
    if found.unit is not None and found.unit not in units:
        table.fail(f"unit ({', '.join(units)})", faults.NOT_ONE_OF)
    signs = re.findall(r"%(.)", found.format)
    if found.format and not _FORMAT_SIGNS.issuperset(signs):
        table.fail("format", faults.SIGN_NOT_KNOWN)
    if found.format and not signs:
        table.fail("format", faults.NOT_A_FORMAT)
    return found


def zone_field(fields: Fields) -> str:
    """The name of a zone that there is, or an empty text."""
    name = fields.text("zone", "")
    if name:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):  # KeyError: no such zone; the others: not a name of one
            fields.fail("zone", faults.NOT_A_ZONE)
    return name


def _note(fields: Fields) -> str:
    column = fields.text("column")
    fields.done()
    return column


def _dose(fields: Fields) -> DoseMapping:
    dose = DoseMapping(fields.text("column"), fields.text("medicine"), fields.text("unit", ""))
    fields.done()
    if len(dose.medicine) > LONGEST_LABEL:
        fields.fail("medicine", faults.TOO_LONG)
    return dose


def _names(fields: Fields) -> dict[str, str]:
    """Names to keys; an empty text or false leaves the name out."""
    found = {}
    for name, key in fields.pairs("names").items():
        if key is not False and not (isinstance(key, str) and (not key or KEY.fullmatch(key))):
            fields.fail(f"names.{name}", faults.NOT_A_KEY)
        found[name.strip()] = key or ""
    return found


def encoding_field(fields: Fields) -> str | None:
    """The name of an encoding of text, or None."""
    name = fields.text("encoding", "")
    if not name:
        return None
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=name)  # refuses what is no encoding of text, such as base64
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        fields.fail("encoding", faults.NOT_AN_ENCODING)
    if found in _NOT_OF_FILES:
        fields.fail("encoding", faults.NOT_AN_ENCODING)
    return found


def sign_field(fields: Fields, key: str, choices: tuple[str, ...]) -> str | None:
    """One of these signs, or None."""
    sign = fields.text(key, "")
    if sign and sign not in choices:
        fields.fail(f"{key} ({' '.join(choices)})", faults.NOT_ONE_OF)
    return sign or None


def _check(fields: Fields, mapping: TableMapping) -> None:
    if mapping.date is None and mapping.moment is None:
        fields.fail("date", faults.MISSING)
    if mapping.moment is not None and (mapping.date or mapping.time):
        fields.fail("datetime", faults.NOT_BOTH)
    if mapping.layout is Layout.WIDE and mapping.names:
        fields.fail("names", faults.ONLY_LONG)
    nothing = not mapping.items and not mapping.notes and not mapping.doses
    if nothing and mapping.layout is Layout.WIDE:
        fields.fail("item", faults.MISSING)
    _check_twice(fields, mapping)
    _check_doses(fields, mapping)


def _check_twice(fields: Fields, mapping: TableMapping) -> None:
    keys: set[str] = set()
    names: set[str] = set()
    for n, item in enumerate(mapping.items, 1):
        if item.key in keys:
            fields.fail(f"item {n}.key", faults.TWICE)
        if mapping.layout is Layout.LONG and item.name in names:
            fields.fail(f"item {n}.value", faults.TWICE)
        keys.add(item.key)
        names.add(item.name)


def _check_doses(fields: Fields, mapping: TableMapping) -> None:
    """Two columns cannot both say what the usual dose of one medicine was."""
    medicines: set[str] = set()
    for n, dose in enumerate(mapping.doses, 1):
        name = dose.medicine.strip().casefold()
        if not name:
            fields.fail(f"dose {n}.medicine", faults.MISSING)
        if name in medicines:
            fields.fail(f"dose {n}.medicine", faults.TWICE)
        medicines.add(name)
