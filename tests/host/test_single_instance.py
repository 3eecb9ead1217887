"""A second start brings the first window forward."""

import os
import pickle
import queue
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from journal.host import single_instance
from journal.host.single_instance import claim, raise_running

unix = pytest.mark.skipif(sys.platform == "win32", reason="Unix sockets")

SECOND_START = """
import sys
from pathlib import Path
from journal.host.single_instance import claim
print(claim(Path(sys.argv[1]), print))
"""


@pytest.fixture(autouse=True)
def own_runtime_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("LEEWARD_RUNTIME_DIR", str(tmp_path / "run"))


@pytest.fixture
def heard() -> queue.SimpleQueue:
    return queue.SimpleQueue()


@pytest.fixture
def first(tmp_path, heard):
    instance = claim(tmp_path / "journal", lambda: heard.put("raise"))
    yield instance
    instance.close()


def test_a_second_start_raises_the_first(first, heard, tmp_path):
    assert first.listening
    assert claim(tmp_path / "journal", lambda: None) is None
    assert heard.get(timeout=10) == "raise"


def test_a_second_program_raises_the_first(first, heard, tmp_path):
    answer = subprocess.run(
        [sys.executable, "-c", SECOND_START, str(tmp_path / "journal")], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "None\n"
    assert heard.get(timeout=10) == "raise"


def test_another_way_to_write_the_folder_is_the_same_folder(first, tmp_path):
    assert claim(tmp_path / "x" / ".." / "journal", lambda: None) is None


def test_another_folder_has_its_own_window(first, heard, tmp_path):
    other = claim(tmp_path / "other", lambda: None)
    assert other is not None
    other.close()
    assert heard.empty()


def test_after_closing_the_folder_is_free(tmp_path):
    claim(tmp_path, lambda: None).close()
    again = claim(tmp_path, lambda: None)
    assert again is not None
    again.close()
    again.close()


def test_closing_does_not_raise_the_window(tmp_path, heard):
    claim(tmp_path, lambda: heard.put("raise")).close()
    assert heard.empty()


def test_nobody_there_is_said_so(monkeypatch, tmp_path):
    monkeypatch.setattr(single_instance, "ANSWER_WITHIN_S", 0.0)
    assert raise_running(tmp_path) is False


@unix
def test_a_socket_left_by_a_crash_does_no_harm(tmp_path):
    crash = "import os; from pathlib import Path; from journal.host.single_instance import claim; "
    crash += f"claim(Path({str(tmp_path)!r}), print); os._exit(9)"
    subprocess.run([sys.executable, "-c", crash], check=False)
    assert list((tmp_path / "run").glob("*.sock"))
    instance = claim(tmp_path, lambda: None)
    assert instance.listening
    instance.close()


@unix
def test_the_socket_is_for_this_person_only(first, tmp_path):
    (socket,) = (tmp_path / "run").glob("*.sock")
    assert stat.S_IMODE(socket.stat().st_mode) == 0o600
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700


@unix
def test_a_long_path_falls_back_to_a_short_one(monkeypatch, tmp_path):
    monkeypatch.setenv("LEEWARD_RUNTIME_DIR", str(tmp_path / ("long" * 40)))
    short = Path(os.path.relpath(tmp_path / "s"))
    monkeypatch.setattr(single_instance, "fallback_runtime_folder", lambda: short)
    instance = claim(tmp_path / "journal", lambda: None)
    assert instance.listening
    assert list(short.glob("*.sock"))
    instance.close()


@unix
def test_a_folder_that_others_can_look_into_is_not_used(tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "run").chmod(0o755)
    instance = claim(tmp_path / "journal", lambda: None)
    assert not instance.listening
    instance.close()


class Trap:
    """Would make a folder if anyone unpickled it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self):
        return os.mkdir, (str(self.folder),)


def test_a_pickle_is_never_opened(first, heard, tmp_path):
    from multiprocessing.connection import Client

    address = single_instance._address(tmp_path / "journal")
    with Client(address) as connection:
        connection.send_bytes(pickle.dumps(Trap(tmp_path / "trapped")))
    assert raise_running(tmp_path / "journal")
    assert not (tmp_path / "trapped").exists()
    assert heard.get(timeout=10) == "raise"
    assert heard.empty()


def test_a_caller_that_hangs_up_does_not_stop_the_listening(first, heard, tmp_path):
    from multiprocessing.connection import Client

    Client(single_instance._address(tmp_path / "journal")).close()
    assert raise_running(tmp_path / "journal")


@unix
def test_a_claim_that_listens_later_keeps_others_out_and_is_heard_then(tmp_path, heard):
    instance = claim(tmp_path / "later", lambda: heard.put("raise"), listen_later=True)
    assert not instance.listening
    instance.listen()
    assert instance.listening
    assert raise_running(tmp_path / "later")
    assert heard.get(timeout=5) == "raise"
    instance.close()


@pytest.mark.parametrize("wish", [*single_instance.WISHES, "backup /media/stick/für später.zip"])
def test_a_second_start_says_where_it_would_go(wish, tmp_path, heard):
    instance = claim(tmp_path / "other", heard.put)
    assert claim(tmp_path / "other", heard.put, wish=wish) is None
    assert heard.get(timeout=10) == wish
    instance.close()


def test_a_wish_that_there_is_not_is_not_heard(tmp_path, heard):
    instance = claim(tmp_path / "other", heard.put)
    assert not single_instance._ask(instance._address, b"destroy")
    instance.close()
    assert heard.empty()


def test_a_wish_that_is_no_text_is_not_heard_and_the_next_one_is(tmp_path, heard, monkeypatch):
    """As on Windows, where not all bytes are a name."""
    monkeypatch.setattr(single_instance.os, "fsdecode", bytes.decode)
    instance = claim(tmp_path / "other", heard.put)
    assert not single_instance._ask(instance._address, b"backup \xff\xfe")
    assert claim(tmp_path / "other", heard.put, wish="backup one.zip") is None
    assert heard.get(timeout=10) == "backup one.zip"
    instance.close()
