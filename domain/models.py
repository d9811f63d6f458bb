"""Models: the people who walk. Their stage name is public, their measures are theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import approvals, guardians
from domain.ages import is_of_age
from storage.enums import ApprovalStatus, Trade
from storage.queries import models as queries

CONSENT_VERSION = 1
"""Of the words by which a model agrees that measures and photos are kept."""

LONGEST_NAME = 60
MOST_PHOTOS = 12


class Experience(StrEnum):
    """How often a model has walked."""

    NEW = "new"
    SOME = "some"
    EXPERIENCED = "experienced"


@dataclass(frozen=True, slots=True)
class Body:
    """Height and measures in whole centimetres, the European shoe size, and when measured."""

    height: int
    bust: int
    waist: int
    hips: int
    shoe: int | None
    measured_on: date


@dataclass(frozen=True, slots=True)
class Model:
    """What a model registered. `photos` are Telegram's file ids."""

    stage_name: str
    born: date
    body: Body
    experience: str
    link: str | None
    photos: Sequence[str]
    agency: str | None
    status: ApprovalStatus = ApprovalStatus.DRAFT


async def find(session: AsyncSession, *, person: UUID) -> Model | None:
    """What a person registered as a model, None where they did not in this dialog."""
    row = await queries.of_person(session, person=person)
    return None if row is None or row.birth_date is None else _model(row)


async def register(session: AsyncSession, *, person: UUID, model: Model, now: datetime) -> None:
    """Put a model before the house; under 18 only once a guardian has consented.

    Whoever calls this has the model's consent to `CONSENT_VERSION`.
    Raises `AlreadyRegistered` for who is approved, `NotAllowed` for who is suspended.
    """
    await approvals.hold(session, person=person, trade=Trade.MODEL)
    before = await queries.of_person(session, person=person)
    approvals.require_open(None if before is None else before.approval_status)
    waits = is_of_age(model.born, now.date()) or await guardians.has_consent(
        session, person=person
    )
    await queries.put(
        session,
        person=person,
        status=ApprovalStatus.PENDING if waits else ApprovalStatus.DRAFT,
        height=Decimal(model.body.height),
        measurements={
            "bust": model.body.bust,
            "waist": model.body.waist,
            "hips": model.body.hips,
            "shoe": model.body.shoe,
            "measured_on": model.body.measured_on.isoformat(),
        },
        portfolio_url=model.link,
        portfolio={"photos": list(model.photos), "agency": model.agency},
        experience_level=model.experience,
        birth_date=model.born.isoformat(),
        consent_version=CONSENT_VERSION,
        consented_at=now,
        meta_data={"stage_name": model.stage_name},
    )
    if waits:
        await approvals.submit(session, person=person, trade=Trade.MODEL, now=now)


def _model(row: SimpleNamespace) -> Model:
    measures: Mapping[str, Any] = row.measurements
    born = date.fromisoformat(row.birth_date or "")
    return Model(
        stage_name=row.meta_data.get("stage_name") or "",
        born=born,
        body=Body(
            height=int(row.height or 0),
            bust=int(measures["bust"]),
            waist=int(measures["waist"]),
            hips=int(measures["hips"]),
            shoe=measures.get("shoe"),
            measured_on=date.fromisoformat(measures["measured_on"]),
        ),
        experience=row.experience_level or "",
        link=row.portfolio_url,
        photos=tuple(row.portfolio.get("photos") or ()),
        agency=row.portfolio.get("agency"),
        status=row.approval_status,
    )
