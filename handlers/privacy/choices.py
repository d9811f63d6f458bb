"""What I allow, and letting my data rest."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.callbacks.mine import Allow, AtPrivacy, Restrict, Room
from bot.screens import privacy as screens
from bot.visit import Visit
from domain import consents, rest
from domain.filters import Filter
from handlers.programme import show_list
from storage.errors import AlreadyDone

router = Router(name="choices")


@router.callback_query(AtPrivacy.filter(F.room == Room.CONSENTS))
async def show_consents(query: CallbackQuery, visit: Visit) -> None:
    """What I allow."""
    person = visit.person.id
    async with visit.db.read(visit.person) as tx:
        choices = await consents.choices(tx.session, person=person)
        said = await consents.said(tx.session, person=person)
        elsewhere = await consents.elsewhere(tx.session, person=person)
    await visit.stage.show(query, screens.consents(visit.t, choices, said, elsewhere))


@router.callback_query(Allow.filter())
async def allow(query: CallbackQuery, callback_data: Allow, visit: Visit) -> None:
    """Yes or no to one thing by one way; who was asked before "For you" goes on to it."""
    with suppress(AlreadyDone):  # the first run was cut off before it could show what came of it
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await consents.allow(
                tx.session,
                person=visit.person.id,
                purpose=callback_data.purpose,
                channel=callback_data.channel,
                granted=callback_data.yes,
                now=tx.now,
            )
    if callback_data.asked:
        await show_list(query, Filter(mine=True), visit)
    else:
        await show_consents(query, visit)


@router.callback_query(AtPrivacy.filter(F.room == Room.RESTRICT))
async def show_rest(query: CallbackQuery, visit: Visit) -> None:
    """Whether my data rest."""
    async with visit.db.read(visit.person) as tx:
        since = await rest.since(tx.session, person=visit.person.id)
    await visit.stage.show(query, screens.restrict(visit.t, since))


@router.callback_query(Restrict.filter())
async def restrict(query: CallbackQuery, callback_data: Restrict, visit: Visit) -> None:
    """Let my data rest, or let them be used again."""
    with suppress(AlreadyDone):  # the first run was cut off before it could show what came of it
        async with visit.db.begin(visit.person, visit.claim) as tx:
            if callback_data.on:
                await rest.begin(tx.session, person=visit.person.id, now=tx.now)
            else:
                await rest.end(tx.session, person=visit.person.id)
    await show_rest(query, visit)
