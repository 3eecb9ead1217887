"""The rows of questionnaires in the CSV export: one for each that was filled in, one for each of its questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journal.exchange.iso_times import iso_time
from journal.model.entries import State, TimeKnown
from journal.model.instruments import Instruments
from journal.model.questionnaires import Coded, GivenAnswer, KeptForm, Questionnaire
from journal.model.scoring import Scored
from journal.texts.questionnaires import topic

Row = dict[str, Any]


@dataclass(frozen=True)
class QuestionnaireRows:
    """Makes the rows. `forms` are by id; `question` is what a form's item of a link id asks, by form and item."""

    filled: Iterable[Questionnaire]
    instruments: Instruments
    forms: Mapping[str, KeptForm]
    scored: Callable[[Questionnaire], Scored]
    question: Callable[[str, str], str]

    def questionnaires(self) -> Iterator[Row]:
        """A row for each questionnaire or total."""
        return map(self._row, self.filled)

    def answers(self) -> Iterator[Row]:
        """A row for each question that was put, skipped ones too."""
        for each in self.filled:
            head = {"questionnaire": each.id, "instrument": each.instrument, "day": each.day.isoformat()}
            for answer in each.answers:
                yield head | {"item": answer.item, "topic": self._topic(each, answer.item)} | _value(answer)

    def _row(self, each: Questionnaire) -> Row:
        scored = self.scored(each)
        form = self.forms.get(each.form_id or "")
        known = self.instruments.get(each.instrument)
        clusters = (f"{key} {found.score:g}" for key, found in scored.clusters.items() if found.score is not None)
        return {
            "questionnaire": each.id,
            "instrument": each.instrument,
            "name": known.name if known else (each.name or (form.title if form else "")),
            "form": form.url if form else "",
            "form_version": form.version if form else "",
            "span": str(each.span),
            "time": _time(each),
            "day": each.day.isoformat(),
            "time_known": str(each.time_known),
            "total": scored.total,
            "possible": scored.possible,
            "withheld": None if scored.withheld is None else str(scored.withheld),
            "answered": scored.n_answered,
            "items": scored.n_items,
            "clusters": " | ".join(clusters),
            "typed": scored.typed,
            "given_by": each.total_by,
            "made_at": None if each.made_ms is None else iso_time(each.made_ms, each.made_offset_min),
            "changed_at": None if each.changed_ms is None else iso_time(each.changed_ms, None),
        }

    def _topic(self, each: Questionnaire, item: str) -> str:
        known = self.instruments.get(each.instrument)
        if known is None:
            return self.question(each.form_id, item) if each.form_id else ""
        question = known.item(item)
        return "" if question is None else topic(question)


def _value(answer: GivenAnswer) -> Row:
    if answer.value is None:
        state = State.NOT_APPLICABLE if answer.not_applicable else State.UNANSWERED
        return {"state": str(state), "value": None, "code": "", "system": ""}
    if isinstance(answer.value, Coded):
        coded = answer.value
        return {"state": str(State.RATED), "value": coded.display, "code": coded.code, "system": coded.system}
    return {"state": str(State.RATED), "value": answer.value, "code": "", "system": ""}


def _time(each: Questionnaire) -> str:
    """The time with its offset; only the date where the time of day is not known."""
    return each.day.isoformat() if each.time_known is TimeKnown.DAY else iso_time(each.at_ms, each.offset_min)
