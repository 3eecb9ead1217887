from PySide6.QtTest import QTest

from journal.app import history


def test_a_tag_of_a_session_is_kept_and_undone(page, opened):
    journal, _clock = opened
    QTest.keyClicks(page.words.tags.edit, "music, quiet,")
    (session,) = journal.store.sessions.all()
    assert session.tags == ("music", "quiet")
    history.undo(journal)
    assert page.words.tags.tags == ()


def test_own_tags_are_offered(page):
    QTest.keyClicks(page.words.tags.edit, "music,")
    page.words.tags.edit.entered.emit()
    assert page.state.known_tags == ("music",)
