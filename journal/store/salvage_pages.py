"""The pages of an encrypted database, read one by one, so that a damaged page costs only itself.

SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): a page of 4,096 bytes ends with 16 bytes of
initialisation vector and an HMAC-SHA512 over the encrypted bytes, the vector and the page's number.
The first 16 bytes of the file are the salt of the HMAC's key. A page whose HMAC does not hold is
never looked at.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator

from journal.store.data_key import KEY_BYTES, DataKey

PAGE = 4096
USABLE = PAGE - 80
SALT = 16
"""The first bytes of a database."""
_IV = 16
_MAC = 64
_MAGIC = b"SQLite format 3\x00"
_MASK = 0x3A
_ROUNDS = 2


class Pages:
    """The pages that authenticate, by number from 1; `count` is how many the file has room for."""

    def __init__(self, content: dict[int, bytes], count: int) -> None:
        self.content = content
        self.count = count

    @property
    def unreadable(self) -> tuple[int, ...]:
        """The numbers of the pages that do not authenticate."""
        return tuple(number for number in range(1, self.count + 1) if number not in self.content)


def read_pages(raw: bytes, key: DataKey, salts: Iterable[bytes] = ()) -> Pages:
    """Every page of a database that authenticates, decrypted.

    `salts` are those of the journal's backups, which are the same: the file's own may be damaged. One
    wrong byte in it is found by trying.
    """
    count = -(-len(raw) // PAGE)
    mac_key = _mac_key_that_fits(raw, key, salts)
    if mac_key is None:
        return Pages({}, count)
    whole = {number: page for number in range(1, count + 1) if _holds(page := _page(raw, number), number, mac_key)}
    return Pages({number: _decrypted(page, number, key) for number, page in whole.items()}, count)


def _page(raw: bytes, number: int) -> bytes:
    return raw[(number - 1) * PAGE : number * PAGE]


def _mac_key_that_fits(raw: bytes, key: DataKey, salts: Iterable[bytes]) -> bytes | None:
    numbers = range(1, len(raw) // PAGE + 1)
    for salt in (raw[:SALT], *salts):
        mac_key = _mac_key(key, salt)
        if any(_holds(_page(raw, number), number, mac_key) for number in numbers):
            return mac_key
    tried = sorted({*numbers[1:3], *numbers[-2:]})  # a few from both ends: damage often lies together
    for salt in _neighbours(raw[:SALT]):
        mac_key = _mac_key(key, salt)
        if any(_holds(_page(raw, number), number, mac_key) for number in tried):
            return mac_key
    return None


def _neighbours(salt: bytes) -> Iterator[bytes]:
    """Every salt that differs in one byte."""
    for place in range(len(salt)):
        for byte in range(256):
            if byte != salt[place]:
                yield salt[:place] + bytes((byte,)) + salt[place + 1 :]


def _mac_key(key: DataKey, salt: bytes) -> bytes:
    # hashlib has this only where Python was built with OpenSSL, which the frozen program does not bring twice.
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    masked = bytes(byte ^ _MASK for byte in salt)
    return PBKDF2HMAC(SHA512(), KEY_BYTES, masked, _ROUNDS).derive(key.raw)


def _holds(page: bytes, number: int, mac_key: bytes) -> bool:
    if len(page) != PAGE:
        return False
    start = SALT if number == 1 else 0
    signed = page[start:-_MAC] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(mac_key, signed, "sha512"), page[-_MAC:])


def _decrypted(page: bytes, number: int, key: DataKey) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    start = SALT if number == 1 else 0
    vector = page[USABLE : USABLE + _IV]
    opened = Cipher(algorithms.AES(bytes(key.raw)), modes.CBC(vector)).decryptor()
    plain = opened.update(page[start:USABLE]) + opened.finalize()
    return (_MAGIC if number == 1 else b"") + plain
