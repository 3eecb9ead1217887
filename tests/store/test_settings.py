from __future__ import annotations

from typing import Any

import pytest

from journal.store.journal_store import JournalStore


@pytest.mark.parametrize("value", [0, False, "", "Größe", [1, "b", None], {"a": {"b": [1.5]}}])
def test_a_setting_is_read_back_as_it_was_put(store: JournalStore, value: Any) -> None:
    with store.tx():
        store.settings.put("key", value)
    assert store.settings.get("key") == value
    assert store.settings.all() == {"key": value}


def test_a_setting_never_put_is_none(store: JournalStore) -> None:
    assert store.settings.get("key") is None


def test_a_setting_put_in_an_action_can_be_undone(store: JournalStore) -> None:
    for value in ("one", "two"):
        with store.action("setting"):
            store.settings.put("key", value)
    store.changes.undo()
    assert store.settings.get("key") == "one"
    store.changes.undo()
    assert store.settings.all() == {}


def test_a_draft_is_kept_until_cleared_and_is_outside_undo(store: JournalStore) -> None:
    with store.action("draft"):
        store.drafts.put("today", {"note": "half a sen"})
    assert store.drafts.get("today") == {"note": "half a sen"}
    assert not store.changes.can_undo()
    with store.tx():
        store.drafts.clear("today")
    assert store.drafts.get("today") is None
