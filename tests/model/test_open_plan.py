import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.contacts import Contact
from journal.model.open_plan import OpenPlan, open_plan_json, read_open_plan_json, ticked
from journal.model.plans import Heading, PlanLine

LINES = (
    PlanLine("secret-id", Heading.MYSELF, "Walk to the harbour", open=True),
    PlanLine("2", Heading.SIGNS, "I stop answering"),
)
CONTACTS = (
    Contact("a", "Mara", "020 555 0143", note="Evenings", open=True),
    Contact("b", "Someone private", "020 555 0199"),
    Contact("c", "Hidden line", "111", shipped="GB/crisis/111", hidden=True, open=True),
)


def test_only_what_was_ticked_is_in_the_file():
    content = open_plan_json(ticked("At home", LINES, CONTACTS)).decode()
    assert "Walk to the harbour" in content
    assert "Mara" in content
    for private in ("I stop answering", "Someone private", "0199", "Hidden line", "secret-id"):
        assert private not in content


def test_what_was_written_is_read_back():
    plan = read_open_plan_json(open_plan_json(ticked("At home", LINES, CONTACTS)))
    assert plan.place == "At home"
    assert [(line.heading, line.text, line.open) for line in plan.lines] == [
        (Heading.MYSELF, "Walk to the harbour", True)
    ]
    assert [(contact.name, contact.call, contact.note) for contact in plan.contacts] == [
        ("Mara", "020 555 0143", "Evenings")
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[]", b"{", b'{"version": 2, "place": "x"}', b'{"version": 1, "lines": 3}', b"[" * 100_000],
)
def test_a_damaged_or_newer_file_counts_as_absent(content):
    assert read_open_plan_json(content) == OpenPlan()


def test_of_a_file_put_together_by_hand_what_fits_is_taken():
    given_ = {
        "version": 1,
        "place": 5,
        "lines": [7, {"heading": "weather", "text": "x"}, {"heading": "signs", "text": "y" * 5000}],
        "contacts": [{"name": ["a"]}, {"call": "112"}],
    }
    plan = read_open_plan_json(json.dumps(given_).encode())
    assert plan.place == ""
    assert [len(line.text) for line in plan.lines] == [2000]
    assert [contact.call for contact in plan.contacts] == ["112"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["version", "place", "lines", "contacts", "text", "heading", "name"]), inside)
    ),
    max_leaves=12,
)


@settings(max_examples=100)
@given(JSON)
def test_no_content_makes_the_lock_page_fail(content):
    if isinstance(content, dict):
        content["version"] = 1
    assert isinstance(read_open_plan_json(json.dumps(content).encode()), OpenPlan)
