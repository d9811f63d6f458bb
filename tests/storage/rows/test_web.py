"""Nobody signs in as another by speaking SQL: what makes a session wants the pages' context and a
proof, and the bot reads no password."""

import time

import asyncpg
import pytest

from storage.context import Context
from tests.signing import SIGNER
from tests.storage.rows.probes import acting, sign
from tests.storage.rows.world import World, make_world

REFUSED = asyncpg.InsufficientPrivilegeError
FOR_PAGES = (
    "SELECT sec.look_at_web_link('digest', 'sign_in', true, interval '0')",
    "SELECT sec.sign_in_by_link("
    "'digest', uuidv7(), 'x', NULL, NULL, NULL, interval '1 h', interval '0')",
    "SELECT sec.set_password('digest', 'x', NULL, interval '0')",
    "SELECT sec.begin_sign_in('sixteen bytes...', NULL, interval '0')",
    "SELECT sec.refuse_sign_in('sixteen bytes...', NULL)",
    "SELECT sec.sign_in_by_password('sixteen bytes...', NULL, 'hash', NULL, uuidv7(), 'x', NULL,"
    " NULL, NULL, interval '1 h', interval '0')",
    "SELECT sec.enter_web(current_setting('app.context'), 'digest', interval '1 h',"
    " interval '1 d', interval '0')",
)
FOR_NOBODY = (
    "SELECT password_hash FROM users",
    "SELECT * FROM web_links",
    "SELECT * FROM sign_in_tries",
    "SELECT * FROM promo_tries",
    "DELETE FROM promo_tries",
    "INSERT INTO sessions (user_id, token, expires_at) VALUES ({giulia}, 'y', now())",
    "UPDATE sessions SET token = 'x'",
    "SELECT sec.open_session("
    "{admin}, 'link', uuidv7(), 'x', NULL, NULL, NULL, interval '1 h', interval '0')",
    "SELECT sec.is_staff({admin})",
)


@pytest.fixture
async def world(superuser: asyncpg.Connection) -> World:
    made = await make_world(superuser)
    await superuser.execute(
        "UPDATE users SET password_hash = 'hash', email_index = 'sixteen bytes...' WHERE id = $1",
        made["admin"],
    )
    await superuser.execute(
        "INSERT INTO web_links (user_id, digest, purpose, expires_at)"
        " VALUES ($1, 'digest', 'sign_in', now() + interval '1 h')",
        made["admin"],
    )
    return made


async def test_only_the_web_pages_reach_what_signs_in(superuser, world) -> None:
    arrival = SIGNER.sign(Context("arrival"), now=time.time())
    for context in (
        "",
        arrival,
        *(sign(world, each, now=time.time()) for each in ("giulia", "admin")),
    ):
        for statement in FOR_PAGES:
            async with acting(superuser, context) as bot:
                with pytest.raises(REFUSED):
                    await bot.fetch(statement)


async def test_the_pages_themselves_need_a_proof(superuser, world) -> None:
    web = SIGNER.sign(Context("web"), now=time.time())
    for statement in FOR_NOBODY:
        async with acting(superuser, web) as bot:
            with pytest.raises(REFUSED):
                await bot.fetch(statement.format(**world.quoted()))
    wrong = FOR_PAGES[5].replace("'hash'", "'another hash'")
    async with acting(superuser, web) as bot:
        assert await bot.fetchval(wrong) is False
        assert await bot.fetchval(FOR_PAGES[5]) is True


async def test_sessions_are_ended_by_whose_they_are_or_who_runs_the_portal(
    superuser, world
) -> None:
    end = f"SELECT sec.end_sessions({world.quoted()['giulia']})"
    for context in ("", sign(world, "stranger", now=time.time())):
        async with acting(superuser, context) as bot:
            with pytest.raises(REFUSED):
                await bot.fetchval(end)
    for name in ("giulia", "admin"):
        async with acting(superuser, sign(world, name, now=time.time())) as bot:
            assert await bot.fetchval(end) == 1
