"""Who came by a campaign's buttons."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, SmallInteger

from storage.tables.base import (
    Base,
    Mapped,
    mapped_column,
    moment,
    owner,
)


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
