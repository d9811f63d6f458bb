"""The door: gates, and every scan whatever its answer."""

from datetime import datetime
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

from storage.enums import ScanDirection, ScanResult
from storage.tables.base import (
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
    ticking,
    word,
)


class Gate(Base):
    """One way into an event."""

    __tablename__ = "gates"
    __table_args__ = (UniqueConstraint("event_id", "name"), UniqueConstraint("id", "event_id"))

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    name: Mapped[str] = short("name", 120, required=True)
    position: Mapped[int] = ticking("position")
    closed_at: Mapped[datetime | None] = moment()


class GateTicketType(Base):
    """A type that a gate admits; a gate with none of these admits them all."""

    __tablename__ = "gate_ticket_types"
    __table_args__ = (
        ForeignKeyConstraint(["gate_id", "event_id"], ["gates.id", "gates.event_id"]),
        ForeignKeyConstraint(
            ["ticket_type_id", "event_id"],
            ["ticket_types.id", "ticket_types.event_id"],
            ondelete="CASCADE",
        ),
        Index("ix_gate_ticket_types_ticket_type_id", "ticket_type_id"),
        Index("ix_gate_ticket_types_event_id", "event_id"),
    )

    gate_id: Mapped[UUID] = mapped_column(primary_key=True)
    ticket_type_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID]


class DoorSettings(Base):
    """What a house chooses for the door of an event; without a row, what is usual.

    Places that are to be paid at the door are let go `release_hours` before the start.
    """

    __tablename__ = "door_settings"
    __table_args__ = (
        CheckConstraint("release_hours BETWEEN 0 AND 168", name="release_hours_range"),
    )

    event_id: Mapped[UUID] = owner("events.id", primary_key=True)
    reentry: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    takes_money: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    release_hours: Mapped[int] = mapped_column(SmallInteger, default=0, server_default=text("0"))


class DoorPost(Base):
    """Where somebody of the door team stands, and which way they let people through."""

    __tablename__ = "door_posts"
    __table_args__ = (
        Index("ix_door_posts_event_id", "event_id"),
        Index("ix_door_posts_gate_id", "gate_id"),
    )

    user_id: Mapped[UUID] = owner("users.id", primary_key=True)
    event_id: Mapped[UUID] = owner("events.id", primary_key=True)
    gate_id: Mapped[UUID | None] = owner("gates.id", required=False)
    direction: Mapped[ScanDirection] = word(ScanDirection, ScanDirection.ENTRY)
    since: Mapped[datetime] = created()


class Checkin(Base):
    """One scan. A refusal is a row too, and an undo is a new row with its reason.

    `step` counts what let the ticket in or out, and what took that back, as the database sees it.
    """

    __tablename__ = "checkins"
    __table_args__ = (
        UniqueConstraint("nonce"),
        Index("ix_checkins_event_id_id", "event_id", desc("id")),
        Index("ix_checkins_ticket_id_id", "ticket_id", desc("id")),
        Index("ix_checkins_gate_id", "gate_id"),
        Index("ix_checkins_staff_id", "staff_id"),
        Index("uq_checkins_step", "ticket_id", "step", unique=True),
        Index("uq_checkins_undoes_id", "undoes_id", unique=True),
    )

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    ticket_id: Mapped[UUID | None] = owner("tickets.id", required=False)
    gate_id: Mapped[UUID | None] = owner("gates.id", required=False)
    staff_id: Mapped[UUID] = owner("users.id")
    direction: Mapped[ScanDirection] = word(ScanDirection, ScanDirection.ENTRY)
    result: Mapped[ScanResult] = word(ScanResult)
    nonce: Mapped[str] = short("nonce", 64, required=True)
    at: Mapped[datetime] = created()
    offline_at: Mapped[datetime | None] = moment()
    forced: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    code_digest: Mapped[str | None] = short("code_digest", 64)
    device: Mapped[str | None] = short("device", 64)
    reason: Mapped[str | None] = short("reason", 500)
    undoes_id: Mapped[UUID | None] = owner("checkins.id", required=False)
    step: Mapped[int | None] = mapped_column(Integer)
