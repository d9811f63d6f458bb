"""The statements that make the database forget a person; each is done once, or finds nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Integer, LargeBinary, Row, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from storage.datamap.forgetting import steps
from storage.enums import Lane
from storage.queries import ledger

_HOLD = text("SELECT id FROM users WHERE id = :person FOR UPDATE")
_ACCOUNT = text(
    """
    SELECT telegram_id, bot_id, coalesce(chat_id, telegram_id) AS chat_id,
           coalesce(chosen_language, language) AS language, reachable
    FROM telegram_accounts WHERE user_id = :person
    """
)
_PENDING = text(
    "SELECT id FROM orders WHERE user_id = :person AND status IN ('pending', 'awaiting_approval')"
    " ORDER BY id FOR UPDATE"
)
_RETURN = text("SELECT quota_return(:orders)").bindparams(bindparam("orders", type_=ARRAY(Uuid)))
_RELEASE = text("UPDATE orders SET status = 'cancelled' WHERE id = ANY (:orders)").bindparams(
    bindparam("orders", type_=ARRAY(Uuid))
)
_GIVE_UP = text(
    """
    UPDATE tickets t SET status = 'cancelled', meta_data = t.meta_data || '{"given_up": true}'
    FROM events e
    WHERE t.user_id = :person AND t.status IN ('valid', 'reserved', 'blocked')
        AND e.id = t.event_id AND e.end_date > :now
    RETURNING t.id, t.ticket_type_id
    """
)
_UNSELL = text("SELECT quota_unsell(:person, :types, :quantities)").bindparams(
    bindparam("types", type_=ARRAY(Uuid)), bindparam("quantities", type_=ARRAY(Integer))
)

_WITHDRAWN = """
    INSERT INTO consents (user_id, purpose, channel, granted, version, created_at)
    SELECT s.user_id, s.purpose, s.channel, false, s.version, :now FROM consent_states s
    WHERE s.user_id = :person AND s.granted
"""
_OWN_CAMPAIGNS = """
    UPDATE campaigns SET status = 'cancelled',
        end_date = CASE WHEN launched_at IS NULL THEN end_date
            ELSE greatest(:now, start_date + interval '1 second') END
    WHERE organizer_id = :person AND status NOT IN ('completed', 'cancelled')
"""
_OFFICE = """
    UPDATE administrators SET revoked_at = :now WHERE user_id = :person AND revoked_at IS NULL
"""
_LINKS = "DELETE FROM one_time_links WHERE created_by = :person AND used_at IS NULL"
_WAITING = "DELETE FROM approvals WHERE user_id = :person AND status = 'pending'"
_GUARDIANS = "DELETE FROM guardian_consents WHERE user_id = :person AND granted IS NULL"
_DRAFTS = """
    UPDATE events SET title = '', description = NULL, meta_data = '{}'
    WHERE organizer_id = :person AND status = 'draft'
"""
_VERSIONS = "SELECT sec.forget_versions(:person)"
_PARTS_OF_DRAFTS = (
    "UPDATE event_schedules SET title = '', description = NULL, location = NULL",
    "UPDATE ticket_types SET name = '', description = NULL, benefits = '[]'",
    "UPDATE quotas SET name = ''",
)
_OF_DRAFTS = """
     WHERE event_id IN (
        SELECT e.id FROM events e WHERE e.organizer_id = :person AND e.status = 'draft'
    )
"""
_ASIDE = """
    DELETE FROM quarantined_updates q USING telegram_accounts a
    WHERE a.user_id = :person AND jsonb_path_exists(
        q.payload, '$.**.id ? (@ == $theirs)', jsonb_build_object('theirs', a.telegram_id)
    )
"""
_TRIES = """
    DELETE FROM sign_in_tries s USING users u
    WHERE u.id = :person AND s.kind = 'account' AND s.key = u.email_index
"""
_CLOSED = "UPDATE users SET status = 'inactive' WHERE id = :person AND status <> 'inactive'"
_ACTS = (
    _WITHDRAWN, _OWN_CAMPAIGNS, _OFFICE, _LINKS, _WAITING, _GUARDIANS, _VERSIONS, _DRAFTS,
    *(each + _OF_DRAFTS for each in _PARTS_OF_DRAFTS), _ASIDE, _TRIES, _CLOSED,
)  # fmt: skip
"""What is more than to let rows go, before they go."""

_TELL = text(
    """
    INSERT INTO notifications (id, chat_id, lane, template, arguments, due_at)
    VALUES (:id, :chat_id, :lane, :template, :arguments, :now) ON CONFLICT DO NOTHING
    """
).bindparams(bindparam("arguments", type_=JSONB))
_UNTELL = text(
    """
    DELETE FROM notifications
    WHERE id = :id AND user_id IS NULL AND (due_at IS NULL OR :anyway)
    """
)
_IS_TOLD = text("SELECT NOT EXISTS (SELECT FROM notifications WHERE id = :id)")
_NOTE = text(
    """
    INSERT INTO erasure_ledger (subject, scope, erased_at) VALUES (:subject, :scope, :now)
    ON CONFLICT DO NOTHING
    """
)
_LINES = text(
    """
    SELECT subject, scope, erased_at FROM erasure_ledger
    WHERE (erased_at, subject) > (:at, :subject) ORDER BY erased_at, subject LIMIT :limit
    """
)
_PEOPLE = text(
    """
    SELECT id FROM users WHERE id > :after ORDER BY id LIMIT :limit
    """
)

_COUNT = text("SELECT count(*) FROM users")
_KNOWN = text("SELECT count(*) FROM erasure_ledger WHERE subject = ANY (:subjects)").bindparams(
    bindparam("subjects", type_=ARRAY(LargeBinary))
)


async def hold(session: AsyncSession, *, person: UUID) -> bool:
    """Nobody else changes this person until the end of the transaction; whether they are there."""
    return (await session.execute(_HOLD, {"person": person})).scalar() is not None


async def account(session: AsyncSession, *, person: UUID) -> Row[Any] | None:
    """Where a person is reached, and in which language."""
    return (await session.execute(_ACCOUNT, {"person": person})).one_or_none()


async def release(session: AsyncSession, *, person: UUID, now: datetime) -> None:
    """Places that a person holds without having paid, and tickets they give up, are free again.

    What was paid stays in its order, to the cent, and is kept in the ledger.
    """
    orders = list((await session.scalars(_PENDING, {"person": person})).all())
    if orders:
        await session.execute(_RETURN, {"orders": orders})
        await session.execute(_RELEASE, {"orders": orders})
    tickets = (await session.execute(_GIVE_UP, {"person": person, "now": now})).all()
    if tickets:
        ids = [ticket.id for ticket in tickets]
        worth = await ledger.take_back(session, tickets=ids, cause=person, now=now)
        await ledger.keep(session, worth=worth, cause=person, now=now)
        given_up = Counter(ticket.ticket_type_id for ticket in tickets)
        types = {"types": list(given_up), "quantities": list(given_up.values())}
        await session.execute(_UNSELL, {"person": person, **types})


async def forget(session: AsyncSession, *, person: UUID, now: datetime) -> None:
    """End what a person does here, then let their rows go, as the data map says."""
    for statement, binds_now in _statements():
        moment = {"now": now} if binds_now else {}
        await session.execute(statement, {"person": person, **moment})


async def farewell(
    session: AsyncSession, *, id: UUID, chat_id: int, language: str | None, now: datetime
) -> None:
    """Queue the last message to a chat whose person nobody knows any more."""
    values = {
        "id": id,
        "chat_id": chat_id,
        "lane": Lane.RECEIPT.value,
        "template": "forgotten",
        "arguments": {"language": language},
        "now": now,
    }
    await session.execute(_TELL, values)


async def remove_farewell(session: AsyncSession, *, id: UUID, anyway: bool) -> bool:
    """Forget the last message and its chat, once it has an end or `anyway`; whether it is gone."""
    await session.execute(_UNTELL, {"id": id, "anyway": anyway})
    return bool((await session.execute(_IS_TOLD, {"id": id})).scalar_one())


async def note(session: AsyncSession, *, subject: bytes, scope: str, now: datetime) -> None:
    """A line of the ledger; there is one for each subject."""
    await session.execute(_NOTE, {"subject": subject, "scope": scope, "now": now})


async def lines(
    session: AsyncSession, *, after: tuple[datetime, bytes], limit: int
) -> Sequence[Row[Any]]:
    """Lines of the ledger, in the order in which they were written."""
    values = {"at": after[0], "subject": after[1], "limit": limit}
    return (await session.execute(_LINES, values)).all()


async def people(session: AsyncSession, *, after: UUID, limit: int) -> Sequence[UUID]:
    """Ids of people behind `after`, in their order."""
    return (await session.scalars(_PEOPLE, {"after": after, "limit": limit})).all()


async def count_people(session: AsyncSession) -> int:
    """How many people there are, forgotten ones too."""
    return int((await session.execute(_COUNT)).scalar_one())


async def known_lines(session: AsyncSession, *, subjects: Sequence[bytes]) -> int:
    """How many of these subjects are in the ledger."""
    return int((await session.execute(_KNOWN, {"subjects": list(subjects)})).scalar_one())


@cache
def _statements() -> Sequence[tuple[TextClause, bool]]:
    """All of them, and whether each wants to know the time."""
    all_of_it = (*_ACTS, *(step.statement for step in steps()))
    return [(text(each), ":now" in each) for each in all_of_it]
