"""Statements about who acts."""

from datetime import datetime
from uuid import UUID

import asyncpg
from sqlalchemy import column, select, table, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.context import Context
from storage.database import Database
from storage.errors import KeyDestroyed, KeysUnavailable
from storage.ids import new_id
from storage.security.masks import HIDDEN, of_name
from storage.security.sealed import Sealed
from storage.security.sealing import SEALED_COLUMNS, require_vault, shown
from storage.security.sealing import full_name as name_of
from storage.security.unreadable import UNREADABLE
from storage.security.vault import Vault
from storage.tables.people import TelegramAccount, User

_ENTER = "SELECT * FROM sec.enter($1, $2, $3, $4, $5, $6, $7, $8, $9)"
_ARRIVAL = Context("arrival")
_LONGEST_NAME = 128
_FULL_NAME = text("SELECT id AS user_id, full_name AS name FROM users WHERE id = :person")


async def enter(
    db: Database, *, bot_id: int, telegram_id: int, chat_id: int, name: str, language: str
) -> asyncpg.Record:
    """Find or make the person of a Telegram account.

    One round trip for somebody who is known by this name; a second one writes a new name, or a
    new person, whose data key is durable before. Raises `KeysUnavailable` for a new person only.
    """

    vault = require_vault(db.vault)
    name = name[:_LONGEST_NAME]

    async def ask(new: UUID | None, full: str | None, first: str | None) -> asyncpg.Record | None:
        mask = of_name(name) if first else None
        names = (full, first, mask)
        who = (new, bot_id, telegram_id, chat_id, language, *names)
        rows = await db.call(_ENTER, *who, actor=_ARRIVAL)
        return rows[0] if rows else None

    known = await ask(None, None, None)
    if known is None:
        new = new_id()
        full = await vault.seal(new, "users", "full_name", new, name)
        first = await vault.seal(new, "telegram_accounts", "first_name", telegram_id, name)
        entered = await ask(new, full, first)
    else:
        owner, record = known["user_id"], known["first_name"]
        changed = await _new_name(vault, owner, telegram_id, record, name)
        entered = known if changed is None else await ask(None, None, changed)
    if entered is None:
        raise LookupError("who has just entered is known")
    return entered


async def _new_name(
    vault: Vault, person: UUID, telegram_id: int, record: str | None, name: str
) -> str | None:
    """The sealed name to write; None where it is the same, or cannot be compared now."""
    place = (person, "telegram_accounts", "first_name", telegram_id)
    [before] = await vault.read_many([Sealed(*place, record)])
    if before == name or before is UNREADABLE:
        return None
    try:
        return await vault.seal(*place, name)
    except (KeysUnavailable, KeyDestroyed):
        return None


async def find_id(session: AsyncSession, *, telegram_id: int) -> UUID | None:
    """The user behind a Telegram account."""
    wanted = select(TelegramAccount.user_id).where(TelegramAccount.telegram_id == telegram_id)
    return (await session.scalars(wanted)).one_or_none()


async def full_name(session: AsyncSession, *, person: UUID) -> str | None:
    """A person's name; None where there is none, or it cannot be read now."""
    rows = (await session.execute(_FULL_NAME, {"person": person})).all()
    for row in await shown(session, rows, name=name_of()):
        return None if row.name is UNREADABLE else row.name
    return None


async def cover(session: AsyncSession, *, person: UUID) -> None:
    """Let every mask of a person show nothing but that there is something."""
    for each in SEALED_COLUMNS:
        if each.mask is None:
            continue
        rows = table(each.table, column(each.person), column(each.masked))
        await session.execute(
            update(rows)
            .where(rows.c[each.person] == person, rows.c[each.masked].is_not(None))
            .values({each.masked: HIDDEN})
        )


async def speak(session: AsyncSession, *, telegram_id: int, locale: str) -> None:
    """Remember the language that a person chose."""
    await session.execute(
        update(TelegramAccount)
        .where(TelegramAccount.telegram_id == telegram_id)
        .values(chosen_language=locale)
    )


async def set_blocked(
    session: AsyncSession, *, user_id: UUID, blocked_at: datetime | None
) -> None:
    """Since when messages do not reach a person; None: they do."""
    await session.execute(
        update(TelegramAccount)
        .where(TelegramAccount.user_id == user_id)
        .values(reachable=blocked_at is None, blocked_at=blocked_at)
    )


async def restricted_at(session: AsyncSession, *, person: UUID) -> datetime | None:
    """Since when a person's data are kept and not used; None where they are used."""
    wanted = select(User.restricted_at).where(User.id == person)
    return (await session.execute(wanted)).scalar_one_or_none()


async def restrict(session: AsyncSession, *, person: UUID, since: datetime | None) -> None:
    """Write down since when a person's data are not used; None: they are used again."""
    await session.execute(update(User).where(User.id == person).values(restricted_at=since))
