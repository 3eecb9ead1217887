"""The names of one file against the answers there are: the plan to write by, and the questions that are left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from journal.exchange import mapping_faults as faults
from journal.exchange.diaries.names import NameSeen, NamesSeen
from journal.exchange.diaries.naming import ZERO, ImportAnswers, NameAnswer, NameQuestion
from journal.exchange.diaries.plan import NamePlan, Planning
from journal.exchange.diaries.proposals import YES_OR_NO, Proposals, item_of_name, one_item, plain_name
from journal.exchange.diaries.source import Destination, DiaryFormat
from journal.exchange.drafts import NewItem, UnmappedName
from journal.model.errors import InvalidMapping
from journal.model.items import Item


class Unanswered(Enum):
    """What is done with a name that no one has spoken of."""

    LEAVE = auto()
    PROPOSE = auto()
    MAKE = auto()


@dataclass(frozen=True, slots=True)
class SettledNames:
    """The plan; every name as a question; those that map to nothing yet; and the answers that the plan follows."""

    plan: NamePlan
    questions: tuple[NameQuestion, ...]
    unmapped: tuple[UnmappedName, ...]
    answers: tuple[NameAnswer, ...]


class NameSettling:
    """Settles the names of a file of one format. `labels` are the names of the journal's `items` by key."""

    def __init__(self, form: DiaryFormat, items: Iterable[Item], labels: Mapping[str, str], path: str) -> None:
        self._form = form
        self._items = {item.key: item for item in items}
        self._labels = labels
        self._path = path

    def settle(self, names: NamesSeen, given: ImportAnswers, unanswered: Unanswered) -> SettledNames:
        """Raises InvalidMapping for an answer that can't be followed, naming it."""
        proposals = Proposals(self._items, self._labels)
        planning = Planning(self._items, self._path)
        known = _Given(given.names)
        questions: list[NameQuestion] = []
        used: list[NameAnswer] = []
        for (kind, name), seen in _ordered(names):
            destination = self._form.destination(kind)
            answer = known.answer(kind, name)
            if answer is not None:
                answer = self._completed(answer, kind, name, seen, destination)
            proposal = answer or self._proposed(proposals, kind, name, seen, unanswered)
            questions.append(self._question(proposal, seen, destination, proposals, answered=answer is not None))
            if answer is None and unanswered is not Unanswered.LEAVE and _is_whole(proposal, destination):
                answer = proposal
            if answer is not None:
                used.append(answer)
                planning.take(answer, destination, counted=seen.numbers > 0)
                if given.blank == ZERO and destination.blank:
                    planning.fill(kind, name, seen.first)
                    planning.plan.untaken = planning.plan.untaken or destination.medicine
        open_ones = () if unanswered is Unanswered.MAKE else (each for each in questions if not each.answered)
        unmapped = tuple(UnmappedName(each.name, each.kind, each.count) for each in open_ones)
        return SettledNames(planning.plan, tuple(questions), unmapped, tuple(used))

    def _proposed(
        self, proposals: Proposals, kind: str, name: str, seen: NameSeen, unanswered: Unanswered
    ) -> NameAnswer:
        look = proposals.made if unanswered is Unanswered.MAKE else proposals.answer
        return look(kind, name, seen, self._form.destination(kind))

    def _completed(
        self, answer: NameAnswer, kind: str, name: str, seen: NameSeen, destination: Destination
    ) -> NameAnswer:
        """A short answer made whole: for this kind and name, with the item that its key makes if there is none."""
        answer = replace(answer, kind=kind, name=name)
        if destination.medicine:
            medicine = answer.medicine or (answer.key and name.strip())
            return replace(answer, key="", new=None, medicine=medicine)
        if not answer.key and answer.value is not None:
            if not destination.key:
                raise InvalidMapping(path=self._path, where=f"names.{name[:80]}", reason=faults.NO_ITEM)
            answer = replace(answer, key=destination.key)
        if answer.key and answer.key not in self._items and answer.new is None:
            new = one_item(destination) if answer.key == destination.key else None
            return replace(answer, new=new or item_of_name(answer.key, name, seen, _of_one(destination)))
        return answer

    def _question(
        self, proposal: NameAnswer, seen: NameSeen, destination: Destination, proposals: Proposals, *, answered: bool
    ) -> NameQuestion:
        return NameQuestion(
            kind=proposal.kind,
            name=proposal.name,
            count=seen.count,
            proposal=proposal,
            answered=answered,
            words=destination.words is not None,
            low=seen.low if seen.numbers else None,
            high=seen.high if seen.numbers else None,
            fresh=proposal.new or self._fresh(proposal, seen, destination, proposals),
        )

    def _fresh(
        self, proposal: NameAnswer, seen: NameSeen, destination: Destination, proposals: Proposals
    ) -> NewItem | None:
        if destination.medicine:
            return None
        return proposals.fresh(proposal.name, seen, destination)


class _Given:
    """The answers there are: for a kind and name, or short ones for a name in any kind; writing differs as it may."""

    def __init__(self, answers: Iterable[NameAnswer]) -> None:
        self._exact = {(answer.kind, answer.name): answer for answer in answers}
        self._plain = {(kind, plain_name(name)): answer for (kind, name), answer in self._exact.items()}

    def answer(self, kind: str, name: str) -> NameAnswer | None:
        plain = plain_name(name)
        found = self._exact.get((kind, name)) or self._exact.get(("", name))
        return found or self._plain.get((kind, plain)) or self._plain.get(("", plain))


def _is_whole(answer: NameAnswer, destination: Destination) -> bool:
    """Whether an answer says all: a word of the one item needs its step."""
    return destination.words is None or answer.key != destination.key or answer.value is not None


def _of_one(destination: Destination) -> Destination:
    """A word that is given an item of its own is yes or no there."""
    return destination if destination.words is None else YES_OR_NO


def _ordered(names: NamesSeen) -> list[tuple[tuple[str, str], NameSeen]]:
    """By kind in the order of the file's first words, then the most frequent first."""
    found = names.all()
    kinds = list(dict.fromkeys(kind for kind, _ in found))
    return sorted(found.items(), key=lambda each: (kinds.index(each[0][0]), -each[1].count, each[0][1]))
