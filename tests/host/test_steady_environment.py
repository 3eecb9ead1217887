import subprocess
import sys

IMPORTS = """
import os
from journal.host.paths import cache_folder
from journal.host.steady_environment import settle_environment
settle_environment()
changes = []
os.putenv = lambda *told: changes.append(told)
os.unsetenv = lambda *told: changes.append(told)
from journal.host.chart_cache import prepare_chart_cache
prepare_chart_cache(cache_folder())
import numpy, matplotlib, journal.charts.trends, journal.app.charts
print(changes)
"""


def test_what_the_window_imports_beside_itself_changes_no_variable():
    told = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"


def test_a_folder_that_was_chosen_stays(monkeypatch):
    from journal.host.steady_environment import settle_environment

    monkeypatch.setenv("MPLCONFIGDIR", "/chosen")
    monkeypatch.setenv("OPENBLAS_MAIN_FREE", "0")
    settle_environment()
    import os

    assert (os.environ["MPLCONFIGDIR"], os.environ["OPENBLAS_MAIN_FREE"]) == ("/chosen", "0")
