"""What opening needs can be imported ahead, with the driver that sqlite-utils must find."""

import subprocess
import sys

AHEAD = """
import sys
from journal.app.vaults import import_ahead
import_ahead()
before = set(sys.modules)
from pathlib import Path
from journal.app.vaults import create_journal
from journal.host.clock import SystemClock
from journal.store.vault import FAST_KDF
create_journal(Path(sys.argv[1]), "secret", SystemClock(), kdf=FAST_KDF).journal.close()
left = {name for name in set(sys.modules) - before if name.startswith(("sqlite_utils", "sqlcipher3", "cryptography"))}
print(sorted(left))
"""


def test_nothing_of_the_drivers_is_left_to_import_when_a_journal_is_opened(tmp_path):
    command = [sys.executable, "-c", AHEAD, str(tmp_path / "journal")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
