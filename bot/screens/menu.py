"""The first screen, and the words behind the commands."""

from aiogram.types import InlineKeyboardButton

from bot.callbacks.buying import ShowDoors, ShowOrders, ShowTickets
from bot.callbacks.finding import AskPlace, AskWords, Browse, ShowFollowing
from bot.callbacks.making import ShowMine
from bot.callbacks.mine import ShowProfile, SpeakLanguage
from bot.callbacks.office import ShowOffice
from bot.callbacks.trades import ShowTrades
from bot.callbacks.writing import ShowCampaigns
from bot.screen import Screen, button
from bot.screens.parts import home, paragraphs
from bot.texts import LOCALES, Texts
from domain.actors import Person
from domain.filters import Filter, Price, When
from domain.programme import Rooms
from domain.standing import Standing

Row = list[InlineKeyboardButton]


def menu(t: Texts, person: Person, standing: Standing, rooms: Rooms) -> Screen:
    """What this person can do here now, and nothing else."""
    rows = [
        *_to_see(t, rooms),
        *_as_a_guest(t, standing),
        *_at_work(t, person, standing),
        _languages(t),
    ]
    held = t("menu-tickets", count=standing.tickets) if standing.tickets else ""
    return Screen(paragraphs(t("menu", name=person.name or t.plain("guest")), held), rows)


def _to_see(t: Texts, rooms: Rooms) -> list[Row]:
    """The lists that have something, and the ways to find more."""
    when: Row = [
        button(t.plain(f"button-{each.value}"), Browse(of=Filter(when=each).wire()))
        for each in When
        if (rooms.tonight if each is When.TONIGHT else rooms.week)
    ]
    where: Row = []
    if rooms.anything:
        where.append(button(t.plain("button-near"), AskPlace()))
    if rooms.free:
        where.append(button(t.plain("button-free"), Browse(of=Filter(price=Price.FREE).wire())))
    mine: Row = []
    if rooms.mine:
        mine.append(button(t.plain("button-for-you"), Browse(of=Filter(mine=True).wire())))
    if rooms.follows:
        mine.append(button(t.plain("button-following"), ShowFollowing()))
    all_of_it = button(t.plain("button-programme"), Browse())
    search = button(t.plain("button-search"), AskWords())
    return [when, where, mine, [all_of_it, search] if rooms.anything else [all_of_it]]


def _as_a_guest(t: Texts, standing: Standing) -> list[Row]:
    own: Row = []
    if standing.tickets:
        own.append(button(t.plain("button-my-tickets"), ShowTickets()))
    if standing.has_ordered:
        own.append(button(t.plain("button-my-orders"), ShowOrders()))
    return [own, [button(t.plain("button-profile"), ShowProfile())]]


def _at_work(t: Texts, person: Person, standing: Standing) -> list[Row]:
    rows: list[Row] = []
    if standing.makes_events:
        rows.append([button(t.plain("button-mine"), ShowMine())])
    if standing.keeps_a_door:
        rows.append([button(t.plain("button-door"), ShowDoors())])
    if standing.broadcasts or person.has("admin"):
        rows.append([button(t.plain("button-campaigns"), ShowCampaigns())])
    if person.has("admin"):
        rows.append([button(t.plain("button-office"), ShowOffice())])
    rows.append([button(t.plain("button-trades"), ShowTrades())])
    return rows


def _languages(t: Texts) -> Row:
    others = [locale for locale in LOCALES if locale != t.locale]
    return [button(Texts(each).plain("language"), SpeakLanguage(locale=each)) for each in others]


def words(t: Texts, key: str, **values: object) -> Screen:
    """A text with the way home."""
    return Screen(t(key, **values), [[home(t)]])


def instead(t: Texts, key: str, menu: Screen) -> Screen:
    """A sentence on what was not understood, over the buttons of the first screen."""
    return Screen(t(key), menu.rows)
