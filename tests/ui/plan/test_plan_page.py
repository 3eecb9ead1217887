"""Writing the plan and the contacts, on a real journal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from journal.app import contacts, plans
from journal.app.open_plan import FILE, read_open_plan
from journal.host.settings_file import SettingsFile
from journal.host.support_numbers import support_in
from journal.model.contacts import Contact
from journal.model.errors import DiskFull
from journal.model.plans import Heading
from journal.ui.calm.place import Part
from journal.ui.plan.page import PlanPage
from journal.ui.plan.wishes import Do, Tab
from journal.ui.treatment.deeds import Deed
from tests.support.questionnaires import questionnaire_context
from tests.support.quiet_evening import heard, journal, opened
from tests.support.windows import put_up, words_shown

__all__ = ["heard", "journal", "opened"]


@pytest.fixture
def context(theme, opened, heard, tmp_path):
    return replace(
        questionnaire_context(*opened, theme, heard), settings=SettingsFile(tmp_path / "here" / "settings.toml")
    )


@pytest.fixture
def show(qtbot, context):
    def made(part="plan"):
        page = PlanPage(context)
        put_up(qtbot, page, 829, 700)
        page.entered(part=part)
        return page

    return made


def named(page, name):
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


def texts(journal):
    return [line.text for line in plans.plan_lines(journal)]


def fill(page, card, **values):
    form = page.cards[card].form
    for key, value in values.items():
        control = form.fields[key].control
        control.setChecked(value) if isinstance(value, bool) else control.setText(value)
    form.send()


def test_lines_of_another_country_are_changed_there_and_keep_their_place(show, journal):
    page = show("talk")
    assert not page.country.isHidden()
    page.presenter.on_country("CA")
    assert any(words.startswith("Canada") for words in words_shown(page))
    (line, *_more) = support_in("CA").lines
    page.presenter.on_press(Deed(Do.CHANGE_SHIPPED, line.key))
    fill(page, "shipped", name="The line I know")
    assert [(each.shipped, each.name) for each in contacts.contacts(journal)] == [(line.key, "The line I know")]
    page.presenter.on_country("US")
    assert "The line I know" not in words_shown(page)
    page.presenter.on_country("CA")
    assert "The line I know" in words_shown(page)


def test_a_change_of_a_line_abroad_that_was_left_half_typed_stands_again(show, context):
    page = show("talk")
    page.presenter.on_country("NZ")
    (line, *_more) = support_in("NZ").lines
    page.presenter.on_press(Deed(Do.CHANGE_SHIPPED, line.key))
    page.cards["shipped"].form.fields["name"].control.setText("Half")
    page.left()
    again = show("talk")
    assert again.state.country == "NZ"
    assert again.cards["shipped"].form.fields["name"].control.text() == "Half"


def test_the_choice_of_a_country_stands_beside_the_contacts_only(show):
    page = show("plan")
    assert page.country.isHidden()


def test_all_seven_headings_are_there_from_the_start(show):
    shown = words_shown(show())
    assert "Signs that it is getting hard" in shown
    assert "What matters to me" in shown
    assert shown.count("Add a line") == 7


def test_a_line_is_added_under_its_heading_and_stays_private(show, journal):
    page = show()
    named(page, "Add a line, What I can do myself").click()
    fill(page, "myself", text="Walk to the harbour")
    assert [(line.heading, line.text) for line in plans.plan_lines(journal)] == [
        (Heading.MYSELF, "Walk to the harbour")
    ]
    assert page.cards["myself"].form is None
    assert not (journal.folder / FILE).exists()


def test_the_tick_says_who_can_read_and_puts_the_line_in_the_open(show, journal):
    page = show()
    named(page, "Add a line, What I can do myself").click()
    assert "anyone at this computer" in page.cards["myself"].form.fields["open"].control.text()
    fill(page, "myself", text="Walk to the harbour", open=True)
    assert [line.text for line in read_open_plan(journal.folder).lines] == ["Walk to the harbour"]
    assert "✓ Can be read without the passphrase" in words_shown(page)


def test_each_line_and_contact_says_whether_it_opens_without_the_passphrase(show, journal):
    plans.add_line(journal, Heading.SIGNS, "one")
    plans.add_line(journal, Heading.SIGNS, "two", opened=True)
    contacts.save_contact(journal, Contact("", "Mara", "020"))
    page, private = show(), "– Opens with your passphrase only"
    assert [row.row.lines for row in page.cards["signs"].rows.values()] == [
        (private,),
        ("✓ Can be read without the passphrase",),
    ]
    page.presenter.on_tab(Tab.CONTACTS)
    assert words_shown(page).count(private) == 1


def test_an_empty_line_is_asked_about_and_nothing_is_kept(show, journal):
    page = show()
    named(page, "Add a line, What matters to me").click()
    fill(page, "matters", text="  ")
    assert "Type a line, or leave it with Cancel." in words_shown(page)
    assert texts(journal) == []


def test_lines_are_changed_moved_and_deleted_with_undo(show, journal, heard):
    for text in ("one", "two"):
        plans.add_line(journal, Heading.SIGNS, text)
    page = show()
    named(page, "Move up, two").click()
    assert texts(journal) == ["two", "one"]
    named(page, "Change, one").click()
    fill(page, "signs", text="three")
    assert texts(journal) == ["two", "three"]
    named(page, "Delete, two").click()
    assert texts(journal) == ["three"]
    heard.press("Undo")
    assert texts(journal) == ["two", "three"]


def test_a_deleted_line_can_be_deleted_for_good(show, journal, heard):
    line = plans.add_line(journal, Heading.SIGNS, "one", opened=True)
    page = show()
    named(page, "Delete, one").click()
    heard.press("Delete for good")
    assert not (journal.folder / FILE).exists()
    assert line.id not in [each.id for each in plans.plan_lines(journal)]


def test_what_was_half_typed_stands_again(show, journal, context):
    page = show()
    named(page, "Add a line, What matters to me").click()
    page.cards["matters"].form.fields["text"].control.setText("My dau")
    page.left()
    again = show("")
    assert again.cards["matters"].form.fields["text"].control.text() == "My dau"


def test_what_was_half_typed_waits_while_the_other_half_is_looked_at(show):
    page = show()
    named(page, "Add a line, What matters to me").click()
    page.cards["matters"].form.fields["text"].control.setText("My dau")
    page.tabs[Tab.CONTACTS].click()
    page.left()
    page.entered(part="talk")
    assert page.state.tab is Tab.CONTACTS
    page.tabs[Tab.PLAN].click()
    assert page.cards["matters"].form.fields["text"].control.text() == "My dau"


def test_a_line_that_could_not_be_kept_stands_in_its_form(show, journal, monkeypatch):
    def full(*_given, **_named):
        raise DiskFull(path="")

    page = show()
    named(page, "Add a line, What matters to me").click()
    with monkeypatch.context() as patched:
        patched.setattr(plans, "add_line", full)
        fill(page, "matters", text="My daughter", open=True)
    page.cards["matters"].form.send()
    assert [(line.text, line.open) for line in plans.plan_lines(journal)] == [("My daughter", True)]


def test_a_contact_is_added_with_the_day_its_number_was_looked_at(show, journal):
    page = show("talk")
    named(page, "Add a contact").click()
    fill(page, "own", name="Mara", call="020 555 0143")
    (mara,) = contacts.contacts(journal)
    assert (mara.name, mara.call, mara.checked_on, mara.open) == ("Mara", "020 555 0143", journal.today(), False)
    assert "Checked 22 November 2026." in words_shown(page)


def test_a_contact_needs_a_name(show, journal):
    page = show("talk")
    named(page, "Add a contact").click()
    fill(page, "own", call="020")
    assert "Type a name." in words_shown(page)
    assert contacts.contacts(journal) == ()


def test_a_shipped_line_is_changed_hidden_and_brought_back(show, journal):
    page = show("talk")
    title = "Call 113"
    named(page, f"Hide, {title}").click()
    assert "Not shown" in words_shown(page)
    named(page, f"Show again, {title}").click()
    assert "Not shown" not in words_shown(page)
    named(page, f"Change, {title}").click()
    fill(page, "shipped", name="Night line", call="0800 1")
    assert "Night line" in words_shown(page)
    named(page, f"As it was, {title}").click()
    assert contacts.contacts(journal) == ()


def test_contacts_move_are_checked_and_deleted(show, journal):
    for name in ("Mara", "Lee"):
        contacts.save_contact(journal, Contact("", name, "020"))
    page = show("talk")
    named(page, "Move down, Mara").click()
    named(page, "I checked it today, Lee").click()
    assert [(each.name, each.checked_on) for each in contacts.contacts(journal)] == [
        ("Lee", journal.today()),
        ("Mara", None),
    ]
    named(page, "Delete, Lee").click()
    assert [each.name for each in contacts.contacts(journal)] == ["Mara"]


def test_where_others_use_the_computer_nothing_can_be_ticked(show, journal, context):
    context.settings.change(others_use=True)
    page = show()
    named(page, "Add a line, What matters to me").click()
    assert "open" not in page.cards["matters"].form.fields
    assert "All of this opens with your passphrase only." in words_shown(page)


def test_a_tick_from_another_computer_stays_where_it_cannot_be_changed(show, journal, context):
    line = plans.add_line(journal, Heading.SIGNS, "one", opened=True)
    context.settings.change(others_use=True)
    page = show()
    named(page, "Change, one").click()
    fill(page, "signs", text="two")
    assert plans.line_of(journal, line.id).open


def test_escape_and_back_lead_to_the_same_half_of_the_calm_moment(show, heard):
    page = show("talk")
    assert page.part is Part.TALK
    QTest.keyClick(page, Qt.Key.Key_Escape)
    page.presenter.on_tab(next(tab for tab in page.tabs if tab.value == "plan"))
    page.back.click()
    assert heard.went == [("calm", {"part": "talk"}), ("calm", {"part": "plan"})]


def test_it_leads_back_to_where_it_was_reached_from(qtbot, context):
    went = []
    page = PlanPage(replace(context, go=lambda key, **where: went.append((key, where))))
    put_up(qtbot, page, 829, 700)
    page.entered(part="plan", back_to="settings")
    assert page.back.accessibleName() == "Back to Settings"
    page.back.click()
    page.entered(part="talk")
    page.back.click()
    assert went == [("settings", {}), ("calm", {"part": "talk"})]
