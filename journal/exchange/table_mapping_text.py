"""Writes a mapping as the text of a mapping file."""

from __future__ import annotations

from typing import Any

from journal.exchange.table_mapping import ItemMapping, Layout, Once, TableMapping, TimeColumn
from journal.exchange.table_mapping_file import KINDS

_KIND_NAMES = {kind: name for name, kind in KINDS.items()}


def write_mapping(mapping: TableMapping) -> str:
    """The mapping as TOML; reading it gives an equal mapping."""
    import tomli_w

    long = mapping.layout is Layout.LONG
    table: dict[str, Any] = {
        "layout": str(mapping.layout),
        "item_column": mapping.item_column,
        "value_column": mapping.value_column,
        "zone": mapping.zone,
        "zone_column": mapping.zone_column,
        "missing": sorted(mapping.missing),
        "source": mapping.source,
        "encoding": mapping.encoding,
        "delimiter": mapping.delimiter,
        "decimal": mapping.decimal,
        "date": _time(mapping.date),
        "time": _time(mapping.time),
        "datetime": _time(mapping.moment),
        "item": [_item(item, "value" if long else "column") for item in mapping.items],
        "note": [{"column": column} for column in mapping.notes],
        "dose": [_given({"column": d.column, "medicine": d.medicine, "unit": d.unit}) for d in mapping.doses],
        "names": dict(mapping.names),
    }
    return tomli_w.dumps(_given(table))


def _item(item: ItemMapping, name: str) -> dict[str, Any]:
    return _given(
        {
            name: item.name,
            "key": item.key,
            "label": item.label,
            "min": _number(item.minimum),
            "max": _number(item.maximum),
            "step": _number(item.step),
            "kind": _KIND_NAMES[item.kind] if item.kind else None,
            "better": item.better and str(item.better),
            "combine": item.combine and str(item.combine),
            "asked": item.asked and str(item.asked),
            "once": str(item.once) if item.once is Once.DAY else None,
            "words": {word: _number(number) for word, number in item.words.items()},
            "rescale": item.rescale or None,
        }
    )


def _time(column: TimeColumn | None) -> dict[str, Any] | None:
    if column is None:
        return None
    unit = str(column.unit) if column.unit else None
    return _given({"column": column.column, "format": column.format, "unit": unit})


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _given(table: dict[str, Any]) -> dict[str, Any]:
    """Only what is given: TOML has no null, and what is left out is the usual."""
    return {key: value for key, value in table.items() if value not in (None, "", [], {})}
