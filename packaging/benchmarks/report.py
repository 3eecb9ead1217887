"""The usual report (with treatment and the period before), against a bare Typst compile of the same pages."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measuring import Row, elapsed_ms, in_turn
from journal.app.journal import Journal
from journal.app.reports import gather, set_data
from journal.host.resources import resource
from journal.model.periods import last_days
from journal.report import typesetting
from journal.report.content import build_content
from journal.report.request import BEGUN_WITH, Part, ReportRequest
from journal.report.wording import ReportWords
from journal.texts.locales import Locale

LENGTHS = ((90, 1.3), (365, None))
ROUNDS = 15


def rows() -> list[Row]:
    """Set in this process, without the start of the child; then the whole with the child, by itself."""
    from journal.app.sample import make_sample

    measured = []
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as folder:
        journal = make_sample(Path(folder) / "journal")
        for days, budget in LENGTHS:
            measured += _length(journal, days, budget)
        journal.close()
    return measured


def _length(journal: Journal, days: int, budget: float | None) -> list[Row]:
    last: date = journal.store.entries.last_day() or journal.today()
    words = ReportWords(Locale("en", "GB"))
    numbers = itertools.count()

    def request() -> ReportRequest:
        # Typst remembers what it has set, so every document of the run is another one.
        line = f"Question {next(numbers)}"
        return ReportRequest(last_days(last, days), includes=BEGUN_WITH | {Part.COMPARISON}, lines=(line,))

    def whole() -> None:
        wanted = request()
        typesetting.set_pages(build_content(wanted, gather(journal, wanted), words), None, locked=False)

    def contents() -> Iterator[Any]:
        while True:
            wanted = request()
            yield build_content(wanted, gather(journal, wanted), words)

    prepared = [_compile_call(content) for content in itertools.islice(contents(), ROUNDS + 1)]
    floor, ours = in_turn(_each(prepared), whole, rounds=ROUNDS)
    wanted = request()
    with_child = elapsed_ms(lambda: set_data(gather(journal, wanted), wanted))
    return [
        Row(f"report of {days} days, set in process", ours, "bare Typst compile", floor, budget),
        Row(f"report of {days} days, with its child process", with_child),
    ]


def _each(calls: list[Callable[[], object]]) -> Callable[[], object]:
    waiting = iter(calls)
    return lambda: next(waiting)()  # noqa: PLW0108 each call takes the next


def _compile_call(content: Any) -> Callable[[], object]:
    """The compile alone with its files ready: what Typst and its reading of the fonts cost for the page."""
    import typst

    recorded: list[tuple[dict[str, bytes], dict[str, Any]]] = []
    compiled = typesetting._compiled

    def record(files: dict[str, bytes], **options: Any) -> bytes:
        recorded.append((files, options))
        return b""

    typesetting._compiled = record
    try:
        typesetting.set_pages(content, None, locked=False)
    finally:
        typesetting._compiled = compiled
    files, options = recorded[-1]

    def bare() -> object:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))]
        )
        return compiled(files, **{**options, "font_paths": fonts})

    return bare
