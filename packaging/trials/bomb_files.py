"""The bombs themselves: each is written into a folder, its path returned."""

from __future__ import annotations

import base64
import io
import json
import os
import struct
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from trials import samples

MIB = 1 << 20
PARTS = {
    "Daylio": ("backup.daylio",),
    "Loop": ("Habits.csv", "001 Walk/Checkmarks.csv"),
    "eMoods": ("entry.csv", "note.csv", "medication.csv", "appData.json"),
}


def _text(name: str, *pieces: str | bytes, times: int = 1) -> Callable[[Path], Path]:
    """A file of these pieces, the last but one `times` times."""

    def make(folder: Path) -> Path:
        path = folder / name
        written = [piece.encode() if isinstance(piece, str) else piece for piece in pieces]
        with path.open("wb") as file:
            for piece in written[:-2]:
                file.write(piece)
            for _ in range(times):
                file.write(written[-2])
            file.write(written[-1])
        return path

    return make


def _sparse(folder: Path, size: int, head: bytes) -> Path:
    """As large as said, and on the disk hardly anything: the rest is nul bytes."""
    path = folder / "sparse.csv"
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)
    return path


def _zip(folder: Path, names: tuple[str, ...], piece: bytes, times: int) -> Path:
    path = folder / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in names:
            with archive.open(name, "w", force_zip64=True) as file:
                for _ in range(times):
                    file.write(piece)
    return path


def _daylio(folder: Path, head: bytes, piece: bytes, tail: bytes, times: int) -> Path:
    """JSON in base64 in a zip. The lengths of the pieces must be multiples of three."""
    path = folder / "bomb.daylio"
    archive = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with archive, archive.open("backup.daylio", "w", force_zip64=True) as file:
        for part in _encoded(head, piece, tail, times):
            file.write(part)
    return path


def _encoded(head: bytes, piece: bytes, tail: bytes, times: int) -> Iterator[bytes]:
    yield base64.b64encode(head)
    again = base64.b64encode(piece)
    for _ in range(times):
        yield again
    yield base64.b64encode(tail)


def _nested(folder: Path) -> Path:
    """A zip in a zip in a zip: nobody looks into the inner ones."""
    inner = bytes(10 * MIB)
    for _ in range(6):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in ("backup.daylio", "Habits.csv", "001 Walk/Checkmarks.csv", "entry.csv"):
                archive.writestr(name, inner)
        inner = made.getvalue()
    path = folder / "nested.zip"
    path.write_bytes(inner)
    return path


def _overlapping(folder: Path) -> Path:
    """Nine hundred parts that are all the same few bytes, and unpack to 90 GB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x", b"Date,Value,Notes\n" + b"2026-03-01,YES_MANUAL,\n" * 4_300_000)
    data = made.getvalue()
    info = zipfile.ZipFile(made).getinfo("x")
    local = data[: made.getvalue().index(b"PK\x01\x02")]
    names = [b"Habits.csv", *(f"{n:03} Walk/Checkmarks.csv".encode() for n in range(900))]
    return _with_directory(folder, local, info, names)


def _with_directory(folder: Path, local: bytes, info: zipfile.ZipInfo, names: list[bytes]) -> Path:
    directory = b"".join(
        struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 8, 0, 33, info.CRC, info.compress_size,
                    info.file_size, len(name), 0, 0, 0, 0, 0, 0) + name
        for name in names
    )  # fmt: skip
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(names), len(names), len(directory), len(local), 0)
    path = folder / "overlapping.zip"
    path.write_bytes(local + directory + end)
    return path


def _many_members(folder: Path) -> Path:
    """A million names. Counts above 65,535 are said in the longer form of the end."""
    count, local = 1_000_000, b"PK\x03\x04" + bytes(26)
    names = (f"{n:07}".encode() for n in range(count))
    head = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 33, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0)
    directory = b"".join(head + name for name in names)
    at, size = len(local), len(directory)
    longer = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, at)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, at + size, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path = folder / "many.zip"
    path.write_bytes(local + directory + longer + where + end)
    return path


def _paths_out(folder: Path) -> Path:
    path = folder / "out.zip"
    names = ("../../escaped.json", "/tmp/escaped.json", "..\\..\\escaped", "C:\\escaped")  # noqa: S108 a name in a zip
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            for part in ("backup.daylio", "Habits.csv", "Checkmarks.csv", "entry.csv"):
                archive.writestr(f"{name}/{part}", json.dumps({"format": "leeward-journal"}))
            archive.writestr(name, json.dumps({"format": "leeward-journal"}))
    return path


def _link(folder: Path) -> Path:
    path = folder / "link.csv"
    path.symlink_to("/dev/zero")
    return path


def _pipe(folder: Path) -> Path:
    path = folder / "pipe.csv"
    os.mkfifo(path)
    return path


def _folder(folder: Path) -> Path:
    path = folder / "folder.csv"
    path.mkdir()
    return path


JOURNAL = '{"format": "leeward-journal", "version": 3, '
FORM = '{"resourceType": "Questionnaire", "status": "active", "title": "x", '
ENTRIES = b'{"customMoods": [],   "tags": [],   "dayEntries": ['
ENTRIES += b" " * (-len(ENTRIES) % 3)
LONG = 10_000

BOMBS: dict[str, Callable[[Path], Path]] = {
    "a million brackets": _text("x", JOURNAL + '"entries": ', "[" * 1_000_000, "]" * 1_000_000 + "}"),
    "a journal of 60 million empty lists": _text("x", JOURNAL + '"entries": [', "[]," * 100_000, "[]]}", times=600),
    "a journal of 60 million empty objects": _text("x", JOURNAL + '"entries": [', "{}," * 100_000, "{}]}", times=600),
    "a journal of 100 million numbers": _text("x", JOURNAL + '"entries": [', "0," * 100_000, "0]}", times=1_000),
    "a journal with one long text": _text("x", JOURNAL + '"made_at": "', "x" * MIB, '"}', times=200),
    "a journal with a long text and one wide sign": _text(
        "x", JOURNAL + '"a": "\U0001f30a', "x" * MIB, '"}', times=200
    ),
    "a journal whose one name stands ten million times": _text("x", JOURNAL, '"a":1,' * 100_000, '"b":1}', times=100),
    "a number of a hundred million digits": _text("x", JOURNAL + '"a": ', "9" * MIB, "}", times=100),
    "a Daylio zip that unpacks to half a gibibyte": partial(_zip, names=PARTS["Daylio"], piece=b"A" * MIB, times=512),
    "a Loop zip that unpacks to half a gibibyte": partial(
        _zip, names=PARTS["Loop"], piece=b"2026-03-01,1\n" * 80_000, times=500
    ),
    "a Loop zip of one line": partial(_zip, names=PARTS["Loop"], piece=b"A" * MIB, times=250),
    "an eMoods zip that unpacks to half a gibibyte": partial(
        _zip, names=PARTS["eMoods"], piece=b"1,2,3\n" * 170_000, times=512
    ),
    "a zip in a zip, six deep": _nested,
    "overlapping parts": _overlapping,
    "a million names in a zip": _many_members,
    "a zip whose paths lead out": _paths_out,
    "Daylio: 60 million empty objects": partial(_daylio, head=ENTRIES, piece=b"{}," * 100_000, tail=b"{}]}", times=600),
    "Daylio: a million brackets": partial(_daylio, head=ENTRIES, piece=b"[[[" * 1_000, tail=b"]", times=400),
    "Daylio: a text of 180 MiB": partial(_daylio, head=ENTRIES + b'"  ', piece=b"x" * 3 * MIB, tail=b'"]}', times=60),
    "a table of 1 GiB, sparse": partial(_sparse, size=1 << 30, head=samples.TABLE),
    "a table of 255 MiB, sparse": partial(_sparse, size=255 * MIB, head=samples.TABLE),
    "a Daylio table of 255 MiB, sparse": partial(_sparse, size=255 * MIB, head=samples.DAYLIO),
    "a line of 200 MiB": _text(
        "x", "full_date,date,weekday,time,mood,activities,note\n2026-01-01,", "9" * MIB, "", times=200
    ),
    "a first line of 200 MiB": _text("x", "full_date,", "mood," * 200_000, "note\n", times=200),
    "a table of one quotation mark and 200 MiB": _text(
        "x", 'date,mood\n2026-01-01,"', "x\n" * (MIB // 2), "", times=200
    ),
    "a table of 30 million short lines": _text(
        "x", samples.BEARABLE, "2nd Mar 2026,,,am,Mood,7,,\n" * 10_000, "", times=900
    ),
    "a Daylio table of a million names": _text(
        "x", samples.DAYLIO, "".join(f"2026-03-02,,,22:00,m{n},a{n} | b{n},,,\n" for n in range(50_000)), "", times=1
    ),
    "Bearable: names of 10,000 characters": _text(
        "x", samples.BEARABLE, "".join(f"2nd Mar 2026,,,am,Symptom,1,{n}{'x' * LONG} (Mild),\n" for n in range(900)), ""
    ),
    "a Loop table of 100,000 columns": _text(
        "x",
        "Date," + ",".join(f"h{n}" for n in range(100_000)) + "\n",
        "2026-03-01" + ",YES_MANUAL" * 100_000 + "\n",
        "",
        times=20,
    ),
    "T2 of a million scales": _text("x", '"group","A","false"\n', '"scale","x","y"\n' * 1_000, "", times=1_000),
    "a link to a device": _link,
    "a pipe that nobody writes to": _pipe,
    "a folder": _folder,
}
FORMS: dict[str, Callable[[Path], Path]] = {
    "a form of two million empty items": _text("x", FORM + '"item": [', "{}," * 10_000, "{}]}", times=250),
    "a form a hundred thousand deep": _text("x", FORM, '"item": [{' * 100_000, ""),
    "a form whose condition stands two hundred thousand times": _text(
        "x",
        FORM + '"item": [{"linkId": "a", "type": "boolean"}, {"linkId": "b", "type": "group", "enableWhen": [',
        '{"question": "a", "operator": "exists"},' * 1_000,
        "{}]}]}",
        times=150,
    ),
    "a form of a hundred thousand options": _text(
        "x",
        FORM + '"item": [{"linkId": "a", "type": "choice", "text": "x", "answerOption": [',
        '{"valueCoding": {"code": "x", "display": "y"}},' * 1_000,
        '{"valueCoding": {"code": "z"}}]}]}',
        times=100,
    ),
    "a form of a hundred thousand questions": _text(
        "x",
        FORM + '"item": [',
        ",".join(f'{{"linkId": "{n}", "type": "boolean", "text": "x"}}' for n in range(100_000)),
        "]}",
    ),
    "a form of ten thousand questions, each asked after the one before": _text(
        "x",
        FORM + '"item": [{"linkId": "0", "type": "boolean", "text": "x"},',
        ",".join(
            f'{{"linkId": "{n}", "type": "boolean", "text": "x",'
            f' "enableWhen": [{{"question": "{n - 1}", "operator": "=", "answerBoolean": true}}]}}'
            for n in range(1, 10_000)
        ),
        "]}",
    ),
    "a form that is a device": _link,
    "a form that is a pipe": _pipe,
    "a form that is a table of 1 GiB": partial(_sparse, size=1 << 30, head=b"{"),
}
MAPPINGS: dict[str, Callable[[Path], Path]] = {
    "a mapping with a key of a hundred thousand parts": _text("x.toml", "a", ".a" * 100_000, " = 1\n"),
    "a mapping with a table of a hundred thousand parts": _text("x.toml", "[a", ".a" * 100_000, "]\n"),
    "a mapping a hundred thousand brackets deep": _text("x.toml", "a = ", "[" * 100_000, "]" * 100_000),
    "a mapping of a million items": _text(
        "x.toml", samples.MAPPING, '[[item]]\ncolumn = "mood"\n' * 1_000, "", times=1_000
    ),
    "a mapping of a hundred thousand items": _text(
        "x.toml", samples.MAPPING, '[[item]]\ncolumn = "mood"\n' * 1_000, "", times=100
    ),
    "a mapping with many keys in a deep table": _text(
        "x.toml", "[" + ".".join("a" * 100) + "]\n", "".join(f"k{n} = 1\n" for n in range(300_000)), ""
    ),
    "a mapping that is a device": _link,
    "a mapping that is a pipe": _pipe,
}
