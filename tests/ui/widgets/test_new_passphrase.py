import pytest

from journal.ui.widgets.new_passphrase import NewPassphrase
from journal.ui.widgets.passphrase_strength import guess_score, strength_words


@pytest.fixture
def fields(qtbot, theme):
    made = NewPassphrase()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_empty_passphrase_has_no_strength():
    assert strength_words("") == ""


def test_a_common_password_is_very_easy_to_guess():
    assert strength_words("password") == "Very easy to guess"


def test_words_that_do_not_belong_together_are_hard_to_guess():
    assert strength_words("quiet harbour lights turnip") == "Very hard to guess"


def test_a_very_long_text_is_judged_at_once():
    assert guess_score("a" * 5000) == 4


def test_the_same_twice_is_taken(fields):
    fields.first.edit.setText("a")
    fields.again.edit.setText("a")
    assert fields.passphrase == "a"
    assert fields.problem() == ""


def test_a_slip_of_the_finger_is_not(fields):
    fields.first.edit.setText("harbour")
    fields.again.edit.setText("harbuor")
    assert fields.passphrase is None
    assert "not the same" in fields.problem()


def test_the_strength_is_told_in_words(qtbot, fields):
    fields.first.edit.setText("password")
    qtbot.waitUntil(lambda: fields.strength == "Very easy to guess")


def test_enter_in_the_second_field_goes_on(qtbot, fields):
    from PySide6.QtCore import Qt

    with qtbot.waitSignal(fields.confirmed):
        qtbot.keyClick(fields.again.edit, Qt.Key.Key_Return)


def test_pasting_is_allowed(qtbot, qapp, fields):
    qapp.clipboard().setText("pasted words")
    fields.first.edit.paste()
    assert fields.first.text() == "pasted words"
