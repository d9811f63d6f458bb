"""What a house asks before an order is paid (product.md A7), and what its buyer answers.

Who makes an event asks up to `MOST` questions, in words or by choices; each is answered once an
order. One that was answered stays. Answers can be corrected until the order is paid, and a later
order of the same person for the same event begins with them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import productions
from domain.errors import AnswersFixed, NotAvailable, QuestionAnswered, TooMany
from storage.enums import OrderStatus
from storage.ids import new_id
from storage.queries import orders
from storage.queries import questions as queries
from storage.security.unreadable import Unreadable

MOST: Final = 5
"""Questions of one event."""

LONGEST: Final = 150
"""Characters of a question."""

FEWEST_CHOICES: Final = 2
MOST_CHOICES: Final = 8
LONGEST_CHOICE: Final = 40

LONGEST_ANSWER: Final = 300
"""Characters of an answer in words."""

_OPEN = frozenset({OrderStatus.AWAITING_APPROVAL, OrderStatus.PENDING, OrderStatus.EXPIRED})


@dataclass(frozen=True, slots=True)
class Question:
    """A question; without `choices` it is answered in words. `answered`: by anybody."""

    id: UUID
    event_id: UUID
    text: str
    choices: Sequence[str]
    answered: bool

    def takes(self, answer: str) -> bool:
        """Whether that can be the answer."""
        return answer in self.choices if self.choices else 0 < len(answer) <= LONGEST_ANSWER


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked and answered."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the buyer of an order is asked, and what they have said so far, by question.

    `until`: when the places go back, in the event's `time_zone`.
    """

    questions: Sequence[Question]
    answers: Mapping[UUID, str]
    until: datetime
    time_zone: str


async def of_event(session: AsyncSession, *, event_id: UUID, by: UUID) -> Sequence[Question]:
    """What an event asks, for who makes it. Raises `NotAvailable`."""
    await productions.get(session, event_id=event_id, by=by)
    return [_question(row) for row in await queries.of_event(session, event_id=event_id)]


async def add(
    session: AsyncSession,
    *,
    event_id: UUID,
    by: UUID,
    text: str,
    choices: Sequence[str],
    now: datetime,
) -> None:
    """Ask one more, last. Who has paid already is not asked.

    Raises `NotAvailable`, `EventHasBegun`, `TooMany`.
    """
    await productions.hold_living(session, event_id=event_id, by=by, now=now)
    there = len(await queries.of_event(session, event_id=event_id))
    if there >= MOST:
        raise TooMany(MOST)
    await queries.add(
        session,
        id=new_id(),
        event_id=event_id,
        position=there + 1,
        question=text,
        choices=list(choices),
    )


async def move_up(session: AsyncSession, *, question_id: UUID, by: UUID, now: datetime) -> UUID:
    """Ask it before the one in front; the first stays first. Returns the event.

    Raises `NotAvailable`, `EventHasBegun`.
    """
    row = await _hold(session, question_id, by, now)
    if row.position > 1:
        await queries.move_up(session, event_id=row.event_id, position=row.position)
    event_id: UUID = row.event_id
    return event_id


async def remove(session: AsyncSession, *, question_id: UUID, by: UUID, now: datetime) -> UUID:
    """Ask it no more. Returns the event.

    Raises `NotAvailable`, `EventHasBegun`, and `QuestionAnswered`.
    """
    row = await _hold(session, question_id, by, now)
    if row.answered:
        raise QuestionAnswered
    event_id: UUID = row.event_id
    await queries.remove(session, id=question_id, event_id=event_id, position=row.position)
    return event_id


async def _hold(session: AsyncSession, id: UUID, by: UUID, now: datetime) -> Row[Any]:
    """The question as it stands while its event is held."""
    row = await queries.find(session, id=id)
    if row is None:
        raise NotAvailable
    await productions.hold_living(session, event_id=row.event_id, by=by, now=now)
    row = await queries.hold(session, id=id)
    if row is None:
        raise NotAvailable
    return row


async def sheet(session: AsyncSession, *, order_id: UUID, buyer: UUID) -> Sheet:
    """What is asked of the buyer of an order. Raises `NotAvailable`, also for anybody else."""
    row = await orders.find(session, order_id=order_id)
    if row is None or row.user_id != buyer:
        raise NotAvailable
    asked = [_question(each) for each in await queries.of_event(session, event_id=row.event_id)]
    latest = await queries.latest(session, buyer=buyer, event_id=row.event_id)
    said = {each.question_id: each.answer for each in latest}
    return Sheet(
        asked,
        {id: answer for id, answer in said.items() if not isinstance(answer, Unreadable)},
        row.expires_at or row.created_at,
        row.time_zone,
    )


async def answer(
    session: AsyncSession,
    *,
    order_id: UUID,
    buyer: UUID,
    answers: Mapping[UUID, str],
    now: datetime,
) -> None:
    """Keep what the buyer says, by question; what cannot be the answer is passed over.

    Raises `NotAvailable`, and `AnswersFixed` for an order that is paid or over.
    """
    row = await orders.lock(session, order_id=order_id)
    if row is None or row.user_id != buyer:
        raise NotAvailable
    if row.status not in _OPEN:
        raise AnswersFixed
    asked = [_question(each) for each in await queries.of_event(session, event_id=row.event_id)]
    fitting = {each.id: answers[each.id] for each in asked if each.takes(answers.get(each.id, ""))}
    await queries.keep(
        session,
        order_id=order_id,
        event_id=row.event_id,
        buyer=buyer,
        answers=fitting,
        now=now,
    )


async def answers(session: AsyncSession, *, order_id: UUID) -> Sequence[Answer]:
    """What was answered for an order, as far as who asks may see it."""
    rows = await queries.answers(session, order_id=order_id)
    return [Answer(row.question, row.answer) for row in rows]


def _question(row: Row[Any]) -> Question:
    return Question(row.id, row.event_id, row.question, row.choices, row.answered)
