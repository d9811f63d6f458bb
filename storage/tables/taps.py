"""Who came by a campaign's buttons, and the files that a campaign's makers asked for."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, SmallInteger, text

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


class CampaignTap(Base):
    """The first time that a person came by a button of a campaign; `button` is its place, from 1.

    Its house sees how many they are, and never who.
    """

    __tablename__ = "campaign_taps"
    __table_args__ = (
        CheckConstraint("button > 0", name="button_positive"),
        Index("ix_campaign_taps_user_id_tapped_at", "user_id", "tapped_at"),
        Index("ix_campaign_taps_tapped_at", "tapped_at"),
    )

    campaign_id: Mapped[UUID] = owner("campaigns.id", primary_key=True)
    user_id: Mapped[UUID] = owner("users.id", primary_key=True)
    button: Mapped[int] = mapped_column(SmallInteger)
    tapped_at: Mapped[datetime] = moment(required=True)


class CampaignFile(Base):
    """A campaign's result that somebody asked to have as a file.

    `starts_at` is before when nobody works on it, also because somebody does; `progress` is
    percent, `outcome` a word of ours. `bar_message_id` is the message that shows the progress.
    """

    __tablename__ = "campaign_files"
    __table_args__ = (
        CheckConstraint("(done_at IS NULL) = (outcome IS NULL)", name="done_has_outcome"),
        Index(
            "uq_campaign_files_open",
            "user_id",
            "campaign_id",
            unique=True,
            postgresql_where=_OPEN,
        ),
        Index("ix_campaign_files_user_id", "user_id", "id"),
        Index("ix_campaign_files_campaign_id", "campaign_id"),
        Index("ix_campaign_files_starts_at", "starts_at", postgresql_where=_OPEN),
        Index("ix_campaign_files_asked_at", "asked_at"),
    )

    id: Mapped[UUID] = id_column()
    campaign_id: Mapped[UUID] = owner("campaigns.id")
    user_id: Mapped[UUID] = owner("users.id")
    asked_at: Mapped[datetime] = moment(required=True)
    starts_at: Mapped[datetime] = moment(required=True)
    progress: Mapped[int] = ticking("progress")
    attempts: Mapped[int] = ticking("attempts")
    bar_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    bar_message_id: Mapped[int | None] = mapped_column(BigInteger)
    done_at: Mapped[datetime | None] = moment()
    outcome: Mapped[str | None] = short("outcome", 16)
