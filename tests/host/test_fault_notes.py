"""Notes of faults hold types and places in the code, and stay in memory."""

import pytest

from journal.host.fault_notes import MOST_FRAMES, MOST_NOTES, FaultNotes, trace_of

SECRET = "the nightmare about the harbour"


def caught(act):
    with pytest.raises(Exception) as found:
        act()
    return found.value


def fail_with(secret):
    raise ValueError(secret)


def test_a_note_says_which_type_and_where():
    notes = FaultNotes()
    notes.note(caught(lambda: fail_with(SECRET)))
    (line,) = notes.lines()
    assert line.startswith("1x ValueError\n")
    assert "test_fault_notes.py:" in line
    assert line.endswith(" fail_with")


def test_a_note_holds_no_word_that_an_error_or_a_variable_held():
    notes = FaultNotes()
    notes.note(caught(lambda: fail_with(SECRET)))
    notes.note(caught(lambda: {}[SECRET]))
    assert not any(word in note for note in notes.lines() for word in SECRET.split())


def test_a_note_holds_no_folder(tmp_path):
    code = compile(f"raise OSError({str(tmp_path)!r})", str(tmp_path / "odd.py"), "exec")
    trace = trace_of(caught(lambda: exec(code, {})))  # noqa: S102
    assert "odd.py:1" in trace
    assert "/" not in trace.replace("journal/", "")


def test_a_place_in_the_frozen_program_keeps_its_folder_there():
    code = compile("raise OSError", "journal/store/vault.py", "exec")
    assert trace_of(caught(lambda: exec(code, {}))).endswith("  journal/store/vault.py:1 <module>")  # noqa: S102


def test_the_same_fault_again_is_counted():
    notes = FaultNotes()
    for _time in range(3):
        notes.note(caught(lambda: fail_with("x")))
    assert [line.split()[0] for line in notes.lines()] == ["3x"]


def test_the_oldest_faults_make_room():
    notes = FaultNotes()
    for number in range(MOST_NOTES + 5):
        notes.note(type(f"Fault{number}", (Exception,), {})())
    assert notes.lines()[0] == "1x Fault5"
    assert len(notes.lines()) == MOST_NOTES


def test_a_deep_recursion_is_cut_to_where_it_ended():
    def deeper(left):
        return fail_with(SECRET) if not left else deeper(left - 1)

    trace = trace_of(caught(lambda: deeper(500)))
    assert len(trace.splitlines()) == MOST_FRAMES + 1
    assert trace.endswith(" fail_with")


def test_the_cause_of_an_error_is_named_too():
    def act():
        try:
            fail_with("inner words")
        except ValueError as error:
            raise KeyError("outer words") from error

    trace = trace_of(caught(act))
    assert [line for line in trace.splitlines() if not line.startswith(" ")] == ["KeyError", "ValueError"]


def test_nothing_is_written_to_the_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    FaultNotes().note(caught(lambda: fail_with(SECRET)))
    assert list(tmp_path.iterdir()) == []
