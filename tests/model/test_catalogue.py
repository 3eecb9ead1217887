"""The catalogue as shipped says what clinical practice and the default form ask of it."""

import pytest

from journal.host.resources import read_catalogue
from journal.model.catalogue import Catalogue
from journal.model.items import Asked, Better, Cluster, Combine, Kind, catalogue_item_id


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def test_the_default_set_has_fourteen_items(catalogue):
    assert set(catalogue.default_keys()) == {
        *("nightmares", "flashbacks", "intrusive_memories", "avoid_reminders", "guilt", "low_mood", "numb"),
        *("irritability", "hypervigilance", "sleep_trouble", "anxiety", "unreal", "hours_slept", "functioning"),
    }


def body_items(catalogue):
    return {item.key for item in catalogue.items if item.cluster is Cluster.BODY and item.highlighted}


def test_the_body_items_beside_it_are_the_three_known_ones(catalogue):
    assert body_items(catalogue) == {"dizziness", "nausea", "dissociation"}


def test_no_key_stands_twice(catalogue):
    assert len(set(catalogue.keys())) == len(catalogue.keys()) == 75


def test_every_item_that_opens_another_exists(catalogue):
    assert {item.opened_by for item in catalogue.items if item.opened_by} == {"nightmares"}


def test_symptoms_are_scales_of_the_clusters_and_anxiety_and_unreal(catalogue):
    symptoms = {item.key for item in catalogue.items if item.symptom}
    clusters = {Cluster.B, Cluster.C, Cluster.D, Cluster.E}
    scales = {item.key for item in catalogue.items if item.cluster in clusters and item.kind is Kind.SCALE}
    assert symptoms == scales | {"anxiety", "unreal"}


def test_night_items_combine_by_last(catalogue):
    night = [item for item in catalogue.items if item.asked is Asked.NIGHT]
    assert len(night) == 6
    assert {item.combine for item in night} == {Combine.LAST}


def test_thoughts_of_suicide_are_asked_only_when_chosen_and_combine_by_max(catalogue):
    item = catalogue.get("suicidal_thoughts")
    assert (item.kind, item.maximum, item.combine) == (Kind.YES_NO, 1, Combine.MAX)
    assert (item.opt_in, item.in_report, item.default) == (True, False, False)


def test_what_stays_out_of_the_report_until_chosen(catalogue):
    out = {item.key for item in catalogue.items if not item.in_report}
    assert out == {"alcohol", "drugs", "craving", "extra_doses", "suicidal_thoughts", "self_harm_urge"}


def test_life_items_are_better_when_higher_and_have_their_own_words(catalogue):
    life = [item for item in catalogue.items if item.cluster is Cluster.LIFE]
    assert {item.better for item in life} == {Better.HIGHER}
    assert {item.words[2] for item in life} == {"about half", "middling"}


@pytest.mark.parametrize("number", [n for n in range(1, 21) if n != 8])
def test_each_pcl5_topic_but_amnesia_has_an_item(catalogue, number):
    assert [item for item in catalogue.items if item.pcl5 == number]


def test_codes_are_numbers_and_the_two_wrong_ones_are_absent(catalogue):
    codes = [item.snomed for item in catalogue.items if item.snomed]
    assert all(code.isdecimal() for code in codes)
    assert len(codes) == len(set(codes))
    assert not {"102603008", "44376007", "284489004"} & set(codes)


def test_an_item_has_the_same_id_on_every_computer(catalogue):
    assert catalogue.get("nausea").id == catalogue_item_id("nausea")


def test_the_body_items_beside_the_default_set_are_shown_at_first(catalogue):
    shown = [item.key for item in catalogue.items if item.shown_at_first]
    assert set(shown) == {*catalogue.default_keys(), *body_items(catalogue)}


def test_every_cluster_has_a_group(catalogue):
    assert {group.cluster for group in catalogue.groups} == set(Cluster)
