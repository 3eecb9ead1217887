"""What to ask and what to tell at the next appointment, collected over the weeks."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from journal.app.journal import Journal
from journal.app.own_records import Own, delete_record
from journal.app.records import found
from journal.model.appointments import Question, QuestionKind


def questions(journal: Journal, kind: QuestionKind | None = None) -> list[Question]:
    """All of them, or those of a kind, in order; brought up ones too."""
    return [each for each in journal.store.questions.all() if kind in (None, each.kind)]


def open_questions(journal: Journal, kind: QuestionKind | None = None) -> list[Question]:
    """Those that were not brought up yet."""
    return [each for each in questions(journal, kind) if each.asked_on is None]


def add_question(journal: Journal, kind: QuestionKind, text: str) -> Question:
    """Write one down, as of today, at the end of the list."""
    last = max((each.position for each in journal.store.questions.all()), default=-1)
    made = Question(str(uuid.uuid4()), kind, text.strip(), journal.today(), position=last + 1)
    return _saved(journal, made, f"add_{kind}")


def reword_question(journal: Journal, question_id: str, text: str, *, visit: str | None = None) -> Question:
    """Change its words; `visit` makes several changes one undo step. Raises UnknownRecord."""
    return _saved(journal, replace(found(journal.store.questions, question_id), text=text), "reword_question", visit)


def bring_up(journal: Journal, question_ids: Iterable[str], on: date | None, appointment_id: str | None = None) -> None:
    """Note that these were brought up on a day, or with None that they are open again. One undo step.

    Raises UnknownRecord.
    """
    known = [found(journal.store.questions, each) for each in question_ids]
    with journal.store.action("bring_up"):
        for each in known:
            journal.store.questions.save(replace(each, asked_on=on, appointment_id=appointment_id if on else None))
    journal.changed("questions")


def bring_up_today(journal: Journal, question_ids: Iterable[str]) -> None:
    """Note that these were brought up today, at today's appointment where there is one. Raises UnknownRecord."""
    today = journal.today()
    here = next((each.id for each in journal.store.appointments.between(today, today)), None)
    bring_up(journal, question_ids, today, here)


def order_questions(journal: Journal, question_ids: Iterable[str]) -> None:
    """Put them into this order. One undo step. Raises UnknownRecord."""
    known = [found(journal.store.questions, each) for each in question_ids]
    with journal.store.action("order_questions"):
        for place, each in enumerate(known):
            journal.store.questions.save(replace(each, position=place))
    journal.changed("questions")


def move_question(journal: Journal, question_id: str, by: int) -> None:
    """Let an open one change places with the open one of its kind before it (-1) or after it (1); one undo step.

    At the end of the list nothing happens. Raises UnknownRecord.
    """
    moved = found(journal.store.questions, question_id)
    beside = [each.id for each in open_questions(journal, moved.kind)]
    place = beside.index(moved.id) + by
    if not 0 <= place < len(beside):
        return
    other = beside[place]
    swapped = {moved.id: other, other: moved.id}
    order_questions(journal, [swapped.get(each.id, each.id) for each in questions(journal)])


def delete_question(journal: Journal, question_id: str) -> None:
    """Delete one; undo brings it back for 30 days. Raises UnknownRecord."""
    delete_record(journal, Own.QUESTION, found(journal.store.questions, question_id).id)


def _saved(journal: Journal, changed: Question, what: str, visit: str | None = None) -> Question:
    with journal.store.action(what, visit):
        saved = journal.store.questions.save(changed)
    journal.changed("questions")
    return saved
