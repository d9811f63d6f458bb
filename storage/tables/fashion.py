"""The fashion industry: designers, their collections, and models."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer, Numeric, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import relationship

from storage.enums import ApprovalStatus, CollectionStatus
from storage.tables.base import (
    Base,
    Mapped,
    created,
    facts,
    id_column,
    mapped_column,
    mask,
    moment,
    owner,
    sealed,
    short,
    word,
)


class Designer(Base):
    """A brand and the person behind it."""

    __tablename__ = "designers"

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id", unique=True)
    brand_name: Mapped[str] = short("brand_name", 200, required=True)
    portfolio_url: Mapped[str | None] = short("portfolio_url", 1024)
    specialties: Mapped[list[str]] = mapped_column(
        ARRAY(Text),
        CheckConstraint("cardinality(specialties) <= 50", name="specialties_count"),
        default=list,
        server_default=text("'{}'"),
    )
    experience_level: Mapped[str | None] = short("experience_level", 64)
    achievements: Mapped[list[Any]] = facts("achievements", empty="[]")
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    approval_status: Mapped[ApprovalStatus] = word(ApprovalStatus, ApprovalStatus.DRAFT)
    paused_at: Mapped[datetime | None] = moment()
    created_at: Mapped[datetime] = created()

    collections: Mapped[list["Collection"]] = relationship(lazy="raise", back_populates="designer")


class Collection(Base):
    """A season's looks of one designer."""

    __tablename__ = "collections"
    __table_args__ = (Index("ix_collections_designer_id_id", "designer_id", "id"),)

    id: Mapped[UUID] = id_column()
    designer_id: Mapped[UUID] = owner("designers.id")
    name: Mapped[str] = short("name", 200, required=True)
    description: Mapped[str | None] = short("description", 4000)
    season: Mapped[str | None] = short("season", 64)
    year: Mapped[int | None] = mapped_column(
        Integer, CheckConstraint("year BETWEEN 1800 AND 2200", name="year_range")
    )
    status: Mapped[CollectionStatus] = word(CollectionStatus, CollectionStatus.DRAFT)
    images: Mapped[list[Any]] = facts("images", empty="[]")
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")

    designer: Mapped[Designer] = relationship(lazy="raise", back_populates="collections")


class Model(Base):
    """Somebody who walks. `meta_data.stage_name` is the public name.

    `birth_date` is an ISO date. Body and photos are kept by the consent given at `consented_at`.
    """

    __tablename__ = "models"
    __table_args__ = (
        CheckConstraint(
            "approval_status <> 'pending' OR consented_at IS NOT NULL",
            name="waits_with_consent",
        ),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id", unique=True)
    height: Mapped[Decimal | None] = mapped_column(
        Numeric(5, 2), CheckConstraint("height BETWEEN 50 AND 260", name="height_in_cm")
    )
    measurements: Mapped[dict[str, Any]] = facts("measurements")
    measurements_mask: Mapped[str | None] = mask("measurements")
    portfolio_url: Mapped[str | None] = sealed("portfolio_url", 1024)
    portfolio_url_mask: Mapped[str | None] = mask("portfolio_url")
    experience_level: Mapped[str | None] = short("experience_level", 64)
    availability: Mapped[dict[str, Any]] = facts("availability")
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    approval_status: Mapped[ApprovalStatus] = word(ApprovalStatus, ApprovalStatus.DRAFT)
    paused_at: Mapped[datetime | None] = moment()
    created_at: Mapped[datetime] = created()
    birth_date: Mapped[str | None] = sealed("birth_date", 10)
    birth_date_mask: Mapped[str | None] = mask("birth_date")
    portfolio: Mapped[dict[str, Any]] = facts("portfolio")
    portfolio_mask: Mapped[str | None] = mask("portfolio")
    consent_version: Mapped[int | None] = mapped_column(Integer)
    consented_at: Mapped[datetime | None] = moment()
