"""The Report page and its presenter, over a real journal and without a storage thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.app.journal import Journal
from journal.app.runner import ImmediateRunner
from journal.report.request import Paper
from journal.ui.report.presenter import ReportParts, ReportPresenter
from journal.ui.report.state import ReportState


class HeldRunner:
    """Keeps its jobs until the test lets them run, as a busy thread does."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Any, Any, Any]] = []

    def run(self, job, then=lambda _result: None, failed=None):
        self.jobs.append((job, then, failed))

    def step(self):
        job, then, failed = self.jobs.pop(0)
        ImmediateRunner().run(job, then, failed)

    def close(self):
        self.jobs.clear()


@dataclass
class FakeView:
    """Keeps what it is shown."""

    state: ReportState = field(default_factory=ReportState)
    files: list[Path] = field(default_factory=list)
    printed: list[tuple[bytes, ...]] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    def render_state(self, state):
        self.state = state

    def saved(self, path):
        self.files.append(path)

    def print_pages(self, pages):
        self.printed.append(pages)


def make_presenter(journal: Journal, setter: Any = None) -> tuple[ReportPresenter, FakeView]:
    """A presenter with its view; jobs are done at once unless a setter holds them."""
    view = FakeView()
    parts = ReportParts(
        lambda: journal, ImmediateRunner(), setter or ImmediateRunner(), view.errors.append, Paper.LETTER
    )
    return ReportPresenter(view, parts), view
