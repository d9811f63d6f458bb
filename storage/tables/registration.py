"""Registering: what waits for a decision, and the consent of guardians."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Index, text

from storage.enums import ApprovalStatus, Trade
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

_WAITING = text("status = 'pending'")


class Approval(Base):
    """A registration put before the house; once decided it is history."""

    __tablename__ = "approvals"
    __table_args__ = (
        CheckConstraint(
            "status IN ('pending', 'approved', 'rejected')"
            " AND (status = 'pending') = (decided_at IS NULL)"
            " AND (decided_at IS NULL) = (decided_by IS NULL)"
            " AND (status = 'rejected') = (reason IS NOT NULL)",
            name="decided_by_somebody",
        ),
        Index("ix_approvals_user_id_trade", "user_id", "trade", "id"),
        Index("ix_approvals_decided_by", "decided_by"),
        Index("ix_approvals_waiting", "created_at", postgresql_where=_WAITING),
        Index("uq_approvals_waiting", "user_id", "trade", unique=True, postgresql_where=_WAITING),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    trade: Mapped[Trade] = word(Trade)
    status: Mapped[ApprovalStatus] = word(ApprovalStatus, ApprovalStatus.PENDING)
    reason: Mapped[str | None] = sealed("reason", 500)
    decided_by: Mapped[UUID | None] = owner("users.id", required=False)
    decided_at: Mapped[datetime | None] = moment()
    created_at: Mapped[datetime] = created()


class GuardianConsent(Base):
    """A link by which a guardian answers for a model under 18. Only its digest is kept.

    The link belongs to `guardian_id`, who opened it first; `granted` is the answer.
    """

    __tablename__ = "guardian_consents"
    __table_args__ = (
        CheckConstraint("guardian_id <> user_id", name="another_person"),
        CheckConstraint(
            "(granted IS NULL) = (decided_at IS NULL)"
            " AND (granted IS NULL OR guardian_id IS NOT NULL)",
            name="decided_by_somebody",
        ),
        Index("ix_guardian_consents_user_id", "user_id", "id"),
        Index("ix_guardian_consents_guardian_id", "guardian_id"),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    digest: Mapped[str] = short("digest", 64, required=True, unique=True)
    version: Mapped[int] = ticking("version", 1)
    created_at: Mapped[datetime] = created()
    expires_at: Mapped[datetime] = moment(required=True)
    guardian_id: Mapped[UUID | None] = owner("users.id", required=False)
    granted: Mapped[bool | None] = mapped_column(Boolean)
    decided_at: Mapped[datetime | None] = moment()


class HouseName(Base):
    """A house by its public name, apart from the person behind it, who writes it; the rest follows
    from their application, and `account_id` from their account with a provider, by triggers."""

    __tablename__ = "houses"
    __table_args__ = (
        Index(
            "ix_houses_account_id", "account_id", postgresql_where=text("account_id IS NOT NULL")
        ),
    )

    user_id: Mapped[UUID] = owner("users.id", primary_key=True)
    name: Mapped[str] = short("name", 1112, required=True)
    about: Mapped[str | None] = short("about", 1000)
    approved: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    account_id: Mapped[UUID | None] = owner("seller_accounts.id", required=False)


class StageName(Base):
    """A model by the public name, apart from measures and pictures. Kept by a trigger alone."""

    __tablename__ = "stage_names"

    model_id: Mapped[UUID] = owner("models.id", primary_key=True)
    user_id: Mapped[UUID] = owner("users.id", unique=True)
    name: Mapped[str] = short("name", 300, required=True)
    bookable: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
