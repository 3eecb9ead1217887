"""Today asks by a profile: by itself, or as chosen in its header."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.app.forms import SectionKind
from journal.app.groups import add_group
from journal.app.item_shapes import put_in_group
from journal.app.profiles import ProfileWish, add_profile
from journal.host.resources import resource
from journal.model.entries import EntryKind, State
from journal.texts.translation import complete_languages, use_language
from journal.ui.today.page import TodayPage
from tests.support.every_page import settle
from tests.support.page_audits import cut_words
from tests.support.rows import SUPPORT, Heard, page_context
from tests.support.windows import put_up

SUNDAY = 6


@pytest.fixture
def page(qtbot, theme, opened):
    def show():
        page = TodayPage(page_context(*opened, theme, Heard()), SUPPORT)
        put_up(qtbot, page, active=True)
        page.entered()
        return page

    return show


def keys(page):
    return [row.row.key for row in page.form.rows]


def choose(page, words):
    box = page.header.profiles
    box.setFocus()
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_without_profiles_there_is_nothing_to_choose(page):
    assert not page().header.profiles.isVisible()


def test_a_profile_is_chosen_by_keyboard_and_what_is_answered_stays(page, opened):
    journal, _ = opened
    add_profile(journal, ProfileWish("A hard day", ("numb",)))
    shown = page()
    shown.presenter.on_answered("anxiety", 3, State.RATED)
    box = shown.header.profiles
    assert box.accessibleName() == "Which questions are asked"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert keys(shown) == ["numb", "anxiety"]
    assert box.hasFocus()


def test_the_day_takes_its_profile_by_itself_and_all_questions_are_a_choice_away(page, opened):
    journal, _ = opened
    add_profile(journal, ProfileWish("Sunday", ("numb", "anxiety"), weekdays=(SUNDAY,)))
    shown = page()
    assert (keys(shown), shown.header.profiles.currentText()) == (["numb", "anxiety"], "Sunday")
    choose(shown, "All questions")
    assert len(keys(shown)) > 2


def test_the_choice_holds_for_its_day_and_not_for_the_next(page, opened):
    journal, clock = opened
    add_profile(journal, ProfileWish("A hard day", ("numb",)))
    shown = page()
    choose(shown, "A hard day")
    shown.left()
    shown.entered()
    assert keys(shown) == ["numb"]
    clock.set("2026-11-23T21:04")
    shown.entered()
    assert len(keys(shown)) > 1


def test_a_short_profile_keeps_the_note_and_the_sections_and_is_a_short_form(page, opened):
    journal, _ = opened
    add_profile(journal, ProfileWish("Sunday", ("functioning", "numb"), weekdays=(SUNDAY,)))
    shown = page()
    assert [card.kind for card in shown.state.cards] == [SectionKind.SYMPTOMS, SectionKind.LIFE]
    assert shown.form.note_card.isVisible()
    shown.presenter.on_answered("numb", 3, State.RATED)
    shown.left()
    (entry,) = journal.store.entries.between(date(2026, 11, 22), date(2026, 11, 22))
    assert (entry.kind, len(entry.ratings)) == (EntryKind.SHORT, 2)


def test_an_own_group_has_its_heading_on_its_cards(page, opened):
    journal, _ = opened
    group = add_group(journal, "Mornings")
    put_in_group(journal, "anxiety", group.id)
    put_in_group(journal, "functioning", group.id)
    shown = page()
    titles = {card.kind: [each.title for each in card.groups] for card in shown.state.cards}
    assert titles[SectionKind.SYMPTOMS][0] == "Mornings"
    assert titles[SectionKind.LIFE] == ["Mornings"]


@pytest.mark.parametrize("code", complete_languages(resource("locale")))
def test_the_day_has_room_beside_the_choice_from_the_first_moment(qtbot, theme, opened, code):
    """In the smallest window, beside its bar at the side, in the usual text size."""
    journal, _ = opened
    add_profile(journal, ProfileWish("Une journée bien difficile", ("numb",)))
    use_language(code, resource("locale"))
    try:
        made = TodayPage(page_context(*opened, theme, Heard()), SUPPORT)
        put_up(qtbot, made, 829, 700)
        made.entered()
        settle()
        assert made.header.profiles.isVisible()
        assert cut_words(made.header) == []
        choose(made, "Une journée bien difficile")
        settle()
        assert cut_words(made.header) == []
    finally:
        use_language("en", resource("locale"))
