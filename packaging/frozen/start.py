"""What the frozen program runs."""

import os
import sys

if sys.stdout is None or sys.stderr is None:  # Windows gives a program with a window neither
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 open to the end

from journal.__main__ import main

main()
