"""The dialog about tastes: brands, kinds of evenings, cities and a price, all by buttons."""

from collections.abc import Sequence
from uuid import UUID

from bot.form import Form
from bot.steps import Answers, Asking, Choices, Option, Stored, one_of, some_of
from domain import tastes
from domain.actors import Person
from domain.filters import Price
from domain.tastes import Tastes
from handlers.profile.fields import after
from storage.database import Tx
from storage.enums import EventType


async def _brands(asking: Asking) -> Sequence[Option]:
    known = await tastes.brands(asking.tx.session, person=asking.person.id, now=asking.answers.now)
    return [Option(brand.id.hex, brand.name) for brand in known]


async def _cities(asking: Asking) -> Sequence[Option]:
    known = await tastes.cities(asking.tx.session, person=asking.person.id, now=asking.answers.now)
    return [Option(city.code, city.name) for city in known]


async def _keep(tx: Tx, person: Person, answers: Answers) -> UUID:
    brands, types = answers.find(BRANDS), answers.find(TYPES)
    codes = answers.find(CITIES) or ()
    there = await tastes.cities(tx.session, person=person.id, now=tx.now)
    chosen = Tastes(
        brands=brands or (),
        types=types or (),
        cities=[city for city in there if city.code in codes],
        price=answers.find(PRICE),
    )
    await tastes.keep(tx.session, person=person.id, tastes=chosen)
    return person.id


BRANDS = Choices("brands", make=UUID, options=_brands, optional=True)
TYPES = some_of("types", EventType, optional=True)
CITIES = Choices("cities", make=str, options=_cities, optional=True)
PRICE = one_of("price", Price, optional=True)
FORM = Form("my-tastes", (TYPES, CITIES, BRANDS, PRICE), _keep, ends_by="keep", after=after)


async def known(tx: Tx, person: Person) -> dict[str, Stored]:
    """The answers that stand, none where nothing was ever chosen."""
    likes = await tastes.find(tx.session, person=person.id)
    if not likes.any:
        return {}
    return {
        BRANDS.name: [each.hex for each in likes.brands] or None,
        TYPES.name: [each.value for each in likes.types] or None,
        CITIES.name: [each.code for each in likes.cities] or None,
        PRICE.name: None if likes.price is None else likes.price.value,
    }
