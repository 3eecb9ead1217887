"""The page on a real journal, and files to bring in."""

import pytest

from journal.app.runner import ImmediateRunner
from journal.host.resources import read_catalogue
from journal.texts.items import ItemWords
from journal.ui.bringing_in.page_factory import create
from journal.ui.bringing_in.presenter import BringingInParts, BringingInPresenter
from journal.ui.bringing_in.state import BringingInState
from tests.support.rows import Heard, page_context
from tests.support.windows import put_up

DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
2026-10-20,October 20,Tuesday,22:00,Super,"Yoga | Arbeit",,Am Kanal
2026-10-20,October 20,Tuesday,10:00 am,unwell,Arbeit,,
2026-10-19,October 19,Monday,21:30,Super,Yoga,,
2026-02-31,x,x,21:00,Super,Yoga,,
"""
TABLE = """day,calm,slept,remark
2026-10-01,3,"7,5","=1+1"
2026-10-02,NA,"6,0","a long walk by the canal"
2026-10-03,9,"8,5","tea with my sister in the garden"
"""


class FakeView:
    """Keeps what it is shown."""

    def __init__(self):
        self.state, self.progress = BringingInState(), []

    def render_state(self, state):
        self.state = state

    def show_progress(self, progress):
        self.progress.append(progress)


class Presented:
    """A presenter over a real journal, without Qt and without a storage thread."""

    def __init__(self, journal, clock, runner=None):
        self.journal, self.said, self.errors, self.view = journal, [], [], FakeView()
        parts = BringingInParts(
            runner or ImmediateRunner(),
            lambda: journal,
            lambda act: act(),
            clock,
            ItemWords(read_catalogue()),
            lambda text, actions=(): self.said.append((text, list(actions))),
            self.errors.append,
        )
        self.presenter = BringingInPresenter(self.view, parts)

    @property
    def state(self):
        return self.view.state

    def row(self, name):
        names = [row.question.name for row in self.state.names.rows]
        return names.index(name)


@pytest.fixture
def shown(journal):
    return Presented(journal, journal.clock)


@pytest.fixture
def daylio(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(DAYLIO, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def page(qtbot, theme, journal):
    heard = Heard()
    made = create(page_context(journal, journal.clock, theme, heard))
    made.heard = heard
    put_up(qtbot, made, 1024, 700, active=True)
    made.entered()
    return made
