"""What reaches a person: the question about news, /settings, and the way out of every campaign."""

from contextlib import suppress

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery

from bot.callbacks.mine import (
    NewsAgain,
    SetQuiet,
    SetReminder,
    SetZone,
    ShowQuiet,
    ShowSettings,
    StopNews,
    WantNews,
)
from bot.screens import settings as screens
from bot.show import Event
from bot.visit import Visit
from domain import consents, quiet_hours, reminders
from storage.errors import AlreadyDone, Unavailable

router = Router(name="settings")


async def ask_once(chat_id: int, visit: Visit) -> None:
    """Ask whether news are welcome, behind what the person came for; once in a life."""
    with suppress(Unavailable):  # what they came for is there; the question can wait
        async with visit.db.begin(visit.person) as tx:
            may_ask = await consents.ask_once(tx.session, person=visit.person.id)
        if may_ask:
            await visit.stage.send(chat_id, screens.question(visit.t))


@router.message(Command("settings"))
@router.callback_query(ShowSettings.filter())
async def show(event: Event, visit: Visit) -> None:
    """What reaches me."""
    async with visit.db.read(visit.person) as tx:
        news = await consents.wants_news(tx.session, person=visit.person.id)
        hours = await reminders.chosen(tx.session, person=visit.person.id)
        quiet = await quiet_hours.chosen(tx.session, person=visit.person.id)
    screen = screens.settings(
        visit.t, news=news, hours=hours, choices=reminders.CHOICES, quiet=quiet
    )
    await visit.stage.show(event, screen)


@router.callback_query(WantNews.filter())
async def want_news(query: CallbackQuery, callback_data: WantNews, visit: Visit) -> None:
    """Yes or no to news."""
    await _decide(visit, news=callback_data.yes)
    if callback_data.asked:
        await visit.stage.show(query, screens.answered(visit.t, news=callback_data.yes))
    else:
        await show(query, visit)


@router.callback_query(StopNews.filter(), flags={"answers": True})
async def stop_news(query: CallbackQuery, visit: Visit) -> None:
    """No more news, by one tap under a campaign; what is queued is not sent any more."""
    await _decide(visit, news=False)
    await query.answer(visit.t.plain("alert-news-stopped"), show_alert=True)
    await visit.stage.exchange(query, StopNews(), screens.news_again(visit.t))


@router.callback_query(NewsAgain.filter(), flags={"answers": True})
async def news_again(query: CallbackQuery, visit: Visit) -> None:
    """News after all, by the button that took the place of the other."""
    await _decide(visit, news=True)
    await query.answer(visit.t.plain("alert-news-again"))
    await visit.stage.exchange(query, NewsAgain(), screens.no_more_news(visit.t))


async def _decide(visit: Visit, *, news: bool) -> None:
    with suppress(AlreadyDone):  # the first run was cut off before it could say so
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await consents.decide(tx.session, person=visit.person.id, news=news, now=tx.now)


@router.callback_query(SetReminder.filter())
async def set_reminder(query: CallbackQuery, callback_data: SetReminder, visit: Visit) -> None:
    """A reminder so many hours ahead, or none."""
    async with visit.db.begin(visit.person, visit.claim) as tx:
        await reminders.choose(
            tx.session, person=visit.person.id, hours=callback_data.hours, on=callback_data.on
        )
    await show(query, visit)


@router.callback_query(ShowQuiet.filter())
async def show_quiet(query: CallbackQuery, callback_data: ShowQuiet, visit: Visit) -> None:
    """When campaigns leave me in peace, and by which clock."""
    if callback_data.zones:
        await visit.stage.show(query, screens.zones(visit.t, quiet_hours.ZONES))
    else:
        await _show_quiet(query, visit)


async def _show_quiet(query: CallbackQuery, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        quiet = await quiet_hours.chosen(tx.session, person=visit.person.id)
        usual = quiet_hours.usual(tx.session)
    choices = sorted({*quiet_hours.CHOICES, usual} - {quiet_hours.NEVER})
    await visit.stage.show(query, screens.quiet(visit.t, quiet, choices))


@router.callback_query(SetQuiet.filter())
async def set_quiet(query: CallbackQuery, callback_data: SetQuiet, visit: Visit) -> None:
    """Quiet from one hour to another, or never."""
    hours = (callback_data.start, callback_data.end)
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await quiet_hours.choose(tx.session, person=visit.person.id, hours=hours)
    await _show_quiet(query, visit)


@router.callback_query(SetZone.filter())
async def set_zone(query: CallbackQuery, callback_data: SetZone, visit: Visit) -> None:
    """By which clock I live."""
    zone = callback_data.zone or None
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await quiet_hours.live_by(tx.session, person=visit.person.id, zone=zone)
    await _show_quiet(query, visit)
