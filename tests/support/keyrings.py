"""Keyrings for tests: one that keeps what it is given, and one that answers nobody."""

from __future__ import annotations

from journal.host.keyring_store import KeyringStore


class FakeBackend:
    """Keeps texts in memory. `refuses` makes every call fail, as a closed keyring does."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.refuses = False

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        del self.kept[service, username]

    def _answer(self) -> None:
        if self.refuses:
            raise RuntimeError("the keyring is closed")


def fake_keyring() -> tuple[KeyringStore, FakeBackend]:
    """A keyring and what is inside it."""
    backend = FakeBackend()
    return KeyringStore(backend), backend
