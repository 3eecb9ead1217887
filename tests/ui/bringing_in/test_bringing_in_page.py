import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journal.app.runner import ThreadRunner
from journal.model.items import Kind
from journal.ui.bringing_in.names_state import LEFT_OUT
from journal.ui.bringing_in.page_factory import create
from journal.ui.bringing_in.state import Step
from journal.ui.delivery import WindowDelivery
from tests.support.file_dialogs import answer_with
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.rows import Heard, page_context
from tests.support.windows import button, words_shown
from tests.ui.bringing_in.conftest import DAYLIO


def choose(page, path, monkeypatch):
    answer_with(monkeypatch, path)
    page.file.choose.click()


def keys(widget, *pressed):
    for key in pressed:
        QTest.keyClick(widget, key)


def test_it_begins_with_one_button_and_the_keyboard_on_it(page):
    assert "Choose a file…" in words_shown(page)
    assert page.file.choose.hasFocus()
    assert not page.foot.isVisible()


def test_a_diary_from_the_file_to_the_undo(page, daylio, journal, monkeypatch):
    choose(page, daylio, monkeypatch)
    assert "An export from Daylio." in page.file.found.text()
    assert "3 entries, 1 place not read." in page.foot.words.text()
    assert page.first.list.lines.rowCount() == 3
    button(page, "Bring in").click()
    assert journal.store.entries.count() == 3
    assert page.file.result.text() == "Brought in: 3 new entries."
    assert page.file.undo.hasFocus()
    button(page, "Undo this import").click()
    assert journal.store.entries.count() == 0
    assert "Undo this import" not in words_shown(page)


def test_a_file_can_be_dropped(page, daylio):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(daylio))])
    no_buttons, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    page.file.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, no_buttons, no_keys))
    assert page.state.name == "export.csv"


def test_closing_the_file_dialog_changes_nothing(page, monkeypatch):
    answer_with(monkeypatch, None)
    page.file.choose.click()
    assert page.state.step is Step.START


def test_names_are_settled_by_keyboard_alone(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    assert page.names.list.hasFocus()
    page.names.list.choose([row.title for row in page.state.names.rows].index("Arbeit"))
    keys(page.names.list, Qt.Key.Key_Return)
    assert page.names.form.way.hasFocus()
    QTest.keyClicks(page.names.form.way, "leave it")
    keys(page.names.form.way, Qt.Key.Key_Return)
    ways = {row.title: row.way for row in page.state.names.rows}
    assert ways["Arbeit"] == LEFT_OUT
    assert page.names.list.row == 3
    keys(page.names.form.way, Qt.Key.Key_Escape)
    assert page.names.list.hasFocus()


def test_a_missing_number_is_typed_and_taken(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    page.names.list.choose([row.title for row in page.state.names.rows].index("unwell"))
    form = page.names.form
    assert form.problem.isVisible()
    form.value.setFocus()
    QTest.keyClicks(form.value, "2")
    keys(form.value, Qt.Key.Key_Return)
    row = next(row for row in page.state.names.rows if row.title == "unwell")
    assert (row.answer.value, row.lacking) == (2.0, False)


def test_a_new_items_name_and_scale_hold_for_all_words_of_it(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    form = page.names.form
    form.label.setText("My mood")
    form.label.editingFinished.emit()
    labels = {row.answer.new.label for row in page.state.names.rows if row.question.kind == "mood"}
    assert labels == {"My mood"}
    assert any("My mood: 5" in line.answers for line in page.state.first)


def test_what_cannot_be_a_scale_is_said_and_not_taken(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    form = page.names.form
    form.highest.setText("0")
    form.highest.editingFinished.emit()
    assert form.problem.text() == "Give it a name, and a highest step above the lowest."
    assert page.state.names.rows[0].answer.new.maximum == 5


def test_the_kind_of_a_new_item_can_be_changed(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    row = [row.title for row in page.state.names.rows].index("Yoga")
    page.names.list.choose(row)
    kind = page.names.form.kind
    for wanted, ends in ((Kind.COUNT, (0, None)), (Kind.SCALE, (0, 4)), (Kind.YES_NO, (0, 1))):
        kind.setCurrentIndex(kind.findData(wanted))
        kind.activated.emit(kind.currentIndex())
        new = page.state.names.rows[row].answer.new
        assert (new.kind, new.minimum, new.maximum) == (wanted, *ends)


def test_three_hundred_names_stay_a_list_that_can_be_searched(page, tmp_path, monkeypatch):
    path = tmp_path / "many.csv"
    names = " | ".join(f"Thing {n}" for n in range(300))
    head = DAYLIO.splitlines()[0]
    path.write_text(f'{head}\n2026-10-20,x,x,22:00,good,"{names}",,\n')
    choose(page, path, monkeypatch)
    assert len(page.state.names.rows) == 301
    page.names.finder.setText("thing 27")
    shown = [row for row in range(301) if not page.names.list.isRowHidden(row)]
    assert len(shown) == 11
    assert page.names.list.row in shown
    assert page.names.list.step(1)
    assert page.names.list.row == shown[1]


def test_the_zone_is_found_by_any_part_of_its_name(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    zone = page.file.shape.zone
    zone.setFocus()
    QTest.keyClicks(zone, "new york")
    keys(zone, Qt.Key.Key_Return)
    assert page.state.shape.zone == "America/New_York"
    assert zone.currentText() == "America/New York"


def test_what_is_being_typed_is_not_replaced(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    zone = page.file.shape.zone
    zone.setFocus()
    QTest.keyClicks(zone, "new")
    page.render_state(page.state)
    assert zone.currentText() == "new"


def test_what_is_no_zone_is_put_back(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    zone = page.file.shape.zone
    zone.setEditText("nowhere at all")
    keys(zone, Qt.Key.Key_Return)
    assert zone.currentText() == "Europe/Amsterdam"
    assert page.state.shape.zone == "Europe/Amsterdam"


def test_the_answer_to_the_question_is_chosen_with_its_consequence(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    chosen = page.question._buttons["blank", "zero"]
    assert chosen.accessibleDescription()
    chosen.click()
    assert page.state.questions[0].chosen == "zero"
    assert page.question._buttons["blank", "zero"].isChecked()


def test_a_table_by_the_form(page, table, journal, monkeypatch):
    choose(page, table, monkeypatch)
    card = page.table
    assert card.list.hasFocus()
    assert [card.list.lines.line(row).title for row in range(4)] == ["day", "calm", "slept", "remark"]
    card.list.choose(1)
    card.form.label.setText("Calm")
    card.form.highest.setText("10")
    card.form.highest.editingFinished.emit()
    card.missing.setText("NA")
    card.missing.editingFinished.emit()
    card.list.choose(3)
    card.form.way.lineEdit().setText("A note")
    keys(card.form.way, Qt.Key.Key_Return)
    assert page.state.unread.words == ""
    button(page, "Bring in").click()
    assert page.file.result.text() == "Brought in: 3 new entries."
    assert {"Calm", "slept"} <= {item.version.label for item in journal.items()}


def test_a_table_without_its_date_says_so_by_the_button(page, table, monkeypatch):
    choose(page, table, monkeypatch)
    page.table.form.way_chosen.emit("day", "")
    assert "No column has the date yet." in page.foot.words.text()
    assert not page.foot.bring_in.isEnabled()


def test_a_file_that_cannot_be_read_is_said_in_place_and_aloud(page, tmp_path, monkeypatch):
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)) * 20)
    choose(page, tmp_path / "photo.jpg", monkeypatch)
    assert page.file.problem.isVisible()
    assert page.heard.said[-1] == page.file.problem.text()
    assert page.heard.errors == []


def test_the_list_of_what_is_not_read_is_saved(page, daylio, tmp_path, monkeypatch):
    choose(page, daylio, monkeypatch)
    assert page.unread.list.lines.line(0).spoken.startswith("line 5, full_date. not a date")
    answer_with(monkeypatch, tmp_path / "rest.csv")
    page.unread.save.click()
    assert (tmp_path / "rest.csv").exists()


def test_escape_goes_back_to_settings(page):
    keys(page.file.choose, Qt.Key.Key_Escape)
    assert page.heard.went == ["settings"]


def test_every_control_has_a_name_and_none_of_them_is_a_trap(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.focusProxy() is None:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_tab_goes_down_the_page(page, daylio, monkeypatch, qtbot):
    choose(page, daylio, monkeypatch)
    qtbot.waitUntil(page.question._buttons["blank", "missing"].isVisible)
    page.file.choose.setFocus()
    stops = [page.file.choose]
    while stops[-1] is not page.foot.leave and len(stops) < 40:
        keys(stops[-1], Qt.Key.Key_Tab)
        stops.append(page.focusWidget())
    expected = [
        page.file.shape.zone,
        page.first.list,
        page.names.list,
        page.names.form.way,
        page.question._buttons["blank", "missing"],
        page.unread.list,
        page.foot.bring_in,
        page.foot.leave,
    ]
    places = [stops.index(widget) for widget in expected]
    assert places == sorted(places)


@pytest.fixture
def threaded(qtbot, theme, tmp_path):
    """A page with a storage thread of its own."""
    made, clock = make_journal(tmp_path / "threaded")
    made.close()
    delivery, heard = WindowDelivery(), Heard()
    runner = ThreadRunner(delivery.deliver, heard.errors.append)
    opened = []
    runner.run(lambda: open_on_thread(tmp_path / "threaded", clock), opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    context = page_context_on(runner, opened[0], clock, theme, heard)
    page = create(context)
    page.heard, page.opened, page.runner = heard, opened[0], runner
    qtbot.addWidget(page)
    page.show()
    page.entered()
    yield page
    runner.run(opened[0].close)
    runner.close()


def open_on_thread(folder, clock):
    from journal.app.vaults import open_journal

    return open_journal(folder, clock, passphrase=PASSPHRASE)


def page_context_on(runner, journal, clock, theme, heard):
    from dataclasses import replace

    from journal.ui.context import OpenSession

    bare = page_context(SilentJournal(), clock, theme, heard)
    return replace(bare, runner=runner, session=OpenSession(journal))


class SilentJournal:
    def listen(self, _callback):
        pass


def test_cancel_on_the_storage_thread_writes_nothing(threaded, qtbot, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("day,calm\n" + "2026-10-01,3\n" * 20_000)
    threaded.presenter.on_chosen(path)
    qtbot.waitUntil(lambda: threaded.state.step is Step.FOUND, timeout=30_000)
    threaded.foot.bring_in.click()
    qtbot.waitUntil(lambda: threaded.foot.bar.value() > 0, timeout=30_000)
    assert threaded.state.step is Step.WRITING
    threaded.foot.cancel.click()
    qtbot.waitUntil(lambda: threaded.state.step is Step.FOUND, timeout=30_000)
    assert threaded.state.result == "Stopped. Nothing was written."
    counts = []
    threaded.runner.run(threaded.opened.store.entries.count, counts.append)
    qtbot.waitUntil(lambda: bool(counts))
    assert counts == [0]
    assert threaded.heard.errors == []


def test_words_that_would_stay_out_come_first_and_are_told_beside_the_button(page, daylio, monkeypatch):
    choose(page, daylio, monkeypatch)
    assert page.state.names.rows[0].title == "unwell"
    assert page.names.form.problem.isVisible()
    assert page.foot.words.text().endswith(
        "“unwell” (1 in the file) stays out until you give it a number, under “Names in the file”."
    )
    form = page.names.form
    form.value.setFocus()
    QTest.keyClicks(form.value, "2")
    keys(form.value, Qt.Key.Key_Return)
    assert page.foot.words.text() == "3 entries, 1 place not read."


def test_a_button_leads_back_to_settings(page):
    page.back.click()
    assert page.heard.went == ["settings"]
