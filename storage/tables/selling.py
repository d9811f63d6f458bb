"""What is for sale and how much of it is left: ticket types and quotas."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy.orm import relationship

from storage.enums import QuotaKind, TicketTypeStatus
from storage.tables.base import (
    MONEY,
    Base,
    Mapped,
    facts,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
    ticking,
    word,
)
from storage.tables.events import Event


class TicketType(Base):
    """A kind of ticket. `quantity` is the size of its own quota; NULL is unlimited.

    Buttons name it by its `position` on the shelf of its event.
    """

    __tablename__ = "ticket_types"
    __table_args__ = (
        CheckConstraint("price >= 0", name="price_positive"),
        CheckConstraint("quantity >= 0", name="quantity_positive"),
        CheckConstraint("max_per_person > 0", name="max_per_person_positive"),
        CheckConstraint("sale_end > sale_start", name="sale_ends_after_start"),
        UniqueConstraint("id", "event_id"),
        UniqueConstraint("event_id", "position"),
    )

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    name: Mapped[str] = short("name", 120, required=True)
    description: Mapped[str | None] = short("description", 1000)
    price: Mapped[Decimal] = mapped_column(MONEY)
    quantity: Mapped[int | None] = mapped_column(Integer)
    benefits: Mapped[list[Any]] = facts("benefits", empty="[]")
    sale_start: Mapped[datetime | None] = moment()
    sale_end: Mapped[datetime | None] = moment()
    status: Mapped[TicketTypeStatus] = word(TicketTypeStatus, TicketTypeStatus.ACTIVE)
    max_per_person: Mapped[int | None] = mapped_column(Integer)
    position: Mapped[int] = ticking("position")
    admission: Mapped[bool] = mapped_column(Boolean, default=True, server_default=text("true"))
    hidden: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    needs_approval: Mapped[bool] = mapped_column(
        Boolean, default=False, server_default=text("false")
    )

    event: Mapped[Event] = relationship(lazy="raise")


class Quota(Base):
    """A pool of units that one or more ticket types draw from.

    `size` NULL is unlimited. `held` and `sold` are changed by `public.quota_shift` alone.
    `size_floor` is written only where a size falls below what is taken or a sale is forced.
    `waiting_claim`: what is free is due to the waiting list, the public cannot take it.
    """

    __tablename__ = "quotas"
    __table_args__ = (
        CheckConstraint("held >= 0 AND sold >= 0", name="counts_positive"),
        CheckConstraint("size >= 0 AND size_floor >= 0", name="size_positive"),
        CheckConstraint(
            "size IS NULL OR sold + held <= greatest(size, size_floor)", name="not_oversold"
        ),
        Index("ix_quotas_event_id", "event_id"),
        Index(
            "uq_quotas_event_id_event",
            "event_id",
            unique=True,
            postgresql_where=text("kind = 'event'"),
        ),
        {"postgresql_with": {"fillfactor": "50"}},
    )

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    kind: Mapped[QuotaKind] = word(QuotaKind, QuotaKind.TICKET_TYPE)
    name: Mapped[str] = short("name", 120, required=True)
    size: Mapped[int | None] = mapped_column(Integer)
    held: Mapped[int] = mapped_column(Integer, default=0, server_default=text("0"))
    sold: Mapped[int] = mapped_column(Integer, default=0, server_default=text("0"))
    size_floor: Mapped[int] = mapped_column(Integer, default=0, server_default=text("0"))
    closed: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    waiting_claim: Mapped[bool] = mapped_column(
        Boolean, default=False, server_default=text("false")
    )


class QuotaTicketType(Base):
    """Which pools a ticket type draws from: one unit of each for every ticket."""

    __tablename__ = "quota_ticket_types"
    __table_args__ = (Index("ix_quota_ticket_types_quota_id", "quota_id"),)

    ticket_type_id: Mapped[UUID] = mapped_column(ForeignKey("ticket_types.id"), primary_key=True)
    quota_id: Mapped[UUID] = mapped_column(ForeignKey("quotas.id"), primary_key=True)


class UserQuota(Base):
    """How many tickets of a limited type one person holds or has bought."""

    __tablename__ = "user_quota"
    __table_args__ = (
        CheckConstraint("taken >= 0 AND taken <= max", name="within_limit"),
        Index("ix_user_quota_ticket_type_id", "ticket_type_id"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    ticket_type_id: Mapped[UUID] = mapped_column(ForeignKey("ticket_types.id"), primary_key=True)
    taken: Mapped[int] = mapped_column(Integer, default=0, server_default=text("0"))
    max: Mapped[int] = mapped_column(Integer)
