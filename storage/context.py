"""Who acts, as the database sees it, and the signature that makes it believe so."""

import hmac
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import sha256
from typing import Final
from uuid import UUID

_BLOCK: Final = 64
"""Bytes of a block of SHA-256."""

_LONGEST_REQUEST: Final = 120

REQUEST: ContextVar[str] = ContextVar("REQUEST", default="")
"""What asks for the work of this task, for the audit: `update 7/12345`, `job remind`. It is signed
with who acts."""


@dataclass(frozen=True, slots=True)
class Context:
    """The identity a transaction carries: the database role's capacity and the acting person.

    `capacity` is a short word such as "person", "worker" or "house"; `user_id` is None where
    no person acts.
    """

    capacity: str
    user_id: UUID | None = None


class Signer:
    """Signs contexts with a key of 32 bytes, which shows in no `repr`.

    The database has the key too, as the two blocks of its HMAC (`sec.context_keys`), and takes
    no other word for who acts.
    """

    __slots__ = ("_key", "kid")

    LIFETIME: Final = 60
    """Seconds for which a signed context counts, from the start of its transaction."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self.kid: Final = sha256(b"context key " + key).hexdigest()[:12]

    def sign(self, actor: Context, *, now: float, request: str = "") -> str:
        """The context as the setting `app.context` carries it; `now` is the database's epoch.

        `request` is what asks for the work, in our own words.
        """
        words = f"{self.kid}|{actor.capacity}|{actor.user_id or ''}|{int(now) + self.LIFETIME}"
        if request:
            words += f"|{request.replace('|', '/')[:_LONGEST_REQUEST]}"
        return f"{words}|{hmac.new(self._key, words.encode(), sha256).hexdigest()}"

    def blocks(self) -> tuple[bytes, bytes]:
        """What the database checks with: the key in the two blocks of its HMAC (RFC 2104)."""
        padded = self._key.ljust(_BLOCK, b"\0")
        return bytes(each ^ 0x36 for each in padded), bytes(each ^ 0x5C for each in padded)

    def __repr__(self) -> str:
        return f"Signer({self.kid})"


@dataclass(frozen=True, slots=True)
class Claim:
    """One Telegram update of one bot: handled at most once with effect."""

    bot_id: int
    update_id: int
