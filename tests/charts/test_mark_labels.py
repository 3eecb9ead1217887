"""Which labels of marks have room."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.charts.mark_labels import named_runs, placed
from journal.charts.typeface import REGULAR, text_width
from journal.model.series import ChartMark, MarkKind

SIZE = 12.0


def infusion(number, day=0):
    return ChartMark(day, f"Infusion {number}", MarkKind.SESSION, "Infusion", number)


def mark_labels(marks, places, room, size_px):
    return placed(named_runs(marks, places, room, size_px), 0.0, room, size_px)


def labels(marks, places, room=400.0):
    return [label.text for label in mark_labels(marks, places, room, SIZE)]


def test_labels_with_room_stand_as_they_are():
    assert labels([infusion(1), infusion(2)], [50.0, 300.0]) == ["Infusion 1", "Infusion 2"]


def test_neighbours_that_would_touch_are_joined():
    assert labels([infusion(n) for n in (1, 2, 3)], [100.0, 130.0, 160.0]) == ["Infusion 1–3"]


def test_sessions_of_two_courses_are_counted_when_joined():
    assert labels([infusion(6), infusion(1)], [100.0, 130.0]) == ["Infusion (2)"]


def test_a_marker_stands_before_a_session():
    marker = ChartMark(0, "Moved house", MarkKind.MARKER)
    assert labels([infusion(1), marker], [30.0, 31.0], room=100.0) == ["Moved house"]


def test_a_label_moves_aside_where_its_mark_allows():
    marks = [infusion(1), infusion(6), ChartMark(0, "Moved house", MarkKind.MARKER)]
    found = mark_labels(marks, [20.0, 25.0, 90.0], 300.0, SIZE)
    assert [label.text for label in found][-1] == "Moved house"


def test_a_very_long_label_is_shortened():
    marker = ChartMark(0, "The day on which everything was different " * 5, MarkKind.MARKER)
    (only,) = labels([marker], [200.0])
    assert only.endswith("…")


@given(
    st.lists(st.tuples(st.floats(0, 400), st.sampled_from(list(MarkKind)), st.integers(1, 9)), max_size=40),
    st.sampled_from([60.0, 400.0, 1200.0]),
)
@settings(max_examples=60, deadline=None)
def test_no_two_labels_overlap_and_none_leaves_the_plot(rows, room):
    rows = sorted(rows, key=lambda row: row[0])
    marks = [ChartMark(0, f"{kind} {n}", kind, str(kind), n) for _x, kind, n in rows]
    found = mark_labels(marks, [x * room / 400 for x, _kind, _n in rows], room, SIZE)
    edges = []
    for label in found:
        half = text_width(label.text, SIZE, REGULAR) / 2
        assert label.x - half >= -1e-6
        assert label.x + half <= room + 1e-6
        edges.append((label.x - half, label.x + half))
    assert all(before[1] < after[0] for before, after in pairwise(edges))


@pytest.mark.parametrize("count", [1, 6, 200])
def test_every_kind_of_mark_alone_is_labelled(count):
    assert labels([infusion(n + 1) for n in range(count)], [n * 1.5 for n in range(count)])
