"""Numbers in sentences take the form that each language asks for."""

import pytest

from journal.host.resources import resource
from journal.texts.translation import LANGUAGES, complete_languages, ngettext, use_language
from tests.support.text_tools import collected_texts, ids, script

catalogues, faults = script("catalogues"), script("translation_faults")
NUMBERS = (0, 1, 2, 5, 21, 22, 25, 1.5)
FORMS = {
    "en": (1, 0, 1, 1, 1, 1, 1, 1),
    "de": (1, 0, 1, 1, 1, 1, 1, 1),
    "es": (1, 0, 1, 1, 1, 1, 1, 1),
    "fr": (0, 0, 1, 1, 1, 1, 1, 0),
    "uk": (2, 0, 1, 2, 0, 1, 2, 1),
}
"""The form of each number, by its place in the file. A fraction in Ukrainian takes the one of 2: "1,5 години"."""


@pytest.fixture(scope="module")
def counted():
    """The sentences with a singular and a plural."""
    return [message for message in collected_texts() if len(ids(message)) == 2]


@pytest.fixture(params=LANGUAGES)
def code(request):
    yield request.param
    use_language("en", resource("locale"))


def speak(code, folder, forms):
    """Speak a language that has one sentence, told apart by its forms."""
    path = catalogues.po_file(code, folder)
    made = catalogues.Catalog(locale=code)
    made.add(("{n} entry", "{n} entries"), string=forms)
    catalogues.write_translation(path, made)
    catalogues.compile_outdated(folder)
    use_language(code, folder)


def test_a_number_takes_its_form(code, tmp_path):
    forms = ("{n} a", "{n} b", "{n} c")[: 3 if code == "uk" else 2]
    speak(code, tmp_path, forms)
    one, several = ("{n} entry", "{n} entries") if code == "en" else forms[:2]
    expected = [(one, several, forms[-1])[form] for form in FORMS[code]]
    assert [ngettext("{n} entry", "{n} entries", number) for number in NUMBERS] == expected


def test_there_are_sentences_that_count(counted):
    assert len(counted) > 80


def test_every_sentence_that_counts_says_its_number(code, counted):
    """Filled with each number, a sentence shows it, wherever the English one does."""
    if code not in complete_languages(resource("locale")):
        pytest.skip("not offered yet")
    use_language(code, resource("locale"))
    lost = []
    for message in counted:
        singular, plural = ids(message)
        shown = sorted(set(faults.fields(plural)))
        for number in NUMBERS:
            said = ngettext(singular, plural, number)
            filled = said.format(**{name: f"<{name}>" for name in {*shown, *faults.fields(singular)}})
            alone = number == 1 and code in {"en", "de", "es"}
            lost += [filled for name in shown if f"<{name}>" not in filled and not alone]
    assert lost == []
