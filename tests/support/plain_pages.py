"""The pages of a journal's database as they are before encryption, freed cells and all."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
SALT = 16
RESERVED = 80  # SQLCipher 4: 16 bytes of IV, 64 of HMAC-SHA512


def plain_pages(path: Path, raw_key: bytes) -> bytes:
    """Every page decrypted, whether it is in use or free."""
    data = path.read_bytes()
    starts = range(0, len(data), PAGE)
    return b"".join(_plain(data[start : start + PAGE], raw_key, first=start == 0) for start in starts)


def _plain(page: bytes, raw_key: bytes, *, first: bool) -> bytes:
    body, iv = page[SALT if first else 0 : PAGE - RESERVED], page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(algorithms.AES(raw_key), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()
