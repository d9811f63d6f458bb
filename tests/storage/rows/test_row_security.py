"""Everybody sees what is theirs and nobody else's, whatever they write into a statement."""

import time

import asyncpg
import pytest

from storage.context import Context, Signer
from storage.ids import new_id
from tests.signing import KEY, SIGNER
from tests.storage.rows.probes import ADDITIONS, CHANGES, REMOVALS, acting, attempt, sign
from tests.storage.rows.world import World

# Whose rows a table holds, for who must see exactly their own: the column of the person.
# fmt: off
OWNED = (
    "orders", "tickets", "notifications", "sessions", "user_profiles", "dialog_drafts",
    "email_confirmations",
    "models", "approvals", "follows", "user_quota", "enquiries", "consents",
    "consent_states", "data_requests", "erasures", "telegram_accounts",
)
# fmt: on
INJECTIONS = [
    "user_id IS NULL OR 1 = 1 --",
    "false UNION ALL SELECT t.* FROM {table} t",
    "user_id IS NULL OR set_config('app.context', '{forged}', true) IS NOT NULL",
    "user_id = (WITH x AS MATERIALIZED (SELECT set_config('app.context', '{forged}', true))"
    " SELECT {victim}::uuid FROM x)",
    "user_id IS NULL OR sec.uid() IS NOT NULL",
]


def tries() -> list[tuple[str, str]]:
    """Every try of the probes: a table and what is tried there."""
    return [
        *((table, "change") for table in CHANGES),
        *((table, "remove") for table in REMOVALS),
        *((table, "add") for table in ADDITIONS),
    ]


async def policies(superuser: asyncpg.Connection) -> list[asyncpg.Record]:
    """The policies that say who the bot's people are to a row."""
    return await superuser.fetch(
        "SELECT tablename, policyname, cmd FROM pg_policies"
        " WHERE 'portal_app' = ANY (roles) AND (qual <> 'true' OR with_check <> 'true')"
        " ORDER BY tablename, policyname"
    )


async def test_a_person_sees_their_own_rows_whatever_the_filter_says(
    superuser: asyncpg.Connection, world: World
) -> None:
    context = sign(world, "giulia", now=time.time())
    forged = Signer(bytes(32)).sign(Context("person", world["house"]), now=time.time())
    for table in OWNED:
        mine = await superuser.fetchval(
            f"SELECT count(*) FROM {table} WHERE user_id = $1", world["giulia"]
        )
        assert mine, table
        async with acting(superuser, context) as bot:
            rows = await bot.fetch(f"SELECT user_id FROM {table}")
            assert [row["user_id"] for row in rows] == [world["giulia"]] * mine, table
    for table in ("orders", "user_profiles", "tickets"):
        for injection in INJECTIONS:
            told = injection.format(table=table, forged=forged, victim=world.quoted()["house"])
            async with acting(superuser, context) as bot:
                rows = await bot.fetch(f"SELECT * FROM {table} WHERE {told}")
                assert {row["user_id"] for row in rows} <= {world["giulia"]}, told
                if "set_config" in told:
                    assert await bot.fetch(f"SELECT * FROM {table}") == []


async def test_a_context_that_we_did_not_sign_is_nobodys(
    superuser: asyncpg.Connection, world: World
) -> None:
    now = time.time()
    good = sign(world, "giulia", now=now)
    uid = str(world["giulia"])
    altered = "0" if uid[-1] != "0" else "1"
    retired = Signer(b"r" * 32)
    await superuser.execute(
        "INSERT INTO sec.context_keys (kid, inner_block, outer_block, retired_at)"
        " VALUES ($1, $2, $3, now())",
        retired.kid,
        *retired.blocks(),
    )
    wrong = {
        "none": "",
        "words": "giulia",
        "bars": "||||",
        "no end": good.rpartition("|")[0],
        "another person": good.replace(uid, uid[:-1] + altered),
        "another capacity": good.replace("|person|", "|house|"),
        "longer": good.replace(f"|{int(now) + 60}|", f"|{int(now) + 600}|"),
        "over": sign(world, "giulia", now=now - 61),
        "retired": sign(world, "giulia", signer=retired, now=now),
        "strange key": sign(world, "giulia", signer=Signer(KEY), now=now),
    }
    for what, context in wrong.items():
        async with acting(superuser, context) as bot:
            for table in OWNED:
                assert await bot.fetchval(f"SELECT count(*) FROM {table}") == 0, (what, table)
            for table, command in tries():
                reached = await attempt(bot, world, table, command)
                own = table in {"users", "user_profiles", "telegram_accounts"}
                assert reached + (own and command == "change") == 0, (what, table, command)
    async with acting(superuser, good) as bot:
        assert await bot.fetchval("SELECT count(*) FROM orders") == 1


async def test_nothing_is_given_away_or_taken_in_anothers_name(
    superuser: asyncpg.Connection, world: World
) -> None:
    for statement in (
        "UPDATE orders SET user_id = {stranger}",
        "UPDATE tickets SET user_id = {stranger}, order_id = {other}",
        "INSERT INTO orders (user_id, event_id, status, total_amount, currency, number)"
        " VALUES ({stranger}, {show}, 'completed', 0, 'EUR', 'y')",
        "UPDATE designers SET approval_status = 'approved'",
        "UPDATE guardian_consents SET granted = true, decided_at = now()",
        "INSERT INTO notifications (user_id, lane, template) VALUES ({stranger}, 0, 'x')",
        "UPDATE quotas SET size = 999",
        "UPDATE quotas SET closed = true",
        "SELECT * FROM sec.context_keys",
        "SELECT * FROM sec.audience('marketing', 'everyone', {house}, NULL, NULL, {giulia}, 9)",
        "SELECT * FROM sec.part_of_audience('marketing', 'everyone', {house}, NULL, 'models',"
        " {giulia}, 9)",
    ):
        async with acting(superuser, sign(world, "giulia", now=time.time())) as bot:
            told = statement.format(**world.quoted() | {"other": "gen_random_uuid()"})
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await bot.execute(told)


async def test_nobody_asks_about_an_order_of_another(
    superuser: asyncpg.Connection, world: World
) -> None:
    asked = (
        "INSERT INTO enquiries (user_id, topic, message, order_id) VALUES ($1, 'other', 'y', $2)"
    )
    for order in (world["order"], new_id()):
        async with acting(superuser, sign(world, "stranger", now=time.time())) as bot:
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
                await bot.execute(asked, world["stranger"], order)
    async with acting(superuser, sign(world, "giulia", now=time.time())) as bot:
        await bot.execute(asked, world["giulia"], world["order"])


async def test_a_stranger_reaches_nothing(superuser: asyncpg.Connection, world: World) -> None:
    context = sign(world, "stranger", now=time.time())
    for policy in await policies(superuser):
        table, command = policy["tablename"], policy["policyname"]
        async with acting(superuser, context) as bot:
            assert await attempt(bot, world, table, command) == 0, (table, command)


async def test_with_any_policy_wide_open_a_stranger_reaches_something(
    superuser: asyncpg.Connection, world: World
) -> None:
    """The probes are not blind: each policy is all that stands between a stranger and rows."""
    context = sign(world, "stranger", now=time.time())
    blind = []
    for policy in await policies(superuser):
        table, command = policy["tablename"], policy["policyname"]
        parts = {"INSERT": "WITH CHECK (true)", "UPDATE": "USING (true) WITH CHECK (true)"}
        open_wide = parts.get(policy["cmd"], "USING (true)")
        whole = superuser.transaction()
        await whole.start()
        await superuser.execute(f"ALTER POLICY {command} ON {table} {open_wide}")
        async with acting(superuser, context) as bot:
            if await attempt(bot, world, table, command) <= 0:
                blind.append((table, command))
        await whole.rollback()
    assert blind == []


async def test_who_may_sees(superuser: asyncpg.Connection, world: World) -> None:
    seen = {
        "house": {"orders": 1, "tickets": 1, "checkins": 1, "events": 2, "campaigns": 1},
        "steward": {"tickets": 1, "checkins": 1, "event_staff": 1, "campaigns": 0},
        "admin": {"orders": 1, "models": 0, "designers": 1, "enquiries": 1, "users": 2},
        "guardian": {"guardian_consents": 1, "models": 0, "users": 1},
    }
    for who, tables in seen.items():
        async with acting(superuser, sign(world, who, now=time.time())) as bot:
            for table, rows in tables.items():
                assert await bot.fetchval(f"SELECT count(*) FROM {table}") == rows, (who, table)
            names = await bot.fetch("SELECT full_name FROM users ORDER BY 1")
            if who in {"house", "steward"}:
                assert [row["full_name"] for row in names] == ["Giulia", "House", "Steward"]
    async with acting(superuser, "", role="portal_support") as support:
        assert await support.fetchval("SELECT count(*) FROM events") == 1


async def test_an_error_tells_no_stranger_that_something_is_there(
    superuser: asyncpg.Connection, world: World
) -> None:
    async with acting(superuser, sign(world, "stranger", now=time.time())) as bot:
        for key in (world["order"], world["giulia"]):
            statement = (
                "INSERT INTO payments (order_id, event_id, amount, currency, payment_method)"
                " VALUES ($1, $2, 1, 'EUR', 'y')"
            )
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
                async with bot.transaction():
                    await bot.execute(statement, key, world["show"])


def test_a_signer_shows_no_key() -> None:
    assert KEY.hex() not in repr(SIGNER)
    assert repr(SIGNER) == f"Signer({SIGNER.kid})"
