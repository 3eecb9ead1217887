"""matplotlib finds its list of fonts instead of reading every font of the system."""

import os
import subprocess
import sys
from pathlib import Path

from journal.host.chart_cache import prepare_chart_cache

ROOT = Path(__file__).parents[2]
SHOWS_FONTS = """
from pathlib import Path
from journal.host.chart_cache import LIST_VERSION, prepare_chart_cache
prepare_chart_cache(Path({cache!r}))
from matplotlib import font_manager
assert font_manager.FontManager.__version__ == LIST_VERSION
print(len(font_manager.fontManager.ttflist), font_manager.findfont("nothing of this name", fallback_to_default=True))
"""


def test_the_list_is_the_one_that_matplotlib_reads(tmp_path):
    environment = {key: value for key, value in os.environ.items() if key != "MPLCONFIGDIR"}
    code = SHOWS_FONTS.format(cache=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    count, default = done.stdout.split()
    assert count == "1"
    assert default.endswith("DejaVuSans.ttf")


def test_it_lies_in_our_own_folder(monkeypatch, tmp_path):
    monkeypatch.delenv("MPLCONFIGDIR", raising=False)
    prepare_chart_cache(tmp_path)
    assert os.environ["MPLCONFIGDIR"] == str(tmp_path / "matplotlib")
    assert list((tmp_path / "matplotlib").glob("fontlist-*.json"))
    monkeypatch.delenv("MPLCONFIGDIR")


def test_a_chosen_folder_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "chosen"))
    assert prepare_chart_cache(tmp_path / "cache") == tmp_path / "chosen"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path, monkeypatch):
    monkeypatch.delenv("MPLCONFIGDIR", raising=False)
    monkeypatch.setenv("MPLCONFIGDIR", "")
    (tmp_path / "cache").write_text("in the way")
    assert prepare_chart_cache(tmp_path / "cache") == tmp_path / "cache" / "matplotlib"
