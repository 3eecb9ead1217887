"""The system's keyring: one random secret under the journal's id, kept for as long as the person wants it.

The backend of the system at hand is named here. The library's own search would load every backend
that any package on the computer offers, among them some that write a file in the clear and some
that reach a network. Only imported when the keyring is used: it costs a twelfth of a second.
"""

from __future__ import annotations

import base64
import sys
from typing import Protocol

from journal.model.errors import KeyringUnavailable

SERVICE = "Leeward"


class Backend(Protocol):
    """What is used of a backend of the keyring library."""

    def get_password(self, service: str, username: str) -> str | None:
        """The text kept under this name, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text under this name."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget the text under this name."""


class KeyringStore:
    """Keeps secrets in a keyring; `backend` None is the system's own."""

    def __init__(self, backend: Backend | None = None) -> None:
        self._given = backend

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret, and read it back. Raises KeyringUnavailable, also where it was refused."""
        backend = self._backend()
        with _Faults():
            backend.set_password(SERVICE, name, base64.b64encode(secret).decode())
        if self.get(name) != secret:
            raise KeyringUnavailable

    def get(self, name: str) -> bytes | None:
        """The secret, or None. Raises KeyringUnavailable."""
        backend = self._backend()
        with _Faults():
            text = backend.get_password(SERVICE, name)
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except ValueError:  # something else wrote under this name
            return None

    def remove(self, name: str) -> bool:
        """Forget the secret; whether there was one. Raises KeyringUnavailable."""
        backend = self._backend()
        if self.get(name) is None:
            return False
        with _Faults():
            backend.delete_password(SERVICE, name)
        return True

    def _backend(self) -> Backend:
        if self._given is None:
            with _Faults():
                self._given = system_backend()
        return self._given


def system_backend() -> Backend:
    """The keyring of this system. Raises ImportError or RuntimeError where there is none."""
    made: Backend
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring as Keyring
    elif sys.platform == "darwin":
        from keyring.backends.macOS import Keyring
    else:
        from keyring.backends.SecretService import Keyring
    made = Keyring()  # type: ignore[no-untyped-call]
    Keyring.priority  # noqa: B018 asking for it raises where nothing answers
    return made


class _Faults:
    """Turns whatever a backend raises into KeyringUnavailable: each has errors of its own, and D-Bus has more."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Keep the text of the fault out: it may name paths and services."""
        if isinstance(error, Exception):
            raise KeyringUnavailable from error
