"""Buttons that several cards have. Pure."""

from __future__ import annotations

from collections import Counter

from journal.model.courses import Course
from journal.model.treatments import Treatment
from journal.texts.translation import _
from journal.texts.treatments import course_title, treatment_label
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.parts import Press, Weight

BEGIN_WORDS = 2
"""So many courses and kinds have a button of their own; the others stand in the list."""


def change(do: Do, record_id: str, about: str, also: str = "") -> Press:
    """Change something."""
    return Press(_("Change"), Deed(do, record_id, also), Weight.TEXT, about)


def delete(do: Do, record_id: str, about: str) -> Press:
    """Delete something; it can be undone."""
    return Press(_("Delete"), Deed(do, record_id), Weight.TEXT, about)


def more_press(n_rows: int, shown: int) -> tuple[Press, ...]:
    """The way to the earlier rows of a long list."""
    return (Press(_("Show earlier ones"), Deed(Do.SHOW_MORE), Weight.TEXT),) if n_rows > shown else ()


def begin_presses(loaded: Loaded) -> tuple[Press, ...]:
    """Begin a session now: of a running course or the one treatment chosen with one press, else from a list."""
    ways = [
        (course_title(course, loaded.treatments), Deed(Do.BEGIN, course.id, course.kind)) for course in _running(loaded)
    ]
    ways += [(treatment_label(kind), Deed(Do.BEGIN, "", kind.key)) for kind in _chosen_alone(loaded)]
    own = tuple(
        Press(_("Begin: {course}").format(course=words), deed, Weight.QUIET if place else Weight.PRIMARY)
        for place, (words, deed) in enumerate(ways[:BEGIN_WORDS])
    )
    words = _("Begin another") if own else _("Begin a session")
    return (*own, Press(words, Deed(Do.BEGIN), menu=kinds_menu(loaded)))


def kinds_menu(loaded: Loaded) -> tuple[tuple[str, Deed], ...]:
    """Everything that a session can be: running courses, kinds chosen at first start, then the others."""
    running = _running(loaded)
    courses = tuple(
        (course_title(course, loaded.treatments), Deed(Do.BEGIN, course.id, course.kind)) for course in running
    )
    taken = {course.kind for course in running}
    kinds = [kind for kind in loaded.treatments.all if kind.key not in taken]
    kinds.sort(key=lambda kind: kind.first_start not in loaded.first_kinds)
    return (*courses, *((treatment_label(kind), Deed(Do.BEGIN, "", kind.key)) for kind in kinds))


def _running(loaded: Loaded) -> list[Course]:
    """The running courses: those with a dose first, for they are written down while they go on."""
    running = [view.course for view in loaded.courses if view.course.open_on(loaded.today)]
    return sorted(running, key=lambda course: not loaded.treatments.of(course.kind).dosed)


def _chosen_alone(loaded: Loaded) -> list[Treatment]:
    """The kinds chosen at first start that have no running course, where the choice meant one kind only."""
    running = {course.kind for course in _running(loaded)}
    meant = Counter(kind.first_start for kind in loaded.treatments.all)
    return [
        kind
        for kind in loaded.treatments.all
        if kind.first_start in loaded.first_kinds and meant[kind.first_start] == 1 and kind.key not in running
    ]
