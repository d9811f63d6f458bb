"""The first screen, deep links, and the commands that only say something."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot import links
from bot.callbacks import ShowMenu, SpeakLanguage
from bot.screens import menu as screens
from bot.show import Event
from bot.texts import LOCALES, Texts
from bot.visit import Visit
from domain import administrators, people, standing
from domain.errors import NotAvailable
from handlers import catalog, door, lookbooks, settings
from handlers.models import guardians
from handlers.organizer import staging

router = Router(name="start")


@router.message(CommandStart())
async def start(message: Message, command: CommandObject, state: FSMContext, visit: Visit) -> None:
    """A deep link lands on what it names; without one the house opens."""
    await state.clear()
    link = links.read(command.args or "")
    if link is not None and link.kind == "ticket":
        await door.scan(message, link.rest, visit)
        return
    if link is not None and link.kind == "guardian":
        await guardians.open_link(message, link.rest, visit)
        return
    if link is not None and link.kind == "admin":
        await _redeem(message, link.rest, visit)
    elif link is not None and link.kind == "team":
        await staging.join(message, link.rest, visit)
        await show_menu(message, visit)
    elif link is not None and link.kind == "designer" and link.id is not None:
        await lookbooks.show_look_book(message, link.id, visit)
    elif link is not None and link.event_id is not None:
        await catalog.show_event(message, link.event_id, visit)
    elif command.args:
        await visit.stage.send(message.chat.id, screens.words(visit.t, "link-unknown"))
    else:
        await show_menu(message, visit)
    await settings.ask_once(message.chat.id, visit)


async def _redeem(message: Message, secret: str, visit: Visit) -> None:
    async with visit.db.begin(visit.person, visit.claim) as tx:
        await administrators.redeem(tx.session, secret=secret, person=visit.person, now=tx.now)
    await visit.stage.send(message.chat.id, screens.words(visit.t, "admin-welcome"))


async def show_menu(event: Event, visit: Visit) -> None:
    """What this person can do here."""
    async with visit.db.read(visit.person) as tx:
        mine = await standing.of(tx.session, person=visit.person.id, now=tx.now)
    await visit.stage.show(event, screens.menu(visit.t, visit.person, mine))
    await visit.house.commands.follow(
        visit.extras, visit.person, mine, visit.t, surely=isinstance(event, Message)
    )


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


@router.my_chat_member()
async def membership(update: ChatMemberUpdated, visit: Visit) -> None:
    """The person blocked the bot, or came back."""
    async with visit.db.begin(visit.person) as tx:
        if update.new_chat_member.status == "kicked":
            await people.blocked(tx.session, user_id=visit.person.id, now=tx.now)
        else:
            await people.came_back(tx.session, user_id=visit.person.id)
