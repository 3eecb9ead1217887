"""Files made odd on purpose, the same for the same number: bytes changed, values changed, tables drawn anew."""

from __future__ import annotations

import base64
import csv
import io
import json
import random
import tomllib
import zipfile
from collections.abc import Callable
from typing import Any

ODD = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xc3",
        b"\xf0\x9f\x8c\x8a",
        b"\xe2\x80\xae",
        b"\x1b[2J",
        b"\xed\xa0\x80",
    ),
    *(b"NaN", b"1e999", b"-0", b"99999999999999999999999999", b"null", b"true", b"=1+1", b"%s%n", b"../../x"),
    *(b"0001-01-01", b"9999-12-31", b"2026-02-31", b"25:61", b"\\u0000", b"\\ud800", b"[" * 300, b"{" * 300, b"}"),
    *(b'"', b"'", b";", b"\t", b"\r", b"\n", b"." * 300, b"9" * 5000, b"x" * 10_000),
)
ODD_CELLS = (
    *(
        "",
        " ",
        "\x00",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\u202e321",
        "\ufeff",
        "<b>x</b>",
        "a\nb",
        'a"b',
        "a,b;c\td",
    ),
    *("NaN", "inf", "-inf", "1e308", "1e-320", "0x10", "1_0", "1,5", "1.234,5", "\u0663", "99999999999999999999", "-0"),
    *("0001-01-01", "1900-01-01", "9999-12-31", "2026-02-31", "2026-13-45", "31/12/2026", "25:61", "24:00", "12:60 pm"),
    *("2026-03-29 02:30", "2026-10-25T02:30:00", "9999-12-31T23:59:59+14:00", "1e18", "-62135596800000", "1772355600"),
    *(
        "x" * 10_000,
        "\ud7ff\ue000",
        "a | b | a",
        "Pain (Severe)",
        "50 mg",
        "true",
        "NULL",
        "None",
        "\x1b[2J",
        "%s{0}{x}",
    ),
)
ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 1, 1e308, 2**53, 2**63, 10**30, 10**400, 0.1, -0.0, [], {}, [[]], {"a": {}}, [None]),
    *(
        "",
        "\x00",
        "x" * 10_000,
        "\ud800",
        "\u202e",
        "=1+1",
        "<img src=x>",
        "{0}{x}",
        "%(x)s",
        "NaN",
        "25:61",
        "../../x",
    ),
    *("utf-16", "idna", "undefined", "utf-7", "utf-32", "cp037", "unicode_escape", "hex", ";", "\t", "Etc/GMT+12"),
    *("2026-02-31", "0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "rated", "scale"),
    *("00000000-0000-0000-0000-000000000000", "choice", "group", "exists", "any", "=", "urn:x|1", "#a"),
)
DEEDS = (1, 1, 2, 3, 8, 30)
MOST_ROWS = 30

Make = Callable[[random.Random], bytes]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Bytes like `data`, changed in a few places."""
    changed = bytearray(data)
    for _ in range(chance.choice(DEEDS)):
        at = chance.randrange(len(changed) + 1)
        deed = chance.randrange(6)
        if deed == 0:
            changed[at:at] = chance.choice(ODD)
        elif deed == 1:
            del changed[at : at + chance.choice((1, 2, 10, 200))]
        elif deed == 2 and changed:
            changed[min(at, len(changed) - 1)] ^= 1 << chance.randrange(8)
        elif deed == 3:
            start = chance.randrange(len(changed) + 1)
            changed[at:at] = changed[start : start + chance.randrange(1, 80)]
        elif deed == 4:
            changed[at : at + chance.randrange(1, 20)] = chance.choice(ODD)
        else:
            changed[at:at] = chance.randbytes(chance.randrange(1, 12))
    return bytes(changed)


def drawn_table(data: bytes, chance: random.Random) -> bytes:
    """A table of the columns of a good one: cells from the same column, from another, or odd ones."""
    delimiter = max(",;\t", key=lambda sign: data.split(b"\n", 1)[0].count(sign.encode()))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    head, body = rows[0], rows[1:] or [[]]
    if chance.random() < 0.1:
        head = [*head, chance.choice(ODD_CELLS)] if chance.random() < 0.5 else chance.sample(head, len(head))
    drawn = [head, *(_drawn_row(body, chance) for _ in range(chance.randrange(1, MOST_ROWS)))]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=chance.choice(("\n", "\r\n", "\r"))).writerows(drawn)
    return text.getvalue().encode(chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16")), "replace")


def _drawn_row(body: list[list[str]], chance: random.Random) -> list[str]:
    row = list(chance.choice(body))
    for place in range(len(row)):
        share = chance.random()
        if share < 0.2:
            row[place] = chance.choice(ODD_CELLS)
        elif share < 0.6:
            other = chance.choice(body)
            row[place] = other[place] if place < len(other) else ""
        elif share < 0.65 and row:
            row[place] = chance.choice(row)
    return row[: chance.randrange(len(row) + 1)] if chance.random() < 0.05 else row


def changed_json(data: bytes, chance: random.Random) -> bytes:
    """Still JSON, with other values: what a change of bytes hardly ever makes."""
    document = json.loads(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        change_a_value(document, chance, whole=document)
    return json.dumps(document).encode()


def changed_toml(data: bytes, chance: random.Random) -> bytes:
    """Still TOML, with other values."""
    import tomli_w

    table = tomllib.loads(data.decode())
    for _ in range(chance.choice((1, 1, 2, 4))):
        change_a_value(table, chance, whole=None)
    return tomli_w.dumps(_without_nothing(table)).encode("utf-8", "replace")


def change_a_value(value: Any, chance: random.Random, whole: Any) -> None:
    """Change, remove or double one value somewhere inside; another part of `whole` may come in its place."""
    while isinstance(value, dict | list) and value:
        key = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        if chance.random() < 0.3 or not isinstance(value[key], dict | list) or not value[key]:
            deed = chance.random()
            if deed < 0.15:
                del value[key]
            elif deed < 0.3 and whole is not None:
                value[key] = json.loads(json.dumps(_some_part(whole, chance)))
            elif deed < 0.4 and isinstance(value, list):
                value.append(value[key])
            else:
                value[key] = chance.choice(ODD_VALUES)
            return
        value = value[key]


def _some_part(value: Any, chance: random.Random) -> Any:
    while isinstance(value, dict | list) and value and chance.random() < 0.8:
        value = chance.choice(list(value.values()) if isinstance(value, dict) else value)
    return value


def _without_nothing(value: Any) -> Any:
    """TOML has no null, and its writer takes no half signs."""
    if isinstance(value, dict):
        return {key: _without_nothing(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_without_nothing(each) for each in value if each is not None]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def changed_zip(data: bytes, chance: random.Random, change: Callable[[bytes, random.Random], bytes]) -> bytes:
    """A sound zip with one of its parts changed; at times a part is gone, doubled, or named otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    deed = chance.random()
    if deed < 0.05:
        del parts[name]
    elif deed < 0.1:
        parts[chance.choice(("../x", "/etc/x", "C:\\x", "x\u202ecsv", "a/" * 200, name.upper()))] = parts.pop(name)
    else:
        parts[name] = change(parts[name], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return made.getvalue()


def changed_base64(data: bytes, chance: random.Random) -> bytes:
    """JSON inside base64 with other values, or with bytes changed, or base64 that is none."""
    share = chance.random()
    if share < 0.1:
        return mutated(data, chance)
    inner = base64.b64decode(data)
    return base64.b64encode((changed_json if share < 0.8 else mutated)(inner, chance))
