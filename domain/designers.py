"""Designers: a brand, and what it shows of itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import approvals
from domain.wording import Words
from storage.enums import ApprovalStatus, Trade
from storage.queries import designers as queries
from storage.tables.fashion import Designer as Row

LONGEST_BRAND = 60
LONGEST_ABOUT = 600
LONGEST_ACHIEVEMENTS = 600


class Specialty(StrEnum):
    """What a designer makes."""

    COUTURE = "couture"
    READY_TO_WEAR = "ready-to-wear"
    EVENING = "evening"
    BRIDAL = "bridal"
    TAILORING = "tailoring"
    KNITWEAR = "knitwear"
    MENSWEAR = "menswear"
    STREETWEAR = "streetwear"
    SPORTSWEAR = "sportswear"
    ACCESSORIES = "accessories"
    FOOTWEAR = "footwear"
    JEWELLERY = "jewellery"


class Experience(StrEnum):
    """How long a designer has shown."""

    STUDENT = "student"
    EMERGING = "emerging"
    ESTABLISHED = "established"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Designer:
    """What a designer registered. `logo` is Telegram's file id."""

    brand: str
    about: str
    specialties: Sequence[str]
    experience: str
    portfolio: str | None
    achievements: Sequence[str]
    links: Sequence[str]
    logo: str | None
    status: ApprovalStatus = ApprovalStatus.DRAFT
    id: UUID | None = None


async def find(session: AsyncSession, *, person: UUID, locale: str = "en") -> Designer | None:
    """What a person registered as a designer, None where they did not."""
    row = await queries.of_person(session, person=person)
    return None if row is None else _designer(row, locale)


async def register(
    session: AsyncSession, *, person: UUID, designer: Designer, now: datetime
) -> None:
    """Put a brand before the house, or amend what waits or was refused.

    Raises `AlreadyRegistered` for who is approved, `NotAllowed` for who is suspended.
    """
    await approvals.hold(session, person=person, trade=Trade.DESIGNER)
    before = await find(session, person=person)
    approvals.require_open(None if before is None else before.status)
    await queries.put(
        session,
        person=person,
        status=ApprovalStatus.PENDING,
        brand_name=designer.brand,
        portfolio_url=designer.portfolio,
        specialties=list(designer.specialties),
        experience_level=designer.experience,
        achievements=list(designer.achievements),
        meta_data={
            "about": designer.about,
            "links": list(designer.links),
            "logo": designer.logo,
        },
    )
    await approvals.submit(session, person=person, trade=Trade.DESIGNER, now=now)


def _designer(row: Row, locale: str) -> Designer:
    facts: Mapping[str, Any] = row.meta_data
    about = facts.get("about") or ""
    return Designer(
        id=row.id,
        brand=row.brand_name,
        about=Words.of(facts, locale).text("about", about),
        specialties=tuple(row.specialties),
        experience=row.experience_level or "",
        portfolio=row.portfolio_url,
        achievements=tuple(row.achievements),
        links=tuple(facts.get("links") or ()),
        logo=facts.get("logo"),
        status=row.approval_status,
    )
