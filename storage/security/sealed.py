"""How one value of one person is locked: AES-256-GCM, bound to its place.

A record is `version (1 byte) | nonce (12) | ciphertext | tag (16)` in base64. What is bound to
it without being in it: table, column, row, person and version, so that it opens nowhere else.
"""

import os
from binascii import Error as Base64Error
from binascii import a2b_base64, b2a_base64
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import Tampered

_VERSION = b"\x01"
_NONCE = 12
_LEAST = len(_VERSION) + _NONCE + 16


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value belongs: whose it is, and its table, column and row (the row's key)."""

    person: UUID
    table: str
    column: str
    row: UUID | int

    @property
    def bound(self) -> bytes:
        """What a record of this place is bound to."""
        row = self.row if isinstance(self.row, int) else self.row.hex
        return f"{self.table}|{self.column}|{row}|{self.person.hex}|{_VERSION[0]}".encode()


@dataclass(frozen=True, slots=True)
class Sealed(Place):
    """A record as it was read, and where; `record` None is a NULL, which opens to None."""

    record: str | None


def lock(key: AESGCM, place: Place, value: str) -> str:
    """The record of `value`, different each time."""
    nonce = os.urandom(_NONCE)
    sealed = key.encrypt(nonce, value.encode("utf-8", "surrogatepass"), place.bound)
    return _written(_VERSION + nonce + sealed)


def unlock(key: AESGCM, place: Place, record: str) -> str:
    """The value of a record. Raises `Tampered` for one that was not sealed so and for here."""
    raw = _read(record)
    if raw is None:
        raise Tampered(place.table, place.column)
    try:
        opened = key.decrypt(raw[1 : 1 + _NONCE], raw[1 + _NONCE :], place.bound)
    except InvalidTag:
        raise Tampered(place.table, place.column) from None
    return opened.decode("utf-8", "surrogatepass")


def looks_sealed(text: str) -> bool:
    """Whether a text has the shape of a record; for rows that were written before there were any.

    Names do not have it: at least 29 bytes in canonical base64, the first of them fixed.
    """
    return _read(text) is not None


def _written(raw: bytes) -> str:
    return b2a_base64(raw, newline=False).decode("ascii")


def _read(record: str) -> bytes | None:
    """The bytes of a record; None for what has not the shape of one, to the last bit."""
    try:
        raw = a2b_base64(record)
    except (Base64Error, ValueError):
        return None
    if len(raw) < _LEAST or raw[:1] != _VERSION or _written(raw) != record:
        return None
    return raw
