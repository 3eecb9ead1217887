"""The room as widgets: by keys, without a timer before a press, in large text and both themes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from journal.host.clock import FixedClock
from journal.host.resources import resource
from journal.model.breathing import Breath
from journal.model.breathing import Part as BreathPart
from journal.texts.translation import LANGUAGES, use_language
from journal.ui.calm.big_button import in_two_lines
from journal.ui.calm.breath_shape import BreathShape
from journal.ui.calm.place import CHOICES, CalmPlace, Part
from journal.ui.calm.room import CalmRoom
from journal.ui.theme.fonts import ANDIKA, INTER
from tests.support.calm import OPEN, Visit
from tests.support.every_page import settle
from tests.support.windows import EVENING, button, dress, words_shown

SMALLEST_WINDOW = (1024, 700)


@pytest.fixture
def visit():
    return Visit()


@pytest.fixture
def show(qtbot, theme, visit, tmp_path):
    def made(dressed=None, place=None, size=(1024, 700)):
        room = CalmRoom(dressed or theme, visit.parts(tmp_path))
        qtbot.addWidget(room)
        room.resize(*size)
        room.show()
        room.activateWindow()
        qtbot.waitUntil(room.isActiveWindow)
        room.begin(place or CalmPlace(), "Back to Today")
        QApplication.processEvents()
        return room

    return made


def bar_of(room):
    return room._views[room.place.part].verticalScrollBar()


def test_the_first_screen_has_the_time_the_place_and_four_choices_alike(show):
    room = show()
    shown = words_shown(room)
    assert "I am at home." in shown
    choices = [room.home.buttons[part] for part in CHOICES]
    assert [each.text() for each in choices] == [
        "What is around me",
        "Breathing",
        "My plan",
        "Someone to talk to",
    ]
    assert len({(each.width(), each.height()) for each in choices}) == 1
    assert all(each.height() >= 44 for each in choices)


def test_stop_is_the_first_stop_of_the_keyboard_in_every_view(show):
    room = show()
    for part in Part:
        room.presenter.on_part(part)
        assert room.stop.isVisible()
        assert room.window().focusWidget() is room.stop
        assert room.back.isVisible()


def test_everything_can_be_hidden_by_a_button_here_too(show, visit):
    button(show(place=CalmPlace(Part.TALK)), "Hide").click()
    assert visit.hidden == 1


def test_escape_stops(show, visit):
    room = show(place=CalmPlace(Part.BREATHING, running=True))
    assert room.breathing.running
    QTest.keyClick(room.stop, Qt.Key.Key_Escape)
    assert not room.breathing.running
    QTest.keyClick(room.stop, Qt.Key.Key_Escape)
    assert room.place == CalmPlace()
    QTest.keyClick(room.stop, Qt.Key.Key_Escape)
    assert visit.left == 1


def test_no_timer_but_the_clocks_runs_before_a_press(show):
    room = show()
    for part in Part:
        room.presenter.on_part(part)
        running = [timer for timer in room.findChildren(QTimer) if timer.isActive() and timer is not room._minute]
        assert running == []
    room.presenter.on_part(Part.BREATHING)
    room.breathing.start.click()
    assert room.breathing.running


def test_the_time_is_told_anew_each_minute(qtbot, theme, visit, tmp_path):
    clock = FixedClock(EVENING.ms)
    room = CalmRoom(theme, visit.parts(tmp_path, clock))
    qtbot.addWidget(room)
    room.begin(CalmPlace(), "Back to Today")
    assert room.home.time.text() == "It is 21:04"
    clock.ms += 60_000
    room._minute.timeout.emit()
    assert room.home.time.text() == "It is 21:05"
    assert room._minute.isActive()


def test_breathing_follows_the_pace_and_says_each_part_once(show, monkeypatch):
    said = []
    monkeypatch.setattr("journal.ui.calm.breathing_view.announce", lambda widget, words: said.append(words))
    room = show(place=CalmPlace(Part.BREATHING))
    view, now = room.breathing, [100.0]
    view._elapsed = lambda: now[0]
    view.start.click()
    sizes = []
    for now[0] in (100.0, 102.0, 103.9, 104.1, 107.0, 109.9):
        view.look()
        sizes.append(view.shape.size_now)
    assert said == ["Breathe in", "Breathe out"]
    assert sizes[0] < sizes[1] < sizes[2]
    assert sizes[3] > sizes[4] > sizes[5]


def test_where_less_motion_is_wanted_the_shape_stands_still_and_the_number_counts(show, visit):
    visit.still = True
    room = show(place=CalmPlace(Part.BREATHING))
    view, now = room.breathing, [100.0]
    view._elapsed = lambda: now[0]
    view.start.click()
    seen = set()
    for now[0] in (100.0, 102.0, 105.0):
        view.look()
        seen.add((view.shape.size_now, view.shape.breath.left_s))
    assert len({size for size, _left in seen}) == 1
    assert len({left for _size, left in seen}) > 1


def test_the_colours_of_the_shape_never_change_with_the_breath(qtbot, theme):
    shape = BreathShape(theme)
    qtbot.addWidget(shape)
    shape.resize(400, 400)
    middle = []
    for fullness in (0.0, 0.5, 1.0):
        shape.show_breath(Breath(BreathPart.IN, 3, fullness))
        picture = shape.grab().toImage()
        middle.append(picture.pixelColor(200, 170).name())
    assert len(set(middle)) == 1


def test_the_shape_stays_where_it_is_when_it_begins(show):
    room = show(place=CalmPlace(Part.BREATHING), size=(1280, 900))
    before = room.breathing.shape.geometry()
    room.breathing.start.click()
    QApplication.processEvents()
    assert room.breathing.shape.geometry() == before


def test_it_ends_without_praise(show):
    room = show(place=CalmPlace(Part.BREATHING))
    before = words_shown(room)
    room.breathing.start.click()
    room.stop.click()
    assert words_shown(room) == before


def test_the_pace_is_changed_by_buttons_with_names(show, visit):
    room = show(place=CalmPlace(Part.BREATHING))
    button(room, "Change the pace").click()
    longer = next(each for each in room.findChildren(QAbstractButton) if each.accessibleName() == "Breathe out: longer")
    longer.click()
    assert "Breathe out: 7 seconds" in words_shown(room)


def test_a_number_is_copied_and_never_dialled(show):
    room = show(place=CalmPlace(Part.TALK))
    named = {each.accessibleName(): each for each in room.findChildren(QAbstractButton)}
    named["Copy 020 555 0143"].click()
    assert QGuiApplication.clipboard().text() == "020 555 0143"
    assert named["Copy 020 555 0143"].text() == "Copied"


def test_what_is_longer_than_the_window_scrolls_by_keys(qtbot, show):
    room = show(place=CalmPlace(Part.TALK), size=(800, 500))
    room.presenter.on_country("GB")
    qtbot.waitUntil(lambda: bar_of(room).maximum() > 0)
    QTest.keyClick(room.stop, Qt.Key.Key_PageDown)
    assert bar_of(room).value() > 0
    QTest.keyClick(room.stop, Qt.Key.Key_PageUp)
    assert bar_of(room).value() == 0


def test_the_senses_by_keys_end_at_the_last_without_losing_the_keyboard(show):
    room = show(place=CalmPlace(Part.SENSES))
    room.senses.next.setFocus()
    for _ in range(4):
        QTest.keyClick(room.window().focusWidget(), Qt.Key.Key_Return)
    assert not room.senses.next.isVisible()
    assert room.window().focusWidget() is room.senses.before


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_first_screen_needs_no_scrolling_in_large_text(qtbot, qapp, show, choice):
    source = dress(qapp, choice, 2.0)
    room = show(source)
    qtbot.waitUntil(lambda: room.home.buttons[Part.PLAN].height() > 60)
    assert bar_of(room).maximum() == 0
    room.presenter.on_rated(7)
    room.presenter.on_rated(4)
    QApplication.processEvents()
    assert bar_of(room).maximum() == 0
    source.choose_scale(1.0)
    source.deleteLater()


@pytest.mark.parametrize("font", [INTER, ANDIKA])
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("known", [OPEN, replace(OPEN, place_words="")], ids=["with the place", "with the hint"])
def test_the_first_screen_needs_no_scrolling_in_large_text_in_any_language(qtbot, qapp, show, visit, code, font, known):
    visit.known = known
    source = dress(qapp, "light", 2.0)
    source.choose_font(font)
    use_language(code, resource("locale"))
    try:
        room = show(source, size=SMALLEST_WINDOW)
        qtbot.waitUntil(lambda: room.home.buttons[Part.PLAN].height() > 60)
        settle()
        assert bar_of(room).maximum() == 0
        words = [button.text().replace("\n", " ") for button in room.home.buttons.values()]
        assert words == [button.accessibleName() for button in room.home.buttons.values()]
        choices = list(room.home.buttons.values())
        assert len({each.width() for each in choices}) == 1
        assert font == ANDIKA or len({each.height() for each in choices}) == 1
    finally:
        use_language("en", resource("locale"))
        source.choose_font(INTER)
        source.choose_scale(1.0)
        source.deleteLater()


def test_words_too_long_for_half_the_window_go_on_in_a_second_line():
    assert in_two_lines("Was um mich herum ist") == "Was um mich\nherum ist"
    assert in_two_lines("Breathing") == "Breathing"


def test_every_target_is_large_enough(show):
    room = show()
    for part in Part:
        room.presenter.on_part(part)
        QApplication.processEvents()
        small = [
            (each.text(), each.height())
            for each in room.findChildren(QAbstractButton)
            if each.isVisible() and each.height() < 44 and each is not room.breathing.moving
        ]
        assert small == []


class Flashes(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, room):
        super().__init__()
        self.room, self.seen = room, []

    def eventFilter(self, watched, event):  # noqa: N802 Qt's name
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and watched is not self.room:
            self.seen.append(watched)
        return False


def test_no_part_of_the_room_flashes_as_a_window(qapp, show, visit):
    room = show()
    watch = Flashes(room)
    qapp.installEventFilter(watch)
    for part in Part:
        room.presenter.on_part(part)
    room.presenter.on_country("US")
    room.presenter.on_part(Part.BREATHING)
    room.breathing.start.click()
    room.breathing._on_change()
    QApplication.processEvents()
    qapp.removeEventFilter(watch)
    assert watch.seen == []


def test_every_view_scrolls_rather_than_clips(show):
    room = show(size=(640, 480))
    for part in Part:
        room.presenter.on_part(part)
        QApplication.processEvents()
        area = room._views[part]
        assert isinstance(area, QScrollArea)
        assert area.widget().width() <= area.viewport().width() + 1
