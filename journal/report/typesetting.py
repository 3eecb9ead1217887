"""Setting the pages: content in, tagged PDF and page images out. Runs in the child process only.

Our own fonts where they can draw everything, else the system's too, else a visible mark for what
no font can draw: a character never costs the person their report.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from journal.host.resources import resource
from journal.host.themes import load_theme
from journal.report.content import Content, palette
from journal.report.fonts import OWN_FAMILIES, SYSTEM_FAMILIES, covered, replaced, uncovered

TEMPLATES = ("style.typ", "drawing.typ", "front.typ", "later.typ")
ARCHIVED = ("a-3a", "ua-1")
LOCKED = ("ua-1",)
"""PDF/A forbids encryption, so a file with a password is PDF/UA alone."""


def set_pages(content: Content, ppi: int | None, *, locked: bool, pdf: bool = True) -> tuple[bytes, list[bytes]]:
    """The PDF (empty bytes if not wanted), and one PNG for each page at `ppi` dots an inch if wanted.

    Raises typst's TypstError, which is a fault of ours.
    """
    points = covered()
    strange = uncovered(content, points)
    for families, system, shown in _ways(content, points, strange=bool(strange)):
        try:
            return _set(shown, families, ppi, system=system, locked=locked, pdf=pdf)
        except RuntimeError as error:
            if not system or not _is_about_characters(error):
                raise
    raise AssertionError  # the last way replaces every such character


def _ways(
    content: Content, points: frozenset[int], *, strange: bool
) -> Sequence[tuple[Sequence[str], bool, Content]]:
    if not strange:
        return [(OWN_FAMILIES, False, content)]
    families = (*OWN_FAMILIES, *SYSTEM_FAMILIES)
    return [(families, True, content), (OWN_FAMILIES, False, replaced(content, points))]


def _is_about_characters(error: RuntimeError) -> bool:
    return any(words in str(error) for words in ("could not be displayed", "codepoint", "private use"))


def _set(
    content: Content, families: Sequence[str], ppi: int | None, *, system: bool, locked: bool, pdf: bool
) -> tuple[bytes, list[bytes]]:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(resource("fonts"))]
    )
    known = set(fonts.families())
    data = {**content, "palette": _palette(), "fonts": [family for family in families if family in known]}
    made = datetime(*content["made"], 12, tzinfo=UTC)
    options: dict[str, Any] = {
        "root": str(resource("typst")),
        "font_paths": fonts,
        "ignore_system_fonts": not system,
        "timestamp": made,
    }
    standards = list(LOCKED if locked else ARCHIVED)
    # A PDF is made even where only images are wanted if the system's fonts are used: only its
    # standards tell that a character has no font.
    document = typst.compile(_files(data), format="pdf", pdf_standards=standards, **options) if pdf or system else b""
    images = typst.compile(_files(data), format="png", ppi=float(ppi), **options) if ppi else []
    return (bytes(document) if pdf else b""), [images] if isinstance(images, bytes) else list(images)


def _files(data: dict[str, Any]) -> dict[str, bytes]:
    files = {name: resource("typst", name).read_bytes() for name in TEMPLATES}
    return {
        "main.typ": resource("typst", "report.typ").read_bytes(),
        **files,
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
    }


def _palette() -> dict[str, Any]:
    theme = tomllib.loads(resource("themes", "print.toml").read_text(encoding="utf-8"))
    return palette(load_theme("print"), theme["steps"])
