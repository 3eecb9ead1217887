"""What people type is made fit for the page and otherwise left as it is."""

from hypothesis import given
from hypothesis import strategies as st

from journal.report.text_safety import BREAK, clean, direction, one_line, script_language, shortened


def test_marks_that_turn_the_reading_direction_are_taken_out():
    assert clean("abc\u202egnp.exe\u202c \u2066x\u2069") == "abcgnp.exe x"


def test_control_characters_and_lone_surrogates_are_taken_out():
    assert clean("a\x00b\x07c\ud83dd\ue000") == "abcd"


def test_joined_emoji_and_words_keep_their_joiners():
    assert clean("👩‍👩‍👧 می‌روم") == "👩‍👩‍👧 می‌روم"


def test_letters_and_accents_become_one_character():
    assert clean("u\u0308ber") == "\u00fcber"


def test_lines_stay_lines_whatever_ends_them():
    assert clean("one\r\ntwo\rthree\u2028four") == "one\ntwo\nthree four"


def test_an_endless_word_gets_places_to_break():
    assert clean("x" * 100).replace(BREAK, "") == "x" * 100
    assert max(map(len, clean("x" * 100).split(BREAK))) <= 24


def test_a_label_is_one_line():
    assert one_line(" My\n own\titem ") == "My own item"


def test_direction_is_that_of_the_first_letter():
    assert [direction(text) for text in ("123 שלום abc", "abc שלום", "", "١٢٣ كان")] == ["rtl", "ltr", "ltr", "rtl"]


def test_the_language_follows_the_script():
    found = [script_language(text, "en") for text in ("夜に", "夜", "день", "שלום", "كان", "déjà", "12")]
    assert found == ["ja", "zh", "uk", "he", "ar", "en", "en"]


def test_text_is_cut_at_a_word():
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("short", 12) == "short"


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more(text):
    # A break in an endless word is taken out and put back at the same places.
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=300), st.integers(2, 60))
def test_a_cut_text_is_never_longer_than_asked(text, limit):
    assert len(shortened(text, limit)) <= limit
