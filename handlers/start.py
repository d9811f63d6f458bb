"""The first screen, deep links, and the commands that only say something."""

from dataclasses import replace
from uuid import UUID

import structlog
from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot import links
from bot.callbacks.finding import ShowMenu
from bot.callbacks.mine import SpeakLanguage
from bot.links import DeepLink
from bot.screens import menu as screens
from bot.texts import LOCALES, Texts
from bot.visit import Visit
from domain import administrators, people, taps
from domain.errors import NotAvailable
from domain.filters import Filter
from handlers import catalog, door, following, gifts, lookbooks, programme, settings
from handlers.home import show_menu
from handlers.models import guardians
from handlers.organizer import staging
from storage.errors import Unavailable

_log = structlog.get_logger(__name__)

router = Router(name="start")


@router.message(CommandStart())
async def start(message: Message, command: CommandObject, state: FSMContext, visit: Visit) -> None:
    """A deep link lands on what it names; without one the house opens."""
    await state.clear()
    link = links.read(command.args or "")
    if link is not None and link.kind == "ticket":
        await door.scan(message, link.rest, visit)
        return
    if link is not None and link.kind == "party":
        await door.scan_party(message, link.rest, visit)
        return
    if link is not None and link.kind == "gift":
        await gifts.claim(message, link.rest, visit)
        return
    if link is not None and link.kind == "guardian":
        await guardians.open_link(message, link.rest, visit)
        return
    if not command.args:
        await show_menu(message, visit)
    elif link is None or not await _open(message, link, visit):
        await visit.stage.send(message.chat.id, screens.words(visit.t, "link-unknown"))
    elif link.campaign is not None:
        await _count(link, link.campaign, visit)
    await settings.ask_once(message.chat.id, visit)


async def _open(message: Message, link: DeepLink, visit: Visit) -> bool:
    """Show what a link names; False for a link that names nothing."""
    match link.kind, link.id:
        case "team", _:
            await staging.join(message, link.rest, visit)
            await show_menu(message, visit)
        case "admin", _:
            await _redeem(message, link.rest, visit)
        case "programme", _:
            await programme.show_list(message, Filter.read(link.rest), visit)
        case "event", UUID() as each:
            await catalog.show_event(message, each, visit)
        case "designer", UUID() as each:
            await lookbooks.show_look_book(message, each, visit)
        case "house", UUID() as each:
            await following.show_house(message, each, visit)
        case _:
            return False
    return True


async def _count(link: DeepLink, campaign_id: UUID, visit: Visit) -> None:
    """Whose campaign brought them, behind what they came for."""
    try:
        async with visit.db.begin(visit.person) as tx:
            await taps.tap(tx.session, campaign_id=campaign_id, payload=link.payload, now=tx.now)
    except Unavailable as reason:  # they have what they came for; a number is not worth an error
        _log.warning("a tap was not counted", campaign=str(campaign_id), reason=str(reason))


async def _redeem(message: Message, secret: str, visit: Visit) -> None:
    async with visit.db.begin(visit.person, visit.claim) as tx:
        await administrators.redeem(tx.session, secret=secret, person=visit.person, now=tx.now)
    await visit.stage.send(message.chat.id, screens.words(visit.t, "admin-welcome"))


@router.callback_query(ShowMenu.filter())
async def menu(query: CallbackQuery, visit: Visit) -> None:
    """Home."""
    await show_menu(query, visit)


@router.message(Command("help", "terms"))
async def say(message: Message, command: CommandObject, visit: Visit) -> None:
    """A text and the way home."""
    await visit.stage.send(message.chat.id, screens.words(visit.t, command.command))


@router.message(Command("cancel"))
async def cancel(message: Message, state: FSMContext, visit: Visit) -> None:
    """Whatever was going on, stops."""
    await state.clear()
    await visit.stage.send(message.chat.id, screens.words(visit.t, "cancelled"))


@router.callback_query(SpeakLanguage.filter())
async def speak(query: CallbackQuery, callback_data: SpeakLanguage, visit: Visit) -> None:
    """Another language, from now on."""
    if callback_data.locale not in LOCALES:
        raise NotAvailable
    async with visit.db.begin(visit.person, visit.claim) as tx:
        await people.speak(tx.session, person=visit.person, locale=callback_data.locale)
    await show_menu(query, replace(visit, t=Texts(callback_data.locale)))


@router.my_chat_member(F.chat.type == ChatType.PRIVATE)
async def membership(update: ChatMemberUpdated, visit: Visit) -> None:
    """The person blocked the bot, or came back."""
    async with visit.db.begin(visit.person) as tx:
        if update.new_chat_member.status == "kicked":
            await people.blocked(tx.session, user_id=visit.person.id, now=tx.now)
        else:
            await people.came_back(tx.session, user_id=visit.person.id)
