"""`sec.enter`: who writes to the bot, in one round trip."""

import asyncio
import time
from datetime import timedelta

import asyncpg
import pytest

from storage.context import Context
from storage.ids import new_id
from storage.security.masks import of_name
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

ENTER = "SELECT * FROM sec.enter($1, $2, $3, $4, $5, $6, $7, $8, $9)"
ANN = 5_000_000_001


@pytest.fixture
async def owner(database: Scratch):
    connection = await asyncpg.connect(database.dsn())
    yield connection
    await connection.close()


@pytest.fixture
async def bot(database: Scratch):
    pool = await asyncpg.create_pool(database.dsn("portal_app"), min_size=0, max_size=10)
    yield pool
    await pool.close()


async def enter(bot, telegram_id=ANN, *, chat=ANN, name="Ann", language="it", by=1):
    """As the bot does: first without a name, which is sealed only for whom it is known to be."""
    signed = SIGNER.sign(Context("arrival"), now=time.time())
    who = (by, telegram_id, chat, language)
    known = await bot.fetchrow(ENTER, signed, None, *who, None, None, None)
    if known is None:
        return await bot.fetchrow(ENTER, signed, new_id(), *who, name, name, of_name(name))
    if known["first_name"] == name:
        return known
    return await bot.fetchrow(ENTER, signed, None, *who, None, name, of_name(name))


async def test_a_stranger_becomes_a_person_with_a_profile(owner, bot):
    row = await enter(bot)
    assert (row["is_new"], row["locale"], row["status"]) == (True, "it", "active")
    assert list(row["roles"]) == ["attendee"]
    profiles = await owner.fetch("SELECT user_id FROM user_profiles")
    assert [each["user_id"] for each in profiles] == [row["user_id"]]
    account = await owner.fetchrow("SELECT * FROM telegram_accounts")
    assert (account["telegram_id"], account["chat_id"], account["reachable"]) == (ANN, ANN, True)


async def test_the_second_time_writes_nothing(owner, bot):
    first = await enter(bot)
    before = await _versions(owner)
    again = await enter(bot)
    assert (again["user_id"], again["is_new"]) == (first["user_id"], False)
    assert await _versions(owner) == before


async def test_many_updates_of_a_stranger_at_once_make_one_person(owner, bot):
    rows = await asyncio.gather(*(enter(bot) for _ in range(30)))
    assert len({row["user_id"] for row in rows}) == 1
    assert sum(row["is_new"] for row in rows) == 1
    assert await owner.fetchval("SELECT count(*) FROM users") == 1


async def test_a_new_name_and_language_are_noticed_but_a_chosen_language_stays(owner, bot):
    await enter(bot)
    assert (await enter(bot, name="Anna", language="fr"))["locale"] == "fr"
    await owner.execute("UPDATE telegram_accounts SET chosen_language = 'en'")
    assert (await enter(bot, name="Anna", language="it"))["locale"] == "en"
    assert await owner.fetchval("SELECT first_name FROM telegram_accounts") == "Anna"


async def test_a_name_comes_with_its_mask_and_a_new_one_with_a_new_one(owner, bot):
    masks = (
        "SELECT u.full_name_mask, a.first_name_mask FROM users u"
        " JOIN telegram_accounts a ON a.user_id = u.id"
    )
    await enter(bot, name="Ann Osei")
    assert tuple(await owner.fetchrow(masks)) == ("A••• O•••", "A••• O•••")
    await enter(bot, name="Bea")
    await enter(bot, name="Bea", language="fr")
    assert tuple(await owner.fetchrow(masks)) == ("A••• O•••", "B•••")


async def test_somebody_who_writes_again_is_reachable_again(owner, bot):
    await enter(bot)
    await owner.execute("UPDATE telegram_accounts SET reachable = false, blocked_at = now()")
    await enter(bot, chat=None)
    assert await owner.fetchval("SELECT reachable FROM telegram_accounts") is False
    await enter(bot)
    account = await owner.fetchrow("SELECT reachable, blocked_at FROM telegram_accounts")
    assert tuple(account) == (True, None)


async def test_a_group_is_never_where_somebody_is_reached(owner, bot):
    await enter(bot, chat=-1_000_000_001)
    assert await owner.fetchval("SELECT chat_id FROM telegram_accounts") is None
    await enter(bot)
    await enter(bot, chat=-1_000_000_001)
    assert await owner.fetchval("SELECT chat_id FROM telegram_accounts") == ANN


async def test_roles_come_from_rows_that_are_approved_and_not_revoked(owner, bot):
    user = (await enter(bot))["user_id"]
    await owner.execute("INSERT INTO administrators (user_id) VALUES ($1)", user)
    await owner.execute(
        "INSERT INTO organizer_applications (user_id, approval_status) VALUES ($1, 'approved')",
        user,
    )
    await owner.execute("INSERT INTO designers (user_id, brand_name) VALUES ($1, 'B')", user)
    await owner.execute(
        "INSERT INTO models (user_id, approval_status, consented_at)"
        " VALUES ($1, 'pending', now())",
        user,
    )
    assert set((await enter(bot))["roles"]) == {"attendee", "admin", "organizer"}
    await owner.execute("UPDATE administrators SET revoked_at = now()")
    await owner.execute("UPDATE designers SET approval_status = 'approved'")
    await owner.execute("UPDATE models SET approval_status = 'approved'")
    event = await owner.fetchval(
        "INSERT INTO events (organizer_id, title, type, currency, time_zone, start_date, end_date)"
        " VALUES ($1, 'E', 'workshop', 'EUR', 'UTC', now(), now() + interval '1 h') RETURNING id",
        user,
    )
    await owner.execute("INSERT INTO event_staff VALUES ($1, $2, 'steward')", event, user)
    roles = (await enter(bot))["roles"]
    assert set(roles) == {"attendee", "organizer", "designer", "model", "staff"}


async def test_a_suspended_person_is_told_apart(owner, bot):
    await enter(bot)
    await owner.execute("UPDATE users SET status = 'inactive'")
    assert (await enter(bot))["status"] == "inactive"


async def test_the_last_login_moves_once_a_day(owner, bot):
    await enter(bot)
    await owner.execute("UPDATE users SET last_login = last_login - interval '25 hours'")
    await enter(bot)
    age = await owner.fetchval("SELECT now() - last_login FROM users")
    assert age < timedelta(minutes=1)


async def test_an_over_long_name_is_cut_not_refused(bot):
    assert (await enter(bot, name="🧵" * 500))["is_new"] is True


async def _versions(owner) -> list:
    return [
        [row[0] for row in await owner.fetch(f"SELECT xmin::text || ctid::text FROM {table}")]
        for table in ("users", "user_profiles", "telegram_accounts")
    ]
