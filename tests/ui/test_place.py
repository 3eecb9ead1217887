"""The claim on a folder follows the folder."""

import queue

import pytest

from journal.host.single_instance import claim
from journal.ui.place import JournalPlace


@pytest.fixture(autouse=True)
def own_runtime_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("LEEWARD_RUNTIME_DIR", str(tmp_path / "run"))


@pytest.fixture
def heard():
    return queue.SimpleQueue()


@pytest.fixture
def place(tmp_path, heard):
    made = JournalPlace(tmp_path / "journal")
    assert made.claim()
    made.listen(lambda wish: heard.put(wish or "raise"))
    yield made
    made.release()


def test_a_second_window_on_the_folder_raises_the_first(place, heard):
    assert not JournalPlace(place.folder).claim()
    assert heard.get(timeout=10) == "raise"


def test_another_folder_is_claimed_instead_and_the_first_is_free(place, heard, tmp_path):
    place.change(tmp_path / "other")
    freed = claim(tmp_path / "journal", lambda: None)
    assert freed is not None
    freed.close()
    assert not JournalPlace(tmp_path / "other").claim()
    assert heard.get(timeout=10) == "raise"


def test_the_same_folder_again_stays_claimed(place, heard):
    place.change(place.folder)
    assert not JournalPlace(place.folder).claim()
    assert heard.get(timeout=10) == "raise"


def test_a_released_folder_is_free(place, tmp_path):
    place.release()
    place.release()
    other = JournalPlace(tmp_path / "journal")
    assert other.claim()
    other.release()


def test_a_place_without_a_claim_makes_none(tmp_path):
    place = JournalPlace(tmp_path / "journal")
    place.change(tmp_path / "other")
    assert JournalPlace(tmp_path / "other").claim()


def test_a_second_window_says_where_it_would_go(place, heard):
    assert not JournalPlace(place.folder).claim("calm")
    assert heard.get(timeout=10) == "calm"
