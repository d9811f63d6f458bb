"""Tickets on their way to a friend."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, SmallInteger, UniqueConstraint, text

from storage.tables.base import (
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
)


class TicketGift(Base):
    """A card by which a friend claims a ticket of this `generation`; its giver says yes or no."""

    __tablename__ = "ticket_gifts"
    __table_args__ = (
        CheckConstraint("claimed_by <> giver_id", name="not_to_oneself"),
        CheckConstraint("outcome IN ('given', 'withdrawn', 'expired')", name="outcome_known"),
        CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="ended_with_outcome"),
        CheckConstraint("outcome <> 'given' OR claimed_by IS NOT NULL", name="given_to_somebody"),
        UniqueConstraint("digest"),
        Index(
            "uq_ticket_gifts_open",
            "ticket_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_ticket_gifts_ticket_id", "ticket_id", "id"),
        Index("ix_ticket_gifts_event_id", "event_id"),
        Index("ix_ticket_gifts_giver_id", "giver_id"),
        Index("ix_ticket_gifts_claimed_by", "claimed_by"),
        Index(
            "ix_ticket_gifts_expires_at",
            "expires_at",
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = id_column()
    ticket_id: Mapped[UUID] = owner("tickets.id")
    event_id: Mapped[UUID] = owner("events.id")
    giver_id: Mapped[UUID] = owner("users.id")
    generation: Mapped[int] = mapped_column(SmallInteger)
    digest: Mapped[str] = short("digest", 64, required=True)
    created_at: Mapped[datetime] = created()
    expires_at: Mapped[datetime] = moment(required=True)
    claimed_by: Mapped[UUID | None] = owner("users.id", required=False)
    claimed_at: Mapped[datetime | None] = moment()
    ended_at: Mapped[datetime | None] = moment()
    outcome: Mapped[str | None] = short("outcome", 16)
