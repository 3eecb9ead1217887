"""What Bearable's categories become: symptoms, mood, energy and sleep on their scales, factors yes or no."""

from __future__ import annotations

from journal.exchange.diaries.names import MEDICINE
from journal.exchange.diaries.source import Destination
from journal.model.items import Better, Combine, Kind
from journal.texts.translation import mark

FORMAT = "bearable"
SYMPTOM, MOOD, ENERGY, QUALITY, SLEEP = "symptom", "mood", "energy", "sleep quality", "sleep"
FACTOR, MEASUREMENT = "factor", "measurement"

SEVERITIES = {"mild": 1.0, "moderate": 2.0, "severe": 3.0, "unbearable": 4.0, "extreme": 4.0}

RANGES = {SYMPTOM: (1.0, 4.0), MOOD: (1.0, 10.0), ENERGY: (1.0, 5.0), QUALITY: (1.0, 5.0), SLEEP: (0.0, 24.0)}
"""The numbers that each category can hold."""

_DESTINATIONS = {
    SYMPTOM: Destination(
        Kind.SCALE,
        0,
        4,
        better=Better.LOWER,
        blank=True,
    ),
    MOOD: Destination(Kind.SCALE, 1, 10, better=Better.HIGHER, label=mark("Mood (Bearable)"), key="mood_bearable"),
    ENERGY: Destination(Kind.SCALE, 1, 5, better=Better.HIGHER, label=mark("Energy (Bearable)"), key="energy_bearable"),
    QUALITY: Destination(
        Kind.SCALE,
        1,
        5,
        better=Better.HIGHER,
        label=mark("Sleep quality (Bearable)"),
        key="sleep_quality_bearable",
    ),
    SLEEP: Destination(
        Kind.HOURS,
        0,
        24,
        0.25,
        better=Better.HIGHER,
        label=mark("Sleep (Bearable)"),
        key="sleep_bearable",
        same={"sleep": "hours_slept"},
    ),
    FACTOR: Destination(Kind.YES_NO, 0, 1, blank=True),
    MEASUREMENT: Destination(Kind.COUNT, 0, None, combine=Combine.MEAN),
    MEDICINE: Destination(medicine=True),
}
"""Symptoms are logged where there are some: 1 to 4 stand on a scale whose 0 is none, as the journal's own do."""


def destination(kind: str) -> Destination:
    """What names of a kind become."""
    return _DESTINATIONS[kind]
