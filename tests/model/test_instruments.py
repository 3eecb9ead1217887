"""The questionnaires as shipped: what their data files say, and what they must never say."""

from __future__ import annotations

import re

import pytest

from journal.host.resources import INSTRUMENTS, read_instruments, resource
from journal.model.instruments import GATE, ChangeLine, CutLine, Scoring
from journal.model.items import Better
from journal.model.questionnaires import Span

ALL = read_instruments()
PCL5, PC_PTSD_5, PHQ9, GAD7, WHO5, B_IPF, SUDS = ALL.all
WORDS_AT_MOST = 4


def test_every_data_file_is_read():
    assert sorted(path.stem for path in resource("questionnaires").glob("*.toml")) == sorted(INSTRUMENTS)
    assert [each.key for each in ALL.all] == list(INSTRUMENTS)


@pytest.mark.parametrize(
    ("instrument", "items", "low", "high", "possible"),
    [
        (PCL5, 20, 0, 4, 80),
        (PC_PTSD_5, 5, 0, 1, 5),
        (PHQ9, 9, 0, 3, 27),
        (GAD7, 7, 0, 3, 21),
        (WHO5, 5, 0, 5, 100),
        (B_IPF, 7, 0, 6, 100),
        (SUDS, 1, 0, 100, 100),
    ],
    ids=lambda value: getattr(value, "key", None),
)
def test_its_items_and_ranges_are_those_of_the_paper(instrument, items, low, high, possible):
    assert (len(instrument.items), instrument.low, instrument.high) == (items, low, high)
    assert instrument.possible() == possible
    assert [item.number for item in instrument.items] == [str(number) for number in range(1, items + 1)]


@pytest.mark.parametrize("instrument", ALL.all, ids=lambda each: each.key)
def test_a_topic_is_a_few_words_of_our_own_and_no_sentence(instrument):
    topics = [item.topic for item in instrument.asked]
    assert len(set(topics)) == len(topics)
    for topic in topics:
        assert len(topic.split()) <= WORDS_AT_MOST
        assert not re.search(r"[.?!;:]|\b(you|your|how|have|feeling)\b", topic, re.IGNORECASE)


@pytest.mark.parametrize("instrument", ALL.all, ids=lambda each: each.key)
def test_no_topic_is_longer_than_a_catalogue_label(instrument):
    assert max(len(item.topic) for item in instrument.asked) <= len("Body reactions to reminders")


def test_the_clusters_of_the_pcl_5_and_its_rule_stand():
    spread = {
        cluster.key: [int(item.number) for item in PCL5.items if item.cluster == cluster.key]
        for cluster in PCL5.clusters
    }
    assert spread == {"B": [*range(1, 6)], "C": [6, 7], "D": [*range(8, 15)], "E": [*range(15, 21)]}
    assert (PCL5.rule_at_least, [cluster.needed for cluster in PCL5.clusters]) == (2, [1, 1, 2, 2])
    assert (PCL5.spans, PCL5.retake_days) == ((Span.MONTH, Span.WEEK), 7)


def test_lines_of_change_stand_with_their_population_and_source():
    assert PCL5.change_lines == (
        ChangeLine(9, 12, "primary care", "Blanchard 2023"),
        ChangeLine(15, 18, "male veterans", "Marx 2022", 28),
    )
    assert "DSM-IV" in PCL5.change_remark
    assert [each.key for each in ALL.all if each.change_lines] == ["pcl5"]


def test_cuts_and_bands_are_only_those_that_were_verified():
    assert PCL5.cuts == (CutLine(31, 33),)
    assert PC_PTSD_5.cuts == (CutLine(3, None, "sensitive"), CutLine(4, None, "balanced"))
    assert PHQ9.cuts == (CutLine(10),)
    assert {each.key: each.bands for each in ALL.all if each.bands} == {"gad7": (5, 10, 15)}
    assert (WHO5.cuts, B_IPF.cuts, SUDS.cuts) == ((), (), ())


def test_codes_are_those_of_the_sources_and_none_is_invented():
    assert (PCL5.loinc.panel, PCL5.loinc.total) == ("101697-1", "101698-9")
    assert (PHQ9.loinc.panel, PHQ9.loinc.total) == ("44249-1", "44261-6")
    assert (GAD7.loinc.panel, GAD7.loinc.total) == ("69737-5", "70274-6")
    assert PHQ9.loinc.answers == ("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9")
    assert [item.loinc for item in PHQ9.items][::8] == ["44250-9", "44260-8"]
    assert all(item.loinc for item in (*PHQ9.items, *GAD7.items))
    uncoded = (*PCL5.items, *PC_PTSD_5.items, *WHO5.items, *B_IPF.items, *SUDS.items)
    assert not any(item.loinc for item in uncoded)


def test_only_the_who_5_is_better_when_higher_and_only_the_screen_is_never_trended():
    assert [each.key for each in ALL.all if each.better is Better.HIGHER] == ["who5"]
    assert [each.key for each in ALL.all if not each.trended] == ["pc_ptsd_5"]
    assert [each.key for each in ALL.all if each.scoring is Scoring.SHARE] == ["b_ipf"]
    assert [each.key for each in ALL.all if each.gate is not None] == ["pc_ptsd_5"]
    assert [each.support_item for each in ALL.all if each.support_item] == ["9"]


def test_the_gate_comes_first_and_is_answered_with_no_or_yes():
    assert [item.number for item in PC_PTSD_5.asked] == [GATE, "1", "2", "3", "4", "5"]
    assert PC_PTSD_5.range_of(GATE) == (0, 1)


def test_a_name_is_found_however_it_is_written():
    for name in ("PCL-5", "pcl5", "Pcl 5"):
        assert ALL.called(name) is PCL5
    assert ALL.called("pc ptsd 5") is PC_PTSD_5
    assert (ALL.called("PCL"), ALL.called(""), ALL.get("PCL-5")) == (None, None, None)
