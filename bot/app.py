"""The dispatchers: one converses, one answers payments in front of every queue."""

from collections.abc import Iterable, Mapping
from typing import Any

from aiogram import Dispatcher, Router
from redis.asyncio import Redis

from bot import errors
from bot.middlewares import AnswerTaps, Enter, WhoActs
from bot.state import Breaker, DialogStorage, OneAtATime


def make_conversation(
    *, redis: Redis, enter: Enter, routers: Iterable[Router], data: Mapping[str, Any]
) -> Dispatcher:
    """The dispatcher of everything that people say and tap. `data` reaches handlers by name."""
    breaker = Breaker()
    dispatcher = Dispatcher(
        storage=DialogStorage(redis, breaker),
        events_isolation=OneAtATime(redis, breaker),
        **data,
    )
    _furnish(dispatcher, enter, routers)
    return dispatcher


def make_express(
    *, enter: Enter, routers: Iterable[Router], data: Mapping[str, Any]
) -> Dispatcher:
    """The dispatcher of pre-checkout queries: no lock, no dialog state, ten seconds at most."""
    dispatcher = Dispatcher(disable_fsm=True, **data)
    _furnish(dispatcher, enter, routers)
    return dispatcher


def _furnish(dispatcher: Dispatcher, enter: Enter, routers: Iterable[Router]) -> None:
    dispatcher.update.outer_middleware(WhoActs(enter))
    dispatcher.callback_query.middleware(AnswerTaps())
    dispatcher.include_router(errors.make_router())
    dispatcher.include_routers(*routers)
