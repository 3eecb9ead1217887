"""What the tests of the window share."""

import gc

import pytest

from tests.support.rows import Heard


@pytest.fixture(autouse=True)
def collected_on_this_thread():
    """Parts of a window are destroyed on its own thread only, as `WindowCollector` sees to in the program."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture
def heard():
    """What a page said and where it wanted to go."""
    return Heard()
