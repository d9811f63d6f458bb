"""Data that are kept and not used, by their person's wish (GDPR, article 18).

Tickets go on. There is no marketing and no "For you"; the brand, and the name as a model, leave
the programme and the casting; nobody looks behind a mask. The database sees to all of it.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import requests
from storage.enums import DataRequestKind
from storage.queries import people


async def since(session: AsyncSession, *, person: UUID) -> datetime | None:
    """Since when a person's data rest; None where they are used."""
    return await people.restricted_at(session, person=person)


async def begin(session: AsyncSession, *, person: UUID, now: datetime) -> None:
    """Let them rest from now on; nothing changes where they do."""
    if await since(session, person=person) is not None:
        return
    await people.restrict(session, person=person, since=now)
    asked = await requests.ask(session, person=person, kind=DataRequestKind.RESTRICT, now=now)
    await requests.close(session, request=asked, now=now)


async def end(session: AsyncSession, *, person: UUID) -> None:
    """Let them be used again."""
    await people.restrict(session, person=person, since=None)
