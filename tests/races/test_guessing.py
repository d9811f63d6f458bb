"""Words of promo codes, guessed by one person with many hands."""

import asyncio
from uuid import UUID

from domain import house_rules, promo_codes
from domain.actors import Person
from domain.errors import CodeRefused, CodeTrouble
from storage.database import Database
from tests.factories import MadeEvent, Owner, make_code, make_event, make_person
from tests.faults.crowd import eventually
from tests.races.test_asking import WAITS

_LOCK = "PERFORM pg_advisory_xact_lock(uuid_hash(v_who), hashtext('promo_tries'));"


async def guesses(db: Database, show: MadeEvent, who: UUID, word: str) -> CodeTrouble | None:
    """What is wrong with a word; None for a code."""
    async with db.begin(Person("person", who)) as tx:
        found = await promo_codes.look_up(
            tx.session,
            event_id=show.id,
            handle=promo_codes.handle(show.id, word),
            now=tx.now,
        )
    return found.trouble if isinstance(found, CodeRefused) else None


async def test_of_many_guesses_at_once_as_many_are_heard_as_the_house_allows(
    db: Database, owner: Owner
) -> None:
    show, who, other = await make_event(owner), await make_person(owner), await make_person(owner)
    await make_code(owner, show)
    assert await guesses(db, show, who, "HALF") is None
    heard = await asyncio.gather(*(guesses(db, show, who, f"WORD{n}") for n in range(25)))
    assert heard.count(CodeTrouble.UNKNOWN) == house_rules.WORDS.usual
    assert heard.count(CodeTrouble.LATER) == 25 - house_rules.WORDS.usual
    assert await guesses(db, show, who, "HALF") is CodeTrouble.LATER
    assert await guesses(db, show, other, "HALF") is None
    await owner.fetch("UPDATE promo_tries SET since = since - interval '15 min'")
    assert await guesses(db, show, who, "HALF") is None
    assert await guesses(db, show, who, "HOLF") is CodeTrouble.UNKNOWN
    assert await owner.value("SELECT wrong FROM promo_tries") == 1


async def two_at_the_last(db: Database, owner: Owner) -> CodeTrouble | None:
    """One more word is heard, and a second comes before the first is counted."""
    show, who = await make_event(owner), await make_person(owner)
    most = house_rules.WORDS.usual - 1
    await owner.insert(
        "promo_tries", user_id=who, wrong=most, since=await owner.value("SELECT now()")
    )
    async with db.begin(Person("person", who)) as tx:
        handle = promo_codes.handle(show.id, "ONE")
        await promo_codes.look_up(tx.session, event_id=show.id, handle=handle, now=tx.now)
        second = asyncio.create_task(guesses(db, show, who, "TWO"))
        await eventually(owner, WAITS, 1)
    return await second


async def test_a_guess_waits_for_the_one_before(db: Database, owner: Owner) -> None:
    assert await two_at_the_last(db, owner) is CodeTrouble.LATER


async def test_without_waiting_one_too_many_would_be_heard(db: Database, owner: Owner) -> None:
    source = await owner.value(
        "SELECT pg_get_functiondef('sec.try_promo(uuid, text, integer, interval,"
        " timestamptz)'::regprocedure)"
    )
    assert _LOCK in source
    await owner.connection.execute(source.replace(_LOCK, ""))
    assert await two_at_the_last(db, owner) is CodeTrouble.UNKNOWN
