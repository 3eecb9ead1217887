"""What the answers come to, in words: totals, clusters, the symptom rule, lines of change. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journal.model.form_totals import FormTotal
from journal.model.instruments import Instrument
from journal.model.items import Better
from journal.model.scoring import ClusterScore, Scored, Withheld
from journal.texts import questionnaires as words
from journal.texts.dates import long_date
from journal.texts.translation import _, ngettext
from journal.ui.questionnaire.loaded import Before


@dataclass(frozen=True, slots=True)
class ResultState:
    """`total` is the line that stands out, `lines` follow it, `foot` are the quiet ones under them."""

    total: str = ""
    lines: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The total with what follows from it, for a screen reader that comes to the end of the questions."""
        return ". ".join(part.rstrip(".") for part in (self.total, *self.lines) if part)


ClusterNames = Mapping[str, str]
"""What each cluster is called on the screen, by its letter."""


def instrument_result(
    instrument: Instrument, scored: Scored, before: Before | None, names: ClusterNames
) -> ResultState:
    """The result of a shipped instrument."""
    if scored.withheld is Withheld.NOTHING and not scored.n_answered:
        return ResultState(foot=tuple(_reference(instrument)))
    total = _capital(words.total_line(scored))
    answered = words.answered_words(scored)
    lines = [answered[:1].upper() + answered[1:]] if answered and scored.total is not None else []
    lines += _change(before, scored.total)
    if scored.total is not None:
        lines += [_cluster_line(instrument, key, found, names.get(key, "")) for key, found in scored.clusters.items()]
        lines += [rule] if (rule := words.rule_sentence(scored)) else []
    return ResultState(f"{total}.", tuple(lines), tuple(_reference(instrument)))


def form_result(total: FormTotal | None, beside: bool, counts: tuple[int, int]) -> ResultState:
    """The result of a form; its total stands here only where no item of the form shows it. `counts` are n of N."""
    told = _("{n} of {items} answered").format(n=counts[0], items=counts[1])
    if total is None or not beside or total.withheld is Withheld.NOTHING:
        return ResultState(lines=(told,) if counts[1] else ())
    return ResultState(f"{_capital(form_total_words(total))}.", (told,) if total.withheld is None else ())


def form_total_words(total: FormTotal) -> str:
    """A form's total of what is possible, or why there is none."""
    return words.total_line(Scored(total.value, total.high, total.n_answered, total.n_items, withheld=total.withheld))


def _cluster_line(instrument: Instrument, key: str, found: ClusterScore, name: str) -> str:
    """The score of a group of questions: "Memories and nights (B, questions 1–5): 12 of 20"."""
    numbers = [item.number for item in instrument.items if item.cluster == key]
    return _("{name} ({cluster}, questions {first} to {last}): {score} of {possible}").format(
        name=name or words.cluster_name(instrument, key),
        cluster=key,
        first=numbers[0],
        last=numbers[-1],
        score=words.score_number(found.score or 0.0),
        possible=words.score_number(found.possible),
    )


def _change(before: Before | None, total: float | None) -> Iterator[str]:
    if before is None or total is None:
        return
    day, points = long_date(before.day), round(total - before.total)
    if points == 0:
        yield _("The same as on {day}.").format(day=day)
    elif points > 0:
        yield ngettext("{n} point higher than on {day}.", "{n} points higher than on {day}.", points).format(
            n=points, day=day
        )
    else:
        yield ngettext("{n} point lower than on {day}.", "{n} points lower than on {day}.", -points).format(
            n=-points, day=day
        )


def _reference(instrument: Instrument) -> Iterator[str]:
    """How to read a total: direction, cuts, bands, and changes that studies named with their population."""
    if instrument.better is Better.HIGHER:
        yield _("Higher is better.")
    if instrument.cuts:
        told = ", ".join(words.cut_words(line) for line in instrument.cuts)
        yield _("In use for a total: {lines}. A cut alone decides nothing.").format(lines=told)
    if instrument.bands:
        told = ", ".join(words.band_words(least) for least in instrument.bands)
        yield _("Bands in use: {lines}.").format(lines=told)
    if instrument.change_lines:
        told = "; ".join(map(words.change_words, instrument.change_lines))
        yield _("Changes that studies named: {lines}.").format(lines=told)
    if instrument.change_remark:
        yield words.change_remark(instrument.change_remark)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
