import pytest

from journal.app import history
from journal.app.profiles import ProfileWish, add_profile, profiles
from journal.ui.shape.page import ShapePage
from tests.support.rows import page_context
from tests.support.windows import button, put_up, words_shown

LEFT_OUT = "It leaves some symptoms out: a day with it alone has no average symptom rating."


@pytest.fixture
def page(qtbot, theme, opened, heard):
    made = ShapePage(page_context(*opened, theme, heard))
    put_up(qtbot, made, 984, 800, active=True)
    made.entered("profiles")
    return made


def test_three_are_offered_and_none_is_made_by_itself(page, journal):
    button(page, "A hard day: three items").click()
    assert profiles(journal) == []
    form = page.profiles.form
    assert len(form.wish.items) == 3
    assert LEFT_OUT in words_shown(form)
    button(form, "Keep this profile").click()
    assert [each.name for each in profiles(journal)] == ["A hard day: three items"]
    assert page.profiles.form is None
    assert "Session day" not in words_shown(page)


def test_the_offered_weekday_has_everything_and_leaves_nothing_out(page):
    button(page, "Weekday").click()
    assert page.profiles.form.wish.weekdays == (0, 1, 2, 3, 4)
    assert LEFT_OUT not in words_shown(page.profiles.form)


def test_days_items_and_their_order_are_chosen(page, journal):
    button(page, "Make a profile").click()
    form = page.profiles.form
    form.name.setText("Fridays")
    form.days[4].click()
    form.session_day.click()
    for key in ("numb", "anxiety", "flashbacks"):
        form.boxes[key].click()
    form.boxes["numb"].click()
    form._on_moved("flashbacks", -1)
    button(form, "Keep this profile").click()
    (made,) = profiles(journal)
    assert (made.items, made.weekdays, made.session_day) == (("flashbacks", "anxiety"), (4,), True)
    assert "Friday · On days with a session" in words_shown(page)


def test_the_week_stands_in_the_persons_order(page, journal):
    journal.put_setting("first_weekday", 6)
    page.presenter.on_entered()
    button(page, "Make a profile").click()
    assert next(iter(page.profiles.form.days)) == 6


def test_what_cannot_be_kept_stays_in_the_form(page, journal, heard):
    button(page, "Make a profile").click()
    button(page.profiles.form, "Keep this profile").click()
    assert heard.errors
    assert page.profiles.form is not None


def test_a_profile_is_changed_moved_and_deleted_and_comes_back(page, journal, heard):
    one, two = (add_profile(journal, ProfileWish(name, ("numb",))) for name in ("One", "Two"))
    page.profiles.cards[two.id].arrows.up.click()
    page.profiles.cards[one.id].change.click()
    page.profiles.form.name.setText("First")
    button(page.profiles.form, "Keep this profile").click()
    assert [each.name for each in profiles(journal)] == ["Two", "First"]
    page.profiles.cards[two.id].delete.click()
    assert [each.name for each in profiles(journal)] == ["First"]
    assert "This can be undone" in heard.bar[-1][0]
    history.undo(journal)
    assert two.id in page.profiles.cards


def test_an_arrow_gives_the_keyboard_to_the_one_in_its_new_place(page, journal):
    button(page, "A hard day: three items").click()
    form = page.profiles.form
    first = form.wish.items[0]
    form._on_moved(first, 1)
    assert form.wish.items[1] == first
    assert form.isAncestorOf(page.window().focusWidget())
