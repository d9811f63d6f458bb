"""Registering as a model, with the consent that keeping measures and photos needs."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from bot.form import Form
from bot.screen import Screen
from bot.screens import trades as screens
from bot.steps import (
    Answers,
    Day,
    Length,
    Link,
    Photos,
    Stored,
    Text,
    WholeNumber,
    has_letters,
    one_of,
)
from bot.visit import Visit
from domain import approvals, models
from domain.actors import Person
from domain.ages import YOUNGEST, years_ago
from domain.models import Body, Experience, Model
from storage.database import Tx
from storage.enums import Trade

_OLDEST = 100


class Consent(StrEnum):
    """The one answer with which the dialog goes on."""

    AGREED = "agreed"


def _of_an_age(today: date) -> tuple[date, date]:
    return years_ago(today, _OLDEST), years_ago(today, YOUNGEST)


def _lately(today: date) -> tuple[date, date]:
    return years_ago(today, 1), today


async def _register(tx: Tx, person: Person, answers: Answers) -> UUID:
    body = Body(
        height=answers.get(HEIGHT),
        bust=answers.get(BUST),
        waist=answers.get(WAIST),
        hips=answers.get(HIPS),
        shoe=answers.find(SHOE),
        measured_on=answers.get(MEASURED),
    )
    photos = answers.get(PHOTOS)
    model = Model(
        stage_name=answers.get(STAGE),
        born=answers.get(BORN),
        body=body,
        experience=answers.get(EXPERIENCE),
        link=answers.find(LINK),
        photos=photos,
        agency=answers.find(AGENCY),
    )
    await models.register(tx.session, person=person.id, model=model, now=tx.now)
    return person.id


async def _after(visit: Visit, person: UUID) -> Screen:
    async with visit.db.read(visit.person) as tx:
        standing = await approvals.standing(tx.session, person=person)
    return screens.sent(visit.t, Trade.MODEL, standing[Trade.MODEL])


STAGE = Text("stage", limit=models.LONGEST_NAME, check=has_letters)
BORN = Day("born", span=_of_an_age, calendar=False)
CONSENT = one_of("consent", Consent)
HEIGHT = Length("height", low=140, high=220)
BUST = Length("bust", low=60, high=140, around=True)
WAIST = Length("waist", low=45, high=130, around=True)
HIPS = Length("hips", low=65, high=150, around=True)
SHOE = WholeNumber("shoe", low=33, high=50, optional=True)
MEASURED = Day("measured", span=_lately)
EXPERIENCE = one_of("experience", Experience)
LINK = Link("link", optional=True)
PHOTOS = Photos("photos", least=2, most=models.MOST_PHOTOS)
AGENCY = Text("agency", limit=models.LONGEST_NAME, check=has_letters, optional=True)
FORM = Form(
    "model",
    (
        STAGE,
        BORN,
        CONSENT,
        HEIGHT,
        BUST,
        WAIST,
        HIPS,
        SHOE,
        MEASURED,
        EXPERIENCE,
        LINK,
        PHOTOS,
        AGENCY,
    ),
    _register,
    after=_after,
)


async def known(tx: Tx, person: Person) -> dict[str, Stored]:
    """The answers of an earlier registration, none where there was none."""
    before = await models.find(tx.session, person=person.id)
    if before is None:
        return {}
    body = before.body
    return {
        STAGE.name: before.stage_name,
        BORN.name: before.born.isoformat(),
        CONSENT.name: Consent.AGREED.value,
        HEIGHT.name: str(body.height),
        BUST.name: str(body.bust),
        WAIST.name: str(body.waist),
        HIPS.name: str(body.hips),
        SHOE.name: None if body.shoe is None else str(body.shoe),
        MEASURED.name: body.measured_on.isoformat(),
        EXPERIENCE.name: before.experience,
        LINK.name: before.link,
        PHOTOS.name: list(before.photos),
        AGENCY.name: before.agency,
    }
