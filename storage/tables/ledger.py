"""The books of what was sold, and what the provider tells of its money."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import (
    MONEY,
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    short,
)


class LedgerLine(Base):
    """So many tickets sold or, below zero, taken back; or money kept of what was taken back, or
    given back of what stands.

    `cause` is the act that wrote it. Triggers refuse every change and removal.
    """

    __tablename__ = "ledger_lines"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        ForeignKeyConstraint(
            ["ticket_type_id", "event_id"], ["ticket_types.id", "ticket_types.event_id"]
        ),
        CheckConstraint("unit_price >= 0", name="unit_price_positive"),
        CheckConstraint(
            "kind = 'sold' AND count > 0 AND ticket_type_id IS NOT NULL"
            " OR kind = 'taken_back' AND count < 0 AND ticket_type_id IS NOT NULL"
            " OR kind = 'kept' AND count = 1 AND ticket_type_id IS NULL"
            " OR kind = 'given' AND count = -1 AND ticket_type_id IS NULL",
            name="kind_counts",
        ),
        UniqueConstraint(
            "order_id", "cause", "kind", "ticket_type_id", postgresql_nulls_not_distinct=True
        ),
        Index("ix_ledger_lines_event_id", "event_id"),
        Index("ix_ledger_lines_ticket_type_id", "ticket_type_id"),
    )

    id: Mapped[UUID] = id_column()
    order_id: Mapped[UUID]
    event_id: Mapped[UUID]
    ticket_type_id: Mapped[UUID | None]
    kind: Mapped[str] = short("kind", 16, required=True)
    count: Mapped[int] = mapped_column(Integer)
    unit_price: Mapped[Decimal] = mapped_column(MONEY)
    currency: Mapped[str] = short("currency", 3, required=True)
    cause: Mapped[UUID]
    created_at: Mapped[datetime] = created()


class ProviderEvent(Base):
    """Something that the provider says of money, by its own `id`.

    `thing` is the refund or dispute, `charges` the names that its payment may have here, `outcome`
    how it stands, `key` ours where we had wished for it.
    """

    __tablename__ = "provider_events"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_positive"),
        Index("ix_provider_events_open", "received_at", postgresql_where=text("done_at IS NULL")),
    )

    id: Mapped[str] = short("id", 255, required=True, primary_key=True)
    kind: Mapped[str] = short("kind", 64, required=True)
    thing: Mapped[str] = short("thing", 255, required=True)
    charges: Mapped[list[str]] = mapped_column(ARRAY(Text))
    amount: Mapped[Decimal] = mapped_column(MONEY)
    currency: Mapped[str] = short("currency", 3, required=True)
    outcome: Mapped[str] = short("outcome", 64, required=True)
    key: Mapped[str | None] = short("key", 64)
    received_at: Mapped[datetime] = moment(required=True)
    done_at: Mapped[datetime | None] = moment()
