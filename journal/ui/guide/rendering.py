"""A page of the guide as the small HTML that Qt's text widgets read. No Qt, and no colour of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from journal.host.themes import ThemeTokens
from journal.model.guide_pages import Block, GuidePage, Heading, Line, Paragraph, Picture, Points, Run, Table
from journal.texts.key_names import key_names

HEADING_PX = {1: 25, 2: 18, 3: 15}
LINE_HEIGHT = 145
"""Percent of the letters' height."""

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, the text size (1.0 to 2.0), and how large a picture is drawn: width and height in pixels."""

    tokens: ThemeTokens
    scale: float
    picture_size: Callable[[str], tuple[int, int]]

    def px(self, base: float) -> int:
        """Pixels at this text size."""
        return round(base * self.scale)


def html_of(page: GuidePage, look: Look) -> str:
    """The whole page. Qt reads a narrow no-break space as one to break at, so a usual no-break space stands for it."""
    blocks = "".join(_block(block, look) for block in page.blocks).replace(NARROW_SPACE, "\N{NO-BREAK SPACE}")
    return f'<body style="color:{look.tokens.ink}">{blocks}</body>'


def _block(block: Block, look: Look) -> str:
    if isinstance(block, Heading):
        return _heading(block, look)
    if isinstance(block, Paragraph):
        return f'<p style="{_spacing(look, 0, 10)}">{_words(block.words, look)}</p>'
    if isinstance(block, Points):
        return _points(block, look)
    return _table(block, look) if isinstance(block, Table) else _picture(block, look)


def _heading(block: Heading, look: Look) -> str:
    above = 0 if block.level == 1 else 16
    style = f"{_spacing(look, above, 8)} font-size:{look.px(HEADING_PX[block.level])}px; font-weight:600"
    anchor = f'<a name="{escape(block.anchor)}"></a>'
    return f'<h{block.level} style="{style}">{anchor}{_words(block.words, look)}</h{block.level}>'


def _points(block: Points, look: Look) -> str:
    kind = "ol" if block.numbered else "ul"
    points = "".join(f'<li style="{_spacing(look, 0, 5)}">{_words(line, look)}</li>' for line in block.lines)
    return f'<{kind} style="{_spacing(look, 0, 10)}">{points}</{kind}>'


def _table(block: Table, look: Look) -> str:
    head = "".join(f'<th align="left">{_words(cell, look)}</th>' for cell in block.head)
    rows = "".join(f"<tr>{''.join(f'<td>{_words(cell, look)}</td>' for cell in row)}</tr>" for row in block.rows)
    style = f"border-collapse:collapse; border-style:solid; border-color:{look.tokens.hair}; {_spacing(look, 2, 12)}"
    lines = f'border="1" cellspacing="0" cellpadding="{look.px(6)}" width="100%"'
    return f'<table {lines} style="{style}"><tr>{head}</tr>{rows}</table>'


def _picture(block: Picture, look: Look) -> str:
    """The picture, and under it in words what is to be seen: for whoever hears the page too."""
    width, height = look.picture_size(block.name)
    words = escape(block.words)
    image = f'<img src="{escape(block.name)}" width="{width}" height="{height}" alt="{words}">'
    below = f'<p style="{_spacing(look, 0, 14)} color:{look.tokens.soft}; font-size:{look.px(13)}px">{words}</p>'
    return f'<p style="margin-top:{look.px(6)}px; margin-bottom:{look.px(4)}px">{image}</p>{below}'


def _words(words: Line, look: Look) -> str:
    return "".join(_run(run, look) for run in words)


def _run(run: Run, look: Look) -> str:
    text = escape(key_names(run.text) if run.key else run.text)
    if run.target:
        return f'<a href="{escape(run.target)}" style="color:{look.tokens.accent}">{text}</a>'
    if run.key:
        return f'<span style="background-color:{look.tokens.hover}; font-weight:600">{text}</span>'
    return f'<span style="font-weight:600">{text}</span>' if run.strong else text


def _spacing(look: Look, above: int, below: int) -> str:
    return f"margin-top:{look.px(above)}px; margin-bottom:{look.px(below)}px; line-height:{LINE_HEIGHT}%;"
