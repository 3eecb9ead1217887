"""The total of a questionnaire as an Observation, derived from the answers where they are in the bundle."""

from __future__ import annotations

from collections.abc import Iterator

from journal.exchange.fhir.codings import Json, category, loinc, own, quantity
from journal.exchange.fhir.strings import string
from journal.exchange.fhir.subject import Subject, issued, refer, when
from journal.model.instruments import Instrument
from journal.model.questionnaires import Questionnaire
from journal.model.scoring import Scored
from journal.texts.questionnaires import questionnaire_title
from journal.texts.translation import _

MOST_INTEGER = 2**31 - 1
"""The largest number of FHIR's type integer."""


def total_observation(
    questionnaire: Questionnaire,
    scored: Scored,
    instrument: Instrument | None,
    title: str,
    answers: Json | None,
    subject: Subject,
) -> Json | None:
    """The total with its cluster scores; None where it is withheld.

    `title` is that of a form; `answers` is the QuestionnaireResponse, None where a total was typed in.
    """
    if scored.total is None:
        return None
    components = [*_clusters(scored, instrument), *_given_by(questionnaire)]
    return {
        **subject.observation("total", questionnaire.id, category=category("survey")),
        "code": _code(instrument, questionnaire_title(questionnaire, instrument, title)),
        "effectiveDateTime": when(questionnaire),
        **issued(questionnaire),
        **_score(scored.total),
        **({"derivedFrom": [refer(answers)]} if answers else {}),
        **({"component": components} if components else {}),
    }


def _code(instrument: Instrument | None, title: str) -> Json:
    """The code of the total. The text says which form it was: the past week and the past month share a code."""
    words = string(title) or _("Questionnaire")
    if instrument is None:
        return own("total", words)
    return loinc(instrument.loinc.total, words) if instrument.loinc.total else own(f"total.{instrument.key}", words)


def _score(total: float) -> Json:
    """A whole number as valueInteger, as far as that type reaches; a share, which need not be whole, as a quantity."""
    whole = float(total).is_integer() and abs(total) <= MOST_INTEGER
    return {"valueInteger": int(total)} if whole else {"valueQuantity": quantity(round(total, 2))}


def _clusters(scored: Scored, instrument: Instrument | None) -> Iterator[Json]:
    if instrument is None:
        return
    names = {cluster.key: cluster.name for cluster in instrument.clusters}
    for key, found in scored.clusters.items():
        if found.score is not None:
            code = own(f"cluster.{instrument.key}.{key}", _("{key}: {cluster}").format(key=key, cluster=_(names[key])))
            yield {"code": code, **_score(found.score)}


def _given_by(questionnaire: Questionnaire) -> Iterator[Json]:
    if by := string(questionnaire.total_by):
        yield {"code": own("total.given_by", _("Who gave this total")), "valueString": by}
