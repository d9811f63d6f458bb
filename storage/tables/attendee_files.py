"""The lists of an event's guests that its makers asked to have as a file."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, text

from storage.tables.base import (
    Base,
    Mapped,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
    ticking,
)

_OPEN = text("done_at IS NULL")


class AttendeeFile(Base):
    """A list of an event's guests that somebody asked to have as a file, as `CampaignFile` is."""

    __tablename__ = "attendee_files"
    __table_args__ = (
        CheckConstraint("(done_at IS NULL) = (outcome IS NULL)", name="done_has_outcome"),
        Index(
            "uq_attendee_files_open", "user_id", "event_id", unique=True, postgresql_where=_OPEN
        ),
        Index("ix_attendee_files_user_id", "user_id", "id"),
        Index("ix_attendee_files_event_id", "event_id"),
        Index("ix_attendee_files_starts_at", "starts_at", postgresql_where=_OPEN),
        Index("ix_attendee_files_asked_at", "asked_at"),
    )

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    user_id: Mapped[UUID] = owner("users.id")
    asked_at: Mapped[datetime] = moment(required=True)
    starts_at: Mapped[datetime] = moment(required=True)
    progress: Mapped[int] = ticking("progress")
    attempts: Mapped[int] = ticking("attempts")
    bar_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    bar_message_id: Mapped[int | None] = mapped_column(BigInteger)
    done_at: Mapped[datetime | None] = moment()
    outcome: Mapped[str | None] = short("outcome", 16)
