"""What typst cannot do: heads of table rows, and a password.

Both are done in memory with pikepdf and keep the standards that the file was made to.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from typing import Any


def finished(pdf: bytes, password: str) -> bytes:
    """Mark the first cell of every table row as its head; lock the file if there is a password.

    The password is taken in composed form (NFC), so that it opens whatever keyboard typed it. The
    same input gives the same bytes where there is no password.
    """
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for table in _elements(document.Root.StructTreeRoot, "/Table"):
            _mark_heads(table)
        if password:
            secret = unicodedata.normalize("NFC", password)
            document.save(out, encryption=pikepdf.Encryption(user=secret, owner=secret, R=6))
        else:
            document.save(out, deterministic_id=True)
    return out.getvalue()


def _elements(element: Any, kind: str) -> Iterator[Any]:
    """Every structure element of a kind below an element."""
    if element.get("/S") == kind:
        yield element
    for child in _children(element):
        yield from _elements(child, kind)


def _children(element: Any) -> list[Any]:
    import pikepdf

    kids = element.get("/K")
    if kids is None:
        return []
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _mark_heads(table: Any) -> None:
    """Give each row its head, where a table has several rows and columns of data."""
    rows = [row for row in _elements(table, "/TR") if any(cell.get("/S") == "/TD" for cell in _children(row))]
    if len(rows) > 1 and len(_children(rows[0])) > 2:
        for row in rows:
            _mark_head(row)


def _mark_head(row: Any) -> None:
    import pikepdf

    cells = _children(row)
    if cells and cells[0].get("/S") == "/TD":
        cells[0]["/S"] = pikepdf.Name.TH
        cells[0]["/A"] = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
