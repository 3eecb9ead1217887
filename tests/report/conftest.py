"""Reports set once for all tests that look at them."""

import pytest

from tests.support.report_pages import set_variant, variants


@pytest.fixture(scope="session", params=list(variants()))
def variant(request):
    """Each kind of report in turn: its request, its data and its PDF."""
    wanted, data = variants()[request.param]
    return wanted, data, set_variant(wanted, data).pdf


@pytest.fixture(scope="session")
def everything_pdf():
    """The report that shows all there can be."""
    return set_variant(*variants()["everything"]).pdf
