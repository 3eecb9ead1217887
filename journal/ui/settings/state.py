"""What the settings page shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from journal.app.day_calendar import REGION as AS_THE_SYSTEM
from journal.host.settings_file import HIDE_BY_NOTHING, HIDE_BY_SHIFT, HIDE_KEYS, Settings
from journal.model.calendars import WEEK_DAYS, CalendarView
from journal.model.due_forms import checked_hours
from journal.model.items import Asked, Item
from journal.texts.dates import heading, weekday_name
from journal.texts.items import ItemWords
from journal.texts.translation import _, ngettext

Choice = tuple[str, str]
"""A value as text, and its words."""

TEXT_PERCENTS = (100, 125, 150, 175, 200)
IDLE_MINUTES = (1, 2, 5, 10, 15, 30)
DAY_START_HOURS = tuple(range(13))
SAFETY_ITEM = "suicidal_thoughts"
USUAL_HOURS = (4, 24, 72)
"""Hours after a session that are offered; others can be typed."""


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """What the journal itself holds, read on the storage thread."""

    items: tuple[Item, ...]
    day_start_min: int
    digits_move_on: bool
    body_shown: str
    treatments: tuple[str, ...]
    just_three: tuple[str, ...]
    after_hours: tuple[int, ...] = ()
    monthly_look: bool = True
    session_idle_30: bool = False
    first_weekday: int = AS_THE_SYSTEM
    history_view: str = CalendarView.MONTH
    first_page: str = "today"


@dataclass(frozen=True, slots=True)
class HourChoice:
    """Hours after a session at which three questions can be asked."""

    hours: int
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SettingsState:
    """One picture of the settings page. The value chosen of each list stands beside its choices."""

    theme: str
    font: str
    text_percent: int
    language: str
    idle_min: int
    day_start_min: int
    digits_move_on: bool
    body_shown: str
    treatments: tuple[str, ...]
    safety: bool
    just_three: tuple[str, ...]
    three_choices: tuple[Choice, ...]
    hour_choices: tuple[HourChoice, ...] = ()
    monthly_look: bool = True
    session_idle_30: bool = False
    close_minimised: bool = False
    hide_by: str = HIDE_BY_SHIFT
    no_capture: bool = False
    first_weekday: int = AS_THE_SYSTEM
    history_view: str = CalendarView.MONTH
    first_page: str = "today"

    @property
    def after_hours(self) -> tuple[int, ...]:
        """The hours that are chosen."""
        return tuple(choice.hours for choice in self.hour_choices if choice.chosen)


def build_state(settings: Settings, inside: JournalSettings, words: ItemWords, language: str) -> SettingsState:
    """The state from the settings file and from what the journal holds."""
    shown = [item for item in inside.items if not item.hidden and item.asked is Asked.EVERY]
    return SettingsState(
        theme=settings.theme,
        font=settings.font,
        text_percent=settings.text_percent,
        language=language,
        idle_min=settings.idle_min,
        day_start_min=inside.day_start_min,
        digits_move_on=inside.digits_move_on,
        body_shown=inside.body_shown,
        treatments=inside.treatments,
        safety=any(item.key == SAFETY_ITEM and not item.hidden for item in inside.items),
        just_three=inside.just_three,
        three_choices=tuple((item.key, words.item_label(item)) for item in shown),
        hour_choices=hour_choices(inside.after_hours),
        monthly_look=inside.monthly_look,
        session_idle_30=inside.session_idle_30,
        close_minimised=settings.close_minimised,
        hide_by=settings.hide_by,
        no_capture=settings.no_capture,
        first_weekday=inside.first_weekday,
        history_view=inside.history_view,
        first_page=inside.first_page,
    )


def weekday_choices() -> tuple[Choice, ...]:
    """What a week can begin with."""
    days = ((str(day), heading(weekday_name(day))) for day in range(WEEK_DAYS))
    return ((str(AS_THE_SYSTEM), _("As the system")), *days)


def view_choices() -> tuple[Choice, ...]:
    """How much of the calendar stands on History at once."""
    return (
        (CalendarView.MONTH, _("A month")),
        (CalendarView.TWO_WEEKS, _("Two weeks")),
        (CalendarView.WEEK, _("A week")),
    )


def hour_choices(chosen: tuple[int, ...]) -> tuple[HourChoice, ...]:
    """The usual hours and those that the person chose, in order."""
    offered = sorted({*USUAL_HOURS, *chosen})
    return tuple(HourChoice(hours, hours_words(hours), hours in chosen) for hours in offered)


def hours_words(hours: int) -> str:
    """So many hours after a session, in words."""
    return ngettext("{n} hour", "{n} hours", hours).format(n=hours)


def with_hours(chosen: tuple[int, ...], hours: int, *, asked: bool) -> list[int]:
    """The hours with one more or one less, in order."""
    rest = [each for each in chosen if each != hours]
    return list(checked_hours([*rest, hours] if asked else rest))


def theme_choices() -> tuple[Choice, ...]:
    """The themes."""
    return (
        ("system", _("As the system")),
        ("light", _("Light")),
        ("dark", _("Dark")),
        ("evening", _("Dark from 20:00 to 07:00")),
        ("contrast", _("High contrast")),
    )


def font_choices() -> tuple[Choice, ...]:
    """The fonts of the window; the second one has letters that are hard to take for one another."""
    return (("inter", "Inter"), ("andika", _("{font} – letters easy to tell apart").format(font="Andika")))


def hide_choices() -> tuple[Choice, ...]:
    """What can hide everything at once; the keys write nothing."""
    keys = ((name, name.replace("ScrollLock", _("Scroll Lock"))) for name in HIDE_KEYS)
    return (
        (HIDE_BY_SHIFT, _("Shift three times")),
        *((name, _("The key {key}").format(key=words)) for name, words in keys),
        (HIDE_BY_NOTHING, _("No key")),
    )


def hide_words(hide_by: str) -> str:
    """What is good to know of the way to hide that is chosen."""
    if hide_by == HIDE_BY_SHIFT:
        return _("Shift pressed by itself, three times within a few seconds. Not while sticky keys are on.")
    return _("The Hide button does it all the same.") if hide_by == HIDE_BY_NOTHING else ""


def body_choices() -> tuple[Choice, ...]:
    """When body and side effects are asked."""
    return (
        ("auto", _("While a treatment is under way")),
        ("always", _("Always")),
        ("hidden", _("Never")),
    )


def outside_the_encryption() -> tuple[str, ...]:
    """What stands on this computer in the open, and nothing else does."""
    return (
        _("Language, theme, text size, and the place of the window"),
        _("When the journal closes, how it hides, and whether others use this computer"),
        _("The key and the pace of a calm moment"),
        _("Of your plan, contacts and place words: what you ticked, and nothing else"),
        _("Where the journal’s folder is"),
        _("Reminder times, their words, and which one came last"),
        _("The date of the last check-in and the hour a day starts, while there are reminders"),
        _("When questions after a session are due, as times only; nothing where others use this computer"),
        _("Reports, exports and pictures that you saved yourself"),
    )
