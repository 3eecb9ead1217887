"""The words of the charts: headings, the numbers over a panel, read-outs, and whole sentences.

The sentences say what a chart shows to someone who does not see it, numbers with their n.
"""

from __future__ import annotations

from datetime import date

from journal.model.items import Better, Kind
from journal.model.periods import Period
from journal.model.series import Numbers, Panel, Scale, ScaleChange, TrendsData
from journal.texts import dates, numbers, score_charts, session_effects
from journal.texts.names import short_name
from journal.texts.translation import _, ngettext


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
    return _(
        "The average symptom rating is this journal's own summary, not a test score. Its line is the 7-day "
        "median, within its quartiles."
    )


def scale_label(label: str, minimum: float, maximum: float) -> str:
    """The label of an item on a scale that it had before."""
    return _("{item} ({minimum} to {maximum})").format(item=label, minimum=plain(minimum), maximum=plain(maximum))


def scale_changed_note(change: ScaleChange) -> str:
    """When an item's scale changed, over charts that draw each scale by itself."""
    words = _("The scale of “{item}” changed on {day}. Each scale has its own chart and its own numbers.")
    return words.format(item=change.label, day=dates.full_day(change.day))


def newest_scale_note(change: ScaleChange) -> str:
    """When an item's scale changed, where only ratings on its newest scale are shown."""
    words = _("The scale of “{item}” changed on {day}. Only ratings on the scale since then are shown here.")
    return words.format(item=change.label, day=dates.full_day(change.day))


def tagged_label(label: str, tag: str) -> str:
    """The label of an item of which only the days with a tag are drawn."""
    return _("{item}, days tagged “{tag}”").format(item=label, tag=short_name(tag))


def tagged_note(tag: str, tagged: int, logged: int) -> str:
    """That only the days with a tag are drawn, with how many they are of those that were logged."""
    words = ngettext(
        "Only days with the tag “{tag}” are drawn and counted: {n} of {all} day with entries. The others are left out.",
        "Only days with the tag “{tag}” are drawn and counted: {n} of {all} days with entries. "
        "The others are left out.",
        logged,
    )
    return words.format(tag=short_name(tag), n=numbers.count(tagged), all=numbers.count(logged))


def ends(scale: Scale) -> str:
    """The end words of a scale with their numbers, "0 not at all – 4 extremely", or nothing."""
    if scale.low_word and scale.high_word:
        return _("{low} {low_word} – {high} {high_word}").format(
            low=plain(scale.minimum), low_word=scale.low_word, high=plain(scale.maximum), high_word=scale.high_word
        )
    return ""


def numbers_line(panel: Panel, data: TrendsData, first: int, last: int) -> str:
    """The reading over a panel; the period before stands beside it only when comparing."""
    if panel.is_effects:
        return session_effects.sessions_line(panel, data, first, last)
    if panel.scores is not None:
        return score_charts.numbers_line(panel, data, first, last)
    found = panel.numbers(first, last)
    if panel.scale.kind is Kind.YES_NO:
        return _yes_days(panel, first, last)
    text = _mean(found)
    if data.compare and found.n_days:
        text = _("{now} · {before}").format(now=text, before=_before(panel.numbers(2 * first - last - 1, first - 1)))
    return text


def _mean(found: Numbers) -> str:
    if found.mean is None:
        return _("Nothing logged")
    return ngettext("Mean {mean} (n {n} day)", "Mean {mean} (n {n} days)", found.n_days).format(
        mean=decimal(found.mean), n=found.n_days
    )


def _before(found: Numbers) -> str:
    if found.mean is None:
        return _("before: nothing logged")
    return _("before {mean} (n {n})").format(mean=decimal(found.mean), n=found.n_days)


def _yes_days(panel: Panel, first: int, last: int) -> str:
    found = panel.numbers(first, last)
    if found.mean is None:
        return _("Nothing logged")
    yes = round(found.mean * found.n_days)
    return ngettext("Yes on {yes} of {n} day", "Yes on {yes} of {n} days", found.n_days).format(yes=yes, n=found.n_days)


def missing_line(panel: Panel, first: int, last: int) -> str:
    """What a panel lacks for its line in these days, or nothing."""
    if panel.scores is not None:
        return ""  # the line over the panel says so
    if not panel.numbers(first, last).n_days:
        return session_effects.none_line() if panel.is_effects else _("Nothing logged in these days")
    if panel.is_effects or panel.has_line(first, last):
        return ""
    return _("4 of the 7 days needed for the line")


def reading(panel: Panel, day: int, *, short: bool = False) -> str:
    """The day over a panel: "29 Sep: 3 · 7-day 2.6"; when short without the line."""
    if panel.is_effects:
        return session_effects.reading(panel, day)
    if panel.scores is not None:
        return score_charts.reading(panel, day, short=short)
    value, line = panel.value_on(day), panel.line_on(day)
    shown = _("not logged") if value is None else amount(panel.scale, value)
    text = _("{day}: {value}").format(day=short_day(day), value=shown)
    if line is None or short:
        return text
    return _("{reading} · 7-day {line}").format(reading=text, line=decimal(line))


def _line(panel: Panel, value: float) -> str:
    words = _("7-day median {value}") if panel.is_load else _("7-day mean {value}")
    return words.format(value=decimal(value))


def read_out(panel: Panel, day: int) -> str:
    """The day of one panel as a sentence, for the line under the charts and for screen readers."""
    if panel.is_effects:
        return session_effects.read_out(panel, day)
    if panel.scores is not None:
        return score_charts.read_out(panel, day)
    value, line = panel.value_on(day), panel.line_on(day)
    shown = _("not logged") if value is None else spoken(panel.scale, value)
    about = _("no 7-day line, 4 of the 7 days needed") if line is None else _line(panel, line)
    return _("{day}. {item}: {value}; {about}.").format(
        day=dates.heading(long_day(day)), item=panel.label, value=shown, about=about
    )


def sentence(panel: Panel, data: TrendsData) -> str:
    """What one panel shows, as a sentence with its numbers."""
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    found = panel.numbers(first, last)
    span = dates.period_text(data.period)
    if panel.is_effects:
        return session_effects.sentence(panel, data, span)
    if panel.scores is not None:
        return score_charts.sentence(panel, data, span)
    if found.mean is None:
        return _("{item}, {span}: nothing logged.").format(item=panel.label, span=span)
    parts = [numbers_line(panel, data, first, last), _range(panel, first, last), _course(panel, first, last)]
    return _("{item}, {span}: {parts}.").format(item=panel.label, span=span, parts="; ".join(p for p in parts if p))


def _range(panel: Panel, first: int, last: int) -> str:
    values = [v for d, v in zip(panel.days, panel.values, strict=True) if first <= d <= last]
    scale = panel.scale
    if scale.kind is Kind.YES_NO:
        return ""
    low, high = amount(scale, min(values)), amount(scale, max(values))
    if scale.kind is not Kind.SCALE:
        return _("days from {low} to {high}").format(low=low, high=high)
    return _("days from {low} to {high} on a scale of {minimum} to {maximum}, {direction}").format(
        low=low,
        high=high,
        minimum=plain(scale.minimum),
        maximum=plain(scale.maximum),
        direction=_direction(scale.better),
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


def line_note() -> str:
    """What dots and lines are."""
    return _("Each dot is a day. The line is the mean of the seven days up to a day; it needs 4 of the 7.")


def compare_note(before: Period) -> str:
    """Which days the period is compared with, and how to take it."""
    return _(
        "Compared with {period}. People often start or change treatment when things are worst; some change "
        "back is to be expected anyway."
    ).format(period=dates.period_text(before))


def weekly_note() -> str:
    """What the dots are when the view is too long for days."""
    return _("In a view this long each dot is the middle day of a week.")


def decimal(value: float) -> str:
    """A mean, with one decimal."""
    return numbers.one_decimal(value)


def plain(value: float) -> str:
    """A value as logged, with no more decimals than it has (two at most)."""
    return numbers.amount(value)


def short_day(day: int) -> str:
    """Day and month: "29 Sep", in the order of the language."""
    return dates.short_day(date.fromordinal(day))


def long_day(day: int) -> str:
    """Weekday, day, month and year."""
    return dates.full_day(date.fromordinal(day))


def month(day: int) -> str:
    """The month, with the year in January."""
    shown = date.fromordinal(day)
    name = dates.month_name(shown.month, width="abbreviated")
    return _("{month} {year}").format(month=name, year=shown.year) if shown.month == 1 else name


def year(day: int) -> str:
    """The year."""
    return str(date.fromordinal(day).year)
