"""What happens on Trends: a choice is made, the days are read on the storage thread. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from journal.app import trends
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.app.tags import all_tags
from journal.model.periods import Period, last_days
from journal.model.treatment_charts import Chart
from journal.ui.trends import for_someone, treatment_views
from journal.ui.trends.around_state import AroundWanted
from journal.ui.trends.since_state import SinceWanted
from journal.ui.trends.state import SPAN_DAYS, Loaded, Span, TrendsState, View, Wanted, build_state, period_of

MARGIN_MOST_DAYS = 366
"""How far the charts can be moved before more is read."""

SHOWS = frozenset(
    {"entries", "items", "settings", "courses", "sessions", "medicines", "markers", "questionnaires", "forms"}
)


class TrendsView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: TrendsState) -> None:
        """Show a state."""


@dataclass(frozen=True, slots=True)
class TrendsParts:
    """What the presenter works with. `journal`, `prepare` and `draw_ahead` are called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    failed: Callable[[Exception], None]
    prepare: Callable[[], None]
    draw_ahead: Callable[[Chart], None]
    for_someone: bool = False
    """The charts are shown to somebody: what is private stays out."""


class TrendsPresenter:
    """Reads what was chosen and shows it; only the answer to the last choice is shown."""

    def __init__(self, view: TrendsView, parts: TrendsParts) -> None:
        self._view = view
        self._parts = parts
        self._wanted = Wanted()
        self._asked = 0
        self._here = False
        self._last_day: date | None = None
        self._today: date | None = None
        self.state = TrendsState()

    def on_entered(self) -> None:
        """The page is shown: read again, something may have changed."""
        self._here = True
        self._load()

    def on_left(self) -> None:
        """Another page is shown."""
        self._here = False

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something in the journal changed."""
        if self._here and parts & SHOWS:
            self._load()

    def on_span(self, span: Span) -> None:
        """Another length was chosen; an own range begins with the days shown now."""
        own = self.state.period if span is Span.OWN else None
        self._want(replace(self._wanted, span=span, own=own, ends=None))

    def on_own_range(self, first: date, last: date) -> None:
        """An own range was given; turned round if it ends before it begins."""
        self._want(replace(self._wanted, span=Span.OWN, own=Period(min(first, last), max(first, last)), ends=None))

    def on_view(self, view: View) -> None:
        """Charts, typical week, since a session, or before and after, whose days have names of the person's own."""
        if view is not View.AROUND or not self._parts.for_someone:
            self._want(replace(self._wanted, view=view))

    def on_words(self, in_words: bool) -> None:
        """Words are shown in place of the charts, or no longer."""
        self._want(replace(self._wanted, in_words=in_words))

    def on_since(self, since: SinceWanted) -> None:
        """Other sessions, another item, days or hours were chosen for "Since a session"."""
        self._want(replace(self._wanted, since=since))

    def on_around(self, around: AroundWanted) -> None:
        """Another day, item or length was chosen for "Before and after"."""
        self._want(replace(self._wanted, around=around))

    def on_tag(self, tag: str) -> None:
        """Only days with this tag are drawn; all days without one."""
        self._want(replace(self._wanted, tag=tag))

    def on_marked(self, tag: str) -> None:
        """The days with this tag are marked; none without one."""
        self._want(replace(self._wanted, marked=tag))

    @property
    def wanted(self) -> Wanted:
        """What was chosen last, shown or still being read."""
        return self._wanted

    def on_compare(self, compare: bool) -> None:
        """The period before is shown beside, or no longer."""
        self._want(replace(self._wanted, compare=compare))

    def on_moved(self, first: date) -> None:
        """The charts were moved so that they begin on `first`."""
        period = self.state.period
        if period is not None and first != period.first:
            self._want(self._moved_to(first + timedelta(days=period.length_days - 1), period.length_days))

    def on_earlier(self) -> None:
        """Go back by one period."""
        self._go_by(-1)

    def on_later(self) -> None:
        """Go on by one period, up to today."""
        self._go_by(1)

    def on_last_wanted(self) -> None:
        """Show the days up to the last entry."""
        if self.state.period is not None and self._last_day is not None:
            self._want(self._moved_to(self._last_day, self.state.period.length_days))

    def on_items(self, keys: Sequence[str]) -> None:
        """Other items were chosen; none means the usual ones."""
        journal = self._parts.journal
        self._parts.runner.run(lambda: trends.choose(journal(), keys), lambda _done: self._load(), self._parts.failed)

    def _go_by(self, periods: int) -> None:
        period = self.state.period
        if period is None or self._today is None:
            return
        last = min(period.last + timedelta(days=periods * period.length_days), self._today)
        self._want(self._moved_to(last, period.length_days))

    def _moved_to(self, last: date, length_days: int) -> Wanted:
        if self._wanted.span in SPAN_DAYS:
            return replace(self._wanted, ends=None if last == self._today else last)
        return replace(self._wanted, span=Span.OWN, own=last_days(last, length_days), ends=None)

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._load()

    def _load(self) -> None:
        self._asked += 1
        number, wanted = self._asked, self._wanted

        def read() -> tuple[Loaded, TrendsState]:
            loaded = self._read(wanted)
            state = build_state(wanted, loaded)
            if state.drawn and state.shown is not None and number == self._asked:
                self._parts.draw_ahead(state.shown)
            return loaded, state

        def show(found: tuple[Loaded, TrendsState]) -> None:
            gone = self._parts.for_someone and not self._here  # that page is thrown away once it is left
            if number == self._asked and not gone:
                loaded, self.state = found
                self._last_day, self._today = loaded.last_day, loaded.today
                self._view.render_state(self.state)

        self._parts.runner.run(read, show, self._parts.failed)

    def _choices(self, journal: Journal) -> tuple[tuple[trends.Choice, ...], tuple[str, ...] | None]:
        choices, chosen = trends.choices(journal), trends.chosen_keys(journal)
        if self._parts.for_someone:
            private = for_someone.private_keys(journal)
            choices = tuple(choice for choice in choices if choice.key not in private)
        return choices, chosen

    def _read(self, wanted: Wanted) -> Loaded:
        self._parts.prepare()
        journal = self._parts.journal()
        choices, chosen = self._choices(journal)
        known = {choice.key for choice in choices}
        keys = None if chosen is None else [key for key in chosen if key in known]
        today, (first_day, last_day) = journal.today(), trends.extent(journal, keys)
        period = period_of(wanted, today, first_day, last_day)
        margin = min(period.length_days, MARGIN_MOST_DAYS)
        if self._parts.for_someone:
            keys = for_someone.keys_shown(journal, period, keys)
        tags = () if self._parts.for_someone else tuple(each.tag for each in all_tags(journal))
        tag = wanted.tag if wanted.view.of_period else ""
        marked = wanted.marked if wanted.view.of_period else ""
        data = trends.panels(
            journal, period, keys, compare=wanted.compare, margin_days=margin, tag=tag, mark_tag=marked
        )
        if self._parts.for_someone:
            data = for_someone.without_markers(data)
        weeks = trends.weeks(journal, period, keys, tag) if wanted.view is View.WEEK else None
        tagged = trends.tagged(journal, period, tag) if tag else (0, 0)
        loaded = Loaded(period, today, first_day, last_day, choices, chosen, data, weeks, tags=tags, tagged=tagged)
        return treatment_views.read(journal, wanted, loaded)
