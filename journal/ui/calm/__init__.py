"""A calm moment: place and time, what is around, breathing, the person's own plan, someone to talk to.

The same room stands in the open journal and, without the passphrase, before it.
"""

from __future__ import annotations

import os

VARIABLE = "LEEWARD_CALM"
"""Handed on in the environment, which outlives the process that a lock replaces."""


def goes_on() -> bool:
    """Whether the process before this one was in a calm moment. Asked before the first paint, so it imports nothing."""
    return VARIABLE in os.environ
