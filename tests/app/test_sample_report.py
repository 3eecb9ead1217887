"""The sample's report is in one language, with the same dates on every machine."""

import pytest

from journal.app.sample_report import sample_locale
from journal.host.resources import resource
from journal.texts.locales import Locale
from journal.texts.translation import use_language, use_territory


@pytest.fixture(autouse=True)
def in_austria():
    use_territory("AT")
    yield
    use_territory("")
    use_language("en", resource("locale"))


@pytest.mark.parametrize(("code", "locale"), [("en", Locale("en", "GB")), ("uk", Locale("uk", ""))])
def test_its_dates_are_those_of_its_language_alone(tmp_path, code, locale):
    use_language(code, tmp_path)
    assert sample_locale() == locale
