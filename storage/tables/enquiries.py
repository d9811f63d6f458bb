"""Questions to the house, and its answers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text

from storage.enums import EnquiryStatus, EnquiryTopic
from storage.tables.base import (
    Base,
    Mapped,
    created,
    id_column,
    moment,
    owner,
    sealed,
    short,
    word,
)


class Enquiry(Base):
    """What a person asked. `photo` is Telegram's file id; an answer belongs to who gave it."""

    __tablename__ = "enquiries"
    __table_args__ = (
        CheckConstraint(
            "(status = 'answered') = (answer IS NOT NULL)"
            " AND (answer IS NULL) = (answered_at IS NULL)"
            " AND (answer IS NULL) = (answered_by IS NULL)",
            name="answered_by_somebody",
        ),
        Index("ix_enquiries_user_id", "user_id"),
        Index("ix_enquiries_order_id", "order_id"),
        Index("ix_enquiries_answered_by", "answered_by"),
        Index("ix_enquiries_open", "created_at", postgresql_where=text("status = 'open'")),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    topic: Mapped[EnquiryTopic] = word(EnquiryTopic)
    order_id: Mapped[UUID | None] = owner("orders.id", required=False)
    message: Mapped[str] = sealed("message", 1000, required=True)
    photo: Mapped[str | None] = short("photo", 255)
    status: Mapped[EnquiryStatus] = word(EnquiryStatus, EnquiryStatus.OPEN)
    answer: Mapped[str | None] = sealed("answer", 1000)
    answered_by: Mapped[UUID | None] = owner("users.id", required=False)
    answered_at: Mapped[datetime | None] = moment()
    created_at: Mapped[datetime] = created()
