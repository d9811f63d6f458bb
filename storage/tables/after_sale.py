"""What happens to orders when an evening is called off or moved."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, text

from storage.tables.base import (
    MONEY,
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
)


class Cancellation(Base):
    """An evening that is called off, and where who did it sees how far its orders are."""

    __tablename__ = "cancellations"
    __table_args__ = (Index("ix_cancellations_called_off_by", "called_off_by"),)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events.id"), primary_key=True)
    called_off_by: Mapped[UUID] = owner("users.id")
    created_at: Mapped[datetime] = created()
    finished_at: Mapped[datetime | None] = moment()
    bar_message_id: Mapped[int | None] = mapped_column(BigInteger)
    bar_shown: Mapped[str | None] = short("bar_shown", 64)


class CancelledOrder(Base):
    """What became of one of its orders; that the row is there says that it was worked off."""

    __tablename__ = "cancelled_orders"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        CheckConstraint(
            "result IN ('refunded', 'released', 'nothing', 'failed')", name="result_known"
        ),
        CheckConstraint("returned >= 0", name="returned_positive"),
        Index("ix_cancelled_orders_event_id", "event_id"),
    )

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID]
    result: Mapped[str] = short("result", 16, required=True)
    returned: Mapped[Decimal] = mapped_column(MONEY, server_default=text("0"))
    created_at: Mapped[datetime] = created()


class EventMove(Base):
    """An evening that got another time or place: until when holders may want their money back.

    It was told up to the order `told_to`, and at `told_at` to all. `starts_at` is its new start,
    none where only the place changed.
    """

    __tablename__ = "event_moves"
    __table_args__ = (Index("ix_event_moves_event_id", "event_id", "created_at"),)

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    created_at: Mapped[datetime] = created()
    answer_until: Mapped[datetime] = moment(required=True)
    told_to: Mapped[UUID | None]
    told_at: Mapped[datetime | None] = moment()
    starts_at: Mapped[datetime | None] = moment()
