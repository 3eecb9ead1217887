"""What is installed against what the lock file asks for."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = """\
babel==2.18.0 \\
    --hash=sha256:00
jeepney==0.9.0 ; sys_platform == 'nowhere' \\
    --hash=sha256:00
typing_extensions==4.15.0 ; python_full_version > '3'
# via another==1.0
"""


@pytest.fixture(scope="module")
def installed():
    spec = importlib.util.spec_from_file_location("installed", ROOT / "packaging" / "installed.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_lock_asks_for_what_is_of_this_system(installed):
    assert installed.pinned(LOCK) == {"babel": "2.18.0", "typing-extensions": "4.15.0"}


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ({"babel": "2.18.0", "pip": "26"}, []),
        ({"babel": "2.17.0"}, ["babel: 2.17.0, in the lock 2.18.0"]),
        ({}, ["babel: not installed, in the lock 2.18.0"]),
        ({"babel": "2.18.0", "attrs": "1"}, ["attrs: 1, in the lock not named"]),
    ],
)
def test_what_is_not_as_the_lock_says_is_told(installed, there, told):
    assert list(installed.differences({"babel": "2.18.0"}, there)) == told
