"""Files and folders named on the command line. Imported at every start, so it imports little."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from journal.texts.translation import _


class AnyPath(click.Path):
    """A path as it is typed. Whether it can be opened is told by whoever opens it, in plain words."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)


class JournalFolder(AnyPath):
    """A journal's folder. SQLite opens only what has a name in text."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The folder, or a wrong-usage error for a name that is not text."""
        try:
            str(value).encode()
        except UnicodeEncodeError:
            self.fail(_("This folder’s name is not text in UTF-8. Choose another folder."), param, ctx)
        return super().convert(value, param, ctx)
