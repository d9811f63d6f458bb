"""Registering as a designer."""

from uuid import UUID

from bot.form import Form
from bot.screen import Screen
from bot.screens import trades as screens
from bot.steps import Answers, Link, Links, Photo, Stored, Text, has_letters, one_of, some_of
from bot.visit import Visit
from domain import designers
from domain.actors import Person
from domain.designers import Designer, Experience, Specialty
from storage.database import Tx
from storage.enums import ApprovalStatus, Trade


async def _register(tx: Tx, person: Person, answers: Answers) -> UUID:
    achievements = answers.find(ACHIEVEMENTS) or ""
    links = answers.find(LINKS)
    designer = Designer(
        brand=answers.get(BRAND),
        about=answers.get(ABOUT),
        specialties=[each.value for each in answers.get(SPECIALTIES)],
        experience=answers.get(EXPERIENCE),
        portfolio=answers.find(PORTFOLIO),
        achievements=[line.strip() for line in achievements.splitlines() if line.strip()],
        links=links or (),
        logo=answers.find(LOGO),
    )
    await designers.register(tx.session, person=person.id, designer=designer, now=tx.now)
    return person.id


async def _after(visit: Visit, _person: UUID) -> Screen:
    return screens.sent(visit.t, Trade.DESIGNER, ApprovalStatus.PENDING)


BRAND = Text("brand", limit=designers.LONGEST_BRAND, check=has_letters)
SPECIALTIES = some_of("specialties", Specialty)
EXPERIENCE = one_of("experience", Experience)
ABOUT = Text("about", limit=designers.LONGEST_ABOUT)
PORTFOLIO = Link("portfolio", optional=True)
ACHIEVEMENTS = Text("achievements", limit=designers.LONGEST_ACHIEVEMENTS, optional=True)
LINKS = Links("links", optional=True)
LOGO = Photo("logo", optional=True)
FORM = Form(
    "designer",
    (BRAND, SPECIALTIES, EXPERIENCE, ABOUT, PORTFOLIO, ACHIEVEMENTS, LINKS, LOGO),
    _register,
    after=_after,
)


async def known(tx: Tx, person: Person) -> dict[str, Stored]:
    """The answers of an earlier registration, none where there was none."""
    before = await designers.find(tx.session, person=person.id)
    if before is None:
        return {}
    return {
        BRAND.name: before.brand,
        SPECIALTIES.name: list(before.specialties),
        EXPERIENCE.name: before.experience,
        ABOUT.name: before.about,
        PORTFOLIO.name: before.portfolio,
        ACHIEVEMENTS.name: "\n".join(before.achievements) or None,
        LINKS.name: list(before.links) or None,
        LOGO.name: before.logo,
    }
