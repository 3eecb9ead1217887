"""Dates and numbers as the reader's language writes them, for the printed page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.model.periods import Period

NOTHING = "–"
"""Stands where there is no number."""

MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Writes dates and numbers for one locale (`en`, `en_GB`, `uk` …, as Babel names them)."""

    locale: str = "en"

    @property
    def language(self) -> str:
        """The ISO 639 code of the locale."""
        return self.locale.replace("-", "_").split("_")[0]

    def number(self, value: float | None, digits: int = 1) -> str:
        """A number with at most so many decimals: whole numbers stand without; a dash for None."""
        if value is None:
            return NOTHING
        from babel.numbers import format_decimal

        shown = format_decimal(abs(value), format=f"0.{'#' * digits}" if digits else "0", locale=self.locale)
        return MINUS + shown if value < 0 and shown != "0" else shown

    def fixed(self, value: float | None, digits: int = 1) -> str:
        """A number with exactly so many decimals, for columns; a dash for None."""
        if value is None:
            return NOTHING
        from babel.numbers import format_decimal

        return format_decimal(value, format=f"0.{'0' * digits}", locale=self.locale).replace("-", MINUS)

    def signed(self, value: float | None, digits: int = 1) -> str:
        """A change: always with its sign, no sign for zero; a dash for None."""
        if value is None:
            return NOTHING
        shown = self.fixed(abs(value), digits)
        if round(abs(value), digits) == 0:
            return shown
        return ("+" if value > 0 else MINUS) + shown

    def percent(self, share: float) -> str:
        """A share of 1 as a whole percentage."""
        from babel.numbers import format_percent

        return format_percent(share, format="#,##0 %" if self.language != "en" else "#,##0%", locale=self.locale)

    def day(self, day: date) -> str:
        """Day and month."""
        return self._skeleton("MMMd", day)

    def full_day(self, day: date) -> str:
        """Day, month and year."""
        return self._skeleton("yMMMd", day)

    def month(self, day: date) -> str:
        """The month alone, for the axis."""
        return self._skeleton("MMM", day)

    def weekdays(self) -> tuple[str, ...]:
        """The short names of the weekdays from Monday."""
        return self._weekdays("abbreviated")

    def long_weekdays(self) -> tuple[str, ...]:
        """The full names of the weekdays from Monday."""
        return self._weekdays("wide")

    def weekday_and_day(self, day: date) -> str:
        """Weekday, day and month, for the daily table."""
        return self._skeleton("MMMEd", day)

    def period(self, period: Period) -> str:
        """First and last day, the year once where it is the same."""
        if period.first == period.last:
            return self.full_day(period.first)
        from babel.dates import format_interval

        return str(format_interval(period.first, period.last, "yMMMd", locale=self.locale))

    def _skeleton(self, skeleton: str, day: date) -> str:
        from babel.dates import format_skeleton

        return str(format_skeleton(skeleton, day, locale=self.locale))

    def _weekdays(self, width: str) -> tuple[str, ...]:
        from babel.dates import get_day_names

        names = get_day_names(width, "stand-alone", self.locale)  # type: ignore[arg-type]
        return tuple(str(names[number]) for number in range(7))
