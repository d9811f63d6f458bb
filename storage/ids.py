"""Keys: UUIDv7, made here and not by the database, so that a row is known before it is written."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from uuid_utils.compat import uuid7

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62
_NOT_VERSION_OR_VARIANT = (1 << 128) - 1 - (0xF << 76) - (0b11 << 62)

NOBODY = UUID(int=_VERSION_7 | _VARIANT)
"""Whose a row is that the law keeps longer than its person: the first of all keys."""


def new_id() -> UUID:
    """A new key: the present millisecond, then random bits; grows within a process."""
    return uuid7()


def derived_id(at: datetime, dedupe_key: str) -> UUID:
    """The key of the one row that `dedupe_key` may have: the same arguments, the same key.

    `at` is a *fixed* moment of the cause (order created, campaign launched), aware, and becomes
    the key's first 48 bits in milliseconds; the other bits are the SHA-256 of `dedupe_key`.
    Raises `ValueError` for a naive time.
    """
    if at.tzinfo is None:
        raise ValueError("a key is derived from an aware time")
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    tail = int.from_bytes(sha256(dedupe_key.encode()).digest()[:10])
    value = (milliseconds << 80) | tail
    return UUID(int=(value & _NOT_VERSION_OR_VARIANT) | _VERSION_7 | _VARIANT)
