"""Which items of a form are shown: by its conditions, and by the answers of what is shown itself.

The rules are those of enableWhen in FHIR R4: the answers of an item that is not shown do not count;
"not equal" holds when no answer is equal, and so does it without an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journal.model.form_comparisons import compares
from journal.model.form_keys import answer_key
from journal.model.form_order import FormShape, shape_of
from journal.model.forms import Condition, Form, FormItem, ItemKind, Operator
from journal.model.questionnaires import AnswerValue, GivenAnswer

MOST_ROUNDS = 100
"""A group that repeats is shown this many times at most."""


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item that is shown now. Its answers are kept under `key`; `depth` is how many groups it is in.

    `places` are the numbers of the groups that repeat around it, from the outermost; the number of
    such a group itself is the last of its own.
    """

    item: FormItem
    key: str
    depth: int = 0
    places: tuple[int, ...] = ()
    items: tuple[ShownItem, ...] = ()


def shown(form: Form, answers: Iterable[GivenAnswer], rounds: Mapping[str, int] | None = None) -> tuple[ShownItem, ...]:
    """The items to show, in reading order, a group before what it holds.

    `rounds` asks for more of a group that repeats, by its key; it is shown once, and as often as
    there are answers in it.
    """
    flat: list[ShownItem] = []
    waiting = list(reversed(shown_tree(form, answers, rounds)))
    while waiting:
        each = waiting.pop()
        flat.append(each)
        waiting.extend(reversed(each.items))
    return tuple(flat)


def shown_tree(
    form: Form, answers: Iterable[GivenAnswer], rounds: Mapping[str, int] | None = None
) -> tuple[ShownItem, ...]:
    """The same with what each item holds inside it."""
    state = _Showing(shape_of(form), tuple(answers), rounds or {})
    return tuple(_tree(state, form.items, (), 0))


def _tree(state: _Showing, items: Iterable[FormItem], places: tuple[int, ...], depth: int) -> Iterable[ShownItem]:
    for item in items:
        key = answer_key(item.link_id, places)
        if not state.on.get(key):
            continue
        for inner in state.rounds_of(item, places):
            yield ShownItem(item, key, depth, inner, tuple(_tree(state, item.items, inner, depth + 1)))


class _Showing:
    """Works out once what is on, each item after all that it depends on."""

    def __init__(self, shape: FormShape, answers: tuple[GivenAnswer, ...], rounds: Mapping[str, int]) -> None:
        self._shape = shape
        self._rounds = rounds
        self._answers: dict[str, list[AnswerValue]] = {}
        self._most: dict[str, int] = {}
        for answer in answers:
            self._take(answer)
        self.on: dict[str, bool] = {}
        for link_id in shape.order:
            for places in self._places(link_id):
                self.on[answer_key(link_id, places)] = self._is_on(link_id, places)

    def rounds_of(self, item: FormItem, places: tuple[int, ...]) -> list[tuple[int, ...]]:
        """The places inside each round of a group that repeats; for any other item its own."""
        if not (item.kind is ItemKind.GROUP and item.repeats):
            return [places]
        key = answer_key(item.link_id, places)
        asked_for = max(1, self._rounds.get(key, 1), self._most.get(key, 1))
        most = MOST_ROUNDS if item.most_answers is None else min(MOST_ROUNDS, max(1, item.most_answers))
        return [(*places, number) for number in range(1, min(asked_for, most) + 1)]

    def _take(self, answer: GivenAnswer) -> None:
        """Keep an answer, and how often the groups around it are there."""
        link_id, places = self._shape.split(answer.item)
        around = self._shape.repeating.get(link_id, ())
        for index, group in enumerate(around[: len(places)]):
            key = answer_key(group, places[:index])
            self._most[key] = max(self._most.get(key, 1), places[index])
        if answer.value is not None and not answer.not_applicable:
            self._answers.setdefault(answer.item, []).append(answer.value)

    def _places(self, link_id: str) -> list[tuple[int, ...]]:
        """Every place that an item stands at: one, or one for each round of the groups around it."""
        found: list[tuple[int, ...]] = [()]
        for group in self._shape.repeating[link_id]:
            item = self._shape.items[group]
            found = [inner for places in found for inner in self.rounds_of(item, places)]
        return found

    def _is_on(self, link_id: str, places: tuple[int, ...]) -> bool:
        item, parent = self._shape.items[link_id], self._shape.parents[link_id]
        if item.hidden:
            return False
        if parent is not None:
            around = places[: len(self._shape.repeating[parent])]
            if not self.on.get(answer_key(parent, around)):
                return False
        if not item.conditions:
            return True
        held = (self._holds(condition, link_id, places) for condition in item.conditions)
        return any(held) if item.any_of else all(held)

    def _holds(self, condition: Condition, link_id: str, places: tuple[int, ...]) -> bool:
        values = self._values(condition.question, link_id, places)
        if condition.operator is Operator.EXISTS:
            return bool(values) is (condition.value is True)
        return compares(self._shape.items[condition.question], condition, values)

    def _values(self, question: str, link_id: str, places: tuple[int, ...]) -> list[AnswerValue]:
        """The answers that count: of the question in the same round, or of all its rounds from outside."""
        shared = self._shape.shared(question, link_id)
        if shared == len(self._shape.repeating[question]):
            return self._given(answer_key(question, places[:shared]))
        around = [each for each in self._places(question) if each[:shared] == places[:shared]]
        return [value for each in around for value in self._given(answer_key(question, each))]

    def _given(self, key: str) -> list[AnswerValue]:
        return self._answers.get(key, []) if self.on.get(key) else []
