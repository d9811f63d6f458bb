"""The dispatchers: one converses, one answers payments in front of every queue."""

from collections.abc import Iterable

from aiogram import Dispatcher, Router
from redis.asyncio import Redis

from bot import errors
from bot.breaker import Breaker
from bot.hints import Hints, TurnAway
from bot.middlewares import AnswerTaps, Enter, Lane, WhoActs, WriteDown
from bot.state import DialogStorage, OneAtATime
from bot.visit import House


def make_conversation(
    *,
    redis: Redis,
    enter: Enter,
    house: House,
    routers: Iterable[Router],
    door: Lane | None = None,
) -> Dispatcher:
    """The dispatcher of everything that people say and tap; `door` is the lane of the doors."""
    breaker = Breaker()
    dispatcher = Dispatcher(
        storage=DialogStorage(redis, breaker),
        events_isolation=OneAtATime(redis, breaker),
    )
    dispatcher.update.outer_middleware(TurnAway(Hints()))
    _furnish(dispatcher, WhoActs(Lane(enter, house), door), routers)
    return dispatcher


def make_express(*, enter: Enter, house: House, routers: Iterable[Router]) -> Dispatcher:
    """The dispatcher of pre-checkout queries: no lock, no dialog state, ten seconds at most."""
    dispatcher = Dispatcher(disable_fsm=True)
    _furnish(dispatcher, WhoActs(Lane(enter, house)), routers)
    return dispatcher


def _furnish(dispatcher: Dispatcher, who_acts: WhoActs, routers: Iterable[Router]) -> None:
    dispatcher.update.outer_middleware(who_acts)
    dispatcher.update.outer_middleware(WriteDown())
    dispatcher.callback_query.middleware(AnswerTaps())
    dispatcher.include_router(errors.make_router())
    dispatcher.include_routers(*routers)
