"""The words of the charts: headings, the numbers over a panel, read-outs, and whole sentences.

The sentences say what a chart shows to someone who does not see it, numbers with their n.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from journal.model.items import Better, Kind
from journal.model.series import Numbers, Panel, Scale, TrendsData
from journal.texts.locales import Locale, forms, locale_in_use
from journal.texts.translation import _, ngettext

ONE_DECIMAL = "0.0"
UP_TO_TWO_DECIMALS = "0.##"


def heading(better: Better) -> str:
    """The heading over the panels of one direction."""
    return {
        Better.LOWER: _("Lower is better"),
        Better.HIGHER: _("Higher is better"),
        Better.NONE: _("Also noted"),
    }[better]


def load_label() -> str:
    """The name of the average symptom rating; `load_note` says what it is."""
    return _("Average symptom rating")


def load_note() -> str:
    """What the average symptom rating is and is not."""
    return _("The average symptom rating is this journal's own summary, not a test score.")


def scale_label(label: str, minimum: float, maximum: float) -> str:
    """The label of an item on a scale that it had before."""
    return _("{item} ({minimum} to {maximum})").format(item=label, minimum=plain(minimum), maximum=plain(maximum))


def ends(scale: Scale) -> str:
    """The end words of a scale with their numbers, "0 not at all – 4 extremely", or nothing."""
    if scale.low_word and scale.high_word:
        return _("{low} {low_word} – {high} {high_word}").format(
            low=plain(scale.minimum), low_word=scale.low_word, high=plain(scale.maximum), high_word=scale.high_word
        )
    return ""


def numbers_line(panel: Panel, data: TrendsData, first: int, last: int) -> str:
    """The reading over a panel; the period before stands beside it only when comparing."""
    numbers = panel.numbers(first, last)
    if panel.scale.kind is Kind.YES_NO:
        return _yes_days(panel, first, last)
    text = _mean(numbers)
    if data.compare and numbers.n_days:
        text = _("{now} · {before}").format(now=text, before=_before(panel.numbers(2 * first - last - 1, first - 1)))
    return text


def _mean(numbers: Numbers) -> str:
    if numbers.mean is None:
        return _("Nothing logged")
    return ngettext("Mean {mean} (n {n} day)", "Mean {mean} (n {n} days)", numbers.n_days).format(
        mean=decimal(numbers.mean), n=numbers.n_days
    )


def _before(numbers: Numbers) -> str:
    if numbers.mean is None:
        return _("before: nothing logged")
    return _("before {mean} (n {n})").format(mean=decimal(numbers.mean), n=numbers.n_days)


def _yes_days(panel: Panel, first: int, last: int) -> str:
    numbers = panel.numbers(first, last)
    if numbers.mean is None:
        return _("Nothing logged")
    yes = round(numbers.mean * numbers.n_days)
    return ngettext("Yes on {yes} of {n} day", "Yes on {yes} of {n} days", numbers.n_days).format(
        yes=yes, n=numbers.n_days
    )


def missing_line(panel: Panel, first: int, last: int) -> str:
    """What a panel lacks for its line in these days, or nothing."""
    if not panel.numbers(first, last).n_days:
        return _("Nothing logged in these days")
    if panel.has_line(first, last):
        return ""
    return _("4 of the 7 days needed for the line")


def reading(panel: Panel, day: int) -> str:
    """The day over a panel: "29 Sep: 3 · 7-day mean 2.6"."""
    value, line = panel.value_on(day), panel.line_on(day)
    shown = _("not logged") if value is None else amount(panel.scale, value)
    text = _("{day}: {value}").format(day=short_day(day), value=shown)
    if line is None:
        return text
    return _("{reading} · {line}").format(reading=text, line=_line(panel, line))


def _line(panel: Panel, value: float) -> str:
    words = _("7-day median {value}") if panel.is_load else _("7-day mean {value}")
    return words.format(value=decimal(value))


def read_out(panel: Panel, day: int) -> str:
    """The day of one panel as a sentence, for the line under the charts and for screen readers."""
    value, line = panel.value_on(day), panel.line_on(day)
    shown = _("not logged") if value is None else spoken(panel.scale, value)
    about = _("no 7-day line, 4 of the 7 days needed") if line is None else _line(panel, line)
    return _("{day}. {item}: {value}; {about}.").format(day=long_day(day), item=panel.label, value=shown, about=about)


def sentence(panel: Panel, data: TrendsData) -> str:
    """What one panel shows, as a sentence with its numbers."""
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    numbers = panel.numbers(first, last)
    span = _("{first} to {last}").format(first=long_day(first), last=long_day(last))
    if numbers.mean is None:
        return _("{item}, {span}: nothing logged.").format(item=panel.label, span=span)
    parts = [numbers_line(panel, data, first, last), _range(panel, first, last), _course(panel, first, last)]
    return _("{item}, {span}: {parts}.").format(item=panel.label, span=span, parts="; ".join(p for p in parts if p))


def _range(panel: Panel, first: int, last: int) -> str:
    values = [v for d, v in zip(panel.days, panel.values, strict=True) if first <= d <= last]
    if panel.scale.kind is Kind.YES_NO:
        return ""
    return _("days from {low} to {high} on a scale of {minimum} to {maximum}, {direction}").format(
        low=plain(min(values)),
        high=plain(max(values)),
        minimum=plain(panel.scale.minimum),
        maximum=plain(panel.scale.maximum),
        direction=_direction(panel.scale.better),
    )


def _direction(better: Better) -> str:
    return {
        Better.LOWER: _("lower is better"),
        Better.HIGHER: _("higher is better"),
        Better.NONE: _("neither end is better"),
    }[better]


def _course(panel: Panel, first: int, last: int) -> str:
    shown = [v for d, v in zip(panel.line_days, panel.line, strict=True) if first <= d <= last]
    if not shown:
        return missing_line(panel, first, last)
    words = (
        _("the 7-day median goes from {first} to {last}")
        if panel.is_load
        else _("the 7-day mean goes from {first} to {last}")
    )
    return words.format(first=decimal(shown[0]), last=decimal(shown[-1]))


def amount(scale: Scale, value: float) -> str:
    """A value in short: its number with the unit, or its word where it answers yes or no."""
    if scale.kind is Kind.YES_NO:
        return scale.word(value) or plain(value)
    return _("{value} {unit}").format(value=plain(value), unit=scale.unit) if scale.unit else plain(value)


def spoken(scale: Scale, value: float) -> str:
    """A value with its word: "3, quite a bit"."""
    word = "" if scale.kind is Kind.YES_NO else scale.word(value)
    return _("{value}, {word}").format(value=amount(scale, value), word=word) if word else amount(scale, value)


def weekly_note() -> str:
    """What the dots are when the view is too long for days."""
    return _("In a view this long each dot is the middle day of a week.")


@lru_cache(maxsize=4096)
def _formatted_number(value: float, form: str, locale: Locale) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, format=form, locale=forms(locale)))


def decimal(value: float) -> str:
    """A mean, with one decimal."""
    return _formatted_number(value, ONE_DECIMAL, locale_in_use())


def plain(value: float) -> str:
    """A value as logged, with no more decimals than it has (two at most)."""
    return _formatted_number(value, UP_TO_TWO_DECIMALS, locale_in_use())


@lru_cache(maxsize=8192)
def _formatted_day(day: int, form: str, locale: Locale) -> str:
    from babel.dates import format_skeleton

    return str(format_skeleton(form, date.fromordinal(day), locale=forms(locale)))


def short_day(day: int) -> str:
    """Day and month: "29 Sep", in the order of the language."""
    return _formatted_day(day, "MMMd", locale_in_use())


def long_day(day: int) -> str:
    """Weekday, day, month and year."""
    return _formatted_day(day, "yMMMEd", locale_in_use())


def month(day: int) -> str:
    """The month, with the year in January."""
    return _formatted_day(day, "yMMM" if date.fromordinal(day).month == 1 else "MMM", locale_in_use())


def year(day: int) -> str:
    """The year."""
    return _formatted_day(day, "y", locale_in_use())
