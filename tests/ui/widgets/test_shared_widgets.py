import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from journal.ui.widgets.buttons import ChoiceButton, PrimaryButton, QuietButton, SidebarButton, show_chosen
from journal.ui.widgets.calm_bar import CalmBar, StillLine
from journal.ui.widgets.card import Card
from journal.ui.widgets.checks import CheckBox, RadioButton
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.focus_ring import FocusRing
from journal.ui.widgets.item_checklist import ItemChecklist
from journal.ui.widgets.item_choices import ChoiceGroup, ItemChoice
from journal.ui.widgets.scroll_page import ScrollPage
from tests.support.windows import button, words_shown


def shown(qtbot, widget, width=400, height=300):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(qtbot, theme, key):
    pressed = []
    made = shown(qtbot, QuietButton("Go on"))
    made.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(made, key)
    assert pressed


@pytest.mark.parametrize("kind", [PrimaryButton, QuietButton, ChoiceButton])
def test_a_large_button_is_a_target_of_44_pixels(qtbot, theme, kind):
    made = shown(qtbot, kind("Go on", large=True))
    assert made.minimumHeight() >= 44


def test_the_calm_bar_shows_a_sentence_and_its_buttons(qtbot, theme):
    bar = shown(qtbot, CalmBar())
    bar.say("The disk is full.", [("Try again", lambda: None)])
    assert {"The disk is full.", "Try again", "Close"} <= set(words_shown(bar))


def test_a_button_of_the_calm_bar_closes_it_and_acts(qtbot, theme):
    acted = []
    bar = shown(qtbot, CalmBar())
    bar.say("Deleted.", [("Undo", lambda: acted.append(True))])
    button(bar, "Undo").click()
    assert acted
    assert not bar.text


def test_the_next_sentence_takes_the_place_of_the_last(qtbot, theme):
    bar = shown(qtbot, CalmBar())
    bar.say("One", [("Undo", lambda: None)])
    bar.say("Two")
    assert bar.text == "Two"
    assert "Undo" not in words_shown(bar)


def test_a_still_line_stands_until_it_is_taken_away(qtbot, theme):
    line = shown(qtbot, StillLine())
    line.stand("Closing soon. Any key keeps it open")
    assert line.text == "Closing soon. Any key keeps it open"
    line.stand("")
    assert not line.text


def test_a_row_goes_on_in_the_next_line(qtbot, theme):
    row = FlowRow(*[QPushButton(f"Button {n}") for n in range(6)])
    wide, narrow = row.layout().heightForWidth(2000), row.layout().heightForWidth(150)
    assert narrow > wide * 2
    row.deleteLater()


def test_what_is_wider_than_the_row_gets_narrower_where_it_can(qtbot, theme):
    box = ComboBox()
    box.setMinimumContentsLength(90)
    box.setMinimumWidth(100)
    row = shown(qtbot, FlowRow(box), width=300)
    assert 100 < box.width() <= row.width()


@pytest.mark.parametrize(("top", "below"), [(True, 0), (False, 30)])
def test_fields_of_a_line_can_be_level_at_the_top(qtbot, theme, top, below):
    low, high = QWidget(), QWidget()
    low.setFixedSize(40, 40)
    high.setFixedSize(40, 100)
    row = shown(qtbot, FlowRow(low, high, top=top), height=100)
    assert low.y() - high.y() == below
    assert row.height() >= 100


def test_a_row_is_mirrored_for_scripts_from_right_to_left(qtbot, theme):
    first, second = QPushButton("a"), QPushButton("b")
    row = shown(qtbot, FlowRow(first, second))
    assert first.x() < second.x()
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.layout().setGeometry(row.rect())
    assert first.x() > second.x()


def test_a_card_is_named_after_its_heading(qtbot, theme):
    card = shown(qtbot, Card("Last night"))
    assert card.accessibleName() == "Last night"
    card.set_title("")
    assert not card.heading.isVisible()


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_ticked_box_looks_other_than_by_colour(qtbot, theme, kind):
    """The mark inside is drawn in another colour than the box, so shape tells it too."""
    box = shown(qtbot, kind("Nightmares"), 200, 40)
    box.setChecked(True)
    picture = box.grab().toImage()
    colours = {picture.pixelColor(x, 20).name().upper() for x in range(1, 22)}
    assert QColor(theme.tokens.accent).name().upper() in colours
    assert len(colours) > 2


def test_a_click_on_the_words_ticks_the_box(qtbot, theme):
    box = shown(qtbot, CheckBox("Nightmares"), 200, 40)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert box.isChecked()


def test_a_passphrase_is_hidden_until_shown(qtbot, theme):
    field = shown(qtbot, PassphraseField("Passphrase"))
    field.edit.setText("quiet harbour")
    assert "quiet" not in field.edit.displayText()
    field.shower.click()
    assert field.edit.displayText() == "quiet harbour"
    field.clear()
    assert not field.text()
    assert not field.shower.isChecked()


def test_a_list_to_choose_from_draws_its_arrow(qtbot, theme):
    box = shown(qtbot, ComboBox(), 200, 40)
    box.addItem("Light")
    picture = box.grab().toImage()
    colours = {picture.pixelColor(x, y).name().upper() for x in range(175, 195) for y in range(10, 30)}
    assert QColor(theme.tokens.accent).name().upper() in colours


def test_the_focus_has_a_ring_round_it(qtbot, qapp, theme):
    window = QWidget()
    column = QVBoxLayout(window)
    first, second = QuietButton("One"), QuietButton("Two")
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(qapp, theme)
    shown(qtbot, window)
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry().contains(first.geometry())
    second.setFocus()
    qtbot.waitUntil(lambda: ring.geometry().contains(second.geometry()))


def test_the_ring_leaves_with_its_control(qtbot, qapp, theme):
    window = QWidget()
    column = QVBoxLayout(window)
    first = QuietButton("One")
    column.addWidget(first)
    ring = FocusRing(qapp, theme)
    shown(qtbot, window)
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(ring.isVisible)
    first.hide()
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_an_empty_page_that_qt_leads_the_keyboard_to_has_no_ring(qtbot, qapp, theme):
    window, stack, field = QWidget(), QStackedWidget(), QLineEdit()
    QVBoxLayout(window).addWidget(stack)
    for page in (field, QWidget()):
        stack.addWidget(page)
    ring = FocusRing(qapp, theme)
    shown(qtbot, window)
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(ring.isVisible)
    stack.setCurrentIndex(1)
    qtbot.waitUntil(lambda: qapp.focusWidget() is stack.widget(1))
    assert not ring.isVisible()


def test_a_control_with_its_own_ring_gets_no_second_one(qtbot, qapp, theme):
    window = QWidget()
    column = QVBoxLayout(window)
    own = QuietButton("One")
    own.setProperty("own_focus", True)
    column.addWidget(own)
    ring = FocusRing(qapp, theme)
    shown(qtbot, window)
    window.activateWindow()
    own.setFocus()
    qtbot.waitUntil(own.hasFocus)
    assert not ring.isVisible()


def test_the_control_with_the_focus_is_scrolled_into_view(qtbot, theme):
    page = ScrollPage()
    for n in range(40):
        page.column.addWidget(QuietButton(f"Button {n}"))
    shown(qtbot, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    last = button(page, "Button 39")
    last.setFocus()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


GROUPS = (
    ChoiceGroup(
        "Memories",
        (
            ItemChoice("nightmares", "Nightmares", "", asked=True, more=False),
            ItemChoice("fear", "Fear", "", asked=False, more=True),
        ),
    ),
    ChoiceGroup("Extra", (ItemChoice("pain", "Pain", "", asked=False, more=True),)),
)


def test_the_rest_of_the_items_comes_when_asked_for(qtbot, theme):
    checklist = ItemChecklist()
    checklist.show_groups(GROUPS)
    shown(qtbot, checklist)
    assert words_shown(checklist) == ["Memories", "Nightmares", "Ask about more"]
    checklist.more.click()
    assert words_shown(checklist) == ["Memories", "Nightmares", "Fear", "Extra", "Pain"]


def test_ticking_an_item_is_told(qtbot, theme):
    checklist = ItemChecklist()
    checklist.show_groups(GROUPS)
    shown(qtbot, checklist)
    with qtbot.waitSignal(checklist.ticked) as told:
        button(checklist, "Nightmares").click()
    assert told.args == ["nightmares", False]
    assert checklist.asked == {"nightmares": False, "fear": False, "pain": False}


def choices(qtbot, *words):
    """Choice buttons that exclude each other, in a window, the second one chosen."""
    page = QWidget()
    qtbot.addWidget(page)
    group = QButtonGroup(page)
    box = QVBoxLayout(page)
    buttons = {word: ChoiceButton(word) for word in words}
    for made in buttons.values():
        group.addButton(made)
        box.addWidget(made)
    show_chosen(buttons, words[1])
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, buttons


def use(widget):
    """Do what a screen reader does to activate a control: its first action."""
    act = QAccessible.queryAccessibleInterface(widget).actionInterface()
    act.doAction(act.actionNames()[0])


def test_a_screen_reader_chooses_as_a_click_does(qtbot, theme):
    pressed = []
    _page, buttons = choices(qtbot, "4 weeks", "3 months")
    for word, made in buttons.items():
        made.clicked.connect(lambda _checked=False, word=word: pressed.append(word))
    use(buttons["4 weeks"])
    assert pressed == ["4 weeks"]
    assert not buttons["3 months"].isChecked()


def test_a_screen_reader_opens_a_page_and_showing_it_is_no_click(qtbot, theme):
    pressed = []
    made = shown(qtbot, SidebarButton("History"))
    made.clicked.connect(lambda: pressed.append(True))
    made.setChecked(True)
    assert not pressed
    made.setChecked(False)
    assert not made.isChecked()
    use(made)
    assert pressed == [True]


@pytest.mark.parametrize("kind", [SidebarButton, ChoiceButton])
def test_one_of_several_is_a_radio_button_to_a_screen_reader(qtbot, theme, kind):
    made = shown(qtbot, kind("History"))
    assert QAccessible.queryAccessibleInterface(made).role() is QAccessible.Role.RadioButton


def test_a_click_counts_once(qtbot, theme):
    pressed = []
    made = shown(qtbot, SidebarButton("History"))
    made.clicked.connect(lambda: pressed.append(True))
    made.click()
    assert pressed == [True]


def test_the_chosen_one_is_the_tab_stop(qtbot, theme):
    _page, buttons = choices(qtbot, "4 weeks", "3 months", "A year")
    stops = [word for word, made in buttons.items() if made.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["3 months"]


def test_the_keyboard_follows_what_is_chosen(qtbot, theme):
    _page, buttons = choices(qtbot, "4 weeks", "3 months", "A year")
    buttons["4 weeks"].setFocus()
    show_chosen(buttons, "A year")
    assert buttons["A year"].hasFocus()


def test_a_low_label_stands_in_the_middle_beside_a_high_button(qtbot, theme):
    label, high = QLabel("Go to a date"), QuietButton("Go", large=True)
    row = shown(qtbot, FlowRow(label, high))
    assert row.isVisible()
    assert abs(label.geometry().center().y() - high.geometry().center().y()) <= 1


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_words_beside_a_box_stand_whole_where_they_wrap(qtbot, theme, kind):
    page, box = QWidget(), kind("Many words that do not stand in one line of so narrow a page")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(box)
    column.addStretch(1)
    page.resize(180, 400)
    page.show()
    assert box.height() == box.heightForWidth(box.width()) > box.fontMetrics().height() * 2


def test_a_row_takes_its_height_anew_when_what_is_in_it_changes(qtbot):
    first, second = QPushButton("one"), QPushButton("two")
    row = FlowRow(first, second)
    qtbot.addWidget(row)
    narrow = first.sizeHint().width() + 4
    row.resize(narrow, 200)
    row.show()
    two_lines = row.layout().heightForWidth(narrow)
    second.hide()
    assert row.layout().heightForWidth(narrow) < two_lines
    second.show()
    assert row.layout().heightForWidth(narrow) == two_lines
    second.setMinimumHeight(90)
    assert row.layout().heightForWidth(narrow) > two_lines
    row.put(first)
    assert row.layout().heightForWidth(narrow) < two_lines
    second.deleteLater()
