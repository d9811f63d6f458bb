"""The secrets that people carry: ticket codes in QR links, and one-time links.

A ticket's code is `ticket id (16 bytes) | generation (1) | HMAC-SHA-256 truncated to 16`, in
base64url: 44 characters, short enough for a Telegram deep link (64). The key is per event, derived
from the master key. `generation` grows when a ticket changes hands; a re-drawn picture keeps it.
The database holds only digests: a dump of it forges nothing.
"""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_MAC_SIZE = 16
_CODE_SIZE = 16 + 1 + _MAC_SIZE
_SHORT_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_SHORT_SIZE = 8


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a code says of itself; nothing of it is believed before `TicketCodes.proves`."""

    ticket_id: UUID
    generation: int
    mac: bytes


class TicketCodes:
    """Makes and proves ticket codes. `master` is the portal's master key."""

    def __init__(self, master: bytes) -> None:
        self._master = master

    def code(self, event_id: UUID, ticket_id: UUID, generation: int) -> str:
        """The code of a ticket: the same for the same ticket and generation."""
        body = ticket_id.bytes + bytes([generation])
        return _encode(body + self._mac(event_id, body))

    def proves(self, claimed: Claimed, event_id: UUID, generation: int) -> bool:
        """Whether the code is this event's, and of the present generation."""
        body = claimed.ticket_id.bytes + bytes([claimed.generation])
        genuine = hmac.compare_digest(claimed.mac, self._mac(event_id, body))
        return genuine and claimed.generation == generation

    def _mac(self, event_id: UUID, body: bytes) -> bytes:
        key = HKDF(SHA256(), 32, salt=None, info=b"ticket code|" + event_id.bytes)
        return hmac.digest(key.derive(self._master), body, sha256)[:_MAC_SIZE]


def read_code(code: str) -> Claimed | None:
    """The parts of a code, or None if it cannot be one."""
    try:
        raw = urlsafe_b64decode(code + "=" * (-len(code) % 4))
    except (Base64Error, ValueError):
        return None
    if len(raw) != _CODE_SIZE or _encode(raw) != code:
        return None
    return Claimed(UUID(bytes=raw[:16]), raw[16], raw[17:])


def digest(secret: str) -> str:
    """What the database keeps of a secret: its SHA-256 in hex."""
    return sha256(secret.encode()).hexdigest()


def short_code() -> str:
    """Eight characters that are hard to confuse, for a broken camera (40 bits)."""
    return "".join(secrets.choice(_SHORT_ALPHABET) for _ in range(_SHORT_SIZE))


def _encode(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
