"""Messages to people who are not acting now: campaigns, and the outbox with its ledger."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Index,
    Integer,
    SmallInteger,
    desc,
    text,
)

from storage.enums import (
    CampaignAudience,
    CampaignPurpose,
    CampaignStatus,
    CampaignType,
    ConsentPurpose,
    NotificationStatus,
    NotificationType,
)
from storage.tables.base import (
    Base,
    Mapped,
    created,
    facts,
    id_column,
    mapped_column,
    moment,
    owner,
    sealed,
    short,
    ticking,
    word,
)


class Campaign(Base):
    """A message to an audience. `start_date` is when it leaves, `end_date` when it had ended.

    `fanned_out_to` is the last person who has a row in the outbox, `fanned_out_at` when all had.
    `bar_message_id` is the message with the progress bar, `bar_shown` a sign of what it says and
    where it was before. `time_zone` stands in for that of people whose own is unknown. `part`
    narrows the audience. `stopped_why` is why it stopped itself, `excused` how many failures
    count no more. `decided_by` agreed, or said `declined_why`.
    """

    __tablename__ = "campaigns"
    __table_args__ = (
        CheckConstraint("end_date > start_date", name="ends_after_start"),
        CheckConstraint(
            "purpose = 'marketing' OR audience = 'holders'", name="service_has_holders"
        ),
        CheckConstraint("audience <> 'holders' OR event_id IS NOT NULL", name="holders_of_event"),
        CheckConstraint("(audience = 'city') = (city IS NOT NULL)", name="city_named"),
        CheckConstraint(
            "status NOT IN ('active', 'paused', 'completed') OR launched_at IS NOT NULL",
            name="active_is_launched",
        ),
        CheckConstraint(
            "CASE WHEN part = 'waiting' THEN audience = 'holders' AND purpose = 'marketing'"
            " WHEN part ~ '^[0-9a-f]{32}$' THEN audience = 'holders'"
            " WHEN part ~ '^(designers|models|taste-[a-z_]+)$'"
            " THEN audience IN ('everyone', 'followers') ELSE part IS NULL END"
            " AND (part IS NULL OR type = 'push')",
            name="part_fits",
        ),
        CheckConstraint("decided_by <> created_by", name="four_eyes"),
        CheckConstraint("(decided_by IS NULL) = (decided_at IS NULL)", name="decided_in_time"),
        Index("ix_campaigns_decided_by", "decided_by"),
        Index("ix_campaigns_organizer_id", "organizer_id"),
        Index("ix_campaigns_created_by", "created_by", desc("id")),
        Index("ix_campaigns_bar", "id", postgresql_where=text("bar_message_id IS NOT NULL")),
        Index("ix_campaigns_event_id", "event_id"),
        Index(
            "ix_campaigns_start_date",
            "start_date",
            postgresql_where=text("status IN ('scheduled', 'active')"),
        ),
    )

    id: Mapped[UUID] = id_column()
    name: Mapped[str] = short("name", 200, required=True)
    description: Mapped[str | None] = short("description", 4000)
    start_date: Mapped[datetime | None] = moment()
    end_date: Mapped[datetime | None] = moment()
    status: Mapped[CampaignStatus] = word(CampaignStatus, CampaignStatus.DRAFT)
    type: Mapped[CampaignType] = word(CampaignType, CampaignType.PUSH)
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    organizer_id: Mapped[UUID] = owner("users.id")
    event_id: Mapped[UUID | None] = owner("events.id", required=False)
    created_at: Mapped[datetime] = created()
    purpose: Mapped[CampaignPurpose] = word(CampaignPurpose, CampaignPurpose.MARKETING)
    audience: Mapped[CampaignAudience] = word(CampaignAudience, CampaignAudience.FOLLOWERS)
    city: Mapped[str | None] = short("city", 120)
    created_by: Mapped[UUID | None] = owner("users.id", required=False)
    launched_at: Mapped[datetime | None] = moment()
    fanned_out_to: Mapped[UUID | None]
    fanned_out_at: Mapped[datetime | None] = moment()
    bar_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    bar_message_id: Mapped[int | None] = mapped_column(BigInteger)
    bar_shown: Mapped[str | None] = short("bar_shown", 255)
    time_zone: Mapped[str | None] = short("time_zone", 64)
    part: Mapped[str | None] = short("part", 64)
    stopped_why: Mapped[str | None] = short("stopped_why", 500)
    excused: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    asked_at: Mapped[datetime | None] = moment()
    decided_by: Mapped[UUID | None] = owner("users.id", required=False)
    decided_at: Mapped[datetime | None] = moment()
    declined_why: Mapped[str | None] = short("declined_why", 500)


class Consent(Base):
    """One thing that a person said about being written to; a line is never changed."""

    __tablename__ = "consents"
    __table_args__ = (
        CheckConstraint("version > 0", name="version_positive"),
        Index("ix_consents_user_id", "user_id"),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    purpose: Mapped[ConsentPurpose] = word(ConsentPurpose)
    channel: Mapped[NotificationType] = word(NotificationType)
    granted: Mapped[bool] = mapped_column(Boolean)
    version: Mapped[int] = mapped_column(SmallInteger)
    created_at: Mapped[datetime] = created()


class ConsentState(Base):
    """What holds now, kept by a trigger on `consents`."""

    __tablename__ = "consent_states"
    __table_args__ = (
        Index(
            "ix_consent_states_granted",
            "purpose",
            "channel",
            "user_id",
            postgresql_where=text("granted"),
        ),
    )

    user_id: Mapped[UUID] = owner("users.id", primary_key=True)
    purpose: Mapped[ConsentPurpose] = word(ConsentPurpose, primary_key=True)
    channel: Mapped[NotificationType] = word(NotificationType, primary_key=True)
    granted: Mapped[bool] = mapped_column(Boolean)
    version: Mapped[int] = mapped_column(SmallInteger)
    changed_at: Mapped[datetime] = moment(required=True)


class ReminderRound(Base):
    """Everybody was reminded of this start of an event, so many hours ahead."""

    __tablename__ = "reminder_rounds"
    __table_args__ = (CheckConstraint("hours_ahead > 0", name="hours_ahead_positive"),)

    event_id: Mapped[UUID] = owner("events.id", primary_key=True)
    hours_ahead: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    starts_at: Mapped[datetime] = moment(required=True, primary_key=True)
    reminded_at: Mapped[datetime] = moment(required=True)


class Notification(Base):
    """One delivery: the outbox row before it is sent and the ledger line afterwards.

    `id` is `derived_id(moment of the cause, dedupe key)`, so the primary key is the dedupe.
    `due_at` is when a worker looks at it next and NULL once it is closed; `lane` is `Lane`.
    `template` and `arguments` make the text at sending; `content` keeps sealed receipts.
    """

    __tablename__ = "notifications"
    __table_args__ = (
        CheckConstraint(
            "(due_at IS NOT NULL) = (status IN ('pending', 'sending'))", name="open_is_due"
        ),
        CheckConstraint("(leased_until IS NULL) = (lease_token IS NULL)", name="lease_has_token"),
        CheckConstraint("user_id IS NOT NULL OR chat_id IS NOT NULL", name="has_receiver"),
        CheckConstraint("campaign_id IS NULL OR chat_id IS NULL", name="broadcast_to_person"),
        Index(
            "ix_notifications_due", "lane", "due_at", postgresql_where=text("due_at IS NOT NULL")
        ),
        Index("ix_notifications_user_id_id", "user_id", desc("id")),
        Index(
            "ix_notifications_dead",
            "id",
            postgresql_where=text("status = 'dead' AND campaign_id IS NULL"),
        ),
        Index(
            "ix_notifications_campaign_id_status",
            "campaign_id",
            "status",
            postgresql_where=text("campaign_id IS NOT NULL"),
        ),
        {"postgresql_partition_by": "RANGE (id)"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID | None] = owner("users.id", required=False)
    type: Mapped[NotificationType] = word(NotificationType, NotificationType.PUSH)
    title: Mapped[str | None] = short("title", 255)
    content: Mapped[str | None] = sealed("content", 4096)
    status: Mapped[NotificationStatus] = word(NotificationStatus, NotificationStatus.PENDING)
    sent_at: Mapped[datetime | None] = moment()
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    campaign_id: Mapped[UUID | None] = owner("campaigns.id", required=False)
    lane: Mapped[int] = mapped_column(
        SmallInteger, CheckConstraint("lane BETWEEN 0 AND 2", name="lane_known")
    )
    template: Mapped[str | None] = short("template", 64)
    arguments: Mapped[dict[str, Any]] = facts("arguments")
    bot_id: Mapped[int | None] = mapped_column(BigInteger)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    due_at: Mapped[datetime | None] = moment()
    attempts: Mapped[int] = ticking("attempts")
    leased_until: Mapped[datetime | None] = moment()
    lease_token: Mapped[UUID | None]
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    last_error: Mapped[str | None] = short("last_error", 500)


class CampaignTally(Base):
    """So many deliveries of a campaign more, or fewer, stand so: to be added up.

    Written by a trigger of `notifications`. `reason` says why some wait, or were skipped.
    """

    __tablename__ = "campaign_tallies"
    __table_args__ = (
        CheckConstraint("people <> 0", name="people_change"),
        Index("ix_campaign_tallies_campaign_id", "campaign_id"),
    )

    id: Mapped[UUID] = id_column()
    campaign_id: Mapped[UUID] = owner("campaigns.id")
    status: Mapped[NotificationStatus] = word(NotificationStatus)
    reason: Mapped[str | None] = short("reason", 16)
    people: Mapped[int]
