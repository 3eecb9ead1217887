from journal.app import check_ins
from journal.app.check_ins import new_key
from journal.cli.show import print_entries
from journal.host.resources import resource
from journal.model.entries import EntryKind
from journal.texts.translation import use_language
from tests.support.journals import make_journal


def test_what_was_asked_beside_the_check_ins_says_what_it_is(tmp_path, capsys):
    journal, _clock = make_journal(tmp_path / "journal")
    entries = [
        check_ins.answer(journal, new_key(kind), journal.item("craving"), 1)
        for kind in (EntryKind.CHECK_IN, EntryKind.AFTER_SESSION, EntryKind.MONTHLY)
    ]
    print_entries(journal, entries, set())
    heads = [line for line in capsys.readouterr().out.splitlines() if line.startswith("2026")]
    journal.close()
    assert [head.split("  ")[2:] for head in heads] == [[], ["After a session"], ["The monthly look"]]


def test_hours_have_the_comma_of_the_language(tmp_path, capsys):
    journal, _clock = make_journal(tmp_path / "journal")
    entry = check_ins.answer(journal, new_key(EntryKind.CHECK_IN), journal.item("hours_slept"), 7.5)
    use_language("de", resource("locale"))
    print_entries(journal, [entry], set())
    use_language("en", resource("locale"))
    journal.close()
    assert "7,5" in capsys.readouterr().out
