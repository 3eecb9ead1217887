"""Dates and numbers as the reader's language writes them, for the printed page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from journal.model.periods import Period
from journal.texts import dates, numbers, treatments
from journal.texts.locales import Locale, forms, locale_in_use

NOTHING = "–"
"""Stands where there is no number."""

WEEKDAYS = range(7)


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Writes dates and numbers for one locale; the one in use where none is given."""

    locale: Locale = field(default_factory=locale_in_use)

    @property
    def language(self) -> str:
        """The ISO 639 code of the locale."""
        return self.locale.language

    def number(self, value: float | None) -> str:
        """A number with no more decimals than it has, one at most; a dash for None."""
        return NOTHING if value is None else numbers.amount(round(value, 1), self.locale)

    def amount(self, value: float) -> str:
        """A dose with no more decimals than it has, two at most."""
        return numbers.amount(value, self.locale)

    def dose(self, value: float, unit: str, device_mg: float | None) -> str:
        """A session's dose with its unit."""
        return treatments.dose_text(value, unit, device_mg, self.locale)

    def fixed(self, value: float | None) -> str:
        """A number with exactly one decimal, for means in columns; a dash for None."""
        return NOTHING if value is None else numbers.one_decimal(value, self.locale)

    def signed(self, value: float | None) -> str:
        """A change: always with its sign, no sign for zero; a dash for None."""
        return NOTHING if value is None else numbers.signed(value, self.locale)

    def percent(self, share: float) -> str:
        """A share of 1 as a whole percentage."""
        return numbers.percent(share, self.locale)

    def day(self, day: date) -> str:
        """Day and month."""
        return dates.short_day(day, self.locale)

    def full_day(self, day: date) -> str:
        """Day, month and year, for a table that may reach over several years."""
        return dates.short_date(day, self.locale)

    def month(self, day: date) -> str:
        """The month alone, for the axis."""
        return str(forms(self.locale).months["stand-alone"]["abbreviated"][day.month])

    def weekdays(self) -> tuple[str, ...]:
        """The short names of the weekdays from Monday."""
        return tuple(dates.heading(dates.weekday_name(number, self.locale, "abbreviated")) for number in WEEKDAYS)

    def weekday_and_day(self, day: date) -> str:
        """Weekday, day and month, for the daily table."""
        return dates.heading(dates.weekday_and_day(day, self.locale))

    def period(self, period: Period) -> str:
        """First and last day, the year once where it is the same."""
        return dates.period_text(period, self.locale)
