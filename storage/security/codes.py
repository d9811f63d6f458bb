"""The secrets that people carry: ticket codes in QR links, and one-time links.

A ticket's code is `ticket id (16 bytes) | generation (1) | HMAC-SHA-256 truncated to 16`, in
base64url: 44 characters, short enough for a Telegram deep link (64). The key is per event, derived
from the master key. `generation` grows when a ticket changes hands; a re-drawn picture keeps it.
The database holds only digests: a dump of it forges nothing. A party's code says the order in
place of the ticket, under a key of its own, so neither can be taken for the other.
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
_TICKET, _PARTY, _GIFT = b"ticket code|", b"party code|", b"gift code|"
_SHORT_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_SHORT_SIZE = 8


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a code says of itself; nothing of it is believed before `TicketCodes` proves it.

    `id` is the ticket's, or the order's where it is a party's code.
    """

    id: UUID
    generation: int
    mac: bytes


class TicketCodes:
    """Makes and proves ticket codes. `master` is the portal's master key."""

    def __init__(self, master: bytes) -> None:
        self._master = master

    def code(self, event_id: UUID, ticket_id: UUID, generation: int) -> str:
        """The code of a ticket: the same for the same ticket and generation."""
        body = ticket_id.bytes + bytes([generation])
        return _encode(body + self._mac(_TICKET, event_id, body))

    def party(self, event_id: UUID, order_id: UUID, generation: int) -> str:
        """The code of all who come on one order."""
        body = order_id.bytes + bytes([generation])
        return _encode(body + self._mac(_PARTY, event_id, body))

    def gift(self, event_id: UUID, gift_id: UUID) -> str:
        """The code by which a friend claims a ticket; what opens it is its digest alone."""
        return _encode(gift_id.bytes + self._mac(_GIFT, event_id, gift_id.bytes))

    def proves(self, claimed: Claimed, event_id: UUID, generation: int) -> bool:
        """Whether the code is a ticket's of this event, and of the present generation."""
        return self._genuine(_TICKET, claimed, event_id) and claimed.generation == generation

    def proves_party(self, claimed: Claimed, event_id: UUID, generation: int) -> bool:
        """Whether the code is a party's of this event, and of the present generation."""
        return self._genuine(_PARTY, claimed, event_id) and claimed.generation == generation

    def _genuine(self, purpose: bytes, claimed: Claimed, event_id: UUID) -> bool:
        body = claimed.id.bytes + bytes([claimed.generation])
        return hmac.compare_digest(claimed.mac, self._mac(purpose, event_id, body))

    def _mac(self, purpose: bytes, event_id: UUID, body: bytes) -> bytes:
        key = HKDF(SHA256(), 32, salt=None, info=purpose + event_id.bytes)
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
