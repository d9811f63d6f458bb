"""What people ask of us about their data."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, text

from storage.enums import DataRequestKind, DataRequestState
from storage.tables.base import (
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    owner,
    sealed,
    short,
    ticking,
    word,
)

_OPEN = text("done_at IS NULL")


class DataRequest(Base):
    """One request. `due_at` is when the law wants it done, `starts_at` before when nobody works on
    it, `message` what the person said about it, `progress` percent, `outcome` a word of ours.

    `bar_message_id` is the message that shows the progress; `leased_until` is how long whoever
    works on it now has it.
    """

    __tablename__ = "data_requests"
    __table_args__ = (
        CheckConstraint(
            "(done_at IS NOT NULL) = (state IN ('done', 'refused', 'withdrawn'))",
            name="done_is_over",
        ),
        Index("ix_data_requests_user_id", "user_id", "id"),
        Index("ix_data_requests_open", "due_at", postgresql_where=_OPEN),
        Index("uq_data_requests_open", "user_id", "kind", unique=True, postgresql_where=_OPEN),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    kind: Mapped[DataRequestKind] = word(DataRequestKind)
    state: Mapped[DataRequestState] = word(DataRequestState, DataRequestState.WAITING)
    asked_at: Mapped[datetime] = created()
    due_at: Mapped[datetime] = moment(required=True)
    starts_at: Mapped[datetime] = moment(required=True)
    message: Mapped[str | None] = sealed("message", 1000)
    progress: Mapped[int] = ticking("progress")
    attempts: Mapped[int] = ticking("attempts")
    leased_until: Mapped[datetime | None] = moment()
    bar_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    bar_message_id: Mapped[int | None] = mapped_column(BigInteger)
    done_at: Mapped[datetime | None] = moment()
    outcome: Mapped[str | None] = short("outcome", 64)
