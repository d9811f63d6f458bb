"""What houses ask before an order is paid, and what buyers answer, opened."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.security.sealing import Field, shown, vault_of
from storage.tables.asking import EventQuestion, OrderAnswer

_QUESTION = """
    SELECT q.id, q.event_id, q.position, q.question, q.choices,
           EXISTS (SELECT FROM order_answers a WHERE a.question_id = q.id) AS answered
    FROM event_questions q
"""
_OF_EVENT = text(_QUESTION + "WHERE q.event_id = :event_id ORDER BY q.position")
_FIND = text(_QUESTION + "WHERE q.id = :id")
_HOLD = text("SELECT FROM event_questions WHERE id = :id FOR UPDATE")
_SWAP = text(
    """
    UPDATE event_questions
    SET position = CASE WHEN position = :position THEN position - 1 ELSE :position END
    WHERE event_id = :event_id AND position IN (:position, :position - 1)
    """
)
_CLOSE_UP = text(
    """
    UPDATE event_questions SET position = position - 1
    WHERE event_id = :event_id AND position > :position
    """
)
_ANSWERS = text(
    """
    SELECT a.id, a.user_id, q.question, a.answer
    FROM order_answers a JOIN event_questions q ON q.id = a.question_id
    WHERE a.order_id = :order_id ORDER BY q.position
    """
)
_LATEST = text(
    """
    SELECT DISTINCT ON (a.question_id) a.id, a.user_id, a.question_id, a.answer
    FROM order_answers a WHERE a.user_id = :buyer AND a.event_id = :event_id
    ORDER BY a.question_id, a.order_id DESC
    """
)
_ANSWER = Field("order_answers", "answer", "user_id", "id")


async def of_event(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """What an event asks, in its order."""
    return (await session.execute(_OF_EVENT, {"event_id": event_id})).all()


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """One question."""
    return (await session.execute(_FIND, {"id": id})).one_or_none()


async def hold(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """One question, which nobody answers until the end of the transaction."""
    await session.execute(_HOLD, {"id": id})
    return await find(session, id=id)


async def add(session: AsyncSession, **values: Any) -> None:
    """A new question at its `position`."""
    await session.execute(insert(EventQuestion).values(**values))


async def move_up(session: AsyncSession, *, event_id: UUID, position: int) -> None:
    """Before the one in front."""
    await session.execute(_SWAP, {"event_id": event_id, "position": position})


async def remove(session: AsyncSession, *, id: UUID, event_id: UUID, position: int) -> None:
    """Take it away; those behind it close up."""
    await session.execute(delete(EventQuestion).where(EventQuestion.id == id))
    await session.execute(_CLOSE_UP, {"event_id": event_id, "position": position})


async def answers(session: AsyncSession, *, order_id: UUID) -> Sequence[SimpleNamespace]:
    """What was answered for an order, each with its question."""
    rows = (await session.execute(_ANSWERS, {"order_id": order_id})).all()
    return await shown(session, rows, answer=_ANSWER)


async def latest(
    session: AsyncSession, *, buyer: UUID, event_id: UUID
) -> Sequence[SimpleNamespace]:
    """What a person last answered to each question of an event, for whichever order."""
    values = {"buyer": buyer, "event_id": event_id}
    rows = (await session.execute(_LATEST, values)).all()
    return await shown(session, rows, answer=_ANSWER)


async def keep(
    session: AsyncSession,
    *,
    order_id: UUID,
    event_id: UUID,
    buyer: UUID,
    answers: Mapping[UUID, str],
    now: datetime,
) -> None:
    """Write answers by their question, over those before. The caller holds the order."""
    there = await session.execute(
        select(OrderAnswer.question_id, OrderAnswer.id).where(OrderAnswer.order_id == order_id)
    )
    ids = {row.question_id: row.id for row in there}
    for question_id, answer in answers.items():
        id = ids.get(question_id) or new_id()
        sealed = await vault_of(session).seal(buyer, "order_answers", "answer", id, answer)
        if question_id in ids:
            changed = update(OrderAnswer).where(OrderAnswer.id == id).values(answer=sealed)
            await session.execute(changed)
            continue
        await session.execute(
            insert(OrderAnswer).values(
                id=id,
                order_id=order_id,
                event_id=event_id,
                question_id=question_id,
                user_id=buyer,
                answer=sealed,
                created_at=now,
            )
        )
