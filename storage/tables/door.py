"""The door: gates, and every scan whatever its answer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, Index, UniqueConstraint, desc, text

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
    __table_args__ = (UniqueConstraint("event_id", "name"),)

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    name: Mapped[str] = short("name", 120, required=True)
    position: Mapped[int] = ticking("position")
    closed_at: Mapped[datetime | None] = moment()


class Checkin(Base):
    """One scan. A refusal is a row too, and an undo is a new row with its reason."""

    __tablename__ = "checkins"
    __table_args__ = (
        UniqueConstraint("nonce"),
        Index("ix_checkins_event_id_id", "event_id", desc("id")),
        Index("ix_checkins_ticket_id_id", "ticket_id", desc("id")),
        Index("ix_checkins_gate_id", "gate_id"),
        Index("ix_checkins_staff_id", "staff_id"),
        Index("ix_checkins_undoes_id", "undoes_id"),
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
