"""The check of a release: what it says of what went well, what did not, and what could not be looked at."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def release():
    spec = importlib.util.spec_from_file_location("release_check", ROOT / "packaging" / "release_check.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["release_check"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["release_check"]


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
    ],
)
def test_a_check_is_judged_by_its_end_and_its_words(here, command, how, note):
    result = here(command)
    assert (result.how, result.note) == (how, note)


def test_a_budget_that_is_not_kept_is_a_failure(here):
    table = "printf '%s\\n' 'trends   12 ms  1.4  1.2  over' 'start over again  1 ms  kept'"
    result = here(table, never=r"\s{2}over(\s{2}|$)")
    assert (result.how, result.note) == ("FAILED", "1: trends 12 ms 1.4 1.2 over")


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
