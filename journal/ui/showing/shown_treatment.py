"""Courses, sessions and medicines to look at: no note, no reason, nothing to press."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from journal.app.courses import CourseView
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.texts.dates import short_date
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.texts.treatments import course_title
from journal.ui.treatment.card_view import CardView
from journal.ui.treatment.course_words import DOT, plan_summary, session_lines, session_words, so_far
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.loading import read
from journal.ui.treatment.medicine_words import usual_line
from journal.ui.treatment.parts import CardState, Row
from journal.ui.widgets.labels import PageTitle
from journal.ui.widgets.scroll_page import ScrollPage

WIDEST = 860


class ShownTreatment(ScrollPage):
    """A card for each course that goes on, and one for the medicines."""

    def __init__(
        self,
        journal: Callable[[], Journal],
        runner: Runner,
        words: ItemWords,
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(WIDEST, parent)
        self._journal, self._runner, self._words, self._failed = journal, runner, words, failed
        self._asked = self._left = False
        self.column.addWidget(PageTitle(_("Treatment")))
        self.column.addStretch(1)

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Read it, once."""
        if not self._asked:
            self._asked = True
            self._runner.run(lambda: cards(read(self._journal(), self._words)), self._show, self._failed)

    def left(self) -> None:
        """Nothing that comes later is shown any more."""
        self._left = True

    def _show(self, states: tuple[CardState, ...]) -> None:
        for place, state in enumerate(() if self._left else states, start=1):
            card = CardView(state, _nothing)
            self.column.insertWidget(place, card)
            card.show()


def cards(loaded: Loaded) -> tuple[CardState, ...]:
    """What goes on now; where there is nothing, that."""
    courses = tuple(_course(view, loaded) for view in loaded.courses if view.course.ended_on is None)
    current = [medicine for medicine in loaded.medicines if medicine.stopped_on is None]
    rows = tuple(Row(each.id, each.name, (usual_line(each, loaded.today),)) for each in current)
    medicines = (CardState("medicines", _("Medicines"), rows=rows),) if rows else ()
    return (*courses, *medicines) or (CardState("nothing", words=(_("No treatment goes on."),)),)


def _course(view: CourseView, loaded: Loaded) -> CardState:
    course = view.course
    begun = _("since {day}").format(day=short_date(course.start))
    summary = (so_far(view, loaded.today), begun, plan_summary(course, loaded.today))
    sessions = sorted(view.sessions, key=lambda each: each.at_ms, reverse=True)
    rows = tuple(Row(each.id, session_words(each, loaded), session_lines(each, loaded)) for each in sessions)
    words = (DOT.join(part for part in summary if part),)
    return CardState(course.id, course_title(course, loaded.treatments), words, rows)


def _nothing(deed: Deed) -> None:
    """There is nothing to press."""
