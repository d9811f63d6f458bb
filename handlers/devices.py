"""/devices: where I am signed in on the web, and the links by which one signs in."""

from contextlib import suppress
from datetime import timedelta

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.mine import AtPrivacy, EndDevice, EndDevices, NewWebLink, Room, ShowDevices
from bot.screen import Screen
from bot.screens import devices as screens
from bot.screens import privacy
from bot.visit import Visit
from domain import sessions
from domain.errors import NotAllowed
from storage.errors import AlreadyDone

router = Router(name="devices")


@router.message(Command("devices"))
async def devices(message: Message, visit: Visit) -> None:
    """My devices."""
    await visit.stage.send(message.chat.id, await draw(visit))


@router.callback_query(AtPrivacy.filter(F.room == Room.DEVICES))
async def room(query: CallbackQuery, visit: Visit) -> None:
    """The same as a room of /privacy; who works here no more finds the others."""
    works = sessions.is_staff(visit.person)
    screen = await draw(visit) if works else privacy.menu(visit.t, works=False)
    await visit.stage.show(query, screen)


@router.callback_query(ShowDevices.filter())
async def show_devices(query: CallbackQuery, visit: Visit) -> None:
    """My devices, from a tap."""
    await visit.stage.show(query, await draw(visit))


@router.callback_query(NewWebLink.filter())
async def new_link(query: CallbackQuery, callback_data: NewWebLink, visit: Visit) -> None:
    """A link that works once. A tap that is told twice makes the link anew: the first is over."""
    if not visit.desk.web.url:
        await visit.stage.show(query, await draw(visit))
        return
    purpose = callback_data.purpose
    async with visit.db.begin(visit.person) as tx:
        secret = await sessions.offer_link(
            tx.session, person=visit.person, purpose=purpose, now=tx.now
        )
    screen = screens.one_time_link(
        visit.t,
        visit.desk.web.link(purpose, secret),
        purpose=purpose,
        minutes=sessions.LINK_LASTS // timedelta(minutes=1),
    )
    await visit.stage.show(query, screen)


@router.callback_query(EndDevice.filter())
async def end_device(query: CallbackQuery, callback_data: EndDevice, visit: Visit) -> None:
    """Out, on one device; on all of them where it was somebody else."""
    _require_staff(visit)
    person = visit.person.id
    if callback_data.mine:
        with suppress(AlreadyDone):
            async with visit.db.begin(visit.person, visit.claim) as tx:
                await sessions.end(tx.session, person=person, id=callback_data.session)
        await visit.stage.show(query, await draw(visit))
        return
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await sessions.disown(tx.session)
    async with visit.db.read(visit.person) as tx:
        left = await sessions.devices(tx.session, person=person, now=tx.now)
    await visit.stage.show(query, screens.disowned(visit.t, has_email=left.has_email))


@router.callback_query(EndDevices.filter())
async def end_devices(query: CallbackQuery, visit: Visit) -> None:
    """Out, everywhere."""
    _require_staff(visit)
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await sessions.end_all(tx.session, person=visit.person.id)
    await visit.stage.show(query, await draw(visit))


async def draw(visit: Visit) -> Screen:
    """The screen of my devices. Raises `NotAllowed` for who does not work here."""
    _require_staff(visit)
    async with visit.db.read(visit.person) as tx:
        found = await sessions.devices(tx.session, person=visit.person.id, now=tx.now)
    reachable = bool(visit.desk.web.url)
    return screens.devices(visit.t, found, now=tx.now, reachable=reachable)


def _require_staff(visit: Visit) -> None:
    if not sessions.is_staff(visit.person):
        raise NotAllowed
