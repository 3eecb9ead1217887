import pytest

from journal.app.form_drafts import form_draft, keep_form_draft


def test_what_is_half_typed_is_kept_and_forgotten(journal):
    keep_form_draft(journal, "own-item", {"name": "Tin"})
    assert form_draft(journal, "own-item") == {"name": "Tin"}
    keep_form_draft(journal, "own-item", {})
    assert form_draft(journal, "own-item") is None


def test_it_is_no_step_of_undo(journal):
    from journal.app import history
    from journal.model.errors import NothingToUndo

    keep_form_draft(journal, "own-item", {"name": "Tin"})
    with pytest.raises(NothingToUndo):
        history.undo(journal)
