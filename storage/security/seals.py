"""Seals on the audit: what one binds, how it is signed, and what a broken one tells.

A seal binds all audit rows of transactions from `first` up to `before` by the root of a Merkle
tree (RFC 9162, 2.1) over their hashes, and the seal before it by its digest. It is signed by
Ed25519 with a key of the vault, so that whoever owns the database alone can make none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple
from uuid import UUID

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HINT: Final = 8
"""Bytes of a row's hash that are kept to name it."""

NOTHING: Final = bytes(32)
"""What the first seal has in place of a seal before it."""


class Leaf(NamedTuple):
    """An audit row: its key, its transaction, and the hash of everything in it."""

    id: UUID
    transaction: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal as it is kept. `sealed_at` is aware UTC by the database's clock."""

    number: int
    first: int
    before: int
    next: int
    rows: int
    root: bytes
    hints: bytes
    previous: bytes
    sealed_at: datetime
    signature: bytes = b""

    @property
    def digest(self) -> bytes:
        """What the signature is on, and the next seal binds."""
        words = [
            *(self.number, self.first, self.before, self.next, self.rows),
            *(self.root.hex(), sha256(self.hints).hexdigest(), self.previous.hex()),
            self.sealed_at.isoformat(timespec="microseconds"),
        ]
        return sha256(orjson.dumps(words)).digest()


class Sealer:
    """Signs seals with 32 bytes of the vault, which show in no `repr`, and knows its own."""

    __slots__ = ("_key", "public")

    def __init__(self, key: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(key)
        self.public: Final = self._key.public_key().public_bytes_raw().hex()

    def sign(self, digest: bytes) -> bytes:
        """64 bytes."""
        return self._key.sign(digest)

    def signed(self, seal: Seal) -> bool:
        """Whether the seal is one that this key has made."""
        try:
            self._key.public_key().verify(seal.signature, seal.digest)
        except InvalidSignature:
            return False
        return True


def root_of(hashes: Sequence[bytes]) -> bytes:
    """The Merkle root over the hashes of rows, in their order."""
    level = [sha256(b"\0" + each).digest() for each in hashes]
    if not level:
        return sha256().digest()
    while len(level) > 1:
        # A last one without a neighbour goes up as it is.
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [sha256(b"\1" + left + right).digest() for left, right in pairs]
        level = above + level[len(above) * 2 :]
    return level[0]


def hints_of(hashes: Sequence[bytes]) -> bytes:
    """The beginnings of the hashes, one after the other."""
    return b"".join(each[:HINT] for each in hashes)


def differences(seal: Seal, leaves: Sequence[Leaf]) -> Iterator[str]:
    """What happened to the rows of a seal that they do not fit, in words, with the rows' keys."""
    was = [seal.hints[at : at + HINT] for at in range(0, len(seal.hints), HINT)]
    known, there = set(was), {leaf.hash[:HINT] for leaf in leaves}
    old = new = 0
    last = "the seal's beginning"
    while old < len(was) or new < len(leaves):
        gone = old < len(was) and was[old] not in there
        strange = new < len(leaves) and leaves[new].hash[:HINT] not in known
        if gone and strange:
            yield f"row {leaves[new].id} was changed"
        elif gone:
            yield f"a row was deleted after {last}"
        elif strange:
            yield f"row {leaves[new].id} was added"
        if new < len(leaves) and (strange or not gone):
            last = f"row {leaves[new].id}"
        old, new = old + (gone or not strange), new + (strange or not gone)
