import pytest

from journal.ui.widgets.beside_row import BesideRow
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.labels import Body

WORDS = "A sentence of some length that goes on and on."


@pytest.fixture
def row(qtbot, theme):
    made = BesideRow(Body(WORDS), QuietButton("A button of some width"), least_px=200)
    qtbot.addWidget(made)
    made.resize(800, 200)
    made.show()
    return made


def places(row):
    words, button = row.findChild(Body), row.findChild(QuietButton)
    return words.geometry(), button.geometry()


def test_the_button_stands_beside_the_words_where_there_is_room(row):
    words, button = places(row)
    assert button.left() >= words.right()


def test_it_stands_below_them_where_there_is_not(qtbot, row):
    row.resize(300, 200)
    qtbot.waitUntil(lambda: places(row)[1].top() >= places(row)[0].bottom())


def test_longer_words_on_the_button_send_it_below_too(qtbot, row):
    row.findChild(QuietButton).setText("A much wider button " * 5)
    qtbot.waitUntil(lambda: places(row)[1].top() >= places(row)[0].bottom())


def test_words_alone_have_the_whole_line(qtbot, row):
    row.findChild(QuietButton).hide()
    row.resize(300, 200)
    qtbot.waitUntil(lambda: places(row)[0].width() == 300)
