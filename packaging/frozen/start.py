"""What the frozen program runs."""

import inspect
import os
import sys

if sys.stdout is None or sys.stderr is None:  # Windows gives a program with a window neither
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 open to the end


def _no_source(_of: object) -> str:
    raise OSError("there are no sources in the frozen program")


# PySide asks for the source of every module that is imported after it. There is none, and looking for it in every
# folder takes longer than reading it does where there is one (measured on the way to Trends).
inspect.getsource = _no_source  # type: ignore[assignment]  # nobody names the argument

from journal.__main__ import main  # noqa: E402 after the lines above, which it needs

main()
