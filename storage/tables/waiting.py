"""Lines of people who wait for seats, and the offers that hold them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    desc,
    text,
)

from storage.enums import WaitlistState
from storage.tables.base import (
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    owner,
    ticking,
    word,
)


class Waitlist(Base):
    """What a house has decided for the line of a ticket type; without a row the usual holds.

    `closed`: nobody joins any more. `smaller_first`: a smaller group may be served before a larger
    one that does not fit.
    """

    __tablename__ = "waitlists"
    __table_args__ = (
        ForeignKeyConstraint(
            ["ticket_type_id", "event_id"], ["ticket_types.id", "ticket_types.event_id"]
        ),
    )

    ticket_type_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID]
    closed: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    smaller_first: Mapped[bool] = mapped_column(
        Boolean, default=False, server_default=text("false")
    )


class WaitlistEntry(Base):
    """A place in line for `seats` together. The line goes by priority, then by time.

    `short_since`: from when on there were seats, and fewer than wanted. `declined`: so many were
    offered and not taken, and are due to them no more.
    """

    __tablename__ = "waitlist_entries"
    __table_args__ = (
        ForeignKeyConstraint(
            ["ticket_type_id", "event_id"], ["ticket_types.id", "ticket_types.event_id"]
        ),
        CheckConstraint("seats BETWEEN 1 AND 100", name="seats_in_bounds"),
        CheckConstraint("declined < seats", name="declined_is_fewer"),
        Index(
            "uq_waitlist_entries_live",
            "user_id",
            "ticket_type_id",
            unique=True,
            postgresql_where=text("state IN ('waiting', 'offered')"),
        ),
        Index("ix_waitlist_entries_user_id", "user_id"),
        Index(
            "ix_waitlist_entries_line",
            "ticket_type_id",
            "state",
            desc("priority"),
            "created_at",
            "id",
        ),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    event_id: Mapped[UUID]
    ticket_type_id: Mapped[UUID]
    seats: Mapped[int] = mapped_column(Integer)
    priority: Mapped[int] = ticking("priority")
    state: Mapped[WaitlistState] = word(WaitlistState, WaitlistState.WAITING)
    declined: Mapped[int] = ticking("declined")
    short_since: Mapped[datetime | None] = moment()
    created_at: Mapped[datetime] = created()


class WaitlistOffer(Base):
    """Which order is the offer to whom waited, and of how many seats; its life is the order's."""

    __tablename__ = "waitlist_offers"
    __table_args__ = (
        CheckConstraint("seats > 0", name="seats_positive"),
        Index("ix_waitlist_offers_entry_id", "entry_id"),
    )

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    entry_id: Mapped[UUID] = owner("waitlist_entries.id")
    seats: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime] = created()


class WaitlistCall(Base):
    """Somebody should look at the lines of an event, at once or at `due_at`."""

    __tablename__ = "waitlist_calls"
    __table_args__ = (Index("ix_waitlist_calls_event_id", "event_id", "due_at"),)

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    due_at: Mapped[datetime | None] = moment()
