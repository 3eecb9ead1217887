"""The questionnaires in the sample journal: what they come to, and that they are the same everywhere."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict

from journal.host.resources import read_instruments
from journal.model.answering import checked_answers
from journal.model.sample_course import FIRST_DAY, LAST_DAY
from journal.model.sample_questionnaires import sample_questionnaires
from journal.model.scoring import Withheld, asks_for_support, score

FINGERPRINT = "c240ae7d3e4614d6eb8a00ad3021b4f1163bb2b812a40fa50e8782118ed39207"
INSTRUMENTS = read_instruments()


def answered():
    return [each for each in sample_questionnaires() if each.answers]


def test_every_answer_is_one_that_its_instrument_has():
    for each in answered():
        assert checked_answers(INSTRUMENTS.get(each.instrument), each.answers) == each.answers


def test_its_scores_go_down_while_treated_and_part_of_the_way_back():
    months = [each for each in answered() if each.instrument == "pcl5" and each.span == "month"]
    assert [score(INSTRUMENTS.get("pcl5"), each.answers).total for each in months] == [54, 55, 42, None, 47]
    (skipped,) = (each for each in answered() if score(INSTRUMENTS.get(each.instrument), each.answers).total is None)
    assert score(INSTRUMENTS.get("pcl5"), skipped.answers).withheld is Withheld.SKIPPED


def test_nothing_in_it_asks_for_support_and_no_two_share_an_id():
    assert not any(asks_for_support(INSTRUMENTS.get(each.instrument), each.answers) for each in answered())
    assert len({each.id for each in sample_questionnaires()}) == len(sample_questionnaires())


def test_all_of_it_stands_on_days_of_the_sample_in_order_of_time():
    found = sample_questionnaires()
    assert all(FIRST_DAY <= each.day <= LAST_DAY for each in found)
    assert [each.at_ms for each in found] == sorted(each.at_ms for each in found)


def test_they_are_the_same_everywhere():
    told = json.dumps([asdict(each) for each in sample_questionnaires()], default=str)
    assert hashlib.sha256(told.encode()).hexdigest() == FINGERPRINT
