"""Where campaigns are posted, and what came of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text

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
)


class HouseChannel(Base):
    """A Telegram channel in which the bot may post, and whose it is."""

    __tablename__ = "house_channels"
    __table_args__ = (
        Index("uq_house_channels_chat_id", "chat_id", unique=True),
        Index("ix_house_channels_user_id", "user_id"),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    chat_id: Mapped[int] = mapped_column(BigInteger)
    title: Mapped[str] = short("title", 128, required=True)
    connected_at: Mapped[datetime] = created()


class CampaignPost(Base):
    """One post of a campaign in one place, a channel or a service, at most once.

    `due_at` is when a worker looks at it next; of one that is being sent, when it counts as lost.
    """

    __tablename__ = "campaign_posts"
    __table_args__ = (
        CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'failed', 'unknown', 'skipped')",
            name="state_known",
        ),
        CheckConstraint("num_nonnulls(channel_id, service_id) = 1", name="one_place"),
        CheckConstraint(
            "(due_at IS NOT NULL) = (state IN ('pending', 'sending'))", name="open_is_due"
        ),
        UniqueConstraint("campaign_id", "channel_id"),
        UniqueConstraint("campaign_id", "service_id"),
        Index("ix_campaign_posts_due_at", "due_at", postgresql_where=text("due_at IS NOT NULL")),
        Index(
            "ix_campaign_posts_service_id",
            "service_id",
            postgresql_where=text("service_id IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = id_column()
    campaign_id: Mapped[UUID] = owner("campaigns.id")
    channel_id: Mapped[UUID | None]
    service_id: Mapped[UUID | None] = owner("external_services.id", required=False)
    state: Mapped[str] = short(
        "state", 16, required=True, default="pending", server_default=text("'pending'")
    )
    attempts: Mapped[int] = ticking("attempts")
    due_at: Mapped[datetime | None] = moment()
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    last_error: Mapped[str | None] = short("last_error", 500)
    ended_at: Mapped[datetime | None] = moment()
