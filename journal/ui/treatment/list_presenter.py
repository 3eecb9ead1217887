"""The list of medicines handed over: read from the journal, set in a process of its own. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.report.request import Paper


class ListView(Protocol):
    """What the presenter needs of the view."""

    def saved(self, path: Path) -> None:
        """The file was written."""

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        """The page images for the printer are there."""


@dataclass(frozen=True, slots=True)
class ListParts:
    """What the presenter works with.

    `journal` is called on the storage thread only; `setter` sets pages and touches no journal.
    """

    journal: Callable[[], Journal]
    runner: Runner
    setter: Runner
    failed: Callable[[Exception], None]
    paper: Paper


class ListPresenter:
    """Nothing of the list is kept: neither the name nor the password."""

    def __init__(self, view: ListView, parts: ListParts) -> None:
        self._view, self._parts = view, parts

    def on_save(self, path: Path, name: str, password: str) -> None:
        """Write the list as a PDF, locked if there is a password."""
        from journal.app import medicine_lists, reports

        def set_it(listed: medicine_lists.MedicineList) -> None:
            def write() -> Path:
                pdf = medicine_lists.set_list(listed, self._parts.paper, name=name, password=password)
                reports.write_report(path, pdf)
                return path

            self._parts.setter.run(write, self._view.saved, self._parts.failed)

        self._gather(set_it)

    def on_print(self, name: str) -> None:
        """Make the page images for the printer."""
        from journal.app import medicine_lists

        def set_it(listed: medicine_lists.MedicineList) -> None:
            self._parts.setter.run(
                lambda: medicine_lists.list_pages(listed, self._parts.paper, name=name),
                self._view.print_pages,
                self._parts.failed,
            )

        self._gather(set_it)

    def _gather(self, then: Callable[..., None]) -> None:
        from journal.app import medicine_lists

        self._parts.runner.run(lambda: medicine_lists.gather(self._parts.journal()), then, self._parts.failed)
