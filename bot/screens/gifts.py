"""Tickets on their way to a friend: the card, the question, and what came of it."""

from uuid import UUID

from aiogram.types import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
)

from bot.callbacks.buying import AnswerGift, ShowTicket, ShowTickets
from bot.callbacks.wire import full, short
from bot.links import gift_link
from bot.screen import Screen, button, copy, link, share
from bot.screens.parts import home
from bot.texts import Texts
from domain.gifts import Gift, Told

_WORD = "gift "
_ID = 22


def is_gift(question: str) -> bool:
    """Whether an inline question is a giver's for a card: a word, and the card's `short` id."""
    return question.startswith(_WORD) and len(question) == len(_WORD) + _ID


def gift_of(question: str) -> UUID:
    """The card that such a question names. Raises `NotAvailable` for none of ours."""
    return full(question.removeprefix(_WORD))


def card(t: Texts, gift: Gift, *, username: str, inline: bool) -> Screen:
    """To the giver: how a friend gets the ticket, and the way to take it back."""
    text = t(
        "gift-claimed-card" if gift.claimed else "gift-card",
        title=gift.title,
        type=gift.type_name,
        when=t.when(gift.starts_at, gift.time_zone),
        until=t.when(gift.expires_at, gift.time_zone),
    )
    address = gift_link(username, gift.code)
    send = [share(t.plain("button-gift-chat"), _WORD + short(gift.id))] if inline else []
    ways = [send, [copy(t.plain("button-gift-copy"), address)]]
    if gift.claimed:
        ways = [[button(t.plain("button-gift-yes"), AnswerGift(gift=gift.id, yes=True))]]
    back = button(t.plain("button-gift-no"), AnswerGift(gift=gift.id, yes=False))
    keep = button(t.plain("button-keep-ticket"), ShowTicket(ticket=gift.ticket_id))
    return Screen(text, [*ways, [back], [keep]])


def article(t: Texts, gift: Gift, *, username: str) -> InlineQueryResultArticle:
    """The card as it stands in a friend's chat."""
    told = {"title": gift.title, "when": t.when(gift.starts_at, gift.time_zone)}
    claim = link(t.plain("button-gift-claim"), gift_link(username, gift.code))
    return InlineQueryResultArticle(
        id=gift.id.hex,
        title=t.plain("gift-article", title=gift.title),
        input_message_content=InputTextMessageContent(
            message_text=t("gift-message", **told), parse_mode="HTML"
        ),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[claim]]),
    )


def claimed(t: Texts) -> Screen:
    """To the friend: the giver is asked."""
    return Screen(t("gift-waiting"), [[home(t)]])


def given(t: Texts) -> Screen:
    """To the giver: the ticket is the friend's."""
    mine = button(t.plain("button-my-tickets"), ShowTickets())
    return Screen(t("gift-done"), [[mine], [home(t)]])


def withdrawn(t: Texts, gift: Gift) -> Screen:
    """To the giver: the ticket is theirs as before."""
    keep = button(t.plain("button-keep-ticket"), ShowTicket(ticket=gift.ticket_id))
    return Screen(t("gift-withdrawn"), [[keep]])


def asks(t: Texts, told: Told) -> Screen:
    """To the giver: somebody has opened the card."""
    text = t("notice-gift-claimed", friend=told.friend, title=told.title)
    yes = button(
        t.plain("button-gift-give", friend=told.friend), AnswerGift(gift=told.id, yes=True)
    )
    back = button(t.plain("button-gift-no"), AnswerGift(gift=told.id, yes=False))
    return Screen(text, [[yes], [back]])


def arrived(t: Texts, told: Told) -> Screen:
    """To the friend: the ticket is theirs."""
    text = t(
        "notice-gift-given",
        giver=told.giver,
        title=told.title,
        when=t.when(told.starts_at, told.time_zone),
    )
    return Screen(
        text, [[button(t.plain("button-ticket-show"), ShowTicket(ticket=told.ticket_id))]]
    )


def over(t: Texts, told: Told, *, to_giver: bool) -> Screen:
    """A card that led to nothing, to either."""
    if not to_giver:
        return Screen(t("notice-gift-over", title=told.title), [[home(t)]])
    keep = button(t.plain("button-keep-ticket"), ShowTicket(ticket=told.ticket_id))
    return Screen(t("notice-gift-expired", title=told.title), [[keep]])
