"""Finding an evening: the programme and its filter, words, and what is near."""

from dataclasses import replace
from typing import assert_never

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import (
    CallbackQuery,
    KeyboardButton,
    Location,
    Message,
)

from bot.callbacks.finding import AskPlace, AskWords, Browse, Narrow, PickDays, Search
from bot.filters import NotNow
from bot.screens import calendar, filters, lists, settings
from bot.screens import menu as words
from bot.show import Event
from bot.visit import Visit
from domain import consents, follows, programme, search
from domain.errors import NotAvailable
from domain.filters import Filter, Point
from handlers import sharing
from handlers.home import show_menu

router = Router(name="programme")


@router.message(Command("events"))
async def whats_on(message: Message, visit: Visit) -> None:
    """What is on."""
    await show_list(message, Filter(), visit)


@router.callback_query(Browse.filter())
async def browse(query: CallbackQuery, callback_data: Browse, visit: Visit) -> None:
    """A page of a list."""
    await show_list(query, Filter.read(callback_data.of), visit)


async def show_list(event: Event, wanted: Filter, visit: Visit) -> None:
    """A page of the evenings that a filter lets through. "For you" asks first whether it may;
    without a yes it is the programme."""
    person = visit.person.id
    async with visit.db.read(visit.person) as tx:
        may = not wanted.mine or await consents.allows_suggestions(tx.session, person=person)
        wanted = wanted if may else replace(wanted, mine=False)
        page = await programme.evenings(tx.session, wanted=wanted, person=person, now=tx.now)
        city = await programme.find_city(tx.session, code=wanted.city)
        followed = city is not None and await follows.follows_city(
            tx.session, person=person, city=city.name
        )
    if may is None:
        await visit.stage.show(event, settings.may_suggest(visit.t))
        return
    screen = lists.programme(visit.t, page, wanted, city=city, city_followed=followed, now=tx.now)
    await visit.stage.show(event, screen)


@router.callback_query(Narrow.filter())
async def narrow(query: CallbackQuery, callback_data: Narrow, visit: Visit) -> None:
    """What can be chosen, or the values of one choice."""
    wanted = Filter.read(callback_data.of)
    match callback_data.part:
        case "":
            await _show_choices(query, wanted, visit)
        case "days":
            await _show_days(query, wanted, "", visit)
        case "city":
            async with visit.db.read(visit.person) as tx:
                there = await programme.cities(tx.session, now=tx.now)
            await visit.stage.show(query, filters.cities(visit.t, wanted, there))
        case "kind":
            await visit.stage.show(query, filters.kinds(visit.t, wanted))
        case "price":
            await visit.stage.show(query, filters.prices(visit.t, wanted))
        case _ as unknown:
            assert_never(unknown)


async def _show_choices(query: CallbackQuery, wanted: Filter, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        city = await programme.find_city(tx.session, code=wanted.city)
        count = await programme.count(
            tx.session, wanted=wanted, person=visit.person.id, now=tx.now
        )
    await visit.stage.show(query, filters.choices(visit.t, wanted, city=city, count=count))


@router.callback_query(PickDays.filter())
async def pick_days(query: CallbackQuery, callback_data: PickDays, visit: Visit) -> None:
    """A day was tapped, or the month turned."""
    await _show_days(query, Filter.read(callback_data.of), callback_data.month, visit)


async def _show_days(query: CallbackQuery, wanted: Filter, month: str, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        today = tx.now.date()
    screen = filters.days(visit.t, wanted, today=today, shown=calendar.read_page(month))
    await visit.stage.show(query, screen)


@router.message(Command("search"))
async def search_command(message: Message, command: CommandObject, visit: Visit) -> None:
    """Look for the words behind the command, or ask for some."""
    if command.args:
        await find(message, command.args, visit)
        return
    await visit.stage.send(message.chat.id, words.words(visit.t, "search-question"))


@router.callback_query(AskWords.filter())
async def ask_words(query: CallbackQuery, visit: Visit) -> None:
    """What shall I look for? Whatever is written outside of a dialog is looked for."""
    await visit.stage.send(query.from_user.id, words.words(visit.t, "search-question"))


@router.callback_query(Search.filter())
async def search_page(query: CallbackQuery, callback_data: Search, visit: Visit) -> None:
    """A page of what was found."""
    await find(query, callback_data.words, visit, page=callback_data.page)


async def find(event: Event, said: str, visit: Visit, *, page: int = 0) -> None:
    """Show the evenings that answer to what somebody said."""
    asked = search.words_of(said)
    if not asked:
        await visit.stage.show(event, words.words(visit.t, "search-no-words"))
        return
    async with visit.db.read(visit.person) as tx:
        result = await search.search(tx.session, words=asked, page=page, now=tx.now)
    await visit.stage.show(event, lists.found(visit.t, result, now=tx.now))


@router.message(Command("near"))
@router.callback_query(AskPlace.filter())
async def near(_event: Event, bot: Bot, visit: Visit) -> None:
    """Where are you?"""
    share = KeyboardButton(text=visit.t.plain("button-share-place"), request_location=True)
    await sharing.ask(bot, visit, "near-question", share=share, keep="button-not-now")


@router.message(NotNow())
async def not_now(message: Message, bot: Bot, visit: Visit) -> None:
    """No place, then: the keyboard goes, the house is there."""
    await sharing.end(bot, visit, "near-not-now")
    await show_menu(message, visit)


async def show_near(message: Message, place: Location, bot: Bot, visit: Visit) -> None:
    """The evenings nearest to a place, which is used for this and not kept."""
    point = Point.at(place.latitude, place.longitude)
    if point is None:
        raise NotAvailable
    await sharing.end(bot, visit, "near-found")
    await show_list(message, Filter(near=point), visit)
