"""Questionnaires that were filled in, as lines for people and as the command line's JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.app.form_scores import FormScores
from journal.app.questionnaires import list_all, scored, taken_lately
from journal.cli.output import shown
from journal.exchange.iso_times import iso_time
from journal.host.region import emergency, system_region
from journal.model.entries import TimeKnown
from journal.model.questionnaires import Coded, GivenAnswer, KeptForm, Questionnaire
from journal.model.scoring import Scored, asks_for_support
from journal.texts.questionnaires import (
    about,
    answer_range,
    cluster_lines,
    questionnaire_title,
    rule_sentence,
    span_words,
    taken_lately_words,
    total_line,
    typed_words,
)
from journal.texts.translation import _, ngettext

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.instruments import Instrument, Instruments


@dataclass(frozen=True)
class Told:
    """What there is to fill in, and what was filled in with what it comes to."""

    instruments: Instruments
    forms: Mapping[str, KeptForm]
    filled: tuple[tuple[Questionnaire, Scored], ...]

    @classmethod
    def of(cls, journal: Journal, first: date | None, last: date | None) -> Told:
        """Read it from the journal."""
        forms = {form.id: form for form in journal.store.forms.all()}
        scores = FormScores(journal)
        filled = tuple((each, scored(journal, each, scores)) for each in list_all(journal, first, last))
        return cls(journal.instruments, forms, filled)

    def lines(self) -> Iterator[str]:
        """The lines of all three lists."""
        for instrument in self.instruments.all:
            yield _instrument_line(instrument)
        for form in self.forms.values():
            yield _("{title}  (a form, {id})").format(title=shown(form.title), id=form.id[:8])
        if self.filled:
            yield ""
        for each, found in self.filled:
            yield f"{_when(each)}  {each.id[:8]}  {self._told(each, found)}"

    def as_json(self) -> dict[str, Any]:
        """All three lists."""
        return {
            "instruments": [_instrument_json(each) for each in self.instruments.all],
            "forms": [
                {"id": form.id, "title": form.title, "url": form.url, "version": form.version}
                for form in self.forms.values()
            ],
            "questionnaires": [_json(each, found, self.instruments) for each, found in self.filled],
        }

    def _told(self, each: Questionnaire, found: Scored) -> str:
        form = self.forms.get(each.form_id or "")
        title = questionnaire_title(each, self.instruments.get(each.instrument), form.title if form else "")
        parts = (shown(title), total_line(found), shown(typed_words(each)))
        return ", ".join(part for part in parts if part)


def remarks(journal: Journal, saved: Questionnaire) -> Iterator[str]:
    """What is to be known of what was just kept: its total, cluster scores, the gentle note, the line of support."""
    instrument = journal.instruments.get(saved.instrument)
    form = journal.store.forms.get(saved.form_id) if saved.form_id else None
    found = scored(journal, saved)
    title = questionnaire_title(saved, instrument, form.title if form else "")
    yield _("{name}: {total}").format(name=shown(title), total=total_line(found))
    if instrument is None:
        return
    yield from cluster_lines(instrument, found)
    if rule := rule_sentence(found):
        yield rule
    taken = taken_lately(journal, saved.instrument, saved.day, but=saved.id) if saved.answers else None
    if taken is not None:
        yield taken_lately_words(instrument.name, taken, saved.day)
    if asks_for_support(instrument, saved.answers):
        danger = _("In danger now: {number}").format(number=_emergency_words(journal))
        yield " ".join((_("Only you see this."), danger))


def _emergency_words(journal: Journal) -> str:
    known = emergency(system_region(journal.clock.zone()).country)
    number = known.numbers[0]
    return number if known.verified else _("{number} or your local emergency number").format(number=number)


def questionnaire_json(journal: Journal, saved: Questionnaire) -> dict[str, Any]:
    """One questionnaire with what it comes to."""
    return _json(saved, scored(journal, saved), journal.instruments)


def _json(each: Questionnaire, found: Scored, instruments: Instruments) -> dict[str, Any]:
    known = instruments.get(each.instrument)
    rule = None if found.rule is None else {count.cluster: [count.count, count.needed] for count in found.rule}
    return {
        "id": each.id,
        "instrument": each.instrument or None,
        "form": each.form_id,
        "name": known.name if known else each.name,
        "span": str(each.span) if known and known.spans else None,
        "at": each.day.isoformat() if each.time_known is TimeKnown.DAY else iso_time(each.at_ms, each.offset_min),
        "day": each.day.isoformat(),
        "total": found.total,
        "possible": found.possible,
        "withheld": None if found.withheld is None else str(found.withheld),
        "answered": found.n_answered,
        "items": found.n_items,
        "clusters": {key: score.score for key, score in found.clusters.items()},
        "symptom_rule": rule,
        "typed": found.typed,
        "by": each.total_by or None,
        "answers": [_answer_json(answer) for answer in each.answers],
    }


def _answer_json(answer: GivenAnswer) -> dict[str, Any]:
    value = answer.value
    told: Any = (
        {"system": value.system, "code": value.code, "display": value.display} if isinstance(value, Coded) else value
    )
    return {"item": answer.item, "value": told, "not_applicable": answer.not_applicable}


def _instrument_json(instrument: Instrument) -> dict[str, Any]:
    return {
        "key": instrument.key,
        "name": instrument.name,
        "about": about(instrument),
        "questions": len(instrument.asked),
        "min": instrument.low,
        "max": list(instrument.highs) if instrument.other_highs else instrument.high,
        "spans": [str(span) for span in instrument.spans],
        "better": str(instrument.better),
        "possible": instrument.possible(),
    }


def _instrument_line(instrument: Instrument) -> str:
    questions = ngettext("{n} question", "{n} questions", len(instrument.asked)).format(n=len(instrument.asked))
    spans = ", ".join(span_words(span) for span in instrument.spans)
    parts = (about(instrument), questions, answer_range(instrument), spans)
    return f"{instrument.name}: {', '.join(part for part in parts if part)}"


def _when(each: Questionnaire) -> str:
    time = "     " if each.time_known is TimeKnown.DAY else f"{each.at:%H:%M}"
    return f"{each.day.isoformat()} {time}"
