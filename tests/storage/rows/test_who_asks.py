"""The definer's functions and the bot's rights let nobody act in the name of another."""

import time

import asyncpg
import pytest

from storage.context import Context
from tests.signing import SIGNER
from tests.storage.rows.probes import acting, sign

REFUSED = asyncpg.InsufficientPrivilegeError
INVITE = "SELECT sec.invite_staff('mine', {show}, 'manager', {by}, interval '1 hour')"
# What reads or writes for somebody, asked by nobody: the statement, and what it must find.
SPEECHLESS = (
    "SELECT count(*) FROM sec.administrators()",
    "SELECT sec.letters_to('sixteen bytes...', '-infinity')",
)


async def test_nobody_invites_themselves_into_the_team_of_a_house(superuser, world) -> None:
    names = world.quoted()
    invite = INVITE.format(show=names["show"], by=names["house"])
    for context in ("", sign(world, "giulia", now=time.time())):
        for attempt in (invite, f"SELECT count(*) FROM events WHERE ({invite})"):
            async with acting(superuser, context) as bot:
                with pytest.raises(REFUSED):
                    await bot.fetchval(attempt)
    async with acting(superuser, sign(world, "house", now=time.time())) as bot:
        assert await bot.fetchval(invite) is True


async def test_nobody_uses_a_link_for_another(superuser, world) -> None:
    names = world.quoted()
    redeem = f"SELECT outcome FROM sec.redeem_link('some link', {names['stranger']})"
    for context in ("", sign(world, "giulia", now=time.time())):
        async with acting(superuser, context) as bot:
            with pytest.raises(REFUSED):
                await bot.fetchval(redeem)
    async with acting(superuser, sign(world, "stranger", now=time.time())) as bot:
        assert await bot.fetchval(redeem) == "unknown"


async def test_nobody_is_found_by_their_telegram_number(superuser, world) -> None:
    number = await superuser.fetchval("SELECT min(telegram_id) FROM telegram_accounts")
    enter = "SELECT count(*) FROM sec.enter($1, NULL, 1, $2, NULL, NULL, NULL, NULL, NULL)"
    for context in ("", "forged", sign(world, "giulia", now=time.time())):
        async with acting(superuser, "") as bot:
            with pytest.raises(REFUSED):
                await bot.fetchval(enter, context, number)
    arrival = SIGNER.sign(Context("arrival"), now=time.time())
    async with acting(superuser, "") as bot:
        assert await bot.fetchval(enter, arrival, number) == 1


@pytest.mark.parametrize("statement", SPEECHLESS)
async def test_without_a_context_the_functions_know_nothing(
    superuser, world, statement: str
) -> None:
    async with acting(superuser, "") as bot:
        assert not await bot.fetchval(statement.format(**world.quoted()))


async def test_without_a_context_nobody_is_written_to(superuser, world) -> None:
    notify = "SELECT sec.notify(uuidv7(), $1, 1::smallint, 'x', '{}', now(), 'push')"
    count = "SELECT count(*) FROM notifications WHERE template = 'x'"
    for context, written in (("", 0), (sign(world, "stranger", now=time.time()), 1)):
        async with acting(superuser, context) as bot:
            await bot.fetch(notify, world["giulia"])
            await superuser.execute("RESET ROLE")
            assert await superuser.fetchval(count) == written


async def test_no_ticket_is_made_that_nobody_paid_for_or_out_to_another(superuser, world) -> None:
    """Who makes an event would see whomever they write onto a ticket of it, and who tried codes
    would hear which are taken."""
    ticket = (
        "INSERT INTO tickets (order_id, event_id, ticket_type_id, user_id, qr_code, short_code)"
        " VALUES ($1, $2, $3, $4, 'y', $5)"
    )
    place = (world["order"], world["show"], world["seat"])
    taken = await superuser.fetchval("SELECT short_code FROM tickets")

    async def makes(holder: str, code: str) -> None:
        async with acting(superuser, sign(world, "giulia", now=time.time())) as bot:
            await bot.execute(ticket, *place, world[holder], code)

    for code in (taken, "WXYZ6789"):
        with pytest.raises(REFUSED):
            await makes("giulia", code)
    await superuser.execute("UPDATE order_lines SET quantity = quantity + 1")
    with pytest.raises(REFUSED):
        await makes("stranger", "WXYZ6789")
    await makes("giulia", "WXYZ6789")
    async with acting(superuser, sign(world, "house", now=time.time())) as bot:
        with pytest.raises(REFUSED):
            await bot.execute("UPDATE tickets SET user_id = $1", world["stranger"])
