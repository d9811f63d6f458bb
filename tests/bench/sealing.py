"""Opening the names of many people against bare decryption with keys that are at hand."""

import os
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.ids import new_id
from storage.security.file_store import FileKeyStore
from storage.security.keys import MasterKey
from storage.security.sealed import Sealed
from storage.security.vault import Vault
from tests.bench.claims import Claim, in_turn

PEOPLE = 100_000
_NAME = "Giulia Conti"
_AAD = b"users|full_name|row|person|1"


async def sealing(directory: Path, *, rounds: int) -> Sequence[Claim]:
    """100,000 names in under three seconds of CPU, none of their keys in memory before."""
    master = MasterKey(secrets.token_bytes(32))
    store = FileKeyStore(directory / "sealing.sqlite")
    vault = Vault(store, lambda: master)
    await vault.prepare()
    people = [new_id() for _ in range(PEOPLE)]
    for start in range(0, PEOPLE, 10_000):
        await vault.admit(*people[start : start + 10_000])
    records = [
        Sealed(each, "users", "full_name", each,
               await vault.seal(each, "users", "full_name", each, _NAME))
        for each in people
    ]  # fmt: skip

    async def open_all() -> float:
        fresh = Vault(store, lambda: master)
        began = time.process_time()
        opened = await fresh.open_many(records)
        took = time.process_time() - began
        assert opened == [_NAME] * PEOPLE
        return took * 1000

    times = await in_turn(open_all, _bare(), rounds)
    await vault.close()
    return [
        Claim(
            "the names of 100,000 people, CPU", "as many bare decryptions", "ms", *times, most=3000
        )
    ]


def _bare() -> Callable[[], Awaitable[float]]:
    keys = [AESGCM(secrets.token_bytes(32)) for _ in range(PEOPLE)]
    locked: list[tuple[AESGCM, bytes, bytes]] = []
    for key in keys:
        nonce = os.urandom(12)
        locked.append((key, nonce, key.encrypt(nonce, _NAME.encode(), _AAD)))

    async def decrypt() -> float:
        began = time.process_time()
        for key, nonce, sealed in locked:
            key.decrypt(nonce, sealed, _AAD).decode()
        return (time.process_time() - began) * 1000

    return decrypt
