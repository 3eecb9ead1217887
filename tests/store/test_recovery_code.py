from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.errors import RecoveryCodeMistyped
from journal.store.recovery_code import decode, encode, near_misses, new_raw

RAW = st.binary(min_size=20, max_size=20)
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def reason_of(text: str) -> tuple[object, object]:
    with pytest.raises(RecoveryCodeMistyped) as caught:
        decode(text)
    return caught.value.fields["reason"], caught.value.fields["position"]


@given(RAW)
def test_a_code_reads_back(raw: bytes) -> None:
    assert decode(encode(raw)) == raw


@given(RAW)
def test_case_spaces_and_look_alikes_do_not_matter(raw: bytes) -> None:
    code = encode(raw)
    typed = code.lower().replace("-", " – ").replace("0", "o").replace("1", "l")
    assert decode(f" {typed}\n") == raw


def test_a_new_code_ends_with_a_letter_or_a_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = [number.to_bytes(20, "big") for number in (*range(32, 37), 31, 37)]
    assert "".join(encode(raw)[-1] for raw in drawn) == "*~$=UZ0"
    left = iter(drawn)
    monkeypatch.setattr("journal.store.recovery_code.os.urandom", lambda _size: next(left))
    assert [encode(new_raw())[-1] for _ in range(2)] == ["Z", "0"]


def test_an_older_code_that_ends_with_a_sign_reads_back() -> None:
    for number in range(32, 37):
        raw = number.to_bytes(20, "big")
        assert decode(encode(raw)) == raw


def test_it_is_written_in_groups_of_four() -> None:
    assert encode(bytes(20)) == "0000-0000-0000-0000-0000-0000-0000-0000-0"


@given(RAW, st.integers(0, 31), st.sampled_from(DIGITS))
def test_every_wrong_character_is_noticed(raw: bytes, place: int, digit: str) -> None:
    code = encode(raw).replace("-", "")
    wrong = code[:place] + digit + code[place + 1 :]
    if wrong != code:
        assert reason_of(wrong) == ("check", None)
        assert (place + 1, raw) in list(near_misses(wrong))


@given(RAW, st.integers(0, 30))
def test_every_swap_of_neighbours_is_noticed(raw: bytes, place: int) -> None:
    code = encode(raw).replace("-", "")
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        assert reason_of(wrong)[0] == "check"
        assert raw in [found for _, found in near_misses(wrong)]


def test_a_character_that_never_occurs_is_named_by_its_place() -> None:
    code = encode(bytes(20))
    assert reason_of("000U" + code[4:]) == ("character", 4)
    assert reason_of(code[:-1] + "#") == ("character", 33)


@pytest.mark.parametrize("text", ["", "0000", "0" * 32, "0" * 34])
def test_a_code_too_short_or_too_long_is_told(text: str) -> None:
    assert reason_of(text) == ("length", None)
