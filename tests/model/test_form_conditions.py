"""What of a form is shown depends on the answers of what is shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.exchange.fhir.questionnaire import read_form, read_form_text
from journal.model.form_conditions import shown, shown_tree
from journal.model.questionnaires import Coded, GivenAnswer
from tests.support.fhir_forms import CORE, REAL, answered, choice, coded, form, item, needs_real, option, when

HIDDEN = [{"url": f"{CORE}questionnaire-hidden", "valueBoolean": True}]


def keys(known, *answers, rounds=None):
    return [each.key for each in shown(known, answers, rounds)]


def depending(question, *conditions, behaviour="all"):
    """A form whose item b is shown by conditions on a."""
    return form(question, item("b", enableWhen=list(conditions), enableBehavior=behaviour))


@pytest.mark.parametrize(
    ("sign", "shown_at"),
    [("=", [3]), ("!=", [None, 2, 4]), (">", [4]), ("<", [2]), (">=", [3, 4]), ("<=", [2, 3])],
)
def test_numbers_are_compared_by_every_sign(sign, shown_at):
    known = depending(item("a"), when("a", sign, answerInteger=3))
    for value in (None, 2, 3, 4):
        assert ("b" in keys(known, *answered(a=value))) is (value in shown_at)


@pytest.mark.parametrize(
    ("wanted", "value", "expected"), [(True, 1, True), (True, None, False), (False, None, True), (False, 0, False)]
)
def test_exists_asks_whether_there_is_an_answer(wanted, value, expected):
    known = depending(item("a"), when("a", "exists", answerBoolean=wanted))
    assert ("b" in keys(known, *answered(a=value))) is expected


def test_an_answer_that_does_not_apply_is_no_answer():
    known = depending(item("a"), when("a", "exists", answerBoolean=True))
    assert keys(known, GivenAnswer("a", not_applicable=True)) == ["a"]


def test_a_whole_number_is_the_same_with_a_point():
    known = depending(item("a", "decimal"), when("a", "=", answerInteger=2))
    assert "b" in keys(known, *answered(a=2.0))


def test_yes_is_not_one():
    known = depending(item("a", "boolean"), when("a", "=", answerBoolean=True))
    assert "b" in keys(known, *answered(a=True))
    assert "b" not in keys(known, *answered(a=1))
    assert "b" not in keys(known, *answered(a=False))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (coded("a1"), True),
        (Coded("urn:example:walks", "a1", "Other words"), True),
        (Coded("urn:other", "a1"), False),
        (coded("a2"), False),
    ],
)
def test_codes_are_compared_by_system_and_code(answer, expected):
    known = depending(choice("a"), when("a", "=", answerCoding={"system": "urn:example:walks", "code": "a1"}))
    assert ("b" in keys(known, *answered(a=answer))) is expected


def test_a_condition_can_leave_out_the_system():
    known = depending(choice("a"), when("a", "=", answerCoding={"code": "a1"}))
    assert "b" in keys(known, *answered(a=coded("a1")))


def test_codes_are_ordered_by_what_they_count_as():
    known = depending(choice("a", 5, 3, 4), when("a", ">", answerCoding={"code": "a1"}))
    assert [code for code in ("a0", "a1", "a2") if "b" in keys(known, *answered(a=coded(code)))] == ["a0", "a2"]


@pytest.mark.parametrize(
    ("day", "sign", "expected"),
    [
        ("2026-03-02", ">", True),
        ("2026-03-01", ">", False),
        ("2026-03-01", ">=", True),
        ("2026-03", ">=", True),
        ("2025", "<", True),
    ],
)
def test_days_are_compared_as_far_as_both_go(day, sign, expected):
    known = depending(item("a", "date"), when("a", sign, answerDate="2026-03-01"))
    assert ("b" in keys(known, *answered(a=day))) is expected


def test_texts_are_compared_as_they_stand():
    known = depending(item("a", "string"), when("a", ">", answerString="ab"))
    assert "b" in keys(known, *answered(a="abc"))
    assert "b" not in keys(known, *answered(a="ab"))


def test_words_of_ones_own_count_in_an_open_choice():
    known = depending(item("a", "open-choice", answerOption=[option("x")]), when("a", "=", answerString="other"))
    assert "b" in keys(known, *answered(a="other"))


@pytest.mark.parametrize(("behaviour", "expected"), [("all", [False, False, True]), ("any", [False, True, True])])
def test_several_conditions_hold_together_or_one_is_enough(behaviour, expected):
    known = form(
        item("a", "boolean"),
        item("c", "boolean"),
        item(
            "b",
            enableWhen=[when("a", "=", answerBoolean=True), when("c", "=", answerBoolean=True)],
            enableBehavior=behaviour,
        ),
    )
    given_answers = [answered(a=False, c=False), answered(a=True, c=False), answered(a=True, c=True)]
    assert ["b" in keys(known, *answers) for answers in given_answers] == expected


def test_one_of_several_answers_is_enough_and_none_may_be_equal():
    yes = depending(choice("a", repeats=True), when("a", "=", answerCoding={"code": "a1"}))
    no = depending(choice("a", repeats=True), when("a", "!=", answerCoding={"code": "a1"}))
    both = (GivenAnswer("a", coded("a0")), GivenAnswer("a", coded("a1")))
    assert "b" in keys(yes, *both)
    assert "b" not in keys(no, *both)


def chain():
    return form(
        item("a", "boolean"),
        item("b", "boolean", enableWhen=[when("a", "=", answerBoolean=True)]),
        item("c", "boolean", enableWhen=[when("b", "=", answerBoolean=True)]),
    )


def test_answers_of_what_is_not_shown_do_not_count():
    assert keys(chain(), *answered(a=True, b=True)) == ["a", "b", "c"]
    assert keys(chain(), *answered(a=False, b=True)) == ["a"]


def test_not_equal_holds_where_the_other_question_is_not_shown():
    known = form(
        item("a", "boolean"),
        item("b", "boolean", enableWhen=[when("a", "=", answerBoolean=True)]),
        item("c", enableWhen=[when("b", "!=", answerBoolean=True)]),
    )
    assert keys(known, *answered(a=False, b=True)) == ["a", "c"]


def test_a_condition_can_look_at_a_later_question():
    known = form(item("b", enableWhen=[when("a", "=", answerBoolean=True)]), item("a", "boolean"))
    assert keys(known, *answered(a=True)) == ["b", "a"]


def test_what_stands_in_a_group_that_is_not_shown_is_not_shown():
    known = form(
        item("a", "boolean"),
        item(
            "g",
            "group",
            item=[item("b"), item("h", "group", item=[item("c")])],
            enableWhen=[when("a", "=", answerBoolean=True)],
        ),
    )
    assert keys(known) == ["a"]
    assert keys(known, *answered(a=True)) == ["a", "g", "b", "h", "c"]
    assert [each.depth for each in shown(known, answered(a=True))] == [0, 0, 1, 1, 2]


def test_hidden_items_are_never_shown():
    known = form(
        item("a", "boolean", extension=HIDDEN), item("g", "group", extension=HIDDEN, item=[item("b")]), item("c")
    )
    assert keys(known, *answered(a=True, b=1)) == ["c"]


def visits():
    return form(
        item("any", "boolean"),
        item(
            "g",
            "group",
            repeats=True,
            item=[item("day", "integer"), item("long", enableWhen=[when("day", ">", answerInteger=1)])],
        ),
        item("after", enableWhen=[when("long", "exists", answerBoolean=True)]),
    )


def test_a_group_that_repeats_is_there_as_often_as_it_is_answered_or_asked_for():
    assert keys(visits()) == ["any", "g", "day[1]"]
    assert keys(visits(), GivenAnswer("day[2]", 1)) == ["any", "g", "day[1]", "g", "day[2]"]
    assert keys(visits(), rounds={"g": 2}) == ["any", "g", "day[1]", "g", "day[2]"]


def test_a_condition_inside_a_round_looks_at_its_own_round():
    answers = (GivenAnswer("day[1]", 5), GivenAnswer("day[2]", 0))
    assert keys(visits(), *answers) == ["any", "g", "day[1]", "long[1]", "g", "day[2]"]


def test_a_condition_outside_looks_at_every_round():
    answers = (GivenAnswer("day[1]", 0), GivenAnswer("day[2]", 5), GivenAnswer("long[2]", 30))
    assert keys(visits(), *answers)[-1] == "after"


def test_an_answer_of_another_form_changes_nothing():
    assert keys(chain(), GivenAnswer("zzz[3]", 1)) == ["a"]


def test_a_group_holds_what_is_inside_it():
    [_any, group, *_rest] = shown_tree(visits(), ())
    assert [each.key for each in group.items] == ["day[1]"]


@needs_real
def test_the_published_example_of_several_conditions_does_what_it_says():
    known = read_form(REAL / "bdhg__MultipleEnableWhen.json")
    sky, grass, dozen = (question.link_id for question in known.questions())
    blue, green = (known.item(grass).options[place].value for place in (0, 3))
    right = [GivenAnswer(sky, True), GivenAnswer(grass, green), GivenAnswer(dozen, 12)]
    wrong = [GivenAnswer(sky, False), GivenAnswer(grass, blue), GivenAnswer(dozen, 11)]
    told = [
        [each.item.text[:30] for each in shown(known, answers) if each.item.kind == "display"]
        for answers in ([], wrong, [*wrong[:2], right[2]], [right[0], *wrong[1:]], right)
    ]
    one, every = "This screen appears if at leas", "This screen is appearing becau"
    assert told == [[], [], [one], [one], [one, every]]


@needs_real
def test_the_published_example_of_skipping_works_once_its_comma_is_gone():
    text = (REAL / "bdhg__SkipLogicExample.json").read_text()
    known = read_form_text(re.sub(r",(\s*\])", r"\1", text), "mended.json")
    ice, flavour, day = known.questions()
    assert (flavour.kind, day.kind) == ("open-choice", "date")
    assert keys(known) == keys(known, GivenAnswer(ice.link_id, False)) == [ice.link_id]
    assert len(keys(known, GivenAnswer(ice.link_id, True))) == 3


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["=", "!="]), st.booleans()), max_size=7),
    st.lists(st.none() | st.booleans(), min_size=8, max_size=8),
)
def test_what_is_shown_fits_a_plain_reckoning(conditions, values):
    """Each item depends on at most one before it, so that a loop in order says the same."""
    items = [item("0", "boolean")]
    for n, (question, sign, wanted) in enumerate(conditions, 1):
        items.append(item(str(n), "boolean", enableWhen=[when(str(question % n), sign, answerBoolean=wanted)]))
    expected = {"0"}
    for n, (question, sign, wanted) in enumerate(conditions, 1):
        target = str(question % n)
        value = values[int(target)] if target in expected else None
        if (value is wanted) is (sign == "="):
            expected.add(str(n))
    answers = [GivenAnswer(str(n), value) for n, value in enumerate(values)]
    assert set(keys(form(*items), *answers)) == expected
