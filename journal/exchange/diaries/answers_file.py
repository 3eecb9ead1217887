"""The answers to a diary's names as TOML: kept with each import, and written by hand for the command line.

`[names]` holds a name with the key of an item, with a number (the step of a word), with "" or
false (left out), or with a table that says more; `[[name]]` says the same for one kind of names.
"""

from __future__ import annotations

from typing import Any

from journal.exchange import mapping_faults as faults
from journal.exchange.diaries.naming import MISSING, ZERO, ImportAnswers, NameAnswer
from journal.exchange.drafts import NewItem
from journal.exchange.encodings import DELIMITERS
from journal.exchange.table_mapping_file import KEY, KINDS, LONGEST_LABEL, encoding_field, sign_field, zone_field
from journal.exchange.toml_fields import Fields
from journal.exchange.toml_text import parse_toml
from journal.model.errors import InvalidMapping
from journal.model.items import Better, Combine, Kind

_KIND_NAMES = {kind: name for name, kind in KINDS.items()}
_TABLE_KEYS = frozenset({"layout", "date", "time", "datetime", "item", "items", "item_column", "note", "dose"})


def is_for_table(text: str) -> bool:
    """Whether a mapping describes a table's columns, and not a diary's names. One that can't be read is a table's."""
    try:
        return not _TABLE_KEYS.isdisjoint(parse_toml(text, ""))
    except InvalidMapping:
        return True


def parse_answers(text: str, path: str = "") -> ImportAnswers:
    """Read the text of answers. Raises InvalidMapping with `where` and `reason`."""
    fields = Fields(path, "", parse_toml(text, path))
    fields.text("format", "")
    blank = fields.text("blank", "")
    if blank not in ("", MISSING, ZERO):
        fields.fail(f"blank ({MISSING}, {ZERO})", faults.NOT_ONE_OF)
    answers = ImportAnswers(
        zone=zone_field(fields),
        encoding=encoding_field(fields) or "",
        delimiter=sign_field(fields, "delimiter", DELIMITERS) or "",
        decimal=sign_field(fields, "decimal", (".", ",")) or "",
        blank=blank,
        names=(*_short(fields), *(_whole(each, each.text("name")) for each in fields.tables("name"))),
    )
    fields.done()
    return answers


def write_answers(form: str, answers: ImportAnswers) -> str:
    """The answers as TOML; reading them gives equal ones."""
    import tomli_w

    table: dict[str, Any] = {
        "format": form,
        "zone": answers.zone,
        "encoding": answers.encoding,
        "delimiter": answers.delimiter,
        "decimal": answers.decimal,
        "blank": answers.blank,
        "name": [_named(answer) for answer in answers.names],
    }
    return tomli_w.dumps(_given(table))


def _short(fields: Fields) -> list[NameAnswer]:
    found = []
    for name, value in fields.pairs("names").items():
        place = f"names.{name[:80]}"
        if isinstance(value, dict):
            found.append(_whole(Fields(fields.path, place, value), name))
        elif value is False or isinstance(value, str):
            if value and not KEY.fullmatch(value):
                fields.fail(place, faults.NOT_A_KEY)
            found.append(NameAnswer("", name, value or ""))
        else:
            found.append(NameAnswer("", name, value=fields.as_number(place, value)))
    return found


def _whole(fields: Fields, name: str) -> NameAnswer:
    kind, key = fields.text("of", ""), fields.text("key", "")
    if key and not KEY.fullmatch(key):
        fields.fail("key", faults.NOT_A_KEY)
    value, medicine = fields.number("value"), fields.text("medicine", "")
    new = _new_item(fields, key)
    fields.done()
    return NameAnswer(kind, name, key, value, new, medicine)


def _new_item(fields: Fields, key: str) -> NewItem | None:
    """The item that the key makes if there is none; only where its scale is given."""
    label, low, high, step = fields.text("label", ""), fields.number("min"), fields.number("max"), fields.number("step")
    kind = fields.one_of("kind", KINDS)
    better, combine = fields.choice("better", Better), fields.choice("combine", Combine)
    words, unit = fields.texts("words"), fields.text("unit", "")
    if len(label) > LONGEST_LABEL:
        fields.fail("label", faults.TOO_LONG)
    if low is None or not key:
        return None
    if high is not None and low >= high:
        fields.fail("max", faults.NOT_ABOVE_MIN)
    kind = kind or Kind.SCALE
    if high is None and kind is Kind.SCALE:
        fields.fail("max", faults.NEEDS_SCALE)
    if step is not None and step <= 0:
        fields.fail("step", faults.NOT_ABOVE_ZERO)
    return NewItem(
        key, label or key, kind, low, high, step or 1.0, better or Better.NONE, combine, words=words, unit=unit
    )


def _named(answer: NameAnswer) -> dict[str, Any]:
    table: dict[str, Any] = {"name": answer.name, "of": answer.kind, "key": answer.key, "medicine": answer.medicine}
    new = answer.new
    if new is not None:
        table |= {
            "label": new.label,
            "min": _number(new.minimum),
            "max": _number(new.maximum),
            "step": _number(new.step),
            "kind": _KIND_NAMES[new.kind],
            "better": str(new.better),
            "combine": new.combine and str(new.combine),
            "words": list(new.words),
            "unit": new.unit,
        }
    return _given(table | {"value": _number(answer.value)}) | {"name": answer.name}


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _given(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value is not None and value not in ("", [])}
