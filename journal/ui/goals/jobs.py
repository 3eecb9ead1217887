"""What a press or a filled-in form on the page for own goals asks of the journal. No Qt."""

from __future__ import annotations

from journal.app import goals
from journal.app.items import LONGEST_LABEL
from journal.texts.translation import _
from journal.ui.goals.scales import read_scale
from journal.ui.goals.state import Loaded
from journal.ui.goals.wishes import Do
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.wishes import Wish


def form_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    """What the answers of a form ask for; `given` holds the problems found on the way."""
    if deed.do is Do.ADD:
        label, why, scale = _label(given), given.text("why"), read_scale(given)
        return Wish(
            lambda journal: goals.add_goal(journal, label, scale=scale, why=why), _("Added. It is asked from now on.")
        )
    if deed.do is Do.REWORD:
        label, why = _label(given), given.text("why")
        return Wish(lambda journal: goals.reword_goal(journal, deed.id, label, why), _("Changed."))
    if deed.do is Do.RESCALE:
        scale = read_scale(given)
        words = _("This scale holds from now on. What you logged before stays on its own.")
        return Wish(lambda journal: goals.rescale_goal(journal, deed.id, scale), words)
    return _end_wish(deed, given, loaded)


def press_wish(deed: Deed) -> Wish:
    """What a press asks for."""
    if deed.do is Do.TAKE_UP:
        return Wish(lambda journal: goals.take_up_goal(journal, deed.id), _("It is asked again."))
    if deed.do is Do.DELETE:
        words = _("Deleted. What you logged with it stays in your entries.")
        return Wish(lambda journal: goals.delete_goal(journal, deed.id), words, for_good=("goal", deed.id))
    by = -1 if deed.do is Do.UP else 1
    return Wish(lambda journal: goals.move_goal(journal, deed.id, by), announced=_("Moved."))


def _end_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    day, reason, known = given.day("day"), given.text("reason"), loaded.goal(deed.id)
    if known is not None and day < known.goal.start:
        given.problems["day"] = _("This day is before its first one.")
    return Wish(lambda journal: goals.end_goal(journal, deed.id, day, reason), _("Ended. It is asked no more."))


def _label(given: Answers) -> str:
    label = given.text("label", _("Type what it is."))
    if len(label) > LONGEST_LABEL:
        given.problems["label"] = _("Please shorten it to {n} characters.").format(n=LONGEST_LABEL)
    return label
