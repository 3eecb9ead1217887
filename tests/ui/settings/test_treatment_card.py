import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.ui.settings.state import hour_choices, with_hours
from journal.ui.settings.treatment_card import AfterHours


def test_the_usual_hours_stand_ready_and_none_is_chosen():
    choices = hour_choices(())
    assert [(choice.words, choice.chosen) for choice in choices] == [
        ("4 hours", False),
        ("24 hours", False),
        ("72 hours", False),
    ]


def test_own_hours_stand_among_them_in_order():
    assert [choice.hours for choice in hour_choices((8, 24))] == [4, 8, 24, 72]
    assert [choice.hours for choice in hour_choices((8, 24)) if choice.chosen] == [8, 24]


def test_one_more_and_one_less():
    assert with_hours((24,), 4, asked=True) == [4, 24]
    assert with_hours((4, 24), 24, asked=False) == [4]


@pytest.fixture
def hours(qtbot, theme):
    made = AfterHours()
    qtbot.addWidget(made)
    made.render_hours(hour_choices(()))
    made.told = []
    made.changed.connect(lambda given: (made.told.append(given), made.render_hours(hour_choices(tuple(given)))))
    made.show()
    return made


def test_a_press_chooses_and_another_takes_it_back(hours):
    hours.pills[24].click()
    hours.pills[4].click()
    hours.pills[24].click()
    assert hours.told == [[24], [4, 24], [4]]
    assert hours.pills[4].isChecked()


def test_other_hours_can_be_typed(hours):
    hours.field.setText("8")
    QTest.keyClick(hours.field, Qt.Key.Key_Return)
    assert hours.told == [[8]]
    assert list(hours.pills) == [4, 8, 24, 72]
    assert hours.field.text() == ""


def test_what_is_no_number_of_hours_is_not_taken(hours):
    for text in ("0", "200", "", "x"):
        hours.field.setText(text)
        hours.add.click()
    assert hours.told == []


def test_own_hours_go_when_they_are_given_up(hours):
    hours.field.setText("8")
    hours.add.click()
    hours.pills[8].click()
    assert list(hours.pills) == [4, 24, 72]


def test_six_are_the_most(hours):
    hours.render_hours(hour_choices((1, 2, 3, 4, 5, 6)))
    assert not hours.add.isEnabled()
    assert "Six times are the most." in [label.text() for label in hours.findChildren(type(hours._full))]
