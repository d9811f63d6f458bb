"""The dialogs of the profile: one for every part that is told in words or as a photo."""

from typing import Any
from uuid import UUID

from bot.clean import clean_name
from bot.form import Finish, Form
from bot.screen import Screen
from bot.screens import profile as screens
from bot.steps import Answers, Links, Photo, Step, Text, has_letters, is_worded
from bot.visit import Visit
from domain import profiles, tastes
from domain.actors import Person
from domain.profiles import Field
from storage.database import Tx


async def draw(visit: Visit) -> Screen:
    """The profile as it stands."""
    async with visit.db.read(visit.person) as tx:
        shown = await profiles.get(tx.session, person=visit.person.id)
        likes = await tastes.find(tx.session, person=visit.person.id)
    return screens.profile(visit.t, shown, likes, mails=visit.desk.mails)


async def after(visit: Visit, _person: UUID) -> Screen:
    """What comes after a dialog: the profile."""
    return await draw(visit)


def _keeps(field: Field, step: Step[Any]) -> Finish:
    async def keep(tx: Tx, person: Person, answers: Answers) -> UUID:
        value = answers.get(step)
        if field is not Field.BIO and isinstance(value, str):
            value = " ".join(value.split())
        if field is Field.NAME:
            value = clean_name(value)
        await profiles.change(tx.session, person=person.id, field=field, value=value)
        return person.id

    return keep


def _form(name: str, field: Field, step: Step[Any]) -> Form:
    return Form(f"my-{name}", (step,), _keeps(field, step), brief=True, after=after)


_WORD = profiles.LONGEST_WORD
FORMS = {
    "name": _form(
        "name", Field.NAME, Text("name", limit=profiles.LONGEST_NAME, check=has_letters)
    ),
    "photo": _form("photo", Field.PHOTO, Photo("photo")),
    "bio": _form("bio", Field.BIO, Text("bio", limit=profiles.LONGEST_BIO)),
    "links": _form("links", Field.LINKS, Links("links", most=profiles.MOST_LINKS)),
    "company": _form("company", Field.COMPANY, Text("company", limit=_WORD, check=has_letters)),
    "position": _form("position", Field.POSITION, Text("position", limit=_WORD, check=is_worded)),
    "city": _form("city", Field.CITY, Text("city", limit=_WORD, check=is_worded)),
}
"""By the name of the part."""

KEPT_IN = {
    "name": Field.NAME,
    "photo": Field.PHOTO,
    "bio": Field.BIO,
    "links": Field.LINKS,
    "company": Field.COMPANY,
    "position": Field.POSITION,
    "city": Field.CITY,
}
