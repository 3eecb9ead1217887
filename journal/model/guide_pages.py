"""A page of the guide, read from its text: headings, paragraphs, lists, tables and pictures, and nothing else.

The text is a small part of Markdown: `#` to `###`, `-` and `1.`, tables between bars, `![words](picture.png)`,
`[words](page.md#heading)`, `**words**` and `` `keys` ``. Whatever else stands there is shown as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"(#{1,3}) +(.*?)(?: +\{#([\w-]+)\})?$")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([\w-]+\.png)\)$")
_RUN = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|`(?P<key>[^`]+)`|\[(?P<words>[^\]]+)\]\((?P<target>[\w-]*(?:\.md)?(?:#[\w-]+)?)\)"
)
_POINT = re.compile(r"- +(.*)")
_STEP = re.compile(r"\d+\. +(.*)")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look. `target` is "page" or "page#heading" of this guide where they lead to one."""

    text: str
    strong: bool = False
    key: bool = False
    target: str = ""


Line = tuple[Run, ...]
"""Words that belong together: a paragraph, a point, a cell."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the page's title) to 3; `anchor` is how links name it."""

    level: int
    words: Line
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    words: Line


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `numbered` where the order counts."""

    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the names of the columns first."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its file name, and a sentence that says what is to be seen on it."""

    name: str
    words: str


Block = Heading | Paragraph | Points | Table | Picture


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page: its key (the file's name), and what stands on it. `language` is the one that it is written in."""

    key: str
    blocks: tuple[Block, ...]
    language: str = "en"

    @property
    def title(self) -> str:
        """The page's own heading."""
        return next((plain(block.words) for block in self.blocks if isinstance(block, Heading)), self.key)

    @property
    def anchors(self) -> tuple[str, ...]:
        """The headings that a link can lead to."""
        return tuple(block.anchor for block in self.blocks if isinstance(block, Heading))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures on the page."""
        return tuple(block for block in self.blocks if isinstance(block, Picture))

    @property
    def targets(self) -> tuple[str, ...]:
        """Where its links lead."""
        return tuple(run.target for words in self.lines() for run in words if run.target)

    def lines(self) -> Iterator[Line]:
        """Every line on the page, in reading order."""
        for block in self.blocks:
            yield from _lines_of(block)

    def text(self) -> str:
        """All its words, a line each."""
        return "\n".join(plain(words) for words in self.lines())


def parse_guide_page(key: str, source: str, language: str = "en") -> GuidePage:
    """Read a page. A link without a page's name leads to a heading of the same page."""
    return GuidePage(key, tuple(_blocks(key, source)), language)


def plain(words: Line) -> str:
    """Words without their look."""
    return "".join(run.text for run in words)


def anchor_of(words: str) -> str:
    """How links name a heading: its words in small letters, with strokes between them."""
    return "-".join(re.findall(r"\w+", words.lower()))


def _blocks(key: str, source: str) -> Iterator[Block]:
    for part in re.split(r"\n\s*\n", source.strip()):
        lines = [line.rstrip() for line in part.strip().split("\n")]
        while lines and (found := _HEADING.match(lines[0])):
            yield Heading(len(found[1]), _runs(key, found[2]), found[3] or anchor_of(found[2]))
            lines = lines[1:]
        if lines:
            yield _block(key, lines)


def _block(key: str, lines: list[str]) -> Block:
    if picture := _PICTURE.match(lines[0]):
        return Picture(picture[2], picture[1])
    if lines[0].startswith("|"):
        rows = [tuple(_runs(key, cell.strip()) for cell in line.strip("|").split("|")) for line in lines]
        return Table(rows[0], tuple(rows[2:]))
    for pattern, numbered in ((_POINT, False), (_STEP, True)):
        if pattern.match(lines[0]):
            return Points(tuple(_runs(key, point) for point in _points(lines, pattern)), numbered)
    return Paragraph(_runs(key, " ".join(lines)))


def _points(lines: list[str], pattern: re.Pattern[str]) -> list[str]:
    """The points of a list, each with the lines that go on with it."""
    points: list[str] = []
    for line in lines:
        begun = pattern.match(line)
        if begun:
            points.append(begun[1])
        else:
            points[-1] += " " + line.strip()
    return points


def _runs(key: str, text: str) -> Line:
    runs, at = [], 0
    for found in _RUN.finditer(text):
        if found.start() > at:
            runs.append(Run(text[at : found.start()]))
        at = found.end()
        runs.append(_run(key, found))
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)


def _run(key: str, found: re.Match[str]) -> Run:
    if found["strong"]:
        return Run(found["strong"], strong=True)
    if found["key"]:
        return Run(found["key"], key=True)
    page, stroke, heading = found["target"].partition("#")
    return Run(found["words"], target=(page.removesuffix(".md") or key) + stroke + heading)


def _lines_of(block: Block) -> Iterator[Line]:
    if isinstance(block, Heading | Paragraph):
        yield block.words
    elif isinstance(block, Points):
        yield from block.lines
    elif isinstance(block, Table):
        for row in (block.head, *block.rows):
            yield from row
    else:
        yield (Run(block.words),)
