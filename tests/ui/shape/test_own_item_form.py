import pytest
from PySide6.QtCore import Qt

from journal.model.items import Asked, Better, Combine, Kind
from journal.ui.shape.own_item_form import OwnItemForm, key_from
from journal.ui.shape.scale_fields import whole_number
from tests.support.windows import button, words_shown


@pytest.fixture
def form(qtbot, theme):
    made = OwnItemForm()
    qtbot.addWidget(made)
    made.show()
    return made


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def added(qtbot, form):
    with qtbot.waitSignal(form.wanted) as told:
        button(form, "Add").click()
    return told.args[0]


def test_a_scale_with_its_words_direction_and_combination(qtbot, form):
    form.name.setText("Panic on the bus")
    form.scale.highest.setText("2")
    form.scale.words.setText("none, some, a lot")
    choose(form.scale.better, Better.HIGHER)
    choose(form.scale.asked, Asked.EVENING)
    choose(form.combine, Combine.MAX)
    wanted = added(qtbot, form)
    assert (wanted.key, wanted.words, wanted.maximum) == ("panic_on_the_bus", ("none", "some", "a lot"), 2)
    assert (wanted.better, wanted.asked, wanted.combine) == (Better.HIGHER, Asked.EVENING, Combine.MAX)


@pytest.mark.parametrize(("kind", "maximum"), [(Kind.COUNT, None), (Kind.HOURS, None), (Kind.YES_NO, 1)])
def test_what_has_no_steps_asks_for_none(qtbot, form, kind, maximum):
    form.name.setText("Cups of tea")
    choose(form.kind, kind)
    assert not form.scale.highest.isVisible()
    assert added(qtbot, form).maximum == maximum


def test_a_count_can_have_a_unit(qtbot, form):
    form.name.setText("Tea")
    choose(form.kind, Kind.COUNT)
    form.scale.unit.setText("cups")
    assert added(qtbot, form).unit == "cups"


def test_hours_say_that_they_are_hours(qtbot, form):
    form.name.setText("In the garden")
    choose(form.kind, Kind.HOURS)
    assert added(qtbot, form).unit == "h"


def test_what_is_missing_is_said(form):
    form.name.setText("Panic")
    form.scale.highest.setText("nothing")
    button(form, "Add").click()
    assert "Give it a name, and whole numbers for its lowest and highest step." in words_shown(form)


def test_an_own_group_can_be_chosen_where_there_is_one(qtbot, form):
    assert not form.group.isVisible()
    form.show_groups((("g1", "Mornings"),))
    form.name.setText("Tea")
    choose(form.group, "g1")
    assert added(qtbot, form).group_id == "g1"


def test_what_was_typed_is_put_back(form):
    form.name.setText("Ring in the ea")
    choose(form.kind, Kind.COUNT)
    choose(form.scale.better, Better.HIGHER)
    typed = form.typed
    form.clear()
    assert form.blank
    form.fill(typed)
    assert (form.name.text(), form.kind.currentData(), form.scale.better.currentData()) == (
        "Ring in the ea",
        "count",
        "higher",
    )


def test_escape_leaves_the_form(qtbot, form):
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form.name, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Panic on the bus", "panic_on_the_bus"),
        ("Émotions", "emotions"),
        ("3 walks", "item_3_walks"),
        ("!", "item_21"),
    ],
)
def test_a_key_is_made_from_the_name(label, key):
    assert key_from(label) == key


def test_names_in_other_scripts_give_keys_that_differ():
    assert key_from("Тривога") != key_from("Радість")
    assert len(key_from("Тривога" * 20)) <= 40


@pytest.mark.parametrize(("text", "number"), [("4", 4.0), ("−2", -2.0), ("1.5", None), ("x", None), ("", None)])
def test_a_step_is_a_whole_number(text, number):
    assert whole_number(text) == number
