"""Who may do what, and what the owner of a function may not be talked into."""

import time

import asyncpg
import pytest

from storage.bootstrap import LOGINS, bootstrap, require_server
from storage.context import Context
from tests.signing import SIGNER, act_as
from tests.storage.database_fixtures import Scratch

UNREACHABLE = [
    "TRUNCATE orders",
    "SET ROLE portal_owner",
    "ALTER TABLE orders DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "SELECT pg_read_file('PG_VERSION')",
    "COPY users TO PROGRAM 'true'",
    "DELETE FROM orders",
    "INSERT INTO administrators (user_id) SELECT id FROM users LIMIT 1",
    "UPDATE users SET status = 'active'",
    "SELECT * FROM audit_logs",
    "SELECT digest FROM one_time_links",
    "UPDATE quotas SET event_id = event_id",
    "CREATE TABLE mine (id int)",
]


@pytest.mark.parametrize("statement", UNREACHABLE)
async def test_the_bot_cannot(database: Scratch, statement: str):
    bot = await asyncpg.connect(database.dsn("portal_app"))
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await bot.execute(statement)
    finally:
        await bot.close()


async def test_nobody_but_the_superuser_passes_row_security(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    strong = await owner.fetch(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'portal%' AND (rolsuper OR rolbypassrls"
        " OR rolcreaterole OR rolcreatedb)"
    )
    everybodys = await owner.fetch(
        """
        SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a
        WHERE a.grantee = 0 AND c.relnamespace = 'public'::regnamespace
            AND c.relowner = 'portal_owner'::regrole
        """
    )
    await owner.close()
    assert strong == []
    assert everybodys == []


async def test_rights_stand_on_parents_of_partitions_only(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    granted = await owner.fetch(
        "SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a"
        " WHERE c.relispartition AND a.grantee <> c.relowner"
    )
    await owner.close()
    assert granted == []


async def test_every_function_is_closed_and_every_definer_pins_its_path(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    rows = await owner.fetch(
        """
        SELECT p.oid::regprocedure::text AS name, p.prosecdef AS definer, p.proconfig AS settings,
            p.proowner::regrole::text AS owner,
            EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                    WHERE a.grantee = 0) AS open
        FROM pg_proc p
        WHERE p.proowner IN ('portal_owner'::regrole, 'portal_definer'::regrole)
        """
    )
    await owner.close()
    assert len(rows) > 10
    assert [row["name"] for row in rows if row["open"]] == []
    definers = [row for row in rows if row["definer"]]
    assert {row["owner"] for row in definers} == {"portal_definer"}
    assert all('search_path=""' in row["settings"] for row in definers)


async def test_every_role_has_its_limits(database: Scratch):
    for role, limits in LOGINS.items():
        if role == "portal_backup":
            continue
        connection = await asyncpg.connect(database.dsn(role))
        for setting, value in limits.items():
            assert await connection.fetchval(f"SHOW {setting}") == value
        assert await connection.fetchval("SHOW idle_in_transaction_session_timeout") == "10s"
        await connection.close()


async def test_bootstrap_again_changes_nothing_that_works(empty_database: Scratch):
    await bootstrap(empty_database.dsn(), empty_database.servers.passwords)
    assert (await require_server(empty_database.dsn("portal_app"))).startswith("18")


async def test_the_definer_lets_a_link_be_used_once(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    bot = await asyncpg.connect(database.dsn("portal_app"))
    first, second = [
        await owner.fetchval("INSERT INTO users DEFAULT VALUES RETURNING id") for _ in range(2)
    ]
    await owner.execute(
        "INSERT INTO one_time_links (digest, purpose, expires_at) VALUES"
        " ('fresh', 'administrator', now() + interval '1 hour'),"
        " ('stale', 'administrator', now() - interval '1 hour')"
    )
    redeem = "SELECT outcome FROM sec.redeem_link($1, $2)"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await bot.fetchval(redeem, "fresh", first)
    await act_as(bot, first)
    assert await bot.fetchval(redeem, "nothing", first) == "unknown"
    assert await bot.fetchval(redeem, "stale", first) == "expired"
    assert await bot.fetchval(redeem, "fresh", first) == "ok"
    assert await bot.fetchval(redeem, "fresh", first) == "ok"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await bot.fetchval(redeem, "fresh", second)
    await act_as(bot, second)
    assert await bot.fetchval(redeem, "fresh", second) == "used"
    assert await owner.fetchval("SELECT count(*) FROM administrators") == 1
    await bot.close()
    await owner.close()


async def test_a_first_administrator_is_offered_only_while_there_is_none(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    bot = await asyncpg.connect(database.dsn("portal_app"))
    offer = "SELECT sec.offer_first_administrator($1, interval '1 day')"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await bot.fetchval(offer, "anybody's")
    signed = SIGNER.sign(Context("operator"), now=time.time())
    await bot.fetch("SELECT set_config('app.context', $1, false)", signed)
    assert await bot.fetchval(offer, "one") is True
    assert await bot.fetchval(offer, "two") is True
    kept = await owner.fetch("SELECT digest FROM one_time_links")
    assert [row["digest"] for row in kept] == ["two"]
    await owner.execute("INSERT INTO users DEFAULT VALUES")
    await owner.execute("INSERT INTO administrators (user_id) SELECT id FROM users")
    assert await bot.fetchval(offer, "three") is False
    await bot.close()
    await owner.close()
