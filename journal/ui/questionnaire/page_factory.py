"""Makes the page of a questionnaire."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.questionnaire.page import QuestionnairePage
from journal.ui.today.page_factory import support_here


def create(context: PageContext) -> QuestionnairePage:
    """The page, not yet entered."""
    return QuestionnairePage(context, support_here(context))
