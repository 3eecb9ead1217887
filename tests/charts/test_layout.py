"""Where panels stand."""

import pytest

from journal.charts.trends import arrangement
from journal.model.items import Better
from tests.support.trends_data import trends


def layout(data, width=780, text_px=14, height=0):
    return arrangement(data, width, text_px).filling(height)


def test_two_columns_when_there_is_room_and_one_when_the_text_is_large():
    data = trends(4, 90)
    assert len({place.card.left for place in layout(data).places}) == 2
    assert len({place.card.left for place in layout(data, text_px=28).places}) == 1


def test_directions_stand_in_groups_of_their_own():
    found = layout(trends(3, 90, life=2))
    assert [heading.text for heading in found.headings] == ["Lower is better", "Higher is better"]
    last_lower = max(place.card.bottom for place in found.places if place.panel.scale.better is Better.LOWER)
    first_higher = min(place.card.top for place in found.places if place.panel.scale.better is Better.HIGHER)
    assert last_lower < first_higher


def test_end_words_stand_at_the_heading_only_if_all_share_them():
    lower, higher = layout(trends(3, 90, life=2)).headings
    assert lower.ends == "0 not at all – 4 extremely"
    assert higher.ends == ""
    own = [place.ends for place in layout(trends(3, 90, life=2)).places if place.panel.scale.better is Better.HIGHER]
    assert own == ["0 not at all – 4 fully", ""]


@pytest.mark.parametrize("width", [300, 780, 1400])
@pytest.mark.parametrize("text_px", [14, 28])
@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_no_card_covers_another_or_leaves_the_picture(width, text_px, count):
    found = layout(trends(count, 60, life=2), width, text_px, height=900)
    for place in found.places:
        assert 0 <= place.card.left < place.plot.left < place.plot.right < place.card.right <= width + 0.01
        assert place.card.top < place.plot.top < place.plot.bottom < place.card.bottom <= found.height
    for one in found.places:
        for other in found.places:
            apart_x = one.card.right < other.card.left or other.card.right < one.card.left
            apart_y = one.card.bottom < other.card.top or other.card.bottom < one.card.top
            assert one is other or apart_x or apart_y


def test_spare_height_goes_to_the_plots():
    data = trends(2, 90)
    low, high = layout(data).places[0].plot, layout(data, height=1000).places[0].plot
    assert high.bottom - high.top > low.bottom - low.top


def test_comparing_puts_long_numbers_below_the_label():
    assert not layout(trends(2, 90), 640).places[0].stacked
    assert layout(trends(2, 90, compare=True), 640).places[0].stacked
