"""/profile: what I told about myself, seen, changed and removed part by part."""

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import (
    CallbackQuery,
    KeyboardButton,
    Message,
)

from bot import dialogs
from bot.callbacks.mine import AtProfile, ShowProfile
from bot.filters import KeepsNumber, SharedContact
from bot.form import REVIEW
from bot.screens import profile as screens
from bot.screens.menu import words
from bot.screens.profile import Part
from bot.visit import Visit
from domain import emails, profiles
from domain.errors import NotAvailable
from handlers import sharing
from handlers.profile import fields, liking, mail
from storage.errors import AlreadyDone

FORMS = (*fields.FORMS.values(), mail.FORM, liking.FORM)
router = Router(name="profile")


@router.message(Command("profile"))
async def show_profile(message: Message, visit: Visit) -> None:
    """My profile."""
    await visit.stage.send(message.chat.id, await fields.draw(visit))


@router.callback_query(ShowProfile.filter())
async def show_profile_again(query: CallbackQuery, visit: Visit) -> None:
    """My profile, from a tap."""
    await visit.stage.show(query, await fields.draw(visit))


@router.callback_query(AtProfile.filter())
async def at_part(
    query: CallbackQuery, callback_data: AtProfile, state: FSMContext, visit: Visit, bot: Bot
) -> None:
    """A part of it."""
    field = callback_data.field
    match callback_data.act:
        case "remove":
            await _remove(query, field, visit)
        case "change":
            await _change(field, state, visit, bot)
        case _ if await _is_there(field, visit):
            await _show_part(query, field, visit)
        case _:
            await visit.stage.show(query, await fields.draw(visit))


async def _is_there(field: str, visit: Visit) -> bool:
    async with visit.db.read(visit.person) as tx:
        shown = await profiles.get(tx.session, person=visit.person.id)
    return bool(getattr(shown, field, None))


async def _show_part(query: CallbackQuery, field: str, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        shown = await profiles.get(tx.session, person=visit.person.id)
    screen = screens.part(visit.t, shown, Part(field), mails=visit.desk.mails)
    await visit.stage.show(query, screen)


async def _change(field: str, state: FSMContext, visit: Visit, bot: Bot) -> None:
    match field:
        case "phone":
            await state.clear()  # what comes next answers no dialog; that can be gone on with
            await _ask_number(bot, visit)
        case "email":
            if not visit.desk.mails:
                raise NotAvailable
            await dialogs.begin(mail.FORM, visit, state)
        case "tastes":
            async with visit.db.read(visit.person) as tx:
                likes = await liking.known(tx, visit.person)
            await dialogs.begin(liking.FORM, visit, state, likes, place=REVIEW if likes else None)
        case _:
            await dialogs.begin(fields.FORMS[field], visit, state)


async def _remove(query: CallbackQuery, field: str, visit: Visit) -> None:
    person = visit.person.id
    with suppress(AlreadyDone):  # the first run was cut off before it could show the profile
        async with visit.db.begin(visit.person, visit.claim) as tx:
            match field:
                case "phone":
                    await profiles.remove_phone(tx.session, person=person)
                case "email":
                    await emails.remove(tx.session, person=person, now=tx.now)
                case "tastes":
                    raise NotAvailable
                case _:
                    part = fields.KEPT_IN[field]
                    await profiles.change(tx.session, person=person, field=part, value=None)
    await visit.stage.show(query, await fields.draw(visit))


async def _ask_number(bot: Bot, visit: Visit) -> None:
    share = KeyboardButton(text=visit.t.plain("button-share-number"), request_contact=True)
    await sharing.ask(bot, visit, "phone-question", share=share, keep="button-keep-number")


@router.message(KeepsNumber())
async def not_now(_message: Message, bot: Bot, visit: Visit) -> None:
    """No number, then: the keyboard goes, the profile is there."""
    await sharing.end(bot, visit, "phone-not-now")
    await visit.stage.send(visit.person.chat_id, await fields.draw(visit))


@router.message(SharedContact())
async def take_number(message: Message, bot: Bot, visit: Visit) -> None:
    """A card with a number: kept where it is the person's own, which Telegram knows."""
    card = message.contact
    mine = card is not None and card.user_id == visit.person.telegram_id
    if card is None or not mine or message.forward_origin is not None:
        await visit.stage.send(visit.person.chat_id, words(visit.t, "phone-of-another"))
        return
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await profiles.set_phone(tx.session, person=visit.person.id, number=card.phone_number)
    await sharing.end(bot, visit, "phone-kept")
    await visit.stage.send(visit.person.chat_id, await fields.draw(visit))
