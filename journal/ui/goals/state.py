"""What the page for own goals shows: those that go on, and folded those that ended. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from journal.app.goals import KnownGoal, together
from journal.model.items import Better, Item
from journal.texts.dates import long_date
from journal.texts.items import ItemWords
from journal.texts.numbers import amount
from journal.texts.translation import _
from journal.ui.goals.scales import scale_fields
from journal.ui.goals.wishes import Do
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.half_form import filled
from journal.ui.treatment.parts import CardState, Field, FieldKind, Form, Press, Row, Value, Weight


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, in the order in which goals are asked."""

    today: date
    goals: tuple[KnownGoal, ...] = ()

    def goal(self, goal_id: str) -> KnownGoal | None:
        """A goal by id."""
        return next((known for known in self.goals if known.goal.id == goal_id), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: the form that is open, what does not fit in it, and whether ended goals are shown."""

    form: Deed | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, Value] = field(default_factory=dict)
    ended_shown: bool = False


@dataclass(frozen=True, slots=True)
class GoalsState:
    """One picture of the page. `ended` is None where no goal ended yet."""

    going_on: CardState
    ended: CardState | None = None


def build_state(loaded: Loaded, place: Place, words: ItemWords) -> GoalsState:
    """The picture."""
    going_on = [known for known in loaded.goals if known.goal.ended_on is None]
    ended = [known for known in loaded.goals if known.goal.ended_on is not None]
    form = _form(loaded, place)
    under_ended = form is not None and form.under in {known.goal.id for known in ended}
    card = CardState(
        "goals",
        words=() if going_on else (_("No goal is asked now."),),
        rows=tuple(_going_on_row(known, going_on, words) for known in going_on),
        presses=(Press(_("Add a goal"), Deed(Do.ADD)),),
        form=None if under_ended else form,
    )
    return GoalsState(card, _ended_card(ended, place, form if under_ended else None, words) if ended else None)


def scale_line(item: Item, words: ItemWords) -> str:
    """How a goal is rated, in one line: "0 to 4, not at all … fully · higher is better"."""
    version = item.version
    scale = _("{low} to {high}").format(low=amount(version.minimum), high=amount(version.maximum or 0))
    ends = words.end_words(item)
    shown = f"{scale}, {ends[0]} … {ends[1]}" if any(ends) else scale
    better = {Better.HIGHER: _("higher is better"), Better.LOWER: _("lower is better")}.get(version.better)
    return f"{shown} · {better}" if better else shown


def _going_on_row(known: KnownGoal, beside: Iterable[KnownGoal], words: ItemWords) -> Row:
    ids = [each.goal.id for each in beside if together(each, known)]
    here, goal_id = ids.index(known.goal.id), known.goal.id
    menu = (
        (_("Change the words"), Deed(Do.REWORD, goal_id)),
        (_("Change the scale"), Deed(Do.RESCALE, goal_id)),
        *(((_("Move up"), Deed(Do.UP, goal_id)),) if here else ()),
        *(((_("Move down"), Deed(Do.DOWN, goal_id)),) if here < len(ids) - 1 else ()),
        (_("Delete"), Deed(Do.DELETE, goal_id)),
    )
    since = _("Since {day}").format(day=long_date(known.goal.start))
    hidden = (_("Not asked now: it is unticked under “What is asked”."),) if known.item.hidden else ()
    return Row(
        goal_id,
        known.label,
        (scale_line(known.item, words), since, *hidden, *_why(known)),
        (
            Press(_("Change"), Deed(Do.REWORD, goal_id, "menu"), about=known.label, menu=menu),
            Press(_("End…"), Deed(Do.END, goal_id), Weight.TEXT, known.label),
        ),
    )


def _ended_card(ended: list[KnownGoal], place: Place, form: Form | None, words: ItemWords) -> CardState:
    shown = place.ended_shown
    fold = Press(
        _("Hide") if shown else _("Show"), Deed(Do.SHOW_ENDED), Weight.TEXT, _("Goals that ended"), opened=shown
    )
    rows = tuple(_ended_row(known, words) for known in ended) if shown else ()
    return CardState("ended", _("Goals that ended"), rows=rows, presses=(fold,), form=form)


def _ended_row(known: KnownGoal, words: ItemWords) -> Row:
    day, reason = known.goal.ended_on or known.goal.start, " ".join(known.goal.end_reason.split())
    told = _("ended on {day}").format(day=long_date(day))
    goal_id = known.goal.id
    presses = (
        Press(_("Take up again"), Deed(Do.TAKE_UP, goal_id), about=known.label),
        Press(_("Delete"), Deed(Do.DELETE, goal_id), Weight.TEXT, known.label),
    )
    lines = (scale_line(known.item, words), told, *((reason,) if reason else ()), *_why(known))
    return Row(goal_id, known.label, lines, presses)


def _why(known: KnownGoal) -> tuple[str, ...]:
    why = " ".join(known.goal.why.split())
    return (_("Why it matters: {words}").format(words=why),) if why else ()


def _form(loaded: Loaded, place: Place) -> Form | None:
    deed = place.form
    if deed is None:
        return None
    known = loaded.goal(deed.id)
    made = _add_form(deed) if deed.do is Do.ADD else _form_about(deed, known, loaded.today) if known else None
    if made is None:
        return None
    form = filled(made, place.typed)
    return Form(form.deed, form.title, form.fields, form.submit, form.words, form.under, place.problems)


def _add_form(deed: Deed) -> Form:
    words = (Field("label", _("In your words")),)
    why = (Field("why", _("Why it matters"), FieldKind.LINES, hint=_("Only you see this.")),)
    told = _("Something you want to get closer to. It is asked from today on.")
    return Form(deed, _("A goal"), (*words, *scale_fields(), *why), _("Add it"), told)


def _form_about(deed: Deed, known: KnownGoal, today: date) -> Form | None:
    goal_id = known.goal.id
    if deed.do is Do.REWORD:
        fields = (
            Field("label", _("In your words"), value=known.label),
            Field("why", _("Why it matters"), FieldKind.LINES, known.goal.why, _("Only you see this.")),
        )
        return Form(deed, known.label, fields, _("Change it"), under=goal_id)
    if deed.do is Do.RESCALE:
        told = _("Another scale holds from today on. What you logged before stays as it was, on its own scale.")
        return Form(deed, known.label, scale_fields(known), _("Change it"), told, under=goal_id)
    if deed.do is Do.END:
        ends = (
            Field("day", _("Last day"), FieldKind.DAY, max(today, known.goal.start)),
            Field("reason", _("Why, if you like")),
        )
        told = _("It is asked no more. What you logged stays, and it can be taken up again.")
        return Form(deed, known.label, ends, _("End it"), told, under=goal_id)
    return None
