from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
import zlib
from pathlib import Path
from typing import Any

import pytest

from journal.model.errors import (
    JournalExists,
    JournalMissing,
    JournalTooNew,
    KeyFileAltered,
    KeyFileDamaged,
    KeyFileMissing,
    PassphraseEmpty,
    RecoveryCodeMistyped,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.store.key_slots import canonical
from journal.store.unfinished_vault import finish_vault
from journal.store.vault import (
    FAST_KDF,
    NewVault,
    change_passphrase,
    check_passphrase,
    check_recovery_code,
    create_vault,
    has_journal,
    has_recovery_code,
    new_recovery_code,
    open_vault,
    remove_recovery_code,
)

PASSPHRASE = "quiet harbour lights"


@pytest.fixture
def vault(folder: Path) -> NewVault:
    made = create_vault(folder, PASSPHRASE, kdf=FAST_KDF)
    finish_vault(folder)
    return made


def rewritten(path: Path, **changes: Any) -> None:
    """Change fields of a key file and make its checksum right again, as somebody who knows how."""
    document = {**json.loads(path.read_bytes()), **changes}
    del document["crc"]
    path.write_text(json.dumps({**document, "crc": zlib.crc32(canonical(document))}))


def test_the_passphrase_opens_it(folder: Path, vault: NewVault) -> None:
    opened = open_vault(folder, passphrase=PASSPHRASE)
    assert opened.key.raw == vault.key.raw
    assert opened.journal_id == vault.journal_id
    assert opened.database == folder / "journal-1.db"
    assert not opened.used_copy


def test_the_recovery_code_opens_it(folder: Path, vault: NewVault) -> None:
    assert vault.recovery_code is not None
    assert open_vault(folder, recovery_code=vault.recovery_code).key.raw == vault.key.raw


def test_composed_and_decomposed_letters_are_the_same_passphrase(folder: Path) -> None:
    create_vault(folder, unicodedata.normalize("NFC", "Größe é"), kdf=FAST_KDF)
    finish_vault(folder)
    assert check_passphrase(folder, unicodedata.normalize("NFD", "Größe é"))


@pytest.mark.parametrize("passphrase", ["", "quiet harbour light", "Quiet harbour lights", "quiet harbour lights "])
def test_another_passphrase_does_not(folder: Path, vault: NewVault, passphrase: str) -> None:
    with pytest.raises(WrongPassphrase):
        open_vault(folder, passphrase=passphrase)
    assert not check_passphrase(folder, passphrase)


def test_another_well_formed_code_does_not(folder: Path, vault: NewVault) -> None:
    code = "0000-0000-0000-0000-0000-0000-0000-0000-0"
    assert not check_recovery_code(folder, code)
    with pytest.raises(WrongRecoveryCode):
        open_vault(folder, recovery_code=code)


@pytest.mark.parametrize("place", [1, 7, 16, 32])
def test_one_typing_error_in_the_code_is_told_with_its_place(folder: Path, vault: NewVault, place: int) -> None:
    code = (vault.recovery_code or "").replace("-", "")
    other = "7" if code[place - 1] != "7" else "8"
    with pytest.raises(RecoveryCodeMistyped) as caught:
        open_vault(folder, recovery_code=code[: place - 1] + other + code[place:])
    assert caught.value.fields == {"reason": "check", "position": place}


def test_two_typing_errors_are_told_without_a_place(folder: Path, vault: NewVault) -> None:
    code = (vault.recovery_code or "").replace("-", "")
    start = next(text for text in ("777777", "888888", "222222") if _check_fails(text + code[6:]))
    with pytest.raises(RecoveryCodeMistyped) as caught:
        open_vault(folder, recovery_code=start + code[6:])
    assert caught.value.fields["position"] is None


def _check_fails(code: str) -> bool:
    from journal.store.recovery_code import decode

    try:
        decode(code)
    except RecoveryCodeMistyped:
        return True
    return False


def test_a_journal_without_a_code_says_so(folder: Path) -> None:
    assert create_vault(folder, PASSPHRASE, kdf=FAST_KDF, recovery=False).recovery_code is None
    finish_vault(folder)
    assert not has_recovery_code(folder)


def test_changing_the_passphrase_leaves_key_and_code_alone(folder: Path, vault: NewVault) -> None:
    change_passphrase(folder, vault.key, "new words", kdf=FAST_KDF)
    assert not check_passphrase(folder, PASSPHRASE)
    opened = open_vault(folder, passphrase="new words")
    assert (opened.key.raw, opened.generation) == (vault.key.raw, 2)
    assert check_recovery_code(folder, vault.recovery_code or "")


def test_changing_the_passphrase_changes_the_second_copy_too(folder: Path, vault: NewVault) -> None:
    change_passphrase(folder, vault.key, "new words", kdf=FAST_KDF)
    assert (folder / "journal.keys.copy").read_bytes() == (folder / "journal.keys").read_bytes()


def test_a_new_recovery_code_replaces_the_old_one(folder: Path, vault: NewVault) -> None:
    code = new_recovery_code(folder, vault.key)
    assert check_recovery_code(folder, code)
    assert not check_recovery_code(folder, vault.recovery_code or "")


def test_a_recovery_code_can_be_taken_away(folder: Path, vault: NewVault) -> None:
    remove_recovery_code(folder, vault.key)
    assert not has_recovery_code(folder)
    assert not check_recovery_code(folder, vault.recovery_code or "")
    assert check_passphrase(folder, PASSPHRASE)


def test_an_empty_passphrase_is_refused(folder: Path, vault: NewVault) -> None:
    with pytest.raises(PassphraseEmpty):
        change_passphrase(folder, vault.key, "", kdf=FAST_KDF)


def test_a_second_journal_in_the_folder_is_refused(folder: Path, vault: NewVault) -> None:
    with pytest.raises(JournalExists):
        create_vault(folder, PASSPHRASE, kdf=FAST_KDF)


def test_an_empty_folder_has_no_journal(folder: Path) -> None:
    assert not has_journal(folder)
    with pytest.raises(JournalMissing):
        open_vault(folder, passphrase=PASSPHRASE)


def test_a_journal_that_was_never_finished_is_swept_away(folder: Path) -> None:
    create_vault(folder, PASSPHRASE, kdf=FAST_KDF)
    (folder / "journal-1.db").write_bytes(b"half")
    assert not has_journal(folder)
    create_vault(folder, PASSPHRASE, kdf=FAST_KDF)
    assert [path.name for path in folder.iterdir()] == ["journal.keys.new"]


def test_a_database_whose_key_file_is_lost_is_never_overwritten(folder: Path) -> None:
    folder.mkdir()
    (folder / "journal-1.db").write_bytes(b"somebody's")
    with pytest.raises(JournalExists):
        create_vault(folder, PASSPHRASE, kdf=FAST_KDF)
    with pytest.raises(KeyFileMissing):
        open_vault(folder, passphrase=PASSPHRASE)


def test_folder_and_files_are_closed_to_others(folder: Path, vault: NewVault) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_the_key_file_holds_no_secret(folder: Path, vault: NewVault) -> None:
    data = (folder / "journal.keys").read_bytes()
    assert PASSPHRASE.encode() not in data
    assert bytes(vault.key.raw) not in data
    assert (vault.recovery_code or "").encode() not in data


# Damage to the key file.


def test_a_flipped_bit_anywhere_is_damage_and_the_copy_is_offered(folder: Path, vault: NewVault) -> None:
    path = folder / "journal.keys"
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        if json_of(path) == json.loads(whole):
            continue  # white space: nothing was lost
        with pytest.raises(KeyFileDamaged) as caught:
            open_vault(folder, passphrase="not even tried")
        assert caught.value.fields["copy"] == str(folder / "journal.keys.copy")


def json_of(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except ValueError:
        return None


def test_a_flipped_digit_of_the_version_is_damage_and_not_a_newer_version(folder: Path, vault: NewVault) -> None:
    path = folder / "journal.keys"
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 3'))
    with pytest.raises(KeyFileDamaged):
        open_vault(folder, passphrase=PASSPHRASE)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"nonsense", b"[" * 60_000, b"\xff\xfe", b" " * 70_000])
def test_anything_else_in_its_place_is_damage(folder: Path, vault: NewVault, content: bytes) -> None:
    (folder / "journal.keys").write_bytes(content)
    with pytest.raises(KeyFileDamaged):
        open_vault(folder, passphrase=PASSPHRASE)


def test_the_second_copy_opens_it_and_mends_the_first(folder: Path, vault: NewVault) -> None:
    (folder / "journal.keys").write_bytes(b"damaged")
    assert open_vault(folder, passphrase=PASSPHRASE, use_copy=True).used_copy
    assert open_vault(folder, passphrase=PASSPHRASE).key.raw == vault.key.raw


def test_a_lost_key_file_is_told_with_its_copy(folder: Path, vault: NewVault) -> None:
    (folder / "journal.keys").unlink()
    with pytest.raises(KeyFileMissing) as caught:
        open_vault(folder, passphrase=PASSPHRASE)
    assert caught.value.fields["copy"] == str(folder / "journal.keys.copy")


def test_without_a_sound_copy_none_is_offered(folder: Path, vault: NewVault) -> None:
    for name in ("journal.keys", "journal.keys.copy"):
        (folder / name).write_bytes(b"damaged")
    with pytest.raises(KeyFileDamaged) as caught:
        open_vault(folder, passphrase=PASSPHRASE)
    assert caught.value.fields["copy"] is None


def test_a_lost_copy_is_made_again(folder: Path, vault: NewVault) -> None:
    (folder / "journal.keys.copy").unlink()
    open_vault(folder, passphrase=PASSPHRASE)
    assert (folder / "journal.keys.copy").read_bytes() == (folder / "journal.keys").read_bytes()


@pytest.mark.parametrize("changes", [{"db": "journal-2.db"}, {"generation": 9}])
def test_a_field_changed_from_outside_is_told_as_altered(folder: Path, vault: NewVault, changes: dict) -> None:
    rewritten(folder / "journal.keys", **changes)
    with pytest.raises(KeyFileAltered) as caught:
        open_vault(folder, passphrase=PASSPHRASE)
    assert caught.value.fields["copy"] == str(folder / "journal.keys.copy")
    assert open_vault(folder, passphrase=PASSPHRASE, use_copy=True).database.name == "journal-1.db"


def test_a_database_outside_the_folder_is_never_opened(folder: Path, vault: NewVault) -> None:
    rewritten(folder / "journal.keys", db="../elsewhere.db")
    with pytest.raises(KeyFileDamaged):
        open_vault(folder, passphrase=PASSPHRASE)


def test_another_version_is_newer(folder: Path, vault: NewVault) -> None:
    rewritten(folder / "journal.keys", version=2)
    with pytest.raises(JournalTooNew):
        open_vault(folder, passphrase=PASSPHRASE)


@pytest.mark.parametrize(
    "kdf",
    [
        {"m_kib": 2**31, "t": 3, "p": 4},
        {"m_kib": 1024, "t": 3, "p": 4},
        {"m_kib": 65_536, "t": 10**9, "p": 4},
        {"m_kib": 65_536, "t": 3, "p": 17},
        {"m_kib": 65_536.0, "t": 3, "p": 4},
        {"m_kib": True, "t": 3, "p": 4},
    ],
)
def test_costs_out_of_bounds_are_refused_before_anything_is_derived(
    folder: Path, vault: NewVault, kdf: dict[str, Any]
) -> None:
    slots = json.loads((folder / "journal.keys").read_bytes())["slots"]
    rewritten(folder / "journal.keys", slots=[{**slots[0], "kdf": {"name": "argon2id", **kdf}}, *slots[1:]])
    with pytest.raises(KeyFileDamaged):
        open_vault(folder, passphrase=PASSPHRASE)


def test_a_slot_moved_from_another_journal_does_not_open(folder: Path, vault: NewVault, tmp_path: Path) -> None:
    create_vault(tmp_path / "other", PASSPHRASE, kdf=FAST_KDF)
    slots = json.loads((tmp_path / "other" / "journal.keys.new").read_bytes())["slots"]
    rewritten(folder / "journal.keys", slots=slots)
    with pytest.raises(WrongPassphrase):
        open_vault(folder, passphrase=PASSPHRASE)


SMALL_MEMORY = """
import resource, sys
from pathlib import Path
from journal.model.errors import NotEnoughMemory
from journal.store import vault
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
folder = Path(sys.argv[1])
limit = int(next(line for line in open("/proc/self/statm")).split()[0]) * resource.getpagesize() + {spare} * 2**20
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
{body}
"""


def run_with_little_memory(folder: Path, spare_mib: int, body: str) -> str:
    script = SMALL_MEMORY.format(spare=spare_mib, body=body)
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    return done.stdout.strip()


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="the limit is set as Linux does it")  # noqa: PTH110
def test_too_little_memory_to_open_is_told(folder: Path) -> None:
    create_vault(folder, PASSPHRASE, kdf=FAST_KDF.__class__(m_kib=256 * 1024, t=2, p=1))
    finish_vault(folder)
    body = f"""
try:
    vault.open_vault(folder, passphrase={PASSPHRASE!r})
except NotEnoughMemory as error:
    print(error.fields["needed_mib"])
"""
    assert run_with_little_memory(folder, 128, body) == "256"


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="the limit is set as Linux does it")  # noqa: PTH110
def test_a_journal_made_with_little_memory_uses_less(folder: Path) -> None:
    body = f"vault.create_vault(folder, {PASSPHRASE!r}); print('made')"
    assert run_with_little_memory(folder, 160, body) == "made"
    slots = json.loads((folder / "journal.keys.new").read_bytes())["slots"]
    assert slots[0]["kdf"]["m_kib"] == 64 * 1024
