"""A page as a test opens it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Scene:
    """`page` is the key of the page, `where` what is asked of it, `then` is done on it after."""

    name: str
    page: str
    where: dict[str, Any]
    then: Callable[[Any], object] | None = None
