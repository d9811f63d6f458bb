"""What anybody may tap, write and open, and what that may change of their own."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import get_args
from uuid import UUID

from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

import handlers
from bot import links
from bot.callbacks.mine import Room
from bot.callbacks.wire import short
from bot.texts import LOCALES
from domain import reminders
from domain.follows import Kind
from storage.enums import ConsentPurpose, NotificationType, Trade, WebPurpose
from tests.flows.replaying import to
from tests.flows.replaying.cast import Cast

CHANGES: Mapping[type[CallbackData], frozenset[str]] = {
    to.ShowMenu: frozenset(),
    to.Browse: frozenset(),
    to.Narrow: frozenset(),
    to.PickDays: frozenset(),
    to.Search: frozenset(),
    to.AskWords: frozenset(),
    to.AskPlace: frozenset(),
    to.ShowEvent: frozenset(),
    to.ShowHouse: frozenset(),
    to.ShowFollowing: frozenset(),
    to.Follow: frozenset({"follows"}),
    to.ShowProgramme: frozenset(),
    to.ShowVenue: frozenset(),
    to.SendCalendar: frozenset(),
    to.Choose: frozenset(),
    to.Reserve: frozenset(
        {
            *("orders", "order_lines", "user_quota", "quotas", "tickets", "notifications"),
            "ledger_lines",
        }
    ),
    to.AskCode: frozenset({"dialog_drafts"}),
    to.ChooseWith: frozenset(),
    to.ReserveWith: frozenset(
        {
            *("orders", "order_lines", "user_quota", "quotas", "promo_codes"),
            "promo_redemptions",
        }
    ),
    to.Wait: frozenset(),
    to.JoinLine: frozenset({"waitlist_entries", "waitlist_calls", "quotas"}),
    to.ShowOrders: frozenset(),
    to.ShowTickets: frozenset(),
    to.ShowDoors: frozenset(),
    to.ShowOffice: frozenset(),
    to.ShowSettings: frozenset(),
    to.AtPrivacy: frozenset({"data_requests", "users"}),
    to.ShowDevices: frozenset(),
    to.NewWebLink: frozenset({"web_links"}),
    to.EndDevice: frozenset({"sessions", "web_links", "users"}),
    to.EndDevices: frozenset({"sessions", "web_links"}),
    to.Forget: frozenset({"data_requests", "erasures"}),
    to.Allow: frozenset({"consents", "consent_states"}),
    to.AskExport: frozenset({"data_requests"}),
    to.Restrict: frozenset({"data_requests", "users", "designers", "models", "version_control"}),
    to.WantNews: frozenset({"consents", "consent_states"}),
    to.StopNews: frozenset({"consents", "consent_states"}),
    to.NewsAgain: frozenset({"consents", "consent_states"}),
    to.SetReminder: frozenset({"users"}),
    to.ShowQuiet: frozenset(),
    to.SetQuiet: frozenset({"users"}),
    to.SetZone: frozenset({"telegram_accounts"}),
    to.ShowMine: frozenset(),
    to.NewEvent: frozenset({"dialog_drafts"}),
    to.AtSeller: frozenset({"dialog_drafts", "seller_accounts", "sellers", "houses"}),
    to.ShowCampaigns: frozenset(),
    to.EarlierCampaigns: frozenset(),
    to.ConnectChannel: frozenset(),
    to.Compose: frozenset({"dialog_drafts"}),
    to.ShowTrades: frozenset(),
    to.ShowTrade: frozenset(),
    to.Register: frozenset({"dialog_drafts"}),
    to.InviteGuardian: frozenset({"guardian_consents"}),
    to.ShowApprovals: frozenset(),
    to.ShowCollections: frozenset(),
    to.NewCollection: frozenset({"dialog_drafts"}),
    to.ShowLookBook: frozenset(),
    to.ShowCollection: frozenset(),
    to.FindPerson: frozenset({"dialog_drafts"}),
    to.ShowProfile: frozenset(),
    to.AtProfile: frozenset(
        {
            "users",
            "user_profiles",
            "dialog_drafts",
            "houses",
            "event_search",
            "email_confirmations",
        }
    ),
    to.Nothing: frozenset(),
    to.SpeakLanguage: frozenset({"telegram_accounts"}),
}
"""The tables in which a tap may change rows of who taps, by the button."""

TRAIL = frozenset({"audit_logs"})
"""Where it is written down that somebody was refused."""

COMMANDED = frozenset({"dialog_drafts", "consents", "consent_states", "users"})
"""The same for commands and links."""


def buttons(cast: Cast) -> Iterator[CallbackData]:
    """Every one of them, with every word that it can carry."""
    show, noor = cast.things["show"].id, cast.ids["noor brand"]
    house = cast.ids["renata"]
    draft = cast.things["renata draft"].title
    yield to.ShowMenu()
    for of in ("", "y", "a", "pf"):
        yield to.Browse(of=of)
        for part in get_args(to.Narrow.model_fields["part"].annotation):
            yield to.Narrow(of=of, part=part)
        yield to.PickDays(of=of)
        yield to.PickDays(of=of, month="2026-12")
    yield to.Search(words="velvet")
    yield to.Search(words=draft)
    yield from (to.AskWords(), to.AskPlace(), to.ShowEvent(event=show), to.ShowFollowing())
    yield from (to.ShowHouse(organizer=house), to.ShowProgramme(event=show))
    yield from (to.ShowVenue(event=show), to.SendCalendar(event=show))
    for at in get_args(to.Follow.model_fields["at"].annotation):
        for kind, key in ((Kind.DESIGNER, noor), (Kind.HOUSE, house)):
            yield to.Follow(kind=kind.value, key=key.hex, on=True, at=at)
            yield to.Follow(kind=kind.value, key=key.hex, on=False, at=at)
    yield to.Choose(event=show)
    yield to.Choose(event=show, basket="11")
    yield to.Reserve(event=show, basket="1", total=4500)
    yield to.Reserve(event=show, basket="01", total=0)
    yield to.AskCode(event=show, basket="1")
    handle = cast.things["show handle"]
    yield to.ChooseWith(event=short(show), basket="1", code=handle)
    yield to.ReserveWith(event=short(show), basket="1", total=2250, code=handle)
    for kind in cast.things["show"].types.values():
        yield from (to.Wait(type=kind), to.JoinLine(type=kind, seats=1))
    yield from (to.ShowOrders(), to.ShowTickets(), to.ShowDoors(), to.ShowOffice())
    yield from (to.ShowSettings(), to.WantNews(yes=True), to.WantNews(yes=False, asked=True))
    yield from (to.StopNews(), to.NewsAgain(), to.ShowQuiet(), to.ShowQuiet(zones=True))
    yield from (to.SetQuiet(start=21, end=9), to.SetZone(zone="Asia/Tokyo"))
    yield from (to.AtPrivacy(room=room) for room in Room)
    yield from (to.ShowDevices(), to.EndDevices(), to.EndDevice(session=noor, mine=False))
    yield from (to.NewWebLink(purpose=purpose) for purpose in WebPurpose)
    yield from (to.Forget(act=act) for act in ("see", "sure", "ask", "keep"))
    for purpose, channel in product(ConsentPurpose, NotificationType):
        yield to.Allow(purpose=purpose, channel=channel, yes=True)
        yield to.Allow(purpose=purpose, channel=channel, yes=False, asked=True)
    yield to.AskExport()
    yield from (to.Restrict(on=True), to.Restrict(on=False))
    for hours in reminders.CHOICES:
        yield to.SetReminder(hours=hours, on=False)
        yield to.SetReminder(hours=hours, on=True)
    for room in get_args(to.ShowMine.model_fields["room"].annotation):
        yield to.ShowMine(room=room)
        yield to.ShowMine(page=1, room=room)
    for act in get_args(to.AtSeller.model_fields["act"].annotation):
        yield to.AtSeller(act=act)
    yield from (
        to.NewEvent(),
        to.ShowCampaigns(),
        to.EarlierCampaigns(before=UUID(int=2**128 - 1)),
        to.ConnectChannel(),
        to.Compose(),
        to.ShowTrades(),
    )
    for trade in Trade:
        yield to.ShowTrade(trade=trade)
        yield to.Register(trade=trade)
    yield from (to.InviteGuardian(), to.ShowApprovals(), to.ShowCollections())
    yield from (to.NewCollection(), to.ShowLookBook(designer=noor))
    yield to.ShowCollection(collection=cast.ids["published collection"])
    yield to.ShowCollection(collection=cast.ids["published collection"], page=9)
    yield from (to.FindPerson(), to.ShowProfile())
    for act in get_args(to.AtProfile.model_fields["act"].annotation):
        for field in get_args(to.AtProfile.model_fields["field"].annotation):
            yield to.AtProfile(field=field, act=act)
    yield from (to.Nothing(), to.Nothing(full=True))
    yield from (to.SpeakLanguage(locale=locale) for locale in (*LOCALES[1:], LOCALES[0]))


def commands() -> frozenset[str]:
    """All that the bot listens to, also those that no menu lists."""
    return frozenset(
        str(command)
        for router in handlers.routers()
        for handler in router.message.handlers
        for each in handler.filters or ()
        if isinstance(each.callback, Command)
        for command in each.callback.commands
    )


def open_links(cast: Cast) -> Iterator[str]:
    """Links that lead anybody to what everybody may see."""
    yield ""
    yield links.event_payload(cast.things["show"].id)
    yield "p-"
    yield "nothing-that-we-made"
