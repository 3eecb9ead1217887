"""The journal's data key in memory, in a form that can be wiped."""

from __future__ import annotations

import os

KEY_BYTES = 32
_HEX = b"0123456789abcdef"


class DataKey:
    """The random 256-bit key of the database. Wiped when the journal is closed."""

    def __init__(self, raw: bytes | bytearray) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._raw = bytearray(raw)

    @classmethod
    def random(cls) -> DataKey:
        """A new key."""
        return cls(os.urandom(KEY_BYTES))

    @property
    def raw(self) -> bytearray:
        """The 32 bytes themselves. Raises ValueError once wiped."""
        if len(self._raw) != KEY_BYTES:
            raise ValueError("the key was wiped")
        return self._raw

    def spec(self) -> bytearray:
        """The key as SQLCipher's raw key: x'…' with 64 hex digits. The caller wipes it.

        A hex key of another length would silently be taken as a passphrase, hence the fixed size.
        """
        spec = bytearray(2 * KEY_BYTES + 3)
        spec[:2] = b"x'"
        spec[-1:] = b"'"
        for index, byte in enumerate(self.raw):
            spec[2 + 2 * index] = _HEX[byte >> 4]
            spec[3 + 2 * index] = _HEX[byte & 15]
        return spec

    def copy(self) -> DataKey:
        """Another one with the same bytes, wiped on its own."""
        return DataKey(self.raw)

    def wipe(self) -> None:
        """Overwrite the key and forget it."""
        self._raw[:] = bytes(len(self._raw))
        self._raw.clear()
