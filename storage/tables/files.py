"""Files that somebody asked to have: of a campaign its result, of an event its guests."""

from datetime import datetime
from typing import Any
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


class Asked:
    """What every request for a file has (`storage.queries.files.Queue`).

    `starts_at` is before when nobody works on it, also because somebody does; `progress` is
    percent, `outcome` a word of ours. `bar_message_id` is the message that shows the progress.
    """

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    asked_at: Mapped[datetime] = moment(required=True)
    starts_at: Mapped[datetime] = moment(required=True)
    progress: Mapped[int] = ticking("progress")
    attempts: Mapped[int] = ticking("attempts")
    bar_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    bar_message_id: Mapped[int | None] = mapped_column(BigInteger)
    done_at: Mapped[datetime | None] = moment()
    outcome: Mapped[str | None] = short("outcome", 16)


def _rules(table: str, about: str) -> tuple[Any, ...]:
    """One open request for a person and what it is about, and the ways to find it."""
    return (
        CheckConstraint("(done_at IS NULL) = (outcome IS NULL)", name="done_has_outcome"),
        Index(f"uq_{table}_open", "user_id", about, unique=True, postgresql_where=_OPEN),
        Index(f"ix_{table}_user_id", "user_id", "id"),
        Index(f"ix_{table}_{about}", about),
        Index(f"ix_{table}_starts_at", "starts_at", postgresql_where=_OPEN),
        Index(f"ix_{table}_asked_at", "asked_at"),
    )


class CampaignFile(Asked, Base):
    """A campaign's result."""

    __tablename__ = "campaign_files"
    __table_args__ = _rules("campaign_files", "campaign_id")

    campaign_id: Mapped[UUID] = owner("campaigns.id")


class AttendeeFile(Asked, Base):
    """The list of an event's guests."""

    __tablename__ = "attendee_files"
    __table_args__ = _rules("attendee_files", "event_id")

    event_id: Mapped[UUID] = owner("events.id")
