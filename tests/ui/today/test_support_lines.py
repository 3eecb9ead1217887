from journal.ui.today.support_lines import support_lines


def test_each_way_to_reach_a_line_is_said():
    lines = support_lines("US")
    assert lines[0] == "Call 988, or text 988"
    assert lines[1] == "Veterans: call 988, then 1, or text 838255"
    assert "Text HELLO to 50808" in support_lines("IE")
    assert "Crisis Text Line: text 741741" in lines


def test_elsewhere_the_place_to_find_a_line_is_named():
    assert support_lines("ZZ")[0] == "findahelpline.com"


def test_when_the_numbers_were_checked_is_said():
    assert support_lines("GB")[-1].startswith("Checked November 2026.")


def test_lines_against_violence_are_not_mixed_in():
    assert not any("1-800-799-7233" in line for line in support_lines("US"))
