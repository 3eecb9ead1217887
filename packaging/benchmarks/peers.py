"""The frozen program beside two that people know: RedNotebook, a diary, and KeePassXC, which asks for a passphrase.

All three start in a home of their own, on the same screen and in turn. KeePassXC opens a database, so that it too
shows the page where the passphrase is typed. "Mapped" is when the window is there, "painted" when words are in it.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from benchmarks.frozen import FROZEN
from benchmarks.measuring import NotHere, Row
from benchmarks.on_screen import ON_THE_SCREEN, Screen, display_named, shown
from benchmarks.start import make_journal, own_environment

ROUNDS = 9
DATABASE_SECRET = "a long sentence for the bench\n"
PEERS = ("rednotebook", "keepassxc")


def rows() -> list[Row]:
    """Mapped against RedNotebook, painted against KeePassXC. Raises NotHere."""
    missing = [name for name in (*PEERS, "keepassxc-cli") if shutil.which(name) is None]
    if missing:
        raise NotHere(f"{missing[0]} is not installed and could not be")
    if not FROZEN.is_file():
        raise NotHere("dist/leeward is not built (./packaging/build)")
    if not display_named():
        raise NotHere("there is no screen here")
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as folder:
        homes = {name: Path(folder, name) for name in ("leeward", *PEERS)}
        for home in homes.values():
            home.mkdir()
        make_journal(homes["leeward"] / "leeward" / "journal")
        commands = {
            "leeward": [str(FROZEN)],
            "rednotebook": ["rednotebook"],
            "keepassxc": _keepassxc(homes["keepassxc"]),
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        screen = Screen()
        for _ in range(ROUNDS + 1):
            for name, command in commands.items():
                with shown(screen, command, _environment(homes[name])) as program:
                    times[name].append((program.mapped_ms, program.painted_ms))
    middle = {
        name: [statistics.median(column) for column in zip(*each[1:], strict=True)] for name, each in times.items()
    }
    return [
        Row("frozen: exec → window mapped", middle["leeward"][0], "RedNotebook", middle["rednotebook"][0], 1),
        Row("frozen: exec → lock page painted", middle["leeward"][1], "KeePassXC", middle["keepassxc"][1], 1.2),
        Row("RedNotebook: exec → painted", middle["rednotebook"][1]),
        Row("KeePassXC: exec → mapped", middle["keepassxc"][0]),
    ]


def _environment(home: Path) -> dict[str, str]:
    """A home of its own, and nothing of this project's for other programs made with Python."""
    kept = own_environment(str(home)) | {"PATH": "/usr/local/bin:/usr/bin:/bin"} | ON_THE_SCREEN
    return {name: value for name, value in kept.items() if not name.startswith(("PYTHON", "PYENV", "VIRTUAL_ENV"))}


def _keepassxc(home: Path) -> list[str]:
    """The command that opens a database of its own, without the questions of a first start."""
    database, settings = home / "bench.kdbx", home / "keepassxc.ini"
    settings.write_text("[General]\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n", encoding="utf-8")
    made = ["keepassxc-cli", "db-create", "--set-password", "--decryption-time", "100", str(database)]
    subprocess.run(
        made,
        input=DATABASE_SECRET * 2,
        env=_environment(home),
        text=True,
        check=True,
        capture_output=True,
    )
    return ["keepassxc", "--config", str(settings), str(database)]
