"""Makes the Questionnaires page."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.questionnaires.page import QuestionnairesPage


def create(context: PageContext) -> QuestionnairesPage:
    """The page, not yet entered."""
    return QuestionnairesPage(context)
