"""Buttons that several cards have. Pure."""

from __future__ import annotations

from journal.texts.translation import _
from journal.texts.treatments import course_title, treatment_label
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.parts import Press, Weight

BEGIN_WORDS = 2
"""So many running courses have a button of their own; the others stand in the list with the kinds."""


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
    """Begin a session now: of a running course with one press, of anything else from a list."""
    running = [view.course for view in loaded.courses if view.course.open_on(loaded.today)]
    own = tuple(
        Press(
            _("Begin: {course}").format(course=course_title(course, loaded.treatments)),
            Deed(Do.BEGIN, course.id, course.kind),
            Weight.PRIMARY if place == 0 else Weight.QUIET,
        )
        for place, course in enumerate(running[:BEGIN_WORDS])
    )
    words = _("Begin another") if own else _("Begin a session")
    return (*own, Press(words, Deed(Do.BEGIN), menu=kinds_menu(loaded)))


def kinds_menu(loaded: Loaded) -> tuple[tuple[str, Deed], ...]:
    """Everything that a session can be: running courses, kinds chosen at first start, then the others."""
    running = [view.course for view in loaded.courses if view.course.open_on(loaded.today)]
    courses = tuple(
        (course_title(course, loaded.treatments), Deed(Do.BEGIN, course.id, course.kind)) for course in running
    )
    taken = {course.kind for course in running}
    kinds = [kind for kind in loaded.treatments.all if kind.key not in taken]
    kinds.sort(key=lambda kind: kind.first_start not in loaded.first_kinds)
    return (*courses, *((treatment_label(kind), Deed(Do.BEGIN, "", kind.key)) for kind in kinds))
