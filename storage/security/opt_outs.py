"""Links in letters by which one click ends them: whose, for which address, and a signature.

`person (16 bytes) | beginning of the index of the address (4) | HMAC-SHA-256 truncated to 16`, in
base64url. A link never expires, for old letters are kept; it ends with the address that it was
sent to, and all of them with their key.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

SIGN = 4
"""Bytes of an address's index that a link names."""

_MAC = 16
_SIZE = 16 + SIGN + _MAC


@dataclass(frozen=True, slots=True)
class OptOut:
    """What a genuine link says: whose it is, and the `sign` of the address that it went to."""

    person: UUID
    sign: bytes


class OptOuts:
    """Makes and proves links. `key` is the house's for them."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def token(self, person: UUID, index: bytes) -> str:
        """What stands in the link of a person with the address of this index: always the same."""
        body = person.bytes + index[:SIGN]
        return urlsafe_b64encode(body + self._mac(body)).rstrip(b"=").decode()

    def read(self, token: str) -> OptOut | None:
        """What a token says; None for one that we did not make."""
        try:
            raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except (Base64Error, ValueError):
            return None
        body, mac = raw[:-_MAC], raw[-_MAC:]
        if len(raw) != _SIZE or not hmac.compare_digest(mac, self._mac(body)):
            return None
        return OptOut(UUID(bytes=body[:16]), body[16:])

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self._key, body, sha256)[:_MAC]
