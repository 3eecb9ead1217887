"""Key slots: the data key, wrapped under the passphrase, the recovery code, and a secret in the system's keyring.

The passphrase is stretched with Argon2id, the other two (random already) go through HKDF;
each gives the key for AES-256-GCM, which is bound to the slot's own fields and the journal's id.
"""

from __future__ import annotations

import base64
import json
import os
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any

from journal.model.errors import NotEnoughMemory
from journal.store.data_key import DataKey

FORMAT = "leeward-keys"
VERSION = 1
PASSPHRASE = "passphrase"  # noqa: S105
RECOVERY = "recovery"
KEYRING = "keyring"

Slot = dict[str, Any]

_PURPOSES = {RECOVERY: b"leeward-recovery-v1", KEYRING: b"leeward-keyring-v1"}
"""What the derived key of a random secret is for."""


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """How hard Argon2id works: memory in KiB, passes, lanes."""

    m_kib: int
    t: int
    p: int
    name: str = "argon2id"

    def within_bounds(self) -> bool:
        """Whether it is safe and sensible to derive with these (19 MiB to 2 GiB, t 2-16, p 1-16)."""
        return 19 * 1024 <= self.m_kib <= 2 * 1024 * 1024 and 2 <= self.t <= 16 and 1 <= self.p <= 16


DEFAULT_KDF = KdfParameters(m_kib=256 * 1024, t=3, p=4)
LOW_MEMORY_KDF = KdfParameters(m_kib=64 * 1024, t=3, p=4)
FAST_KDF = KdfParameters(m_kib=19 * 1024, t=2, p=1)
"""For tests and the sample journal only."""


def canonical(value: object) -> bytes:
    """JSON with one form only, for checksums and seals."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def to_text(raw: bytes) -> str:
    """Bytes as base64."""
    return base64.b64encode(raw).decode()


def from_text(text: str) -> bytes:
    """Base64 back to bytes. Raises ValueError."""
    return base64.b64decode(text, validate=True)


def passphrase_bytes(passphrase: str) -> bytes:
    """The passphrase as it is stretched: NFKC, UTF-8. Frozen by the format's version."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def passphrase_slot(passphrase: str, key: DataKey, journal_id: str, kdf: KdfParameters) -> Slot:
    """Wrap the key under a passphrase, with less memory where there is not enough."""
    secret = passphrase_bytes(passphrase)
    try:
        return _wrap({**_fresh(PASSPHRASE), "kdf": asdict(kdf)}, secret, key, journal_id)
    except NotEnoughMemory:
        if kdf.m_kib <= LOW_MEMORY_KDF.m_kib:
            raise
    return _wrap({**_fresh(PASSPHRASE), "kdf": asdict(LOW_MEMORY_KDF)}, secret, key, journal_id)


def recovery_slot(raw_code: bytes, key: DataKey, journal_id: str) -> Slot:
    """Wrap the key under the 20 bytes of a recovery code."""
    return _wrap(_fresh(RECOVERY), raw_code, key, journal_id)


def keyring_slot(secret: bytes, key: DataKey, journal_id: str) -> Slot:
    """Wrap the key under the random secret that the system's keyring keeps."""
    return _wrap(_fresh(KEYRING), secret, key, journal_id)


def open_slot(slot: Slot, secret: bytes, journal_id: str) -> DataKey | None:
    """The key, or None if the secret is not this slot's. Raises NotEnoughMemory."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_wrapping_key(slot, secret))
    try:
        return DataKey(cipher.decrypt(from_text(slot["nonce"]), from_text(slot["wrapped"]), _bound(slot, journal_id)))
    except InvalidTag:
        return None


def _fresh(kind: str) -> Slot:
    return {
        "id": os.urandom(4).hex(),
        "kind": kind,
        "salt": to_text(os.urandom(16)),
        "nonce": to_text(os.urandom(12)),
    }


def _wrap(slot: Slot, secret: bytes, key: DataKey, journal_id: str) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_wrapping_key(slot, secret))
    wrapped = cipher.encrypt(from_text(slot["nonce"]), bytes(key.raw), _bound(slot, journal_id))
    return {**slot, "wrapped": to_text(wrapped)}


def _bound(slot: Slot, journal_id: str) -> bytes:
    bare = {name: value for name, value in slot.items() if name != "wrapped"}
    return canonical([FORMAT, VERSION, journal_id, bare])


def _wrapping_key(slot: Slot, secret: bytes) -> bytes:
    if slot["kind"] in _PURPOSES:
        return derive(secret, _PURPOSES[slot["kind"]], salt=from_text(slot["salt"]))
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = slot["kdf"]
    salt = from_text(slot["salt"])
    try:
        stretch = Argon2id(salt=salt, length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m_kib"])
        return stretch.derive(secret)
    except MemoryError as error:
        raise NotEnoughMemory(needed_mib=kdf["m_kib"] // 1024) from error


def derive(secret: bytes | bytearray, purpose: bytes, salt: bytes | None = None) -> bytes:
    """A 32-byte key for one purpose from a secret that is random already (HKDF-SHA256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt, purpose).derive(bytes(secret))
