"""The preview in words: the figures of the pages in tables, with the same box and the same key as a chart."""

from journal.texts.number_tables import NumbersTable
from journal.ui.report.preview import Preview
from journal.ui.widgets.in_words import switch_words

FIGURES = (NumbersTable("Symptoms", ("Item", "Mean"), (("Nightmares", "2.0"),)),)


def test_the_tables_stand_in_place_of_the_pages(qtbot, theme):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(500, 600)
    preview.show()
    preview.show_pages((b"", b""), busy=False)
    preview.show_figures(FIGURES)
    switch_words(preview)
    assert [image.isVisible() for image in preview.images] == [False, False]
    (view,) = preview.numbers.views
    assert view.isVisible()
    assert view.numbers.index(0, 0).data() == "2.0"
    switch_words(preview)
    assert all(image.isVisible() for image in preview.images)
    assert not preview.numbers.isVisible()


def test_without_figures_there_is_nothing_to_turn_to(qtbot, theme):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show()
    preview.show_figures(())
    assert not preview.in_words.isEnabled()
