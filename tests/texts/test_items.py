"""Items are shown in the catalogue's words, or in the person's own."""

import dataclasses
import gettext
from pathlib import Path

import pytest

from journal.host.resources import read_catalogue
from journal.model.items import FIRST_DAY, Asked, Cluster, Item, ItemVersion, Kind, Origin
from journal.texts import translation
from journal.texts.items import ItemWords


@pytest.fixture
def words() -> ItemWords:
    return ItemWords(read_catalogue())


def item(key: str, *, clinical: str = "", cluster: Cluster = Cluster.B, **version: object) -> Item:
    shown = ItemVersion("v", "i", FIRST_DAY, **{"kind": Kind.SCALE, "asked": Asked.EVERY, **version})
    return Item("i", key, Origin.CATALOGUE, False, 0, shown, cluster=cluster, clinical=clinical)


def test_a_shipped_item_has_a_word_on_every_step(words):
    nightmares = item("nightmares")
    assert words.item_label(nightmares) == "Nightmares"
    assert words.step_words(nightmares) == ("not at all", "a little", "moderately", "quite a bit", "extremely")
    assert words.end_words(nightmares) == ("not at all", "extremely")
    assert words.word_for(nightmares, 3.0) == "quite a bit"


def test_life_items_have_their_own_words(words):
    assert words.word_for(item("functioning"), 2) == "about half"
    assert words.word_for(item("wellbeing"), 0) == "very poor"


def test_a_person_s_own_label_and_words_win(words):
    own = item("nightmares", label="Träume", words=("nie", "oft"), maximum=1.0)
    assert words.item_label(own) == "Träume"
    assert words.step_words(own) == ("nie", "oft")


def test_on_another_scale_a_shipped_item_keeps_only_its_end_words(words):
    rescaled = item("nightmares", maximum=10.0)
    assert words.step_words(rescaled) == ()
    assert words.word_for(rescaled, 10) == "extremely"
    assert words.word_for(rescaled, 4) == ""


def test_two_words_on_a_longer_scale_are_its_ends(words):
    own = item("mine", words=("calm", "wild"), minimum=1.0, maximum=7.0)
    assert words.step_words(own) == ()
    assert [words.word_for(own, value) for value in (1, 4, 7)] == ["calm", "", "wild"]


def test_between_two_steps_there_is_no_word(words):
    assert words.word_for(item("nightmares"), 1.5) == ""


def test_yes_and_no(words):
    assert words.word_for(item("mine", kind=Kind.YES_NO, maximum=1.0), 1.0) == "yes"


def test_counts_have_no_words(words):
    assert words.step_words(item("times_woken", kind=Kind.COUNT, maximum=None)) == ()
    assert words.end_words(item("times_woken", kind=Kind.COUNT, maximum=None)) == ("", "")


def test_an_own_item_without_words_has_none(words):
    assert words.end_words(item("mine")) == ("", "")


def test_groups_have_a_name_on_the_screen_and_a_clinical_one(words):
    assert words.cluster_name(Cluster.E) == "On edge"
    assert words.clinical_cluster_name(Cluster.B) == "Re-experiencing"


def test_what_a_person_wrote_is_never_translated(words, monkeypatch):
    class Shout(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

    monkeypatch.setattr(translation._chosen, "catalogue", Shout())
    own = dataclasses.replace(item("mine", label="good", words=("no", "yes"), maximum=1.0), cluster=Cluster.OWN)
    assert words.item_label(own) == "good"
    assert words.step_words(own) == ("no", "yes")
    assert words.item_label(item("nightmares")) == "NIGHTMARES"


def test_languages_without_a_catalogue_fall_back_to_english(tmp_path: Path):
    translation.use_language("fr", tmp_path)
    assert translation._("Today") == "Today"
    translation.use_language("en", tmp_path)
