"""Codes that make tickets cheaper or open hidden types, and what orders used them for."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    UniqueConstraint,
    text,
)

from storage.enums import PromoEffect
from storage.tables.base import (
    MONEY,
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
    ticking,
    word,
)


class PromoCode(Base):
    """A code of an event: what it does for which types, how often, and until when.

    `code` is the word in capitals, `handle` how buttons name it. `budget` and `per_person` are
    tickets, NULL without a bound; `used` is changed by `sec.promo_shift` alone.
    """

    __tablename__ = "promo_codes"
    __table_args__ = (
        CheckConstraint("code ~ '^[A-Z0-9][A-Z0-9-]+$'", name="code_is_plain"),
        CheckConstraint(
            "CASE effect WHEN 'percent' THEN percent BETWEEN 1 AND 100 AND amount IS NULL"
            " WHEN 'amount' THEN amount > 0 AND percent IS NULL"
            " ELSE amount IS NULL AND percent IS NULL END IS TRUE",
            name="effect_has_its_number",
        ),
        CheckConstraint("effect <> 'access' OR NOT every_type", name="access_is_to_some"),
        CheckConstraint("budget > 0 AND per_person > 0", name="bounds_positive"),
        CheckConstraint("used <= budget", name="within_budget"),
        UniqueConstraint("id", "event_id"),
        UniqueConstraint("event_id", "code"),
        UniqueConstraint("event_id", "handle"),
    )

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    code: Mapped[str] = short("code", 24, required=True)
    handle: Mapped[str] = short("handle", 8, required=True)
    effect: Mapped[PromoEffect] = word(PromoEffect)
    percent: Mapped[int | None] = mapped_column(Integer)
    amount: Mapped[Decimal | None] = mapped_column(MONEY)
    every_type: Mapped[bool] = mapped_column(Boolean, default=True, server_default=text("true"))
    budget: Mapped[int | None] = mapped_column(Integer)
    per_person: Mapped[int | None] = mapped_column(Integer)
    valid_until: Mapped[datetime | None] = moment()
    paused: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    used: Mapped[int] = ticking("used")
    created_at: Mapped[datetime] = created()


class PromoCodeTicketType(Base):
    """A type that a code is for by name; one that is hidden is seen with the code."""

    __tablename__ = "promo_code_ticket_types"
    __table_args__ = (
        ForeignKeyConstraint(["code_id", "event_id"], ["promo_codes.id", "promo_codes.event_id"]),
        ForeignKeyConstraint(
            ["ticket_type_id", "event_id"], ["ticket_types.id", "ticket_types.event_id"]
        ),
        Index("ix_promo_code_ticket_types_ticket_type_id", "ticket_type_id"),
    )

    code_id: Mapped[UUID] = mapped_column(primary_key=True)
    ticket_type_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID]


class PromoRedemption(Base):
    """What an order used a code for: so many `seats`, cheaper by `discount` together.

    `code` is the word as it was typed then. `counts`: it is of the code's `used`.
    """

    __tablename__ = "promo_redemptions"
    __table_args__ = (
        ForeignKeyConstraint(["order_id", "event_id"], ["orders.id", "orders.event_id"]),
        ForeignKeyConstraint(["code_id", "event_id"], ["promo_codes.id", "promo_codes.event_id"]),
        CheckConstraint("seats > 0", name="seats_positive"),
        CheckConstraint("discount >= 0", name="discount_positive"),
        Index("ix_promo_redemptions_code_id_user_id", "code_id", "user_id"),
        Index("ix_promo_redemptions_user_id", "user_id"),
    )

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID]
    code_id: Mapped[UUID]
    user_id: Mapped[UUID] = owner("users.id")
    code: Mapped[str] = short("code", 24, required=True)
    seats: Mapped[int] = mapped_column(Integer)
    discount: Mapped[Decimal] = mapped_column(MONEY)
    counts: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))


class PromoTry(Base):
    """How many wrong words a person sent, counted from `since` on."""

    __tablename__ = "promo_tries"
    __table_args__ = (Index("ix_promo_tries_since", "since"),)

    user_id: Mapped[UUID] = owner("users.id", primary_key=True)
    wrong: Mapped[int] = ticking("wrong")
    since: Mapped[datetime] = moment(required=True)
