"""The drawing of the typical week."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from journal.charts.week import arrangement, draw_week
from journal.host.themes import contrast, load_theme
from tests.support.trends_data import weeks


def texts(data, theme="light"):
    figure = Figure(figsize=(780 / 72, arrangement(data, 780, 14).natural_height / 72), dpi=72)
    FigureCanvasAgg(figure).draw()
    draw_week(figure, data, load_theme(theme))
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def test_each_cell_has_its_number_and_an_empty_one_a_dash():
    data = weeks(1)
    cells = [cell for row in data.panels[0].table.rows for cell in row]
    shown = texts(data)
    assert shown.count("–") == sum(cell.value is None for cell in cells) > 0
    for cell in cells:
        assert cell.value is None or f"{cell.value:.1f}" in shown


def test_weekdays_alone_also_say_how_many():
    data = weeks(1, by_part=False)
    filled = data.panels[0].table.filled
    assert texts(data).count("n 9") == filled


def test_numbers_are_readable_on_the_darkest_tint():
    from journal.charts.week import _tint

    for name in ("light", "dark", "print"):
        tokens = load_theme(name)
        assert contrast(_tint(tokens, 1.0), tokens.ink) >= 4.5
