"""What houses are asked before an order is paid, and what they say."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    UniqueConstraint,
    text,
)

from storage.tables.base import Base, Mapped, id_column, mapped_column, moment, owner, sealed


class OrderApproval(Base):
    """What a house was asked about one choice of one order, and what it said.

    `approved` is NULL until somebody decides; of an order that was taken back or lapsed it stays
    so. `words` is the house's sentence to the buyer, `told_at` when those who decide were told.
    """

    __tablename__ = "order_approvals"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        CheckConstraint("(approved IS NULL) = (decided_at IS NULL)", name="decided_by_somebody"),
        UniqueConstraint("order_id", "attempt"),
        Index("ix_order_approvals_user_id", "user_id"),
        Index("ix_order_approvals_decided_by", "decided_by"),
        Index("ix_order_approvals_decided_at", "decided_at", postgresql_where=text("approved")),
        Index("ix_order_approvals_asked_at", "asked_at"),
    )

    id: Mapped[UUID] = id_column()
    order_id: Mapped[UUID]
    event_id: Mapped[UUID]
    user_id: Mapped[UUID] = owner("users.id")
    attempt: Mapped[int] = mapped_column(Integer)
    asked_at: Mapped[datetime] = moment(required=True)
    told_at: Mapped[datetime | None] = moment()
    approved: Mapped[bool | None] = mapped_column(Boolean)
    decided_at: Mapped[datetime | None] = moment()
    decided_by: Mapped[UUID | None] = owner("users.id", required=False)
    words: Mapped[str | None] = sealed("words", 300)
