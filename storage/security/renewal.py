"""Gives people new data keys, seals what is theirs anew, and lets the older keys go.

Each step is whole or not at all, and a run that was cut off is finished by another.
"""

from datetime import datetime, timedelta

from storage.context import Context
from storage.database import Database
from storage.security.key_cache import KEEPS_SECONDS
from storage.security.keystore import PERSON
from storage.security.sealing import SEALED_COLUMNS
from storage.security.sweep import seal_anew
from storage.security.vault import Vault

SETTLES = timedelta(seconds=KEEPS_SECONDS + 30)
"""After this long nobody seals with a key that was replaced: it has left every cache, and the
transactions that had it are over."""

_AT_ONCE = 200


async def renew_keys(vault: Vault, *, made_before: datetime) -> int:
    """New keys for everybody whose key was made before a moment; how many it were."""
    renewed = 0
    while some := await vault.renew_some(made_before, _AT_ONCE):
        renewed += some
    return renewed


async def settle_some(
    db: Database, vault: Vault, actor: Context, *, replaced_before: datetime
) -> int:
    """Seal anew what some people told us whose key was replaced before a moment, then let their
    older keys go; how many people, 0 when nobody is left. As the owner of the tables."""
    people = [key.owner for key in await vault.store.replacing(PERSON, replaced_before, _AT_ONCE)]
    if people:
        async with db.begin(actor) as tx:
            for column in SEALED_COLUMNS:
                await seal_anew(tx.session, column, people)
        await vault.store.settle(people)
    return len(people)
