import pytest

from journal.app.recovery_offer import begin_week
from journal.ui.recovery_offer import RecoveryOffer
from tests.support.journals import make_journal
from tests.support.rows import Heard, page_context

WEEK_MIN = 7 * 24 * 60


@pytest.fixture
def asked(theme, tmp_path):
    """A journal whose code is a week old, what was heard, and the offer."""
    journal, clock = make_journal(tmp_path / "journal")
    begin_week(journal)
    clock.forward(WEEK_MIN)
    heard = Heard()
    yield heard, RecoveryOffer(page_context(journal, clock, theme, heard), lambda: not heard.bar)
    journal.close()


def test_it_stands_over_today_and_leads_to_settings(asked):
    heard, offer = asked
    offer.on_page_shown("today")
    ((words, actions),) = heard.bar
    assert "changes nothing" in words
    actions[0][1]()
    assert heard.went == ["settings"]


def test_it_is_offered_once(asked):
    heard, offer = asked
    for page in ("today", "history", "today"):
        offer.on_page_shown(page)
    assert len(heard.bar) == 1


def test_it_waits_for_another_day_where_something_else_is_said(asked):
    heard, offer = asked
    heard.bar.append(("This is the newest good backup.", []))
    offer.on_page_shown("today")
    assert len(heard.bar) == 1
    heard.bar.clear()
    RecoveryOffer(offer._context, lambda: True).on_page_shown("today")
    assert len(heard.bar) == 1
