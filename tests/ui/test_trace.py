"""The trace in the dialog for a bug."""

import platform

from journal.ui.trace import safe_trace


def test_a_trace_says_program_and_system_and_then_where():
    try:
        raise ValueError("a private word")
    except ValueError as error:
        first, kind, *where = safe_trace(error).splitlines()
    assert first.startswith("Leeward ")
    assert first.endswith(platform.system())
    assert kind == "ValueError"
    assert "test_trace.py:" in where[0]
