"""The check of a release: what it says of what went well, what did not, and what could not be looked at."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "packaging" / "benchmarks"
AUTHOR = ("-c", "user.name=Nobody", "-c", "user.email=nobody@leeward.invalid")


def module(path):
    """A script as a module; data classes want it to be known by name."""
    spec = importlib.util.spec_from_file_location(f"release_{path.stem}", path)
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    del sys.modules[spec.name]
    return made


@pytest.fixture(scope="module")
def release():
    return module(ROOT / "packaging" / "release_check.py")


@pytest.fixture
def here(release, tmp_path):
    """Runs a check in a folder of its own."""

    def run(command: str, **more):
        check = release.Check("one", "One thing", command, **more)
        return release.do(check, root=tmp_path, logs=tmp_path / "logs")

    return run


@pytest.mark.parametrize(
    ("command", "how", "note"),
    [
        ("echo first; echo 'all well'", "passed", "all well"),
        ("echo broken >&2; exit 3", "FAILED", "broken (ended with 3)"),
        ("false; echo never", "FAILED", " (ended with 1)"),
        ("echo 'Not run: no root here'; exit 2", "not run", "no root here"),
        ("echo 'not run: no network'", "not run", "no network"),
        ("echo 'not run: no network'; exit 1", "FAILED", "not run: no network (ended with 1)"),
        ("echo '== 7 passed, 1 skipped in 2.31s =='; echo later", "passed", "7 passed, 1 skipped in 2.31s"),
        ("echo '3 skipped in 0.10s'", "not run", "3 skipped in 0.10s"),
        (
            "echo '1 failed, 7 passed in 9.0s'; echo '1 passed in 1.0s'",
            "passed",
            "1 failed, 7 passed in 9.0s; then 1 passed in 1.0s",
        ),
        ("echo '1 skipped in 9.0s'; exit 1", "FAILED", "1 skipped in 9.0s (ended with 1)"),
        ("{ echo lost; exit 4; } | cat", "FAILED", "lost (ended with 4)"),
    ],
)
def test_a_check_is_judged_by_its_end_and_its_words(here, command, how, note):
    result = here(command)
    assert (result.how, result.note) == (how, note)


def test_a_budget_that_is_not_kept_is_a_failure(here):
    table = "printf '%s\\n' 'trends   12 ms  1.4  1.2  over' 'start over again  1 ms  kept'"
    result = here(table, never=r"\s{2}over(\s{2}|$)")
    assert (result.how, result.note) == ("FAILED", "1: trends 12 ms 1.4 1.2 over")


def test_the_line_of_a_budget_that_is_not_kept_is_found_by_the_pattern_of_every_measuring_check(release, capsys):
    measuring = module(BENCHMARKS / "measuring.py")
    row, print_table = measuring.Row, measuring.print_table
    print_table([row("trends", 12.0, "QPainter", 9.0, 1.2, memory_mib=80.0), row("report", 1.0, "bare", 1.0, 1.3)])
    over = capsys.readouterr().out
    print_table([row("over again", 1.0, "a floor that is over", 1.0, 1.3), row("told alone", 5.0)])
    kept = capsys.readouterr().out
    checks = [check for check in release.read_checks() if "packaging/bench" in check.run]
    assert len(checks) == 4
    for check in checks:
        assert release.judged(0, over, check.never)[0] == release.FAILED, check.name
        assert release.judged(0, kept, check.never)[0] == release.PASSED, check.name


def test_a_budget_whose_floor_was_not_measured_is_not_kept():
    row = module(BENCHMARKS / "measuring.py").Row
    assert [row("start", 12.0, "bare", floor, 1.2).kept for floor in (None, 0.0, float("nan"), 10.0)] == [
        *["over"] * 3,
        "kept",
    ]
    assert row("start", 12.0).kept == ""


def test_every_part_that_is_measured_is_measured_for_a_release(release):
    parts = re.search(r"PARTS = \((.*?)\)", (BENCHMARKS / "__main__.py").read_text(encoding="utf-8"), re.DOTALL)[1]
    asked = {word for check in release.read_checks() if "bench" in check.run for word in check.run.split()}
    assert set(re.findall(r'"(\w+)"', parts)) <= asked


def test_options_of_whoever_calls_leave_no_tests_out(here, monkeypatch):
    monkeypatch.setenv("PYTEST_ADDOPTS", "-k nothing")
    assert here('echo "options:${PYTEST_ADDOPTS-none}"').note == "options:none"


PASSED, FAILED, NOT_RUN = "passed", "FAILED", "not run"


@pytest.mark.parametrize(
    ("went", "code"),
    [
        ([(PASSED, False)], 0),
        ([(PASSED, False), (FAILED, False), (NOT_RUN, False)], 1),
        ([(PASSED, False), (NOT_RUN, False)], 2),
        ([(PASSED, False), (NOT_RUN, True)], 0),
        ([("strange", False)], 1),
    ],
)
def test_the_whole_ends_with_what_it_came_to(release, went, code):
    results = [release.Result(release.Check("a", "", ""), how, other_system=other) for how, other in went]
    assert release.exit_code(results) == code


def test_what_was_asked_for_by_its_name_and_not_run_is_no_success(release):
    far = release.Result(release.Check("far", "", ""), NOT_RUN, other_system=True)
    assert (release.exit_code([far]), release.exit_code([far], ["far"])) == (0, 2)


@pytest.fixture
def looked(release, monkeypatch, tmp_path):
    """Runs the whole on checks of the test's own; what it ends with."""

    def run(*checks, subjects=("as it is", "as it is")):
        states = iter(subjects)
        monkeypatch.setattr(release, "ROOT", tmp_path)
        monkeypatch.setattr(release, "LOGS", tmp_path / "logs")
        monkeypatch.setattr(release, "read_checks", lambda: list(checks))
        monkeypatch.setattr(release, "subject", lambda: next(states))
        monkeypatch.setattr(release, "do", lambda check, root, logs: release.Result(check, *release.judged(0, "well")))
        return release.main([])

    return run


def test_a_table_is_written_also_where_nothing_could_be_run(release, looked, tmp_path):
    assert looked(release.Check("far", "Far", "exit 0", system="Plan 9")) == 0
    table = (tmp_path / "logs" / "table.txt").read_text().splitlines()
    assert table[0] == "as it is"
    assert table[-2:] == ["0 passed, 0 FAILED, 1 not run", "What each said: logs/NAME.log"]


def test_a_source_that_changed_meanwhile_is_no_success(release, looked, capsys):
    assert looked(release.Check("one", "One", "true")) == 0
    assert looked(release.Check("one", "One", "true"), subjects=("commit a", "commit b")) == 1
    assert "FAILED  The source changed meanwhile; now it is commit b" in capsys.readouterr().out


def test_the_table_says_what_was_looked_at(release, tmp_path):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "__init__.py").write_text('__version__ = "1.2.3"\n')
    assert release.subject(tmp_path) == "Leeward 1.2.3, commit unknown"
    for words in (["init", "-q"], ["add", "."], [*AUTHOR, "commit", "-qm", "one"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    assert re.fullmatch("Leeward 1.2.3, commit [0-9a-f]{10}", release.subject(tmp_path))
    (tmp_path / "more").touch()
    assert release.subject(tmp_path).endswith(", 1 files not as committed")


@pytest.mark.parametrize(
    ("ends", "calls", "code"),
    [("0", 1, 0), ("1 0", 2, 0), ("1 1 0", 3, 0), ("1 1 1", 3, 1), ("2", 1, 2), ("1 5", 2, 5)],
)
def test_journeys_are_tried_again_only_where_some_failed(tmp_path, ends, calls, code):
    """A stand-in for Python notes each call and ends with the next of `ends`."""
    stand_in = tmp_path / "python"
    stand_in.write_text(
        '#!/bin/bash\nprintf "%s\\n" "$*" >>"$0.calls"\nends=($ENDS)\nexit "${ends[$(wc -l <"$0.calls") - 1]}"\n'
    )
    stand_in.chmod(0o755)
    environment = os.environ | {"LEEWARD_TEST_PYTHON": str(stand_in), "ENDS": ends}
    done = subprocess.run([ROOT / "packaging" / "end-to-end"], env=environment, check=False)
    called = (tmp_path / "python.calls").read_text().splitlines()
    assert (len(called), done.returncode) == (calls, code)
    assert ["--last-failed" in call for call in called] == [False, True, True][:calls]


def test_the_words_of_a_check_are_kept(here, tmp_path):
    here("echo out; echo err >&2")
    assert (tmp_path / "logs" / "one.log").read_text().split() == ["out", "err"]


def test_what_needs_another_system_is_not_run(release):
    check = release.Check("far", "Far", "exit 0", system="Plan 9")
    assert release.hindrance(check, []) == "needs Plan 9"


def test_what_comes_after_a_failure_is_not_run(release):
    first, second = release.Check("first", "", "false"), release.Check("second", "", "true", after=("first",))
    assert release.hindrance(second, [release.Result(first, release.FAILED)]) == "first: FAILED"
    assert release.hindrance(second, [release.Result(first, release.PASSED)]) == ""
    assert release.hindrance(second, []) == ""


def test_what_needs_a_file_or_a_tool_that_is_not_there_is_not_run(release, tmp_path):
    assert release.hindrance(release.Check("a", "", "", files=("no*.py",)), [], tmp_path) == "there is no no*.py"
    assert "is not installed" in release.hindrance(release.Check("a", "", "", tools=("no-such-tool",)), [], tmp_path)


def test_the_table_has_a_line_for_each_and_the_sum(release):
    checks = [release.Check(name, name.title(), "") for name in ("one", "three")]
    results = [release.Result(checks[0], release.PASSED, "", 1.25), release.Result(checks[1], release.NOT_RUN, "why")]
    assert release.lines(results) == [
        "passed  one       1.2 s  One",
        "not run three            Three: why",
        "",
        "1 passed, 0 FAILED, 1 not run",
    ]


def test_every_check_has_a_name_of_its_own_and_comes_after_what_it_needs(release):
    names = []
    for check in release.read_checks():
        assert check.name not in names
        assert set(check.after) <= set(names), check.name
        names.append(check.name)


def test_the_scripts_that_checks_call_are_there_or_asked_for(release):
    for check in release.read_checks():
        for word in check.run.replace("\\\n", " ").split():
            path = word.removeprefix("./")
            if path.startswith(("packaging/", "tests/")) and path.rstrip("/") not in check.files:
                assert list(ROOT.glob(path)), f"{check.name}: {path}"


def test_each_step_that_needs_another_system_stands_in_the_guide_as_not_run():
    guide = (ROOT / "packaging" / "GUIDE.md").read_text(encoding="utf-8")
    rows = [line for line in guide.splitlines() if line.startswith("|") and "**not run**" in line]
    assert {"Windows", "macOS", "arm64"} <= {
        word for word in ("Windows", "macOS", "arm64") if any(word in row for row in rows)
    }
