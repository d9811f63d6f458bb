"""Who sells: a house's account with a payment provider, and who its receipts say has sold."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Index, Numeric, text

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
)


class SellerAccount(Base):
    """A house's token of @BotFather's, sealed: `ending` may be shown. It is gone once it is over.

    Telegram has refused it since `refused_at`.
    """

    __tablename__ = "seller_accounts"
    __table_args__ = (
        CheckConstraint("ended_at IS NULL OR token IS NULL", name="over_without_token"),
        Index(
            "uq_seller_accounts_live",
            "user_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_seller_accounts_user_id", "user_id"),
        Index(
            "ix_seller_accounts_refused",
            "refused_at",
            postgresql_where=text("ended_at IS NULL AND refused_at IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    token: Mapped[str | None] = sealed("token", 200)
    ending: Mapped[str] = short("ending", 4, required=True)
    is_test: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    created_at: Mapped[datetime] = created()
    refused_at: Mapped[datetime | None] = moment()
    ended_at: Mapped[datetime | None] = moment()


class Seller(Base):
    """What a house wants its receipts to say; `vat_rate` in percent of the net price."""

    __tablename__ = "sellers"

    user_id: Mapped[UUID] = owner("users.id", primary_key=True)
    name: Mapped[str] = short("name", 120, required=True)
    address: Mapped[str] = short("address", 300, required=True)
    tax_number: Mapped[str | None] = short("tax_number", 40)
    vat_rate: Mapped[Decimal | None] = mapped_column(
        Numeric(4, 2),
        CheckConstraint("vat_rate >= 0 AND vat_rate < 100", name="vat_rate_is_percent"),
    )
    updated_at: Mapped[datetime] = created()
