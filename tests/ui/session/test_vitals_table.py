import pytest
from PySide6.QtWidgets import QWidget

from journal.host.resources import resource
from journal.texts.translation import use_language
from journal.ui.session.draft import Draft
from journal.ui.session.vitals_state import build_vitals
from journal.ui.session.vitals_table import VitalsTable
from tests.support.every_page import settle
from tests.support.page_audits import cut_words
from tests.support.sessions import begun


@pytest.fixture(params=["en", "es", "uk"])
def table(qtbot, theme, opened, request):
    use_language(request.param, resource("locale"))
    around = QWidget()  # a window of its own would never become narrower than its words
    qtbot.addWidget(around)
    made = VitalsTable(around)
    made.render_table(build_vitals(begun(opened[0]), Draft()))
    around.show()
    yield made
    use_language("en", resource("locale"))


def test_no_word_is_cut_at_any_width(table):
    for width in range(table.minimumSizeHint().width(), 560, 6):
        table.resize(width, 2000)
        settle()
        assert (width, cut_words(table)) == (width, [])
