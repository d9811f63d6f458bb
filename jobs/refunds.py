"""Money goes back: owed, in transit before the call, and written down after it."""

import asyncio

import structlog

from bot.provider import Provider, Unclear
from domain import outside, refunding
from domain.actors import WORKER
from domain.refunding import Due, Failed, Outcome
from storage.database import Database

BATCH = 10
"""Refunds that one round sends side by side."""

_log = structlog.get_logger(__name__)


async def give_back(db: Database, provider: Provider | None) -> None:
    """Hear what the provider told, send what is owed, and give the houses what only they can.

    Without a provider everything is theirs. Raises `Unavailable`.
    """
    more = True
    while more:
        async with db.begin(WORKER) as tx:
            more = await outside.work(tx.session, now=tx.now)
    told = BATCH
    while told == BATCH:
        async with db.begin(WORKER) as tx:
            told = await refunding.hand_over(
                tx.session, by_provider=provider is not None, limit=BATCH, now=tx.now
            )
    held = BATCH
    while held == BATCH and provider is not None:
        async with db.begin(WORKER) as tx:
            due = await refunding.claim(tx.session, limit=BATCH, now=tx.now)
        held = len(due)
        async with asyncio.TaskGroup() as group:
            for each in due:
                group.create_task(_send(db, provider, each))


async def _send(db: Database, provider: Provider, due: Due) -> None:
    """One refund; what is unclear stays in transit, for the next attempt with the same key."""
    try:
        outcome = await _outcome(provider, due)
    except Unclear as error:
        _log.warning("a refund is unclear", refund=str(due.id), reason=str(error))
        return
    if isinstance(outcome, Failed):
        _log.warning("a refund failed", keep=True, refund=str(due.id), reason=outcome.reason)
    async with db.begin(WORKER) as tx:
        await refunding.finish(tx.session, due=due, outcome=outcome, now=tx.now)


async def _outcome(provider: Provider, due: Due) -> Outcome:
    """A provider forgets keys after a day: a later attempt looks first what is there."""
    if due.attempt > 1:
        for known in await provider.find(due.charge):
            if known.key == due.key:
                return known.outcome
    return await provider.refund(due.charge, due.amount, due.key)
