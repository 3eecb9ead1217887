"""Setting the pages: content in, tagged PDF and page images out. Runs in the child process only.

Our own fonts where they can draw everything, else the system's too, else a visible mark for what
no font can draw: a character never costs the person their report.
"""

from __future__ import annotations

import base64
import json
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from journal.host.resources import resource
from journal.host.themes import load_theme
from journal.report.content import Content, palette
from journal.report.fonts import OWN_FAMILIES, SYSTEM_FAMILIES, covered, replaced, uncovered

TEMPLATES = ("style.typ", "drawing.typ", "front.typ", "later.typ")
REPORT = "report.typ"
"""The template of a content that names no other."""

ARCHIVED = ("a-3a", "ua-1")
UNREAD = b"/*"
"""Stands before each attachment, and the template cuts it off again. Typst parses every file that it is given,
and a year of data would cost it seconds and some hundred MB; what begins as a comment it passes over."""

LOCKED = ("ua-1",)
"""PDF/A forbids encryption, so a file with a password is PDF/UA alone."""


def set_pages(
    content: Content,
    ppi: int | None,
    *,
    attachments: Sequence[Mapping[str, str]] = (),
    locked: bool,
    pdf: bool = True,
) -> tuple[bytes, list[bytes]]:
    """The PDF (empty bytes if not wanted), and one PNG for each page at `ppi` dots an inch if wanted.

    `attachments` are files for the PDF: name, data (base64), media_type, about. Raises typst's TypstError,
    which is a fault of ours.
    """
    import typst

    text = json.dumps(content, ensure_ascii=False)
    strange = uncovered(text)
    fonts = typst.Fonts(
        include_system_fonts=bool(strange), include_embedded_fonts=False, font_paths=[str(resource("fonts"))]
    )
    families: tuple[str, ...] = OWN_FAMILIES
    if strange:
        from_system = system_points(strange, fonts)
        text = json.dumps(replaced(content, covered() | from_system), ensure_ascii=False)
        families = (*OWN_FAMILIES, *SYSTEM_FAMILIES) if from_system else OWN_FAMILIES
    known = set(fonts.families())
    files = _files(content, text, [family for family in families if family in known], attachments)
    return _set(files, content["made"], fonts, ppi, locked=locked, pdf=pdf)


def system_points(strange: Iterable[str], fonts: Any) -> frozenset[int]:
    """Of the characters that our own fonts lack, those that the system's fonts draw.

    Asked script by script, because only the making of a tagged PDF tells that a character has no
    font, and it stops at the first.
    """
    scripts: defaultdict[str, set[str]] = defaultdict(set)
    for character in strange:
        scripts[unicodedata.name(character, character).split()[0]].add(character)
    found = (ord(one) for group in scripts.values() if _drawn("".join(sorted(group)), fonts) for one in group)
    return frozenset(found)


def _drawn(text: str, fonts: Any) -> bool:
    import typst

    main = '#set document(title: "-")\n#set text(font: "Noto Sans")\n#json("text.json")'
    files = {"main.typ": main.encode(), "text.json": json.dumps(text, ensure_ascii=False).encode()}
    try:
        _compiled(files, root=str(resource("typst")), font_paths=fonts, format="pdf", pdf_standards=list(ARCHIVED))
    except typst.TypstError:
        return False
    return True


def _set(
    files: dict[str, bytes], made: Sequence[int], fonts: Any, ppi: int | None, *, locked: bool, pdf: bool
) -> tuple[bytes, list[bytes]]:
    year, month, day = made
    noon = datetime(year, month, day, 12, tzinfo=UTC)
    options: dict[str, Any] = {"root": str(resource("typst")), "font_paths": fonts, "timestamp": noon}
    standards = list(LOCKED if locked else ARCHIVED)
    document = _compiled(files, format="pdf", pdf_standards=standards, **options) if pdf else b""
    images = _compiled(files, format="png", ppi=float(ppi), **options) if ppi else []
    return bytes(document), [images] if isinstance(images, bytes) else list(images)


def _compiled(files: dict[str, bytes], **options: Any) -> Any:
    """Compile in-memory files, which typst's own annotations do not know of."""
    import typst

    compile_files: Any = typst.compile
    return compile_files(files, **options)


def _files(
    content: Content, text: str, fonts: Sequence[str], attachments: Sequence[Mapping[str, str]]
) -> dict[str, bytes]:
    """The templates and the data: `text` is the content as JSON, which takes long enough to be made once only."""
    attached = [{key: one[key] for key in ("name", "media_type", "about")} for one in attachments]
    parts = {"palette": _palette(), "fonts": fonts, "attached": attached, "unread": len(UNREAD)}
    look = json.dumps(parts, ensure_ascii=False)
    return {
        "main.typ": resource("typst", content.get("template", REPORT)).read_bytes(),
        **{name: resource("typst", name).read_bytes() for name in TEMPLATES},
        "data.json": f"{text[:-1]}, {look[1:]}".encode(),
        **{f"attached/{one['name']}": UNREAD + base64.b64decode(one["data"]) for one in attachments},
    }


def _palette() -> dict[str, Any]:
    theme = tomllib.loads(resource("themes", "print.toml").read_text(encoding="utf-8"))
    return palette(load_theme("print"), theme["steps"])
