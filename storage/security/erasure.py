"""The name of somebody in the ledger of who was forgotten: a keyed hash of their id."""

import hmac
from collections.abc import Callable
from hashlib import sha256
from uuid import UUID

from storage.security.inventory import ERASURES
from storage.security.vault import Vault

Naming = Callable[[UUID], bytes]


async def naming(vault: Vault) -> Naming:
    """How a person's id becomes the 32 bytes of their name, the same for good.

    Without the house's key nobody can tell whether an id is in the ledger. Raises
    `KeysUnavailable`.
    """
    key = await vault.house_key(ERASURES)

    def name(person: UUID) -> bytes:
        return hmac.digest(key, person.bytes, sha256)

    return name
