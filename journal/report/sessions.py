"""The tables of sessions: the last six on page one, all of them later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from journal.report import given
from journal.report.text_safety import one_line, shortened
from journal.report.treatment_data import ReportEffect, ReportSession, Treatment
from journal.report.wording import NOTHING, ReportWords
from journal.texts import treatments
from journal.texts.translation import _, ngettext

FRONT_SESSIONS = 6
EFFECT_COLUMNS = 3
"""Side effects with a column of their own on page one; where there are more, the two that came in most sessions."""

HEAD_LIMIT = 28
TITLE_LIMIT = 34
KINDS_NAMED = 2


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its head, its cell, and its width as the template reads it: as wide as its words, or given."""

    head: str
    cell: Callable[[ReportSession], str]
    wide: str = "auto"


def front_sessions(told: Treatment, words: ReportWords) -> dict[str, Any] | None:
    """The last six sessions of treatments with a dose; where there are none, of the others.

    The newest stands last. None without a session.
    """
    chosen = told.dosed or told.sessions
    if not chosen:
        return None
    shown = chosen[-FRONT_SESSIONS:]
    common = common_effects(shown)
    return {
        **_table(shown, _front_columns(shown, common, words)),
        "title": _("Sessions"),
        "caption": front_caption(told, len(shown)),
        "key": front_key(shown),
    }


def all_sessions(told: Treatment, words: ReportWords) -> dict[str, Any] | None:
    """Every session of the period with everything but its intention and note; None without any."""
    if not told.sessions:
        return None
    return {
        **_table(told.sessions, _later_columns(words)),
        "title": _("All sessions"),
        "caption": ngettext("{n} session in this period.", "{n} sessions in this period.", len(told.sessions)).format(
            n=len(told.sessions)
        ),
        "key": later_key(told.sessions),
    }


def common_effects(shown: Sequence[ReportSession]) -> tuple[str, ...]:
    """The side effects that came in most of the sessions, in the order in which they came first."""
    labels = [effect.label for session in shown for effect in session.effects]
    count = EFFECT_COLUMNS if len(set(labels)) <= EFFECT_COLUMNS else EFFECT_COLUMNS - 1
    often = {label for label, _count in Counter(labels).most_common(count)}
    return tuple(label for label in dict.fromkeys(labels) if label in often)


def front_caption(told: Treatment, shown: int) -> str:
    """Which are shown, how many of how many, and how many others there are."""
    chosen = told.dosed or told.sessions
    others = Counter(one_line(session.kind) for session in told.sessions if session not in chosen)
    said = [
        _("{kind}: the last {n} of {all}").format(kind=_kinds(chosen), n=shown, all=len(chosen))
        if shown < len(chosen)
        else _("{kind}: {n}").format(kind=_kinds(chosen), n=shown)
    ]
    said += [_("{kind}: {n}").format(kind=shortened(kind, TITLE_LIMIT), n=n) for kind, n in others.items()]
    later = _("All of them on a later page.")
    return f"{'; '.join(said)}. {later}"


def _kinds(sessions: Sequence[ReportSession]) -> str:
    names = list(dict.fromkeys(shortened(one_line(session.kind), TITLE_LIMIT) for session in sessions))
    return ", ".join(names[:KINDS_NAMED]) + ("…" if len(names) > KINDS_NAMED else "")


def front_key(shown: Sequence[ReportSession]) -> str:
    """How the cells are read."""
    measured = [text for session in shown for text in given.pressures(session.session)]
    return " ".join(filter(None, [_("BP in mmHg.") if any(measured) else "", times_key(shown)]))


def later_key(shown: Sequence[ReportSession]) -> str:
    """How the cells of the full table are read."""
    vitals = _("Vitals by minutes after the start: BP in mmHg, pulse, oxygen saturation.")
    return " ".join(filter(None, [vitals if any(one.session.vitals for one in shown) else "", times_key(shown)]))


def times_key(shown: Sequence[ReportSession]) -> str:
    """How side effects and the time until clear again are read; nothing where there are none."""
    effects = [effect for session in shown for effect in session.effects]
    clear = any(session.session.clear_min is not None for session in shown)
    said = [
        _("Side effects: highest level 0–4: onset–peak–end.") if effects else "",
        _("Times in minutes after the start.") if effects or clear else "",
        _("…: still there.") if any(effect.still_there for effect in effects) else "",
        _("?: end not known.") if any(e.end_min is None and not e.still_there for e in effects) else "",
    ]
    return " ".join(filter(None, said))


def _front_columns(shown: Sequence[ReportSession], common: Sequence[str], words: ReportWords) -> list[_Column]:
    def of_pressure(place: int) -> Callable[[ReportSession], str]:
        return lambda one: given.pressures(one.session)[place]

    heads = (_("BP before"), _("BP highest"), _("BP after"))
    effects = [_Column(shortened(one_line(label), HEAD_LIMIT), _effect_cell(label), "19mm") for label in common]
    numbered = len({one.kind for one in shown}) == 1 and all(one.number is not None for one in shown)
    return [
        _Column(_("Date"), lambda one: words.day(one.day)),
        _Column(_("No."), lambda one: str(one.number))
        if numbered
        else _Column(_("Session"), lambda one: shortened(one_line(one.short), TITLE_LIMIT), "1.2fr"),
        _Column(_("Given") if any(one.dosed for one in shown) else _("Time"), lambda one: given.dose(one, words)),
        *(_Column(head, of_pressure(place), "12mm") for place, head in enumerate(heads)),
        *effects,
        _Column(_("Other side effects"), lambda one: _other_effects(one, common), "1fr"),
        _Column(_("To go through"), lambda one: given.went(one.session), "18.5mm"),
        _Column(_("Clear again"), lambda one: given.clear(one.session), "11mm"),
        _Column(_("Could work with it, 0–4"), lambda one: "" if one.dosed else given.worked_with(one.session), "22mm"),
        _Column(_("Where"), lambda one: "" if one.dosed else _place(one)),
    ]


def _later_columns(words: ReportWords) -> list[_Column]:
    return [
        _Column(_("Date"), lambda one: words.day(one.day)),
        _Column(_("Session"), lambda one: shortened(one_line(one.title), 2 * TITLE_LIMIT), "1.4fr"),
        _Column(_("Given"), lambda one: given.dose(one, words), "1fr"),
        _Column(_("Vitals"), lambda one: given.vitals(one.session, words), "28mm"),
        _Column(_("Side effects"), lambda one: given.effects_named(one.effects), "2.3fr"),
        _Column(_("To go through"), lambda one: given.went(one.session), "18.5mm"),
        _Column(_("Clear again"), lambda one: given.clear(one.session), "11mm"),
        _Column(_("Could work with it"), lambda one: given.worked_with(one.session), "13mm"),
        _Column(_("Besides"), lambda one: given.circumstances(one.session, words), "1.7fr"),
    ]


def _place(one: ReportSession) -> str:
    return "" if one.session.place is None else treatments.place_text(one.session.place)


def _effect_cell(label: str) -> Callable[[ReportSession], str]:
    def cell(one: ReportSession) -> str:
        effect = next((effect for effect in one.effects if effect.label == label), None)
        return "" if effect is None else given.effect_times(effect)

    return cell


def _other_effects(one: ReportSession, common: Sequence[str]) -> str:
    others: list[ReportEffect] = [effect for effect in one.effects if effect.label not in common]
    return "; ".join(f"{shortened(one_line(effect.label), 24)} {given.effect_times(effect)}" for effect in others)


def _table(shown: Sequence[ReportSession], columns: Sequence[_Column]) -> dict[str, Any]:
    """The columns that have anything to show; a dash where one session has nothing."""
    cells = [[column.cell(one) for one in shown] for column in columns]
    kept = [n for n, column in enumerate(cells) if n < 2 or any(column)]  # the date and the session always
    return {
        "heads": [columns[n].head for n in kept],
        "widths": [columns[n].wide for n in kept],
        "rows": [[cells[n][row] or NOTHING for n in kept] for row in range(len(shown))],
    }
