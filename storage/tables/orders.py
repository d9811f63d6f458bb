"""Orders, the money for them, and the tickets they become."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    UniqueConstraint,
    desc,
    text,
)
from sqlalchemy.orm import relationship

from storage.enums import (
    OrderStatus,
    PaymentState,
    PaymentStatus,
    RefundSource,
    RefundStatus,
    TicketStatus,
)
from storage.tables.base import (
    MONEY,
    Base,
    Mapped,
    created,
    facts,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
    steps,
    ticking,
    word,
)
from storage.tables.events import Event
from storage.tables.selling import TicketType

_OPEN = text("status IN ('pending', 'awaiting_approval')")


class Order(Base):
    """What one buyer wants of one event. A new choice replaces the lines and counts `attempt`.

    `refund_policy` is what the event promised at that moment; nobody writes it by hand.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint("total_amount >= 0", name="total_amount_positive"),
        CheckConstraint(
            "status NOT IN ('pending', 'awaiting_approval') OR expires_at IS NOT NULL",
            name="open_has_deadline",
        ),
        CheckConstraint("party_generation BETWEEN 0 AND 255", name="party_generation_is_a_byte"),
        UniqueConstraint("id", "event_id"),
        UniqueConstraint("event_id", "number"),
        Index("ix_orders_number", "number"),
        Index(
            "uq_orders_open",
            "user_id",
            "event_id",
            unique=True,
            postgresql_where=_OPEN,
        ),
        Index("ix_orders_user_id_id", "user_id", desc("id")),
        Index("ix_orders_expires_at", "expires_at", postgresql_where=_OPEN),
        Index(
            "ix_orders_awaiting",
            "event_id",
            "id",
            postgresql_where=text("status = 'awaiting_approval'"),
        ),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    status: Mapped[OrderStatus] = word(OrderStatus, OrderStatus.PENDING)
    total_amount: Mapped[Decimal] = mapped_column(MONEY)
    payment_status: Mapped[PaymentStatus] = word(PaymentStatus, PaymentStatus.PENDING)
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = created()
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    event_id: Mapped[UUID] = owner("events.id")
    currency: Mapped[str] = short("currency", 3, required=True)
    number: Mapped[str] = short("number", 16, required=True)
    attempt: Mapped[int] = ticking("attempt", 1)
    expires_at: Mapped[datetime | None] = moment()
    precheckout_until: Mapped[datetime | None] = moment()
    refund_policy: Mapped[list[Any]] = steps("refund_policy")
    party_generation: Mapped[int] = mapped_column(
        SmallInteger, default=1, server_default=text("1")
    )
    at_door: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))

    event: Mapped[Event] = relationship(lazy="raise")
    lines: Mapped[list["OrderLine"]] = relationship(lazy="raise", back_populates="order")
    tickets: Mapped[list["Ticket"]] = relationship(lazy="raise", back_populates="order")
    payments: Mapped[list["Payment"]] = relationship(lazy="raise", back_populates="order")


class OrderLine(Base):
    """So many tickets of one type at the price of the moment they were held.

    `unit_price` is what is paid for each, `discount` what a code took off before.
    """

    __tablename__ = "order_lines"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        ForeignKeyConstraint(
            ["ticket_type_id", "event_id"], ["ticket_types.id", "ticket_types.event_id"]
        ),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("unit_price >= 0", name="unit_price_positive"),
        CheckConstraint("discount >= 0", name="discount_positive"),
        Index("ix_order_lines_ticket_type_id", "ticket_type_id"),
    )

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    ticket_type_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID]
    quantity: Mapped[int] = mapped_column(Integer)
    unit_price: Mapped[Decimal] = mapped_column(MONEY)
    discount: Mapped[Decimal] = mapped_column(MONEY, default=0, server_default=text("0"))

    order: Mapped[Order] = relationship(lazy="raise", back_populates="lines")
    ticket_type: Mapped[TicketType] = relationship(lazy="raise", viewonly=True)


class Payment(Base):
    """One attempt to pay an order. `transaction_id` is Telegram's charge id.

    `account_id` is the house's own account through which it came; `seller`, written by a trigger,
    who sold at that moment.
    """

    __tablename__ = "payments"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        CheckConstraint("amount >= 0", name="amount_positive"),
        UniqueConstraint("transaction_id"),
        UniqueConstraint("provider_charge_id"),
        Index("ix_payments_order_id", "order_id"),
        Index(
            "ix_payments_account_id",
            "account_id",
            postgresql_where=text("account_id IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = id_column()
    order_id: Mapped[UUID]
    amount: Mapped[Decimal] = mapped_column(MONEY)
    payment_method: Mapped[str] = short("payment_method", 64, required=True)
    status: Mapped[PaymentState] = word(PaymentState, PaymentState.PENDING)
    transaction_id: Mapped[str | None] = short("transaction_id", 255)
    created_at: Mapped[datetime] = created()
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    event_id: Mapped[UUID]
    currency: Mapped[str] = short("currency", 3, required=True)
    provider_charge_id: Mapped[str | None] = short("provider_charge_id", 255)
    account_id: Mapped[UUID | None] = owner("seller_accounts.id", required=False)
    seller: Mapped[dict[str, Any]] = facts("seller")

    order: Mapped[Order] = relationship(lazy="raise", back_populates="payments")


class Refund(Base):
    """Money on its way back; one row for each payment and cause, the act that owes it.

    Of one payment never more than came: a trigger sees to it (`sec.keep_refund`). `by_hand`: the
    house said so. `failure` is what the provider answered to the last of `attempts`; `retries` are
    the times that somebody wanted a failed one sent again.
    """

    __tablename__ = "refunds"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        CheckConstraint("amount > 0", name="amount_positive"),
        UniqueConstraint("payment_id", "cause"),
        UniqueConstraint("provider_refund_id"),
        Index("ix_refunds_order_id", "order_id"),
        Index(
            "ix_refunds_open",
            "created_at",
            postgresql_where=text("status IN ('created', 'in_transit')"),
        ),
    )

    id: Mapped[UUID] = id_column()
    payment_id: Mapped[UUID] = owner("payments.id")
    order_id: Mapped[UUID]
    event_id: Mapped[UUID]
    amount: Mapped[Decimal] = mapped_column(MONEY)
    currency: Mapped[str] = short("currency", 3, required=True)
    status: Mapped[RefundStatus] = word(RefundStatus, RefundStatus.CREATED)
    source: Mapped[RefundSource] = word(RefundSource)
    reason: Mapped[str] = short("reason", 64, required=True)
    created_at: Mapped[datetime] = created()
    finished_at: Mapped[datetime | None] = moment()
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    cause: Mapped[UUID]
    attempts: Mapped[int] = ticking("attempts")
    tried_at: Mapped[datetime | None] = moment()
    failure: Mapped[str | None] = short("failure", 255)
    by_hand: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    retries: Mapped[int] = ticking("retries")
    provider_refund_id: Mapped[str | None] = short("provider_refund_id", 255)


class Ticket(Base):
    """A place for one person. `user_id` holds it; `qr_code` is the digest of the present code.

    `returned` is what went back of its price once it was given up, NULL while it lives.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        ForeignKeyConstraint(
            ["ticket_type_id", "event_id"], ["ticket_types.id", "ticket_types.event_id"]
        ),
        CheckConstraint("generation BETWEEN 0 AND 255", name="generation_is_a_byte"),
        CheckConstraint("returned >= 0", name="returned_positive"),
        UniqueConstraint("event_id", "short_code"),
        Index("ix_tickets_short_code", "short_code"),
        UniqueConstraint("qr_code"),
        Index("ix_tickets_order_id", "order_id"),
        Index("ix_tickets_ticket_type_id", "ticket_type_id"),
        Index(
            "ix_tickets_user_id_id",
            "user_id",
            desc("id"),
            postgresql_include=["status", "ticket_type_id"],
        ),
    )

    id: Mapped[UUID] = id_column()
    ticket_type_id: Mapped[UUID]
    order_id: Mapped[UUID]
    user_id: Mapped[UUID] = owner("users.id")
    status: Mapped[TicketStatus] = word(TicketStatus, TicketStatus.VALID)
    purchase_date: Mapped[datetime] = created()
    qr_code: Mapped[str] = short("qr_code", 64, required=True)
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    event_id: Mapped[UUID]
    generation: Mapped[int] = mapped_column(SmallInteger, default=1, server_default=text("1"))
    short_code: Mapped[str] = short("short_code", 8, required=True)
    returned: Mapped[Decimal | None] = mapped_column(MONEY)

    order: Mapped[Order] = relationship(lazy="raise", back_populates="tickets")
    ticket_type: Mapped[TicketType] = relationship(lazy="raise", viewonly=True)
