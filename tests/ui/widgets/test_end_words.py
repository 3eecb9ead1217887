from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.widgets.end_words import EndWords


def line(qtbot, theme, title):
    made = EndWords(theme)
    qtbot.addWidget(made)
    made.show_words(title, ("not at all", "extremely"), 5)
    made.resize(420, made.heightForWidth(420))
    made.show()
    return made


def test_a_short_name_stands_beside_the_words(qtbot, theme):
    made = line(qtbot, theme, "On edge")
    assert made.height() < 2 * made.heading.height() + 4


def test_a_long_name_stands_over_the_words_and_is_whole(qtbot, theme):
    made = line(qtbot, theme, "Erinnerungen und unruhige Nächte")
    assert made.height() >= made.heading.height() + made.fontMetrics().height() * 0.8
    assert made.heading.width() >= made.heading.sizeHint().width()
    assert made.heading.y() == 0


def test_a_name_gets_its_second_line_when_the_room_shrinks(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    made = EndWords(theme)
    made.show_words("Memories and nights", ("not at all", "extremely"), 5)
    box.addWidget(made)
    box.addStretch(1)
    page.resize(760, 200)
    page.show()
    assert made.height() < 2 * made.heading.height() + 4
    page.resize(420, 200)
    qtbot.waitUntil(lambda: made.height() == made.heightForWidth(420))
    assert made.height() > 2 * made.heading.height()
