"""New files are private and a crash leaves no memory behind."""

import subprocess
import sys

import pytest

LOOK = """
import os, resource, sys
from journal.host.privacy import keep_private
keep_private()
with open(sys.argv[1], "w"): pass
print(oct(os.stat(sys.argv[1]).st_mode & 0o777), resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Unix permissions")
def test_files_are_for_this_person_only_and_core_dumps_are_off(tmp_path):
    answer = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path / "x")], capture_output=True, text=True, check=True
    )
    assert answer.stdout.split(maxsplit=1) == ["0o600", "(0, 0)\n"]
