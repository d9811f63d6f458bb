"""The master key of tests, and the signer of contexts that every test's database knows."""

import time
from uuid import UUID

import asyncpg

from storage.context import Context, Signer
from storage.security.keys import MasterKey

KEY = bytes(range(32))
SIGNER = Signer(MasterKey(KEY).derive("contexts"))


async def act_as(connection: asyncpg.Connection, person: UUID) -> None:
    """From now on, for a minute, the connection acts for a person."""
    context = SIGNER.sign(Context("person", person), now=time.time())
    await connection.fetch("SELECT set_config('app.context', $1, false)", context)


async def introduce(dsn: str) -> None:
    """Let the database of `dsn` (a superuser's) believe the signer."""
    connection = await asyncpg.connect(dsn)
    await connection.execute(
        "INSERT INTO sec.context_keys (kid, inner_block, outer_block) VALUES ($1, $2, $3)",
        SIGNER.kid,
        *SIGNER.blocks(),
    )
    await connection.close()
