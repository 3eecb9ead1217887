"""A file that keeps nothing, to see how much memory writing takes by itself."""

from __future__ import annotations

import io
from typing import Any


class Sink(io.RawIOBase):
    """Counts what is written and keeps none of it."""

    def __init__(self) -> None:
        self.place = self.size = 0

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self.place = offset + (0, self.place, self.size)[whence]
        return self.place

    def tell(self) -> int:
        return self.place

    def write(self, data: Any) -> int:
        self.place += len(data)
        self.size = max(self.size, self.place)
        return len(data)
