"""Every sentence about questionnaires: names, topics, totals, cluster scores, the symptom rule, lines, the gentle note.

The symptom rule is told as arithmetic. A line of change never stands without its population and source.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from journal.model.instruments import GATE
from journal.model.questionnaires import Span
from journal.model.scoring import Withheld
from journal.texts.dates import long_date
from journal.texts.numbers import amount, count, one_decimal
from journal.texts.translation import _, mark, ngettext

if TYPE_CHECKING:
    from journal.model.instruments import ChangeLine, CutLine, Instrument, InstrumentItem
    from journal.model.questionnaires import Questionnaire
    from journal.model.scoring import Scored
    from journal.texts.locales import Locale

_SPANS = {
    Span.WEEK: mark("past week"),
    Span.MONTH: mark("past month"),
}
DASH = "\N{EN DASH}"


class NamedScale(Protocol):
    """What the title of a scale needs, as a series of scores has it."""

    @property
    def name(self) -> str:
        """The instrument's or the person's name for it."""

    @property
    def span(self) -> Span:
        """The time the answers are about."""

    @property
    def maximum(self) -> float | None:
        """The highest answer where the instrument leaves the choice."""


def span_words(span: Span) -> str:
    """The time the answers are about: "past week"; empty where an instrument has only one form."""
    return _(_SPANS[span]) if span in _SPANS else ""


def about(instrument: Instrument) -> str:
    """What an instrument is about, in a few words."""
    return _(instrument.about)


def topic(item: InstrumentItem) -> str:
    """The short topic of a question."""
    return _(item.topic)


def number_and_topic(item: InstrumentItem) -> str:
    """A question as it is listed: "9. Thoughts of suicide"; the gate has no number on paper."""
    if item.number == GATE:
        return _("First question: {topic}").format(topic=topic(item))
    return _("{number}. {topic}").format(number=item.number, topic=topic(item))


def answer_range(instrument: Instrument, maximum: float | None = None) -> str:
    """How each question is answered: "0 to 4", "no or yes", "0 to 100 or 0 to 10" where that can be chosen."""
    if instrument.yes_no:
        return _("no or yes")
    highs = [maximum] if maximum else instrument.highs
    ranges = [_("{low} to {high}").format(low=instrument.low, high=amount(high)) for high in highs]
    return ranges[0] if len(ranges) == 1 else _("{one} or {other}").format(one=ranges[0], other=ranges[1])


def scale_title(scale: NamedScale, locale: Locale | None = None) -> str:
    """A scale with what sets it apart: "PCL-5 (past week)", "SUDS (0 to 10)"."""
    if words := span_words(scale.span):
        return _("{name} ({span})").format(name=scale.name, span=words)
    if scale.maximum is not None:
        return _("{name} (0 to {high})").format(name=scale.name, high=amount(scale.maximum, locale))
    return scale.name


def questionnaire_title(questionnaire: Questionnaire, instrument: Instrument | None, form_title: str = "") -> str:
    """What a questionnaire that was filled in is called in a list."""
    if instrument is None:
        return questionnaire.name or form_title or questionnaire.instrument or _("Questionnaire")
    if words := span_words(questionnaire.span):
        return _("{name} ({span})").format(name=instrument.name, span=words)
    if instrument.other_highs and questionnaire.maximum is not None:
        return _("{name} (0 to {high})").format(name=instrument.name, high=amount(questionnaire.maximum))
    return instrument.name


def score_number(value: float) -> str:
    """A total as it is printed: whole where it is, else with one decimal."""
    return amount(value) if value == int(value) else one_decimal(value)


def total_line(scored: Scored) -> str:
    """The total of what is possible, or why there is none."""
    if scored.total is None:
        return withheld_words(scored)
    if scored.possible is None:
        return _("total {total}").format(total=score_number(scored.total))
    return _("total {total} of {possible}").format(
        total=score_number(scored.total), possible=score_number(scored.possible)
    )


def withheld_words(scored: Scored) -> str:
    """Why there is no total: "18 of 20 answered; a total needs all"."""
    if scored.withheld is Withheld.SKIPPED and scored.n_answered < scored.n_items:
        return _("{n} of {items} answered; a total needs all").format(n=scored.n_answered, items=scored.n_items)
    if scored.withheld is Withheld.SKIPPED:
        return _("the first question was not answered; a total needs all")
    if scored.withheld is Withheld.NOTHING:
        return _("nothing was answered that applies, so there is no total")
    if scored.withheld is Withheld.NO_RULE:
        return _("{n} of {items} answered; this form has no rule for a total").format(
            n=scored.n_answered, items=scored.n_items
        )
    return ""


def answered_words(scored: Scored) -> str:
    """How many questions were answered; empty for a total that was typed in."""
    if scored.typed or not scored.n_items:
        return ""
    return _("{n} of {items} answered").format(n=scored.n_answered, items=scored.n_items)


def typed_words(questionnaire: Questionnaire) -> str:
    """That a total was typed in, and who gave it."""
    if questionnaire.total is None:
        return ""
    if questionnaire.total_by:
        return _("typed in, given by {name}").format(name=questionnaire.total_by)
    return _("typed in")


def cluster_name(instrument: Instrument, key: str) -> str:
    """The clinical name of a cluster."""
    return next((_(cluster.name) for cluster in instrument.clusters if cluster.key == key), key)


def cluster_lines(instrument: Instrument, scored: Scored) -> tuple[str, ...]:
    """A line for each cluster: "B Re-experiencing: 12 of 20", or how many of its questions were answered."""
    if scored.typed:
        return ()
    lines = []
    for key, found in scored.clusters.items():
        name = cluster_name(instrument, key)
        if found.score is None:
            lines.append(
                _("{cluster} {name}: {n} of {items} answered; a score needs all").format(
                    cluster=key, name=name, n=found.n_answered, items=found.n_items
                )
            )
        else:
            lines.append(
                _("{cluster} {name}: {score} of {possible}").format(
                    cluster=key, name=name, score=amount(found.score), possible=amount(found.possible)
                )
            )
    return tuple(lines)


def rule_sentence(scored: Scored) -> str:
    """The symptom rule as arithmetic; empty for an instrument without one. It is no diagnosis."""
    if not scored.rule or scored.rule_at_least is None:
        return ""
    counts = ", ".join(_("{n} of {cluster}").format(n=each.count, cluster=each.cluster) for each in scored.rule)
    needed = ", ".join(count(each.needed) for each in scored.rule)
    sentence = _("Items at {value} or more: {counts}; the rule asks for {needed}.").format(
        value=scored.rule_at_least, counts=counts, needed=needed
    )
    if scored.n_answered == scored.n_items:
        return sentence
    answered = _("{n} of {items} answered.").format(n=scored.n_answered, items=scored.n_items)
    return f"{sentence} {answered}"


def cut_words(line: CutLine) -> str:
    """A cut as it is labelled: "cut 31–33", "cut 3 (sensitive)"."""
    numbers = str(line.least) if line.most is None else f"{line.least}{DASH}{line.most}"
    if line.label:
        return _("cut {numbers} ({kind})").format(numbers=numbers, kind=_(line.label))
    return _("cut {numbers}").format(numbers=numbers)


def band_words(least: int) -> str:
    """Where a band begins: "10 or more"."""
    return _("{n} or more").format(n=least)


def bands_words(bands: Iterable[int], locale: Locale | None = None) -> str:
    """Where the bands begin: "bands from 5, 10, 15"; empty for none. What they are called is not said."""
    begins = [count(least, locale) for least in bands]
    if not begins:
        return ""
    return _("bands from {numbers}").format(numbers=", ".join(begins))


def change_words(line: ChangeLine) -> str:
    """A change in points that a study named, with its population and source, as it is always shown."""
    points = f"{line.least}{DASH}{line.most}" if line.most is not None else str(line.least)
    told = {"points": points, "population": _(line.population), "source": line.source}
    if line.and_at_most is None:
        return _("{points} points ({population}, {source})").format(**told)
    return _("{points} points ({population}, {source}), and a score of {most} or less").format(
        **told, most=line.and_at_most
    )


def change_remark(remark: str) -> str:
    """What is to be known about older figures; empty for nothing."""
    return _(remark)


def taken_lately_words(name: str, taken: date, day: date) -> str:
    """The gentle note where a questionnaire was filled in a few days before; it blocks nothing."""
    days = (day - taken).days
    if days == 0:
        return _("{name} was filled in on this day already. You can go on all the same.").format(name=name)
    return ngettext(
        "{name} was filled in {n} day before, on {day}. Its questions look back further, so the two overlap. "
        "You can go on all the same.",
        "{name} was filled in {n} days before, on {day}. Its questions look back further, so the two overlap. "
        "You can go on all the same.",
        days,
    ).format(name=name, n=days, day=long_date(taken))


def from_paper_words() -> str:
    """Why there are only numbers and topics: the sentences are on the form that the clinic gave."""
    return _("Answer from the form that your clinic gave you. Only its numbers and a short topic stand here.")
