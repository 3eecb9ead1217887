"""Writes click's own completion scripts for bash, zsh and fish.

python packaging/linux/completions.py SHELL
"""

from __future__ import annotations

import sys

from identity import ROOT

sys.path.insert(0, str(ROOT))

from click.shell_completion import get_completion_class

from journal.cli.commands import build

VARIABLE = "_LEEWARD_COMPLETE"
"""What the scripts put into the environment when they ask the program for words."""

PLACES = {
    "bash": "usr/share/bash-completion/completions/leeward",
    "zsh": "usr/share/zsh/vendor-completions/_leeward",
    "fish": "usr/share/fish/vendor_completions.d/leeward.fish",
}
"""Where Debian's shells look for them."""


def script(shell: str) -> str:
    """The script for a shell, without asking whether that shell is here, as click's own way would."""
    kind = get_completion_class(shell)
    assert kind is not None
    asking = kind(build(lambda _folder: 0), {}, "leeward", VARIABLE)
    return asking.source_template % asking.source_vars() + "\n"


if __name__ == "__main__":
    print(script(sys.argv[1]), end="")
