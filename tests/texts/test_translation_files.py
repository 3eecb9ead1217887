"""Every translation is whole and true to its text; what would be wrong is found."""

from __future__ import annotations

import io

import pytest
from babel.messages.pofile import read_po

from journal.texts.translation import LANGUAGES
from tests.support.text_tools import collected_texts, script

catalogues, faults = script("catalogues"), script("translation_faults")
FILES = {catalogues.code_of(path): path for path in catalogues.translations()}


@pytest.fixture(params=sorted(FILES))
def code(request):
    """A language that is translated."""
    return request.param


def test_nothing_is_missing_and_nothing_is_left_over(code):
    translated = catalogues.read_translation(FILES[code])
    assert list(map(str, faults.lacking(translated, collected_texts()))) == []


def test_nothing_is_broken(code):
    assert list(map(str, faults.faults(code, catalogues.read_translation(FILES[code])))) == []


def test_a_translation_stands_in_its_file_as_the_script_writes_it(code, tmp_path):
    again = catalogues.po_file(code, tmp_path)
    catalogues.write_translation(again, catalogues.read_translation(FILES[code]))
    assert again.read_text(encoding="utf-8") == FILES[code].read_text(encoding="utf-8")


def found(entry: str, code: str = "de") -> list[str]:
    """What is said of one entry of a file."""
    return [fault.what for fault in faults.faults(code, read_po(io.StringIO(entry + "\n"), locale=code))]


@pytest.mark.parametrize(
    ("english", "translation", "code"),
    [
        ("{n} of {all} days", "{n} von {all} Tagen", "de"),
        ("Opening…", "Wird geöffnet …", "de"),
        ("Type “yes”.", "Tippe „ja“.", "de"),
        ("Type “yes”.", "Tapez «\N{NARROW NO-BREAK SPACE}oui\N{NARROW NO-BREAK SPACE}».", "fr"),
        ("Really?", "¿De verdad?", "es"),
        ("The journal’s folder", "Папка зі щоденником", "uk"),
        ("mg", "mg", "de"),
        ("{day}: {value}", "{day}: {value}", "de"),
        ("IV", "i. v.", "de"),
        ("‹ Earlier", "‹ Früher", "de"),
    ],
)
def test_a_good_translation_is_let_through(english, translation, code):
    assert found(f'msgid "{english}"\nmsgstr "{translation}"', code) == []


@pytest.mark.parametrize(
    ("english", "translation", "code", "said"),
    [
        ("Open", "", "de", "not translated"),
        ("Open", "Open", "de", "the same as in English"),
        ("{n} days", "Tage", "de", "other {fields}"),
        ("{n} days", "{m} Tage", "de", "other {fields}"),
        ("{n} days", "{n} {n} Tage", "de", "other {fields}"),
        ("{n} days", "{n Tage", "de", "a lone"),
        ("Saved.", "Gespeichert. ", "de", "other spaces"),
        ("Saved.", "Gespeichert", "de", "ends in"),
        ("Saved", "Gespeichert.", "de", "ends in"),
        ("Really?", "Wirklich.", "de", "ends in"),
        ("Opening…", "Wird geöffnet...", "de", "three dots"),
        ("Open", "&Öffnen", "de", "& before a letter"),
        ("<b>Open</b>", "Öffnen", "de", "other <tags>"),
        ("Use --help.", "Nimm --hilfe.", "de", "other --options"),
        ("Type “yes”.", "Tippe “ja”.", "de", "“"),
        ("Type “yes”.", "Tippe ja.", "de", "0 pairs of quotes"),
        ("Type “yes”.", "Введіть “так”.", "uk", "“"),
        ("Type “yes”.", "Escribe ‹sí›.", "es", "quotes of another language"),
        ("Type “yes”.", "Tapez « oui ».", "fr", "an ordinary space"),
        ("Really?", "Vraiment ?", "fr", "an ordinary space"),
        ("Really?", "Vraiment?", "fr", "a no-break space"),
        ("Really?", "De verdad?", "es", "a question needs"),
        ("Memory", "Пам'ять", "uk", "a straight apostrophe"),
    ],
)
def test_a_broken_translation_is_found(english, translation, code, said):
    assert any(said in what for what in found(f'msgid "{english}"\nmsgstr "{translation}"', code))


PLURAL = 'msgid "one day"\nmsgid_plural "{n} days"\n'


@pytest.mark.parametrize(
    ("code", "forms", "said"),
    [
        ("de", ("ein Tag", "{n} Tage"), None),
        ("de", ("ein Tag", "Tage"), "other {fields}"),
        ("de", ("ein Tag", ""), "a plural form is missing"),
        ("uk", ("{n} день", "{n} дні", "{n} днів"), None),
        ("uk", ("один день", "{n} дні", "{n} днів"), "other {fields}"),
        ("uk", ("{n} день", "{n} дні"), "plural form"),
        ("fr", ("{n} jour", "{n} jours"), None),
        ("fr", ("un jour", "{n} jours"), "other {fields}"),
    ],
)
def test_each_plural_form_keeps_its_number_unless_it_is_for_one_alone(code, forms, said):
    entry = PLURAL + "\n".join(f'msgstr[{n}] "{text}"' for n, text in enumerate(forms))
    whats = found(entry, code)
    assert whats == [] if said is None else any(said in what for what in whats)


def test_a_doubtful_translation_is_found():
    assert "marked fuzzy" in found('#, fuzzy\nmsgid "Open"\nmsgstr "Öffnen"')


def test_new_texts_come_in_empty_and_old_ones_go(tmp_path):
    path = catalogues.po_file("de", tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "Nightmare"\nmsgstr "Alb"\n\nmsgid "Fear"\nmsgstr "Angst"\n', "utf-8")
    new, gone = catalogues.merge(path, collected_texts())
    merged = catalogues.read_translation(path)
    assert merged.get("Fear").string == "Angst"
    assert (merged.get("Nightmare"), merged.get("Nightmares").string) == (None, "")
    assert (gone, new) == (1, len(list(catalogues.messages(collected_texts()))) - 1)


def test_a_language_is_offered_once_nearly_all_of_it_is_there(tmp_path):
    path = catalogues.po_file("de", tmp_path)
    catalogues.merge(path, collected_texts())
    assert catalogues.compile_outdated(tmp_path) == []
    translated = catalogues.read_translation(path)
    for message in catalogues.messages(translated):
        message.string = message.id if isinstance(message.id, str) else message.id[:2]
    catalogues.write_translation(path, translated)
    assert catalogues.compile_outdated(tmp_path) == [path.with_suffix(".mo")]
    assert catalogues.compile_outdated(tmp_path) == []


def test_every_language_is_there():
    assert set(FILES) == set(LANGUAGES) - {"en"}
