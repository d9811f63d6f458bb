"""Statements about web sessions: the links that lead to one, what opens, keeps and ends it.

What is asked before anybody acts goes by the functions of migration 0026, under the context of the
web pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import CursorResult, Row, delete, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.context import Context
from storage.database import Database
from storage.enums import WebPurpose
from storage.ids import new_id
from storage.security.sealing import Field, shown, vault_of
from storage.tables.people import Session

WEB = Context("web")
"""Who looks at the web pages, before it is known who that is."""


_ENTER = "SELECT * FROM sec.enter_web($1, $2, $3, $4, $5)"
_OFFER = text(
    "SELECT sec.offer_web_link(:digest, CAST(:purpose AS web_purpose), :lifetime, :now - now())"
)
_LOOK = text(
    """
    SELECT outcome, user_id, locale
    FROM sec.look_at_web_link(:digest, CAST(:purpose AS web_purpose), false, :now - now())
    """
)
_BY_LINK = text(
    """
    SELECT sec.sign_in_by_link(
        :digest, :session, :token, :ip, :agent, :where, :idle, :now - now()
    )
    """
)
_BY_PASSWORD = text(
    """
    SELECT sec.sign_in_by_password(
        :account, :address, :hash, :newer, :session, :token, :ip, :agent, :where, :idle,
        :now - now()
    )
    """
)
_BEGIN = text(
    "SELECT wait, user_id, password_hash FROM sec.begin_sign_in(:account, :address, :now - now())"
)
_REFUSE = text("SELECT sec.refuse_sign_in(:account, :where)")
_SET_PASSWORD = text("SELECT sec.set_password(:digest, :hash, :where, :now - now())")
_HAS_PASSWORD = text("SELECT sec.has_password()")
_END_ALL = text("SELECT sec.end_sessions(:person)")
_DISOWN = text("SELECT sec.disown_sign_in()")
_MINE = text(
    """
    SELECT id, user_id, ip_address, user_agent, started_at, last_activity
    FROM sessions WHERE user_id = :person AND expires_at > :now
    ORDER BY last_activity DESC, id DESC
    """
)
_WORK = text(
    """
    SELECT e.id, e.title, e.start_date, e.time_zone,
           CASE WHEN e.organizer_id = :person THEN NULL ELSE s.role END AS role
    FROM events e LEFT JOIN event_staff s ON s.event_id = e.id AND s.user_id = :person
    WHERE (e.organizer_id = :person OR s.user_id = :person)
      AND e.status <> 'cancelled' AND e.end_date > CAST(:now AS timestamptz) - interval '1 day'
    ORDER BY e.start_date, e.id LIMIT :limit
    """
)


@dataclass(frozen=True, slots=True)
class Fresh:
    """A session that is about to be opened, and where: what is sealed is sealed for its person.

    `where` is a keyed hash of the address, "" where that is not known.
    """

    id: UUID
    token: str = field(repr=False)
    ip: str | None = field(repr=False)
    agent: str | None = field(repr=False)
    where: str = field(repr=False)

    def values(self) -> dict[str, Any]:
        """As the statements take it."""
        return {
            "session": self.id,
            "token": self.token,
            "ip": self.ip,
            "agent": self.agent,
            "where": self.where or None,
        }


async def address_index(session: AsyncSession, *, ip: str | None) -> bytes | None:
    """By what an address of the network is known again; None for one that is not known.

    Its key may end with the master key: tries are counted for a day.
    """
    if ip is None:
        return None
    return await vault_of(session).blind("sessions", "ip_address", ip)


async def fresh(
    session: AsyncSession, *, person: UUID, token: str, ip: str | None, agent: str, where: str
) -> Fresh:
    """Seal what a new session of a person says of where they are; `token` is a digest."""
    vault, id = vault_of(session), new_id()
    return Fresh(
        id,
        token,
        await vault.seal(person, "sessions", "ip_address", id, ip) if ip else None,
        await vault.seal(person, "sessions", "user_agent", id, agent) if agent else None,
        where,
    )


async def offer_link(
    session: AsyncSession,
    *,
    digest: str,
    purpose: WebPurpose,
    lifetime: timedelta,
    now: datetime,
) -> bool:
    """Keep the digest of a link for who acts; False for who does not work here."""
    values = {"digest": digest, "purpose": purpose.value, "lifetime": lifetime, "now": now}
    return bool((await session.execute(_OFFER, values)).scalar_one())


async def look_at_link(
    session: AsyncSession, *, digest: str, purpose: WebPurpose, now: datetime
) -> Row[Any]:
    """Whose link it is, and whether it still works (`ok`, `used`, `expired`, `unknown`)."""
    values = {"digest": digest, "purpose": purpose.value, "now": now}
    return (await session.execute(_LOOK, values)).one()


async def sign_in_by_link(
    session: AsyncSession, *, digest: str, opened: Fresh, idle: timedelta, now: datetime
) -> str:
    """Use a link up for a session; the outcome as `look_at_link` has it."""
    values = {"digest": digest, "idle": idle, "now": now, **opened.values()}
    return str((await session.execute(_BY_LINK, values)).scalar_one())


async def begin_sign_in(
    session: AsyncSession, *, account: bytes, address: bytes | None, now: datetime
) -> Row[Any]:
    """Count a try; the seconds to wait, or who is meant and the hash to check with."""
    values = {"account": account, "address": address, "now": now}
    return (await session.execute(_BEGIN, values)).one()


async def sign_in_by_password(
    session: AsyncSession,
    *,
    account: bytes,
    address: bytes | None,
    checked: str,
    newer: str | None,
    opened: Fresh,
    idle: timedelta,
    now: datetime,
) -> bool:
    """Open a session for a password that was checked against the hash `checked`, and keep the
    `newer` one; False where that hash is nobody's any more."""
    values = {
        "account": account,
        "address": address,
        "hash": checked,
        "newer": newer,
        "idle": idle,
        "now": now,
        **opened.values(),
    }
    return bool((await session.execute(_BY_PASSWORD, values)).scalar_one())


async def refuse_sign_in(session: AsyncSession, *, account: bytes, where: str) -> UUID | None:
    """Write a wrong password down; whose it is that somebody is trying out, if they do."""
    values = {"account": account, "where": where or None}
    found: UUID | None = (await session.execute(_REFUSE, values)).scalar_one()
    return found


async def set_password(
    session: AsyncSession, *, digest: str, hash: str, where: str, now: datetime
) -> str:
    """Use a link up for a password; every session of its person ends. The outcome."""
    values = {"digest": digest, "hash": hash, "where": where or None, "now": now}
    return str((await session.execute(_SET_PASSWORD, values)).scalar_one())


async def has_password(session: AsyncSession) -> bool:
    """Whether who acts has one."""
    return bool((await session.execute(_HAS_PASSWORD)).scalar_one())


async def enter(
    db: Database, *, token: str, idle: timedelta, longest: timedelta
) -> asyncpg.Record | None:
    """Whose session it is, by the digest of its token, with their roles now. One round trip."""
    rows = await db.call(_ENTER, token, idle, longest, db.clock_offset, actor=WEB)
    return rows[0] if rows else None


async def of_person(
    session: AsyncSession, *, person: UUID, now: datetime
) -> list[SimpleNamespace]:
    """A person's sessions that are not over, opened, the newest use first."""
    rows = (await session.execute(_MINE, {"person": person, "now": now})).all()
    places = {
        name: Field("sessions", name, "user_id", "id") for name in ("ip_address", "user_agent")
    }
    return await shown(session, rows, **places)


async def end(session: AsyncSession, *, person: UUID, id: UUID) -> bool:
    """End one session of a person; whether there was one."""
    gone = delete(Session).where(Session.id == id, Session.user_id == person)
    result = await session.execute(gone)
    return isinstance(result, CursorResult) and result.rowcount > 0


async def end_others(session: AsyncSession, *, person: UUID, but: UUID) -> int:
    """End every session of a person but one; how many."""
    gone = delete(Session).where(Session.id != but, Session.user_id == person)
    result = await session.execute(gone)
    return result.rowcount if isinstance(result, CursorResult) else 0


async def end_all(session: AsyncSession, *, person: UUID) -> int:
    """End every session and open link of a person; how many sessions it were."""
    return int((await session.execute(_END_ALL, {"person": person})).scalar_one())


async def disown(session: AsyncSession) -> None:
    """Who acts is signed in nowhere, and their password is gone."""
    await session.execute(_DISOWN)


async def work_of(
    session: AsyncSession, *, person: UUID, now: datetime, limit: int
) -> Sequence[Row[Any]]:
    """The coming evenings that a person makes or works at; `role` None for their own."""
    values = {"person": person, "now": now, "limit": limit}
    return (await session.execute(_WORK, values)).all()
