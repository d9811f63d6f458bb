"""People with messages, and what becomes of these."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

from domain import notifications
from domain.actors import WORKER
from storage.database import Database
from storage.enums import Lane, NotificationType
from storage.ids import new_id
from tests.factories import Owner

_keys = count(1)


class People:
    """Makes people and messages for them. A person's number is also their chat's."""

    def __init__(self, owner: Owner, db: Database) -> None:
        self._owner = owner
        self._db = db
        self.ids: dict[int, UUID] = {}

    async def arrive(self, number: int, *, language: str = "en") -> UUID:
        """Somebody starts the bot."""
        user_id = self.ids[number] = new_id()
        await self._owner.connection.execute("INSERT INTO users (id) VALUES ($1)", user_id)
        await self._owner.connection.execute(
            "INSERT INTO telegram_accounts (telegram_id, user_id, chat_id, language)"
            " VALUES ($1, $2, $1, $3)",
            number,
            user_id,
            language,
        )
        return user_id

    async def told(
        self,
        number: int,
        *,
        lane: Lane = Lane.RECEIPT,
        template: str = "ticket",
        after: timedelta = timedelta(0),
        channel: NotificationType = NotificationType.PUSH,
    ) -> UUID:
        """Queue a message to a person, who arrives if need be; the delivery's id."""
        if number not in self.ids:
            await self.arrive(number)
        async with self._db.begin(WORKER) as tx:
            return await notifications.add(
                tx.session,
                to=self.ids[number],
                template=template,
                arguments={"number": number},
                lane=lane,
                key=f"{template} {next(_keys)}",
                caused_at=tx.now,
                due_at=tx.now + after,
                channel=channel,
            )


class Ledger:
    """What the outbox says of its deliveries."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner

    async def of(self, id: UUID) -> dict[str, Any]:
        """The row of a delivery."""
        [row] = await self._owner.fetch("SELECT * FROM notifications WHERE id = $1", id)
        return row

    async def count(self, *statuses: str) -> int:
        """How many deliveries stand like that."""
        query = "SELECT count(*) FROM notifications WHERE status::text = ANY($1)"
        return int(await self._owner.value(query, list(statuses)))

    async def becomes(self, id: UUID, status: str) -> dict[str, Any]:
        """The row of a delivery as soon as it has that status."""

        async def does() -> bool:
            return bool((await self.of(id))["status"] == status)

        await until(does)
        return await self.of(id)

    async def settles(self) -> None:
        """Return when nothing is open any more."""

        async def does() -> bool:
            return await self.count("pending", "sending") == 0

        await until(does)


async def until(true: Callable[[], Awaitable[bool]], seconds: float = 60) -> None:
    """Return as soon as something is true; fails when it does not become so."""
    async with asyncio.timeout(seconds):
        while not await true():  # noqa: ASYNC110 - what is awaited happens in the database
            await asyncio.sleep(0.01)
