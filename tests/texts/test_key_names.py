import pytest

from journal.host.resources import resource
from journal.texts.key_names import key_names
from journal.texts.translation import use_language


@pytest.fixture
def german():
    use_language("de", resource("locale"))
    yield
    use_language("en", resource("locale"))


def test_keys_keep_their_names_in_english():
    assert key_names("Ctrl+Shift+Z") == "Ctrl+Shift+Z"


@pytest.mark.usefixtures("german")
def test_keys_are_called_as_they_are_on_a_german_keyboard():
    assert key_names("Ctrl+Shift+Z") == "Strg+Umschalt+Z"
    assert key_names("Page Up, Page Down") == "Bild auf, Bild ab"


@pytest.mark.usefixtures("german")
def test_signs_and_function_keys_stay():
    assert key_names("Alt+↑, F9") == "Alt+↑, F9"
