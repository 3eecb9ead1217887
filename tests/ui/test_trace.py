import pytest

from journal.ui.trace import safe_trace


def caught(act):
    with pytest.raises((ValueError, KeyError)) as found:
        act()
    return found.value


def fail_with(secret):
    raise ValueError(secret)


def test_a_trace_says_where_and_which_type():
    trace = safe_trace(caught(lambda: fail_with("x")))
    assert "ValueError" in trace
    assert "test_trace.py" in trace
    assert "fail_with" in trace


def test_a_trace_holds_nothing_that_was_written():
    assert "my secret note" not in safe_trace(caught(lambda: fail_with("my secret note")))


def test_a_trace_holds_no_path_with_a_home_folder():
    assert "/home" not in safe_trace(caught(lambda: fail_with("x")))
    assert "/root" not in safe_trace(caught(lambda: fail_with("x")))


def test_the_cause_of_an_error_is_named_too():
    def act():
        try:
            fail_with("inner words")
        except ValueError as error:
            raise KeyError("outer words") from error

    trace = safe_trace(caught(act))
    assert "KeyError" in trace
    assert "ValueError" in trace
    assert "words" not in trace


def test_errors_that_cause_each_other_end():
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert safe_trace(first).count("ValueError") == 1
