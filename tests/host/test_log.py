"""The log holds event codes and numbers, nothing else."""

import pytest

from journal.host.log import EventLog


def text(folder) -> str:
    return (folder / "leeward.log").read_text(encoding="utf-8")


def test_an_event_is_one_line_with_its_numbers(tmp_path):
    log = EventLog(tmp_path)
    log.event("report_made", ms=180, pages=2, tagged=True, paper="a4")
    log.close()
    assert text(tmp_path).endswith("Z report_made ms=180 pages=2 tagged=1 paper=a4\n")


@pytest.mark.parametrize("detail", ["Slept badly", "", "nightmare!", "überall", "a" * 41, "x\ny"])
def test_free_text_is_refused(tmp_path, detail):
    log = EventLog(tmp_path)
    with pytest.raises(ValueError, match="event code"):
        log.event("saved", what=detail)
    log.close()


def test_an_error_is_named_without_its_message(tmp_path):
    log = EventLog(tmp_path)
    try:
        raise RuntimeError("the note said this")
    except RuntimeError as error:
        log.failure("unexpected", error)
    log.close()
    assert "unexpected error=runtime_error module=test_log line=" in text(tmp_path)
    assert "note" not in text(tmp_path)


def test_old_events_make_room(tmp_path, monkeypatch):
    monkeypatch.setattr("journal.host.log.MOST_BYTES", 1000)
    log = EventLog(tmp_path)
    for number in range(200):
        log.event("tick", number=number)
    log.close()
    files = sorted(each.name for each in tmp_path.iterdir())
    assert files == ["leeward.log", "leeward.log.1", "leeward.log.2"]
    assert all(each.stat().st_size <= 1000 for each in tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    log = EventLog(tmp_path / "file" / "log")
    log.event("started")
    log.close()
    assert (tmp_path / "file").read_text() == ""
