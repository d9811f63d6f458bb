"""Nobody is written to for marketing who did not agree: whoever asks the database, and however."""

from uuid import UUID

import asyncpg
import pytest

from domain import consents
from storage.ids import new_id
from storage.partitions import make_partitions
from tests.factories import Owner
from tests.storage.database_fixtures import Scratch
from tests.storage.test_consents import MANY, ONE, House, house, refuses, say

__all__ = ["house"]
ROLES = ("portal_worker", "portal_owner", "portal_definer", "postgres")


@pytest.fixture
async def anybody(database: Scratch):
    """A connection of the superuser, who may become everybody."""
    connection = await asyncpg.connect(database.dsn())
    yield connection
    await connection.close()


async def queue(house: House, person: UUID, campaign: UUID) -> UUID:
    """A message of a campaign that waits."""
    row = await house.owner.insert(
        "notifications",
        id=new_id(),
        user_id=person,
        campaign_id=campaign,
        lane=2,
        template="campaign",
        due_at=await house.owner.value("SELECT now() + interval '1 h'"),
    )
    id: UUID = row["id"]
    return id


async def how_it_ended(house: House, note: UUID) -> tuple[str, str | None]:
    row = (
        await house.owner.fetch("SELECT status, last_error FROM notifications WHERE id = $1", note)
    )[0]
    return row["status"], row["last_error"]


async def test_every_role_is_refused(anybody: asyncpg.Connection, house: House) -> None:
    silent, agreed = await house.person(), await house.person(says=True)
    superuser = await anybody.fetchval("SELECT current_user::text")
    for role in (*ROLES[:-1], superuser):
        await anybody.execute(f'SET ROLE "{role}"')
        await refuses(anybody, ONE.replace(" ON CONFLICT DO NOTHING", ""), silent, house.marketing)
        await refuses(anybody, MANY, [agreed, silent], house.marketing)
        await anybody.execute("RESET ROLE")
    await anybody.execute("SET session_replication_role = replica")
    await refuses(anybody, ONE, silent, house.marketing)
    await anybody.execute("RESET session_replication_role")
    assert await house.queued() == 0


async def test_a_month_is_no_way_around_nor_is_one_made_later(
    anybody: asyncpg.Connection, database: Scratch, house: House
) -> None:
    later = await anybody.fetchval("SELECT now() + interval '3 months'")
    await make_partitions(database.dsn("portal_migrate"), now=later)
    silent = await house.person()
    months = await anybody.fetch(
        "SELECT inhrelid::regclass::text AS name FROM pg_inherits"
        " WHERE inhparent = 'notifications'::regclass"
    )
    assert len(months) > 8
    for month in months:
        within = f"uuid_floor('{month['name'][-7:].replace('_', '-')}-02')"
        statement = ONE.replace("notifications", month["name"]).replace("uuidv7()", within)
        await refuses(anybody, statement, silent, house.marketing)
    with pytest.raises(asyncpg.PostgresError) as refusal:
        await anybody.copy_records_to_table(
            "notifications",
            records=[(new_id(), silent, house.marketing, 2, "campaign", later)],
            columns=["id", "user_id", "campaign_id", "lane", "template", "due_at"],
        )
    assert refusal.value.sqlstate == "FP002"
    this_month = await anybody.fetchval("SELECT 'notifications_' || to_char(now(), 'YYYY_MM')")
    await anybody.execute(f"ALTER TABLE {this_month} DISABLE TRIGGER require_consent")
    await anybody.execute(ONE.replace("notifications", this_month), silent, house.marketing)


@pytest.mark.parametrize(
    "change", ["user_id = $1", "campaign_id = $2", "type = 'email'", "due_at = now()"]
)
async def test_a_row_is_not_turned_into_one_that_nobody_agreed_to(
    anybody: asyncpg.Connection, house: House, change: str
) -> None:
    """Another person, another campaign, another channel, or one that had ended."""
    agreed, silent = await house.person(says=True), await house.person(holds="valid")
    note = await queue(house, agreed, house.marketing)
    if change.startswith("campaign_id"):
        note = await queue(house, silent, house.service)
    if change.startswith("due_at"):
        await say(house.owner.connection, agreed, granted=False)
        change += ", status = 'pending'"
    await refuses(
        anybody,
        f"UPDATE notifications SET {change} WHERE id = $3"
        " AND $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL",
        silent,
        house.marketing,
        note,
    )


async def test_a_broadcast_goes_to_no_other_chat_than_of_who_agreed(
    anybody: asyncpg.Connection, house: House
) -> None:
    agreed = await house.person(says=True)
    note = await queue(house, agreed, house.marketing)
    elsewhere = ONE.replace("(id,", "(chat_id, id,").replace("(uuidv7()", "(4711, uuidv7()")
    with pytest.raises(asyncpg.CheckViolationError):
        await anybody.execute(elsewhere, agreed, house.marketing)
    with pytest.raises(asyncpg.CheckViolationError):
        await anybody.execute("UPDATE notifications SET chat_id = 4711 WHERE id = $1", note)


async def test_a_campaign_that_was_sent_keeps_its_purpose(
    anybody: asyncpg.Connection, house: House
) -> None:
    change = "UPDATE campaigns SET purpose = 'marketing' WHERE id = $1"
    await queue(house, await house.person(holds="valid"), house.service)
    await refuses(anybody, change, house.service)
    await anybody.execute(
        "UPDATE campaigns SET purpose = 'service' WHERE id = $1", house.marketing
    )
    await anybody.execute(change, house.marketing)


async def test_taking_the_word_back_closes_what_waits_in_that_channel(house: House) -> None:
    person, other = await house.person(says=True, holds="valid"), await house.person(says=True)
    news, theirs = [await queue(house, each, house.marketing) for each in (person, other)]
    service = await queue(house, person, house.service)
    held = await queue(house, person, house.marketing)
    await house.owner.fetch(
        "UPDATE notifications SET lease_token = uuidv7(), leased_until = now() WHERE id = $1", held
    )
    await say(house.owner.connection, person, granted=False)
    assert await how_it_ended(house, news) == ("skipped", "withdrawn")
    assert await how_it_ended(house, held) == ("skipped", "withdrawn")
    assert await how_it_ended(house, service) == ("pending", None)
    assert await how_it_ended(house, theirs) == ("pending", None)


async def test_whose_data_rest_is_not_written_to_until_they_lift_it(
    anybody: asyncpg.Connection, house: House
) -> None:
    person = await house.person(says=True, holds="valid")
    news = await queue(house, person, house.marketing)
    await house.owner.fetch("UPDATE users SET restricted_at = now() WHERE id = $1", person)
    assert await how_it_ended(house, news) == ("skipped", "restricted")
    await refuses(anybody, ONE, person, house.marketing)
    await queue(house, person, house.service)
    await house.owner.fetch("UPDATE users SET restricted_at = NULL WHERE id = $1", person)
    await anybody.execute(ONE, person, house.marketing)


async def test_a_word_for_one_channel_or_purpose_is_none_for_another(
    anybody: asyncpg.Connection, house: House
) -> None:
    person = await house.person()
    for purpose, channel in (("marketing", "email"), ("suggestions", "push")):
        await house.owner.fetch(
            "INSERT INTO consents (user_id, purpose, channel, granted, version)"
            f" VALUES ($1, '{purpose}', '{channel}', true, 1)",
            person,
        )
    await refuses(anybody, ONE, person, house.marketing)


async def test_brand_and_stage_name_rest_with_their_person(owner: Owner, house: House) -> None:
    resting, paused = await house.person(), await house.person()
    for person in (resting, paused):
        await owner.insert(
            "designers", user_id=person, brand_name="Seta", approval_status="approved"
        )
    await owner.fetch(
        "UPDATE designers SET paused_at = now() - interval '1 d' WHERE user_id = $1", paused
    )
    shown = "SELECT count(*) FROM designers WHERE paused_at IS NULL"
    for resting_at, brands in (("now()", 0), ("NULL", 1)):
        await owner.fetch(f"UPDATE users SET restricted_at = {resting_at}")
        assert await owner.value(shown) == brands


async def test_the_database_knows_the_words_that_people_are_shown(owner: Owner) -> None:
    assert await owner.value("SELECT sec.words_version()") == consents.VERSION
