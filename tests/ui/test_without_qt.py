"""What is imported before Qt is without Qt."""

import subprocess
import sys


def test_no_qt_is_imported_with_it():
    code = "import sys, journal.ui.without_qt; print([name for name in sys.modules if name.startswith('PySide6')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
