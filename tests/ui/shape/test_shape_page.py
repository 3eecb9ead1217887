"""The page on a real journal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.app import check_ins, history
from journal.app.groups import add_group
from journal.app.item_shapes import put_in_group
from journal.app.items import OwnItem, add_own
from journal.ui.shape.page import ShapePage
from tests.support.rows import page_context
from tests.support.windows import button, put_up, words_shown


@pytest.fixture
def shown(qtbot, theme, opened, heard):
    page = ShapePage(page_context(*opened, theme, heard))
    put_up(qtbot, page, 984, 800, active=True)
    page.entered("items")
    return page


def labels(page, group):
    return [line.label for line in next(each for each in page.presenter.state.groups if each.title == group).lines]


def laid_out(page, key):
    """The labels of a card's rows as they stand on the screen."""
    from journal.ui.shape.item_row import ItemRow

    rows = [row for row in page.items.card(key).findChildren(ItemRow) if row.isVisible()]
    return [row.box.accessibleName() for row in sorted(rows, key=lambda row: row.y())]


def test_an_item_is_hidden_stays_in_sight_and_is_shown_again(shown, journal):
    row = shown.items.row("flashbacks")
    row.box.click()
    assert journal.item("flashbacks").hidden
    assert row.isVisible()
    row.box.click()
    assert not journal.item("flashbacks").hidden


def test_every_item_is_a_press_away(shown):
    assert "Startle" not in words_shown(shown)
    button(shown, "Show every item").click()
    assert "Startle" in words_shown(shown)
    button(shown, "Show only the usual ones").click()
    assert "Startle" not in words_shown(shown)


@pytest.mark.parametrize("text", ["hyperarous", "Startle", "reexp", "re-exp", "aRoUsAl"])
def test_the_search_finds_names_and_clinical_names(shown, text):
    shown.items.search.setText(text)
    found = {line.key for group in shown.presenter.state.groups for line in group.lines}
    words = {"hyperarous": "hypervigilance", "reexp": None, "re-exp": "nightmares"}
    wanted = words.get(text, "startle")
    assert wanted in found if wanted else (not found and "Nothing has this name." in words_shown(shown))


def test_an_item_is_found_by_the_name_it_came_with_too(shown, journal):
    from journal.app.item_shapes import rename_item

    rename_item(journal, "nightmares", "Bad dreams")
    for text in ("bad dr", "nightm"):
        shown.items.search.setText(text)
        assert "Bad dreams" in words_shown(shown)


def test_alt_and_an_arrow_move_an_item_and_the_keyboard_stays_with_it(shown, heard):
    row = shown.items.row("flashbacks")
    row.box.setFocus()
    QTest.keyClick(row.box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert labels(shown, "Memories and nights") == ["Nightmares", "Unwanted memories", "Flashbacks"]
    assert row.box.hasFocus()
    assert heard.said == ["Flashbacks: 3 of 3, Memories and nights"]
    shown.items.updateGeometry()
    QApplication.processEvents()
    assert laid_out(shown, "B") == ["Nightmares", "Unwanted memories", "Flashbacks"]


def test_the_arrows_say_what_they_move_and_stop_at_the_ends(shown):
    arrows = shown.items.row("nightmares").arrows
    assert arrows.up.accessibleName() == "Move Nightmares up"
    assert not arrows.up.isEnabled()
    arrows.down.setFocus()
    arrows.down.click()
    arrows.down.click()
    assert not arrows.down.isEnabled()
    assert arrows.up.hasFocus()


def test_hidden_items_in_between_are_passed_by(shown, journal):
    arrows = shown.items.row("intrusive_memories").arrows
    arrows.up.click()
    order = [item.key for item in journal.items() if not item.hidden][:3]
    assert order == ["nightmares", "intrusive_memories", "flashbacks"]


def test_what_a_search_shows_is_not_moved(shown):
    shown.items.search.setText("memories")
    assert not shown.items.row("intrusive_memories").arrows.isVisible()


def test_an_item_is_renamed_in_place_and_takes_its_name_back(shown, journal):
    shown.items.row("nightmares").change.click()
    panel = shown.items.panel
    assert panel.name.hasFocus()
    panel.name.setText("Bad dreams")
    button(panel, "Done").click()
    assert journal.item("nightmares").label == "Bad dreams"
    assert shown.items.panel is None
    assert shown.items.row("nightmares").change.hasFocus()
    shown.items.row("nightmares").change.click()
    shown.items.panel.name.clear()
    QTest.keyClick(shown.items.panel.name, Qt.Key.Key_Return)
    assert journal.item("nightmares").label == ""


def test_a_name_half_typed_is_kept_when_the_page_is_left(shown, journal):
    shown.items.row("nightmares").change.click()
    shown.items.panel.name.setText("Bad dreams")
    shown.left()
    assert journal.item("nightmares").label == "Bad dreams"


def test_escape_closes_what_is_open_and_gives_the_keyboard_back(shown):
    shown.items.row("nightmares").change.click()
    QTest.keyClick(shown.items.panel.name, Qt.Key.Key_Escape)
    assert shown.items.panel is None
    assert shown.items.row("nightmares").change.hasFocus()


def test_escape_leaves_a_half_typed_name_behind(shown, journal):
    shown.items.row("nightmares").change.click()
    QTest.keyClicks(shown.items.panel.name, "x")
    QTest.keyClick(shown.items.panel.name, Qt.Key.Key_Escape)
    assert journal.item("nightmares").label == ""


def test_a_change_elsewhere_leaves_what_is_being_typed(shown, journal):
    shown.items.row("nightmares").change.click()
    QTest.keyClicks(shown.items.panel.name, " again")
    journal.put_setting("first_weekday", 3)
    assert shown.items.panel.name.text() == "Nightmares again"


def test_a_group_is_made_and_an_item_put_into_it(shown, journal):
    button(shown, "Make a group").click()
    shown.items.group_form.name.setText("Mornings")
    QTest.keyClick(shown.items.group_form.name, Qt.Key.Key_Return)
    assert "Nothing stands here yet. “Change” at an item lets it stand here." in words_shown(shown)
    shown.items.row("anxiety").change.click()
    box = shown.items.panel.group
    box.setFocus()
    box.setCurrentIndex(box.findText("Mornings"))
    box.activated.emit(box.currentIndex())
    assert labels(shown, "Mornings") == ["Anxiety"]
    assert shown.items.panel.group.hasFocus()
    assert shown.items.panel.isVisible()


def test_a_group_is_renamed_moved_deleted_and_its_items_go_back(shown, journal):
    group = add_group(journal, "Mornings")
    put_in_group(journal, "anxiety", group.id)
    card = shown.items.card(group.id)
    card.rename.click()
    card.form.name.setText("Dawn")
    QTest.keyClick(card.form.name, Qt.Key.Key_Return)
    assert labels(shown, "Dawn") == ["Anxiety"]
    card.arrows.down.click()
    assert [each.title for each in shown.presenter.state.groups][:2] == ["Memories and nights", "Dawn"]
    card.delete.click()
    assert "Anxiety" in labels(shown, "Anxiety and more")
    assert not card.isVisible()
    history.undo(journal)
    assert labels(shown, "Dawn") == ["Anxiety"]


def test_a_group_without_a_name_of_its_own_is_refused_in_words(shown, heard):
    shown.presenter.on_group_added("On edge")
    assert heard.errors


def test_a_scale_is_changed_from_today_on(shown, journal, heard):
    check_ins.log(journal, {"nightmares": 3})
    shown.items.row("nightmares").change.click()
    panel = shown.items.panel
    panel.scale.highest.setText("10")
    button(panel, "Use this scale").click()
    version = journal.item("nightmares").version
    assert (version.maximum, version.since_day) == (10, journal.today())
    assert heard.bar[-1][0] == "This scale holds from now on. What you logged before stays on its own."
    assert any("This scale holds since" in words for words in words_shown(shown.items.panel))


def test_steps_that_are_no_numbers_are_said_beside_them(shown, journal):
    before = journal.item("nightmares").version
    shown.items.row("nightmares").change.click()
    panel = shown.items.panel
    panel.scale.highest.setText("many")
    button(panel, "Use this scale").click()
    assert "The lowest and the highest step are whole numbers." in words_shown(panel)
    assert journal.item("nightmares").version == before


def test_what_keeps_its_scale_says_why(shown):
    shown.items.row("hours_slept").change.click()
    assert shown.items.panel.scale is None
    assert "This item keeps its scale: other parts of the journal count with it." in words_shown(shown.items.panel)


def test_an_own_item_is_added_and_stands_there(shown, journal):
    button(shown, "Add an item of your own").click()
    shown.items.own.name.setText("Panic on the bus")
    button(shown.items.own, "Add").click()
    assert not shown.items.own.isVisible()
    assert journal.item("panic_on_the_bus").label == ""
    assert labels(shown, "My own items") == ["Panic on the bus"]


def test_an_own_item_that_cannot_be_stays_in_its_form(shown, heard):
    button(shown, "Add an item of your own").click()
    shown.items.own.name.setText("Panic")
    shown.items.own.scale.highest.setText("0")
    button(shown.items.own, "Add").click()
    assert heard.errors
    assert shown.items.own.name.text() == "Panic"


def test_a_half_typed_own_item_stands_there_again(shown, qtbot, theme, opened, heard):
    button(shown, "Add an item of your own").click()
    shown.items.own.name.setText("Ring in the ea")
    shown.left()
    again = ShapePage(page_context(*opened, theme, heard))
    qtbot.addWidget(again)
    again.show()
    again.entered()
    assert again.items.own.isVisible()
    assert again.items.own.name.text() == "Ring in the ea"
    button(again.items.own, "Cancel").click()
    again.left()
    third = ShapePage(page_context(*opened, theme, heard))
    qtbot.addWidget(third)
    third.entered()
    assert third.items.own.isHidden()


def test_an_ampersand_in_a_name_is_no_shortcut(shown, journal):
    add_own(journal, OwnItem("tea", "Tea & cake"))
    assert shown.items.row("tea").box.text() == "Tea && cake"
    assert shown.items.row("tea").box.accessibleName() == "Tea & cake"


def test_undo_elsewhere_is_seen(shown, journal):
    shown.items.row("flashbacks").box.click()
    history.undo(journal)
    assert shown.items.row("flashbacks").box.isChecked()


def test_the_way_back_leads_to_settings(shown, heard):
    shown.back.click()
    assert heard.went == ["settings"]
