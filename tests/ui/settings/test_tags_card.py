import pytest

from journal.app import check_ins, tags
from journal.ui.settings.tags_card import TagsCard
from tests.support.journals import make_journal
from tests.support.rows import page_context


@pytest.fixture
def journal(tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.clock = clock
    for given in (["visit"], ["visit", "home"], ["home", "music"]):
        check_ins.log(journal, {"anxiety": 1}, tags=given)
    yield journal
    journal.close()


@pytest.fixture
def card(qtbot, theme, journal, heard):
    made = TagsCard(page_context(journal, journal.clock, theme, heard))
    qtbot.addWidget(made)
    made.presenter.on_entered()
    return made


def counts(journal):
    return {each.tag: each.count for each in tags.all_tags(journal)}


def test_a_tag_is_renamed_everywhere_and_that_is_taken_back(card, journal, heard):
    card.tag.chosen.emit("visit")
    card.name.setText("guests")
    card.rename.click()
    assert counts(journal) == {"home": 2, "guests": 2, "music": 1}
    assert card.presenter.state.chosen == "guests"
    _words, [(_undo, act)] = heard.bar[-1]
    act()
    assert counts(journal) == {"home": 2, "visit": 2, "music": 1}


def test_a_tag_is_taken_away_everywhere(card, journal):
    card.tag.chosen.emit("home")
    card.remove.click()
    assert counts(journal) == {"visit": 2, "music": 1}
    assert ("visit", "visit, 2 times") in card.presenter.state.choices


def test_nothing_happens_without_a_new_name(card, journal, heard):
    card.rename.click()
    assert heard.bar == []


def test_without_tags_there_is_no_card(card, journal):
    assert not card.isHidden()
    for tag in counts(journal):
        tags.remove_tag(journal, tag)
    card.presenter.on_entered()
    assert card.isHidden()
