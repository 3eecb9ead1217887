"""Mean, median and quantiles against numpy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.quantiles import mean, median, quantile, quartiles

VALUES = st.lists(st.floats(-1000, 1000, allow_subnormal=False), min_size=1, max_size=40)


@given(VALUES, st.floats(0, 1))
@settings(max_examples=100)
def test_a_quantile_is_numpys(values, q):
    assert quantile(values, q) == pytest.approx(float(np.quantile(values, q)), rel=1e-12, abs=1e-9)


@given(VALUES)
@settings(max_examples=50)
def test_mean_median_and_quartiles_are_numpys(values):
    assert mean(values) == pytest.approx(float(np.mean(values)), rel=1e-12, abs=1e-9)
    assert median(values) == pytest.approx(float(np.median(values)), rel=1e-12, abs=1e-9)
    assert quartiles(values) == pytest.approx(tuple(np.quantile(values, [0.25, 0.5, 0.75])), rel=1e-12, abs=1e-9)


@given(VALUES, st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_order_of_values_never_changes_a_figure(values, random):
    shuffled = random.sample(values, len(values))
    assert mean(shuffled) == mean(values)
    assert quartiles(shuffled) == quartiles(values)


def test_the_ends_are_the_least_and_the_greatest_value():
    values = [0.1, 0.7, 0.3]
    assert (quantile(values, 0), quantile(values, 1)) == (0.1, 0.7)


@pytest.mark.parametrize("figure", [mean, median, quartiles, lambda values: quantile(values, 0.5)])
def test_there_is_no_figure_of_nothing(figure):
    with pytest.raises(ValueError, match="no values"):
        figure([])


def test_a_quantile_outside_the_unit_is_a_bug():
    with pytest.raises(ValueError, match="outside"):
        quantile([1.0], 1.5)
