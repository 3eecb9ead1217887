import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.ui.widgets.tag_field import TagField
from tests.support.windows import put_up


@pytest.fixture
def heard():
    return []


@pytest.fixture
def field(qtbot, theme, heard):
    made = TagField()
    made.changed.connect(heard.append)
    put_up(qtbot, made, 400, 200, active=True)
    made.edit.setFocus()
    return made


def test_a_comma_and_enter_end_a_tag(field, heard):
    QTest.keyClicks(field.edit, "visit,")
    QTest.keyClicks(field.edit, "bad sleep")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == [("visit",), ("visit", "bad sleep")]
    assert field.edit.text() == ""


def test_pasted_commas_end_tags_too(field, heard):
    QApplication.clipboard().setText("a, b,, c")
    field.edit.paste()
    assert heard == [("a", "b", "c")]


def test_the_same_tag_is_not_given_twice(field, heard):
    field.render_tags(["Visit"])
    QTest.keyClicks(field.edit, "visit,")
    assert heard == []
    assert field.tags == ("Visit",)


def test_what_was_typed_is_kept_when_the_field_is_left(field, heard):
    QTest.keyClicks(field.edit, "visit")
    field.edit.clearFocus()
    assert heard == [("visit",)]


def test_a_press_takes_a_tag_away_and_the_keyboard_stays_near(field, heard):
    field.render_tags(["a", "b"])
    QTest.mouseClick(field.buttons[0], Qt.MouseButton.LeftButton)
    assert heard == [("b",)]
    assert field.buttons[0].hasFocus()


def test_backspace_in_the_empty_field_goes_to_the_last_tag_and_removes_it_there(field, heard):
    field.render_tags(["a", "b"])
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert heard == []
    assert field.buttons[-1].hasFocus()
    QTest.keyClick(field.buttons[-1], Qt.Key.Key_Backspace)
    assert heard == [("a",)]
    assert field.edit.hasFocus()


def test_own_tags_are_offered_but_not_those_given_already(field):
    field.render_tags(["home"], ["home", "harbour"])
    finder = field.edit.completer()
    finder.setCompletionPrefix("h")
    assert [finder.completionModel().index(row, 0).data() for row in range(finder.completionCount())] == ["harbour"]


def test_showing_tags_tells_nobody(field, heard):
    field.render_tags(["a"])
    field.render_tags([])
    assert heard == []


def test_each_tag_says_what_it_is_and_how_to_take_it_away(field):
    field.render_tags(["home"])
    assert field.buttons[0].accessibleName() == "Tag: home"
    assert field.buttons[0].accessibleDescription() == "Press to take it away."
    assert field.edit.accessibleName() == "Add a tag"
