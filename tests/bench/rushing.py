"""What a rush does to who is refused, and to who pays meanwhile."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from statistics import quantiles
from typing import Any

from aiogram.types import CallbackQuery, TelegramObject, Update, User

from bot.callbacks.buying import Reserve
from bot.hints import Hints, TurnAway
from domain import orders, payments
from domain.actors import Person
from domain.baskets import Basket
from domain.errors import SoldOut, Unavailability
from domain.money import Money
from domain.payments import Invoice
from storage.context import Claim as UpdateClaim
from storage.database import Database
from tests.bench.claims import Claim, in_turn
from tests.bench.purchase import BOT, PRICE, Stall, buyer_id, open_stall
from tests.factories import MadeEvent, make_event
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

REFUSALS = 200
PAYING = 60
_FOR_PAYMENTS = 4  # connections, as the bot has them


async def rushing(scratch: Scratch, *, rounds: int, purchases: int) -> Sequence[Claim]:
    """A refusal by a hint within a millisecond, a word on a payment within a second."""
    async with open_stall(scratch, purchases) as stall:
        gone = await make_event(stall.owner, types={"Standing": ("45.00", 0)})
        refused = await in_turn(
            partial(_by_hint, gone), partial(_by_database, stall, gone), rounds
        )
        agreed = await in_turn(partial(_agreeing, stall, True), partial(_agreeing, stall), rounds)
    return [
        Claim("a refusal by a hint", "the database refuses", "ms", *refused, most=1),
        Claim(
            "99 of 100 pre-checkouts in a rush", "the same without one", "ms", *agreed, most=1000
        ),
    ]


async def _by_hint(event: MadeEvent) -> float:
    """Milliseconds of a refusal in front of who looks up who acts."""
    turn_away = TurnAway(Hints())
    wish = Reserve(event=event.id, basket="1", total=PRICE).pack()
    somebody = User(id=1, is_bot=False, first_name="Ada")
    tap = CallbackQuery(id="1", from_user=somebody, chat_instance="1", data=wish)
    update = Update(update_id=1, callback_query=tap)
    asked = 0

    async def database(_: TelegramObject, __: dict[str, Any]) -> None:
        nonlocal asked
        asked += 1
        raise SoldOut(Unavailability.GONE, 0)

    with suppress(SoldOut):
        await turn_away(database, update, {})
    started = time.perf_counter()
    for _ in range(REFUSALS):
        with suppress(SoldOut):
            await turn_away(database, update, {})
    seconds = time.perf_counter() - started
    if asked != 1 and seconds < 1:
        raise RuntimeError(f"the database was asked {asked} times")
    return seconds * 1000 / REFUSALS


async def _by_database(stall: Stall, event: MadeEvent) -> float:
    """Milliseconds of a refusal by the database, one after the other."""
    first = stall.take_updates(REFUSALS)
    started = time.perf_counter()
    for number in range(1, REFUSALS + 1):
        with suppress(SoldOut):
            await _hold(stall.db, event, 1, first + number)
    return (time.perf_counter() - started) * 1000 / REFUSALS


async def _agreeing(stall: Stall, rush: bool = False) -> float:
    """Milliseconds within which 99 of 100 payments are agreed to."""
    event = await make_event(stall.owner, types={"Standing": ("45.00", PAYING)})
    first = stall.take_updates(PAYING)
    held = [
        (buyer_id(number), await _hold(stall.db, event, number, first + number))
        for number in range(1, PAYING + 1)
    ]
    reserved = Database(
        stall.scratch.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=VAULT,
        size=_FOR_PAYMENTS,
    )
    crowd = asyncio.create_task(stall.with_domain()) if rush else None
    waits = []
    for buyer, order in held:
        started = time.perf_counter()
        async with reserved.begin(Person("person", buyer)) as tx:
            await payments.check_payable(
                tx.session,
                invoice=Invoice(order, 1),
                payer=buyer,
                asked=Money(PRICE, "EUR"),
                now=tx.now,
            )
        waits.append((time.perf_counter() - started) * 1000)
    if crowd is not None:
        await crowd
    await reserved.close()
    return quantiles(waits, n=100)[98]


async def _hold(db: Database, event: MadeEvent, number: int, update: int) -> Any:
    held = await orders.reserve(
        db,
        claim=UpdateClaim(BOT, update),
        buyer=buyer_id(number),
        event_id=event.id,
        basket=Basket((1,)),
        shown_total=PRICE,
    )
    return held.order_id
