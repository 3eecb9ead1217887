"""The page of plan and contacts in both themes, in large text and in a long language; and the card in Settings."""

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from journal.app import contacts, plans
from journal.host.settings_file import SettingsFile
from journal.model.contacts import Contact
from journal.model.plans import Heading
from journal.ui.plan.page import PlanPage
from journal.ui.plan.wishes import Do, Tab
from journal.ui.settings.calm_card import CalmCard
from journal.ui.treatment.deeds import Deed
from tests.support.questionnaires import questionnaire_context
from tests.support.quiet_evening import heard, journal, opened
from tests.support.stretched import cut_off, stretched_words
from tests.support.windows import dressed, put_up, words_shown

__all__ = ["heard", "journal", "opened"]

OWN = re.compile(r"I stop answering messages|Walk to the harbour|Mara|2026-11-22|Evenings")


@pytest.fixture
def show(qtbot, opened, heard, tmp_path):
    def made(theme, kind=PlanPage):
        context = replace(
            questionnaire_context(*opened, theme, heard), settings=SettingsFile(tmp_path / "here" / "settings.toml")
        )
        page = kind(context)
        put_up(qtbot, page, 829, 700)
        return page

    return made


@pytest.fixture
def some(journal):
    plans.add_line(journal, Heading.SIGNS, "I stop answering messages")
    plans.add_line(journal, Heading.MYSELF, "Walk to the harbour", opened=True)
    contacts.save_contact(journal, Contact("", "Mara", "020 555 0143", note="Evenings", open=True))


def halves(page):
    page.entered(part="plan")
    page.presenter.on_press(Deed(Do.ADD_LINE, "signs"))
    QApplication.processEvents()
    yield
    page.presenter.on_tab(Tab.CONTACTS)
    page.presenter.on_press(Deed(Do.ADD_CONTACT))
    QApplication.processEvents()
    yield


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_has_room_in_both_themes_and_in_large_text(qtbot, qapp, show, some, look, scale):
    with dressed(qapp, look, scale) as source:
        page = show(source)
        for _half in halves(page):
            qtbot.waitUntil(lambda: cut_off(page) == [])  # rows lay their buttons in two turns
            assert page.horizontalScrollBar().maximum() == 0


def test_every_word_can_be_translated_and_has_room_in_a_long_language(theme, show, some, tmp_path):
    shown = set()
    with stretched_words(tmp_path):
        page = show(theme)
        for _half in halves(page):
            assert cut_off(page) == []
            shown |= set(words_shown(page))
        card = show(theme, CalmCard)
        card.presenter.on_entered()
        QApplication.processEvents()
        assert cut_off(card) == []
        shown |= set(words_shown(card))
    english = {words for words in shown if "[" not in words and re.search(r"[A-Za-z]{3}", OWN.sub("", words))}
    assert english == set()
