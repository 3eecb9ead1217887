"""What a file or a person wrote is shown as it is: no label takes it for markup, no ampersand for a shortcut."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget

from journal.ui.questionnaire.page import QuestionnairePage
from journal.ui.widgets import labels
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from tests.support.questionnaires import EVERY_KIND, kept, questionnaire_context
from tests.support.quiet_evening import heard, journal, opened
from tests.support.rows import SUPPORT

__all__ = ["heard", "journal", "opened"]

ROOT = Path(__file__).resolve().parents[2]
MARKUP = '<img src="/etc/passwd"><b>b</b> &lt; <a href="x">a</a> you & me'
KINDS = [each for each in vars(labels).values() if isinstance(each, type) and each.__module__ == labels.__name__]
SET_BY_HAND = {"session/now_view.py", "first_start/code_step.py", "widgets/labels.py"}
"""Where a label is made with Qt's own class and told itself to be plain."""


def bare_labels(source: str) -> list[int]:
    """The lines where Qt's own label is made or inherited from; it guesses whether its text is markup."""
    found = []
    for node in ast.walk(ast.parse(source)):
        called = node.func if isinstance(node, ast.Call) else None
        bases = node.bases if isinstance(node, ast.ClassDef) else []
        for each in (called, *bases):
            if "QLabel" in (getattr(each, "id", ""), getattr(each, "attr", "")):
                found.append(node.lineno)  # type: ignore[attr-defined]
    return found


def test_no_label_guesses_whether_its_text_is_markup():
    pages = ROOT / "journal" / "ui"
    found = {str(path.relative_to(pages)): bare_labels(path.read_text()) for path in pages.rglob("*.py")}
    assert {name for name, lines in found.items() if lines} == SET_BY_HAND


@pytest.mark.parametrize(
    "planted", ["QLabel('x')", "QtWidgets.QLabel()", "class A(QLabel): pass", "(QLabel(w) for w in x)"]
)
def test_a_planted_label_is_found(planted):
    assert bare_labels(planted)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_words_is_plain(qtbot, kind):
    label = kind(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_an_ampersand_in_the_words_of_a_field_is_no_shortcut(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    words, field = labels.Words("you &me && &lt;", page), QCheckBox(page)
    labels.name_field(words, field)
    assert words.text() == "you &&me &&&& &&lt;"
    assert words.buddy() is field


@pytest.mark.parametrize("kind", [TextButton, QuietButton, PrimaryButton])
def test_an_ampersand_on_a_button_is_no_shortcut(qtbot, kind):
    made = kind("&Delete you & me")
    qtbot.addWidget(made)
    assert made.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(made).text(QAccessible.Text.Name) == "&Delete you & me"
    made.setText("other &words")
    assert made.shortcut().isEmpty()


def hostile(value):
    """The same items, everything that is shown of them written as markup."""
    if isinstance(value, dict):
        return {key: MARKUP if key in ("text", "display", "prefix") else hostile(each) for key, each in value.items()}
    return [hostile(each) for each in value] if isinstance(value, list) else value


def test_a_questionnaire_written_as_markup_is_shown_as_it_is_written(qtbot, theme, opened, heard, tmp_path):
    form = kept(opened[0], tmp_path, *(hostile(item) for item in EVERY_KIND), title=MARKUP)
    page = QuestionnairePage(questionnaire_context(opened[0], opened[1], theme, heard), SUPPORT)
    qtbot.addWidget(page)
    page.resize(829, 700)
    page.show()
    page.entered(form_id=form.id)
    qtbot.waitUntil(lambda: any(MARKUP in each.text() for each in page.findChildren(QLabel)))
    written = [each for each in page.findChildren(QLabel) if "<img" in each.text()]
    assert len(written) > 5
    assert {each.textFormat() for each in written} == {Qt.TextFormat.PlainText}
    ticks = [
        each for each in page.findChildren(QAbstractButton) if isinstance(each, QCheckBox) and "<img" in each.text()
    ]
    assert ticks
    assert [each.shortcut().toString() for each in ticks if not each.shortcut().isEmpty()] == []
    assert [each for each in page.findChildren(QWidget) if "<" in each.toolTip()] == []
