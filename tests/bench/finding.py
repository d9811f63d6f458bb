"""Finding an evening among very many, against the lookup of as many events by their keys."""

import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from statistics import median
from uuid import UUID

from sqlalchemy import text

from domain import programme, search
from domain.filters import Filter, Point, Price, When
from storage.bootstrap import bootstrap
from storage.context import Context
from storage.database import Database
from storage.enums import EventType
from storage.schema import migrate
from tests.bench.claims import Claim, in_turn
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch
from tests.storage.season import ADMIRER, BRAND, fill

SHOWN = 6
QUESTIONS = 60  # in a round, one after the other
_SAID = (BRAND, "feradinni", "milan", "silk in milan", "belmar")  # a brand, misspelt, common, rare
_PERSON = Context("person", ADMIRER)
_HERE = Point(45_470, 9_200)
_RARE = Filter(kind=EventType.WORKSHOP, price=Price.FREE, step_free=True)
_FILTERS = (Filter(), Filter(when=When.TONIGHT), Filter(price=Price.FIFTY, page=9), _RARE)
_NEAR = (
    Filter(near=_HERE),
    Filter(near=_HERE, when=When.TONIGHT),
    Filter(near=_HERE, kind=EventType.WORKSHOP, price=Price.FREE, page=2),
)
_KEYS = text("SELECT event_id FROM event_search LIMIT :limit")
_FLOOR = text("SELECT id, title, start_date, venue_id FROM events WHERE id = ANY (:keys)")

Ask = Callable[[int], Awaitable[object]]


async def finding(scratch: Scratch, *, rounds: int, evenings: int) -> Sequence[Claim]:
    """Words, a filter and what is near; the promised ratios are half of what usually comes out."""
    await bootstrap(scratch.dsn(), scratch.servers.passwords)
    await migrate(scratch.dsn("portal_migrate"))
    await fill(scratch.dsn(), events=evenings)
    db = Database(scratch.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    async with db.read(_PERSON) as tx:
        keys = (await tx.session.execute(_KEYS, {"limit": 100 * SHOWN})).scalars().all()
    floor = partial(_round, partial(_by_key, db, keys))
    acts: Sequence[tuple[str, Ask, float]] = (
        ("words", partial(_by_words, db), 0.15),
        ("a filter", partial(_by_filter, db, _FILTERS), 0.25),
        ("what is near", partial(_by_filter, db, _NEAR), 0.25),
    )
    claims = []
    for act, ask, least in acts:
        times = await in_turn(partial(_round, ask), floor, rounds)
        name = f"{act}, among {evenings:,} evenings"
        claims.append(Claim(name, "six events by their keys", "ms", *times, least=least))
    await db.close()
    return claims


async def _round(ask: Ask) -> float:
    """The median of milliseconds."""
    taken = []
    for number in range(QUESTIONS):
        started = time.perf_counter()
        await ask(number)
        taken.append((time.perf_counter() - started) * 1000)
    return median(taken)


async def _by_words(db: Database, number: int) -> None:
    words = search.words_of(_SAID[number % len(_SAID)])
    async with db.read(_PERSON) as tx:
        await search.search(tx.session, words=words, page=0, now=tx.now)


async def _by_filter(db: Database, filters: Sequence[Filter], number: int) -> None:
    wanted = filters[number % len(filters)]
    async with db.read(_PERSON) as tx:
        await programme.evenings(tx.session, wanted=wanted, person=ADMIRER, now=tx.now)


async def _by_key(db: Database, keys: Sequence[UUID], number: int) -> None:
    first = number % 100 * SHOWN
    asked = {"keys": keys[first : first + SHOWN]}
    async with db.read(_PERSON) as tx:
        (await tx.session.execute(_FLOOR, asked)).all()
