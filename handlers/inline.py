"""Evenings in any chat: `@bot words`. The answer is the same for everybody who asks."""

from aiogram import Router
from aiogram.types import InlineQuery

from bot.screens import gifts as gift_screens
from bot.screens import inline as screens
from bot.screens import pictures
from bot.visit import Visit
from domain import programme, search
from domain.events import Page
from domain.filters import LAST_PAGE, Filter
from handlers import gifts

router = Router(name="inline")
_KEEPS = 60
"""Seconds that Telegram answers the same question by itself."""


@router.inline_query()
async def offer(query: InlineQuery, visit: Visit) -> None:
    """A page of what answers to the words, or of what is next where there are none."""
    if gift_screens.is_gift(query.query):
        await gifts.offer_inline(query, visit)
        return
    number = min(int(query.offset), LAST_PAGE) if query.offset.isdecimal() else 0
    asked = search.words_of(query.query)
    async with visit.db.read(visit.person) as tx:
        if asked:
            found = await search.search(tx.session, words=asked, page=number, now=tx.now)
            page = found.page
        else:
            page = await programme.evenings(
                tx.session, wanted=Filter(page=number), person=None, now=tx.now
            )
    if page.number != number:  # there is no such page
        page = Page([], number, has_next=False)
    posters = [await visit.stage.known(pictures.poster(visit.t, line)) for line in page.lines]
    button = screens.all_evenings if page.lines or number else screens.nothing_found
    await query.answer(
        screens.results(visit.t, page.lines, posters, username=visit.desk.username, now=tx.now),
        cache_time=_KEEPS,
        is_personal=False,
        next_offset=str(page.number + 1) if page.has_next else "",
        button=button(visit.t),
    )
