"""What a person can do, one router a file."""

from copy import deepcopy

from aiogram import Router

from handlers import (
    broadcast,
    catalog,
    checkout,
    dialogs,
    door,
    fallback,
    office,
    organizer,
    reminders,
    settings,
    start,
    support,
    tickets,
)


def routers() -> list[Router]:
    """Fresh routers of the conversation, in the order they are asked.

    A router belongs to one dispatcher only, so each dispatcher gets its own copies.
    """
    rooms = (
        dialogs,
        start,
        catalog,
        checkout,
        tickets,
        door,
        office,
        settings,
        broadcast,
        reminders,
        support,
    )
    last = (dialogs.leftovers, fallback.router)
    named = (room.router for room in rooms)
    return [deepcopy(router) for router in (*named, *organizer.ROUTERS, *last)]


def express() -> list[Router]:
    """Fresh routers of what is answered in front of every queue."""
    return [deepcopy(checkout.express)]
