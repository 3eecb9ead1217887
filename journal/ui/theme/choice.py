"""Which theme shows now: pure rules, no Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

EVENING_HOUR = 20
MORNING_HOUR = 7


class ThemeChoice(StrEnum):
    """What a person can choose. `EVENING` is dark from 20:00 to 07:00, `CONTRAST` dark or light as the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    EVENING = "evening"
    CONTRAST = "contrast"


def theme_name(choice: ThemeChoice, *, system_dark: bool, hour: int, system_contrast: bool = False) -> str:
    """`light` or `dark`; `hour` is that of the local wall clock.

    Whoever asks the system for high contrast gets it in every theme: `contrast-light` or `contrast-dark`.
    """
    dark = {
        ThemeChoice.SYSTEM: system_dark,
        ThemeChoice.CONTRAST: system_dark,
        ThemeChoice.LIGHT: False,
        ThemeChoice.DARK: True,
        ThemeChoice.EVENING: not MORNING_HOUR <= hour < EVENING_HOUR,
    }[choice]
    name = "dark" if dark else "light"
    return f"contrast-{name}" if system_contrast or choice is ThemeChoice.CONTRAST else name


def ms_to_next_change(now: datetime) -> int:
    """Milliseconds until the wall clock next reads 07:00 or 20:00."""
    from datetime import timedelta

    hours = (MORNING_HOUR, EVENING_HOUR, MORNING_HOUR + 24)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    changes = (midnight + timedelta(hours=hour) for hour in hours)
    return next(int((change - now).total_seconds() * 1000) + 1 for change in changes if change > now)
