"""What is sealed stands masked before who looks after the portal, until they say why they look."""

import time

import asyncpg
import pytest

from tests.storage.rows.probes import acting, sign
from tests.storage.rows.world import World, make_world

REVEAL = "SELECT * FROM sec.reveal('users', $1, $2, $3)"
LOOKS = "SELECT * FROM audit_logs WHERE category = 'reveal'"
SEALED = {
    "users": ("email", "full_name", "phone_number", "profile_image_url"),
    "user_profiles": ("bio", "social_links", "company", "position", "location"),
    "telegram_accounts": ("first_name", "username"),
    "models": ("birth_date", "measurements", "portfolio", "portfolio_url"),
}


@pytest.fixture
async def world(superuser: asyncpg.Connection) -> World:
    world = await make_world(superuser)
    await superuser.execute(
        "UPDATE users SET phone_number = 'c2VhbGVk', phone_number_mask = '+48 ••• ••• 22'"
        f" WHERE id = {world.quoted()['giulia']}"
    )
    return world


def by(world: World, who: str) -> str:
    return sign(world, who, now=time.time())


async def test_support_reads_masks_and_nothing_behind_them(superuser, world) -> None:
    async with acting(superuser, "", role="portal_support") as support:
        for table, columns in SEALED.items():
            for column in columns:
                await support.fetch(f"SELECT {column}_mask FROM {table}")
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    async with support.transaction():
                        await support.fetch(f"SELECT {column} FROM {table}")
        shown = "SELECT phone_number_mask FROM users WHERE id = $1"
        assert await support.fetchval(shown, world["giulia"]) == "+48 ••• ••• 22"
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await support.fetch("SELECT * FROM audit_logs")


async def test_a_look_is_noted_once_with_its_reason(superuser, world) -> None:
    async with acting(superuser, "", role="portal_support") as support:
        row = await support.fetchrow(REVEAL, world["giulia"], "phone_number", " lost phone ")
        assert row["record"] == "c2VhbGVk"
        await support.execute("RESET ROLE")
        [look] = await support.fetch(LOOKS)
    assert (look["entity_type"], look["entity_id"]) == ("users", world["giulia"])
    assert '"field": "phone_number"' in look["changes"]
    assert '"reason": "lost phone"' in look["changes"]
    async with acting(superuser, by(world, "admin")) as bot:
        row = await bot.fetchrow(REVEAL, world["giulia"], "phone_number", "lost phone")
        again = await bot.fetchrow("SELECT * FROM sec.revealed($1)", row["look"])
        assert again["record"] == row["record"] == "c2VhbGVk"
        [shown] = await bot.fetch("SELECT * FROM sec.looks_at($1, 5)", world["giulia"])
        assert (shown["field"], shown["is_me"]) == ("phone_number", True)
        await bot.execute("RESET ROLE")
        [look] = await bot.fetch(LOOKS)
        assert look["user_id"] == world["admin"]
        await bot.execute("SET LOCAL ROLE portal_app")
        await bot.fetch("SELECT set_config('app.context', $1, true)", by(world, "house"))
        assert await bot.fetch("SELECT * FROM sec.revealed($1)", row["look"]) == []


@pytest.mark.parametrize("reason", ["", "  ", "no", "x" * 501, None])
async def test_without_a_reason_nothing_is_shown_and_nothing_noted(
    superuser, world, reason
) -> None:
    async with acting(superuser, by(world, "admin")) as bot:
        with pytest.raises(asyncpg.InvalidParameterValueError, match="say why"):
            async with bot.transaction():
                await bot.fetch(REVEAL, world["giulia"], "phone_number", reason)
        await bot.execute("RESET ROLE")
        assert await bot.fetch(LOOKS) == []


async def test_only_what_is_listed_can_be_looked_at(superuser, world) -> None:
    async with acting(superuser, by(world, "admin")) as bot:
        for field in ("password_hash", "id", "full_name; --", ""):
            with pytest.raises(asyncpg.InvalidParameterValueError, match="no such field"):
                async with bot.transaction():
                    await bot.fetch(REVEAL, world["giulia"], field, "because")
        assert await bot.fetch(REVEAL, world["giulia"], "email", "because") == []
        assert await bot.fetch(REVEAL, world["show"], "full_name", "because") == []


@pytest.mark.parametrize("who", ["giulia", "stranger", "house", "steward", "guardian", "nobody"])
async def test_nobody_else_looks_or_learns_that_somebody_is_there(superuser, world, who) -> None:
    async with acting(superuser, by(world, who)) as bot:
        for person in (world["giulia"], world["show"]):
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="not available"):
                async with bot.transaction():
                    await bot.fetch(REVEAL, person, "phone_number", "curious")
        for question in (
            "SELECT * FROM sec.masked_person('{giulia}')",
            "SELECT * FROM sec.find_people('{giulia}', 1, 'A1')",
            "SELECT * FROM sec.looks_at('{giulia}', 9)",
        ):
            assert await bot.fetch(question.format(giulia=world["giulia"])) == []
        assert await bot.fetchval("SELECT sec.people()") == (who != "nobody")


async def test_a_revoked_administrator_looks_no_more(superuser, world) -> None:
    await superuser.execute("UPDATE administrators SET revoked_at = now()")
    async with acting(superuser, by(world, "admin")) as bot:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await bot.fetch(REVEAL, world["giulia"], "phone_number", "because")


async def test_thirty_looks_within_an_hour_are_enough(superuser, world) -> None:
    async with acting(superuser, by(world, "admin")) as bot:
        for _ in range(30):
            await bot.fetch(REVEAL, world["giulia"], "phone_number", "because")
        with pytest.raises(asyncpg.PostgresError) as refused:
            async with bot.transaction():
                await bot.fetch(REVEAL, world["giulia"], "phone_number", "because")
        assert refused.value.sqlstate == "FP003"
        await bot.execute("RESET ROLE")
        assert len(await bot.fetch(LOOKS)) == 30


async def test_a_person_is_found_by_what_they_have_at_hand(superuser, world) -> None:
    async with acting(superuser, by(world, "admin")) as bot:
        number = "SELECT telegram_id FROM telegram_accounts WHERE user_id = $1"
        await bot.execute("RESET ROLE")
        telegram = await bot.fetchval(number, world["giulia"])
        await bot.execute("SET LOCAL ROLE portal_app")
        for asked in (
            (world["giulia"], None, None),
            (None, telegram, None),
            (None, None, "A1"),
            (None, None, "ABCD2345"),
        ):
            rows = await bot.fetch("SELECT * FROM sec.find_people($1, $2, $3)", *asked)
            assert [row[0] for row in rows] == [world["giulia"]], asked
        person = await bot.fetchrow("SELECT * FROM sec.masked_person($1)", world["giulia"])
        assert "+48 ••• ••• 22" in person["masks"]
        assert "c2VhbGVk" not in str(dict(person))


async def test_who_runs_the_portal_sees_the_rows_they_decide_about_and_no_more(
    superuser, world
) -> None:
    """Giulia waits as a designer and asks the house; her measures are nobody's business yet."""
    people = "SELECT id FROM users"
    async with acting(superuser, by(world, "admin")) as bot:
        assert {row["id"] for row in await bot.fetch(people)} == {world["admin"], world["giulia"]}
        assert await bot.fetch("SELECT * FROM models") == []
        assert [row["user_id"] for row in await bot.fetch("SELECT * FROM user_profiles")] == [
            world["admin"]
        ]
    await superuser.execute("UPDATE approvals SET trade = 'model'")
    async with acting(superuser, by(world, "admin")) as bot:
        assert {row["id"] for row in await bot.fetch(people)} == {
            world["admin"],
            world["giulia"],
            world["guardian"],
        }
        assert len(await bot.fetch("SELECT * FROM models")) == 1
    await superuser.execute("UPDATE approvals SET trade = 'organizer'")
    await superuser.execute(
        "UPDATE enquiries SET status = 'answered', answer = 'x', answered_at = now(),"
        f" answered_by = {world.quoted()['steward']}"
    )
    async with acting(superuser, by(world, "admin")) as bot:
        assert len(await bot.fetch("SELECT * FROM user_profiles")) == 2
        await bot.execute("RESET ROLE")
        await bot.execute(
            "UPDATE approvals SET status = 'approved', decided_by = user_id,"
            " decided_at = now() - interval '1 d'"
        )
        await bot.execute("SET LOCAL ROLE portal_app")
        assert [row["id"] for row in await bot.fetch(people)] == [world["admin"]]
        assert len(await bot.fetch("SELECT * FROM user_profiles")) == 1
