"""Evenings in any chat: what `@bot words` offers, and the card that it sends. Nothing personal."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from aiogram.types import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InlineQueryResultUnion,
    InputTextMessageContent,
)

from bot import links
from bot.screen import link
from bot.screens import lists
from bot.screens.parts import paragraphs, place, price_of
from bot.texts import Texts
from domain.events import EventLine


def results(
    t: Texts,
    lines: Sequence[EventLine],
    posters: Sequence[str | None],
    *,
    username: str,
    now: datetime,
) -> list[InlineQueryResultUnion]:
    """A result for each evening: posters where Telegram has all of them, otherwise lines."""
    if all(posters):
        return [
            _poster(t, line, str(poster), username, now)
            for line, poster in zip(lines, posters, strict=True)
        ]
    return [_article(t, line, username, now) for line in lines]


def _poster(
    t: Texts, line: EventLine, poster: str, username: str, now: datetime
) -> InlineQueryResultCachedPhoto:
    return InlineQueryResultCachedPhoto(
        id=line.id.hex,
        photo_file_id=poster,
        title=line.title,
        description=_about(t, line),
        caption=_card(t, line, now),
        parse_mode="HTML",
        reply_markup=_open(t, line.id, username),
    )


def _article(t: Texts, line: EventLine, username: str, now: datetime) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=line.id.hex,
        title=line.title,
        description=_about(t, line),
        input_message_content=InputTextMessageContent(
            message_text=_card(t, line, now), parse_mode="HTML"
        ),
        reply_markup=_open(t, line.id, username),
    )


def _about(t: Texts, line: EventLine) -> str:
    when = t.when(line.starts_at, line.time_zone)
    return f"{when} · {place(line.venue, line.city)}\n{price_of(t, line)}"


def _card(t: Texts, line: EventLine, now: datetime) -> str:
    return paragraphs(
        lists.line(t, line, now), t("inline-house", house=line.house) if line.house else ""
    )


def _open(t: Texts, event_id: UUID, username: str) -> InlineKeyboardMarkup:
    address = links.event_link(username, event_id)
    return InlineKeyboardMarkup(inline_keyboard=[[link(t.plain("button-open"), address)]])


def nothing_found(t: Texts) -> InlineQueryResultsButton:
    """Above an empty answer: the way into the programme."""
    return InlineQueryResultsButton(
        text=t.plain("button-inline-nothing"), start_parameter=links.programme_payload()
    )


def all_evenings(t: Texts) -> InlineQueryResultsButton:
    """Above the results: the way into the programme."""
    return InlineQueryResultsButton(
        text=t.plain("button-inline-all"), start_parameter=links.programme_payload()
    )
