"""What a house asks before an order is paid, and what its buyer answers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    UniqueConstraint,
)

from storage.tables.base import (
    Base,
    Mapped,
    created,
    facts,
    id_column,
    mapped_column,
    owner,
    sealed,
    short,
)


class EventQuestion(Base):
    """What every buyer is asked, once an order, in the house's own words.

    Without `choices` it is answered in the buyer's. `position` from 1.
    """

    __tablename__ = "event_questions"
    __table_args__ = (
        CheckConstraint("position BETWEEN 1 AND 5", name="position_in_bounds"),
        CheckConstraint(
            "jsonb_array_length(choices) = 0 OR jsonb_array_length(choices) BETWEEN 2 AND 8",
            name="choices_few",
        ),
        UniqueConstraint("id", "event_id"),
        UniqueConstraint("event_id", "position", deferrable=True),
    )

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    position: Mapped[int] = mapped_column(SmallInteger)
    question: Mapped[str] = short("question", 150, required=True)
    choices: Mapped[list[Any]] = facts("choices", empty="[]")


class OrderAnswer(Base):
    """What the buyer of an order answered to one of them."""

    __tablename__ = "order_answers"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        ForeignKeyConstraint(
            ["question_id", "event_id"], ["event_questions.id", "event_questions.event_id"]
        ),
        UniqueConstraint("order_id", "question_id"),
        Index("ix_order_answers_question_id", "question_id"),
        Index("ix_order_answers_user_id", "user_id", "event_id"),
        Index("ix_order_answers_created_at", "created_at"),
    )

    id: Mapped[UUID] = id_column()
    order_id: Mapped[UUID]
    event_id: Mapped[UUID]
    question_id: Mapped[UUID]
    user_id: Mapped[UUID] = owner("users.id")
    answer: Mapped[str] = sealed("answer", 300, required=True)
    created_at: Mapped[datetime] = created()
