"""What a person can do, one router a file."""

from copy import deepcopy

from aiogram import Router

from handlers import (
    broadcast,
    catalog,
    channels,
    checkout,
    codes,
    devices,
    dialogs,
    door,
    fallback,
    following,
    gifts,
    inline,
    lookbooks,
    office,
    organizer,
    privacy,
    programme,
    receipts,
    reminders,
    returns,
    settings,
    start,
    support,
    tickets,
    trades,
    versions,
    waitlist,
)
from handlers.admin import approvals, audit, incidents, people, rules, services, undelivered
from handlers.designers import collections
from handlers.models import guardians
from handlers.profile import profile


def routers() -> list[Router]:
    """Fresh routers of the conversation, in the order they are asked.

    A router belongs to one dispatcher only, so each dispatcher gets its own copies.
    """
    house = (
        dialogs,
        start,
        programme,
        catalog,
        following,
        inline,
        checkout,
        codes,
        receipts,
        tickets,
        gifts,
        waitlist,
        door,
        office,
        settings,
        devices,
        profile,
        broadcast,
        channels,
        reminders,
        returns,
        support,
        versions,
    )
    trade = (trades, guardians, collections, lookbooks)
    run = (approvals, people, audit, incidents, undelivered, services, rules)
    last = (dialogs.leftovers, fallback.router)
    named = (room.router for room in (*house, *trade, *run))
    return [deepcopy(router) for router in (*named, *privacy.ROUTERS, *organizer.ROUTERS, *last)]


def express() -> list[Router]:
    """Fresh routers of what is answered in front of every queue."""
    return [deepcopy(checkout.express)]
