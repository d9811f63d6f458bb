"""Whether a key store is the one that the people of a database were sealed with."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text

from storage.context import Context
from storage.database import Database
from storage.security.keystore import KeyStore

_SOME = 100
_UNDER_SEAL = text("SELECT sec.people_under_seal(:some)")


async def knows_people(db: Database, store: KeyStore | None, actor: Context) -> bool:
    """Whether `store`, None for one that is not there, has a key of anybody whose name is sealed,
    live or destroyed; also True where nobody's is. Two hundred people are asked for.

    Raises `Unavailable`.
    """
    people = await _sealed_people(db, actor)
    return not people or (store is not None and bool(await store.find(people)))


async def _sealed_people(db: Database, actor: Context) -> Sequence[UUID]:
    async with db.read(actor) as tx:
        return (await tx.session.execute(_UNDER_SEAL, {"some": _SOME})).scalars().all()
