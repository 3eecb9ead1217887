"""What is typed on the guide's pictures is there in every language."""

from dataclasses import astuple

import pytest

from journal.host.guides import read_guide_page
from journal.host.resources import resource
from journal.texts.translation import LANGUAGES, use_language
from tests.support.text_tools import script


@pytest.fixture(params=LANGUAGES)
def words(request):
    use_language(request.param, resource("locale"))
    yield request.param, script("guide_pictures").picture_words()
    use_language("en", resource("locale"))


def test_each_language_has_all_of_them(words):
    assert all(astuple(words[1]))


def test_the_word_searched_for_is_the_one_that_the_guide_names(words):
    code, typed = words
    (told,) = (each.words for each in read_guide_page("history", code).pictures if each.name == "search.png")
    assert typed.search in told


def test_how_a_text_begins_ends_before_what_is_filled_in(words):
    assert script("guide_pictures").begins("Saved {time}").strip()
    assert "{" not in script("guide_pictures").begins("Saved {time}")
