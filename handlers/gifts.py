"""Give a ticket to a friend: the card, the claim, and the last word."""

from contextlib import suppress
from uuid import UUID

from aiogram import Router
from aiogram.types import (
    CallbackQuery,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultUnion,
    Message,
)

from bot.callbacks.buying import AnswerGift, GiveAway
from bot.screens import gifts as screens
from bot.visit import Visit
from domain import gifts
from domain.errors import GiftOver, NotAvailable
from domain.gifts import Claim, Gift
from handlers import tickets
from storage.errors import AlreadyDone

router = Router(name="gifts")


@router.callback_query(GiveAway.filter())
async def give_away(query: CallbackQuery, callback_data: GiveAway, visit: Visit) -> None:
    """The card for a ticket of mine."""
    async with visit.db.begin(visit.person) as tx:
        gift = await gifts.offer(
            tx.session,
            ticket_id=callback_data.ticket,
            by=visit.person.id,
            codes=visit.desk.codes,
            now=tx.now,
            locale=visit.t.locale,
        )
    await _show_card(query.from_user.id, gift, visit)


async def _show_card(chat_id: int, gift: Gift, visit: Visit) -> None:
    desk = visit.desk
    card = screens.card(visit.t, gift, username=desk.username, inline=desk.inline)
    await visit.stage.send(chat_id, card)


async def claim(message: Message, code: str, visit: Visit) -> None:
    """A card's link was opened: the first claims, and the giver is asked."""
    async with visit.db.begin(visit.person) as tx:
        found, ticket_id = await gifts.claim(tx.session, code=code, now=tx.now)
    match found:
        case Claim.CLAIMED | Claim.WAITING:
            await visit.stage.send(message.chat.id, screens.claimed(visit.t))
        case Claim.GIVEN:
            await tickets.send_ticket(message.chat.id, ticket_id, visit)
        case Claim.OWN:
            async with visit.db.begin(visit.person) as tx:
                gift = await gifts.offer(
                    tx.session,
                    ticket_id=ticket_id,
                    by=visit.person.id,
                    codes=visit.desk.codes,
                    now=tx.now,
                    locale=visit.t.locale,
                )
            await _show_card(message.chat.id, gift, visit)


@router.callback_query(AnswerGift.filter())
async def answer(query: CallbackQuery, callback_data: AnswerGift, visit: Visit) -> None:
    """It is theirs; or the card is taken back."""
    gift_id, by, codes = callback_data.gift, visit.person.id, visit.desk.codes
    gift = None
    if not callback_data.yes:
        async with visit.db.read(visit.person) as tx:
            gift = await gifts.get(
                tx.session, gift_id=gift_id, by=by, codes=codes, locale=visit.t.locale
            )
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            if gift is None:
                await gifts.give(tx.session, gift_id=gift_id, by=by, codes=codes, now=tx.now)
            else:
                await gifts.withdraw(tx.session, gift_id=gift_id, by=by, now=tx.now)
    screen = screens.given(visit.t) if gift is None else screens.withdrawn(visit.t, gift)
    await visit.stage.show(query, screen)


async def offer_inline(query: InlineQuery, visit: Visit) -> None:
    """The card of a gift of mine, to send into a chat; of anybody else's there is none."""
    found: list[InlineQueryResultUnion] = []
    with suppress(NotAvailable, GiftOver):
        found = [await _article(screens.gift_of(query.query), visit)]
    await query.answer(found, cache_time=0, is_personal=True)


async def _article(gift_id: UUID, visit: Visit) -> InlineQueryResultArticle:
    async with visit.db.read(visit.person) as tx:
        gift = await gifts.get(
            tx.session,
            gift_id=gift_id,
            by=visit.person.id,
            codes=visit.desk.codes,
            locale=visit.t.locale,
        )
    return screens.article(visit.t, gift, username=visit.desk.username)
