from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from journal.ui.main_window import MainWindow


def make(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    return window


def test_a_room_that_is_kept_ready_stays_unseen_when_a_hidden_window_is_shown(qtbot):
    window, shown, kept = MainWindow(), QWidget(), QWidget()
    qtbot.addWidget(window, before_close_func=lambda window: window.let_close())
    window.show_room(shown)
    window.keep_room(kept)
    window.show()
    assert (shown.isVisible(), kept.isVisible()) == (True, False)
    window.show_room(kept)
    assert kept.isVisible()


def test_the_title_is_neutral(qtbot, theme):
    assert make(qtbot).windowTitle() == "Leeward"


def test_the_first_picture_is_told_once(qtbot, theme):
    window = make(qtbot)
    told = []
    window.first_painted.connect(lambda: told.append(True))
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.repaint()
    assert told == [True]


def test_a_new_room_takes_the_place_of_the_old(qtbot, theme):
    window = make(qtbot)
    old, new = QLabel("old"), QLabel("new")
    window.show_room(old)
    with qtbot.waitSignal(old.destroyed):
        window.show_room(new)
    assert window.room is new


def test_closing_asks_first(qtbot, theme):
    window = make(qtbot)
    window.show()
    with qtbot.waitSignal(window.close_wanted):
        window.close()
    assert window.isVisible()
    window.let_close()
    assert not window.isVisible()


def test_the_window_stands_where_it_stood(qtbot, theme):
    first = make(qtbot)
    first.place("")
    first.resize(700, 500)
    first.show()
    second = make(qtbot)
    second.place(first.placement())
    assert second.size() == first.size()
    first.let_close()


def test_a_placement_that_cannot_be_read_gives_the_usual_size(qtbot, theme):
    window = make(qtbot)
    window.place("not a placement")
    assert window.width() > 600


def test_a_room_made_apart_keeps_its_keyboard_when_it_is_shown(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    room = QWidget()
    layout = QVBoxLayout(room)
    first, second = QLineEdit(), QLineEdit()
    layout.addWidget(first)
    layout.addWidget(second)
    second.setFocus()
    window.show_room(room)
    assert window.focusWidget() is second


def test_a_window_larger_than_its_screen_is_made_to_fit_with_its_frame(qtbot, theme):
    window = make(qtbot)
    window.resize(5000, 5000)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    there = window.screen().availableGeometry()
    assert window.frameGeometry().height() <= there.height()
    assert window.frameGeometry().width() <= there.width()
