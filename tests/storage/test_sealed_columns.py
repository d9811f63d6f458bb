"""What people tell us is ciphertext in its columns, also what an older portal left in clear."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import orjson
import pytest

from domain import drafts, people
from domain.actors import Person
from storage.database import Database
from storage.errors import KeyDestroyed, KeysUnavailable, Tampered
from storage.ids import new_id
from storage.security.postgres_store import PostgresKeyStore
from storage.security.sealing import SEALED_COLUMNS, open_row
from storage.security.sweep import mask_some, seal_some
from storage.security.vault import Vault
from tests.factories import Owner
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

NOW = datetime.now(UTC)
CANARY = "CANARY Élise Conti"


@pytest.fixture
async def db(database: Scratch) -> AsyncIterator[Database]:
    opened = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    yield opened
    await opened.close()


@pytest.fixture
async def owners(database: Scratch) -> AsyncIterator[Database]:
    opened = Database(database.dsn("portal_migrate"), role="portal_owner", vault=VAULT)
    yield opened
    await opened.close()


async def enter(db: Database, name: str = CANARY) -> Person:
    return await people.enter(
        db, bot_id=1, telegram_id=5_000_000_001, chat_id=5_000_000_001, name=name, language="en"
    )


async def test_a_name_is_sealed_and_only_a_new_one_is_written(db: Database, owner: Owner):
    person = await enter(db)
    assert person.is_new
    before = await owner.fetch("SELECT xmin, first_name FROM telegram_accounts")
    assert CANARY not in str(before)
    assert not (await enter(db)).is_new
    assert await owner.fetch("SELECT xmin, first_name FROM telegram_accounts") == before
    await enter(db, "Elisa")
    [account] = await owner.opened("telegram_accounts", "SELECT * FROM telegram_accounts")
    [user] = await owner.opened("users", "SELECT * FROM users")
    assert (account["first_name"], user["full_name"]) == ("Elisa", CANARY)


async def test_what_is_in_the_rows_cannot_be_read_there(db: Database, owner: Owner):
    person = await enter(db)
    async with db.begin(person) as tx:
        await drafts.begin(
            tx.session,
            user_id=person.id,
            form="profile",
            step="bio",
            answers={"bio": CANARY},
            now=tx.now,
        )
    async with db.read(person) as tx:
        draft = await drafts.get(tx.session, user_id=person.id, form="profile", now=tx.now)
    assert draft.answers == {"bio": CANARY}
    [row] = await owner.fetch("SELECT * FROM dialog_drafts")
    assert "CANARY" not in str(row)
    await owner.connection.execute("UPDATE dialog_drafts SET id = uuidv7()")
    async with db.read(person) as tx:
        with pytest.raises(Tampered):
            await drafts.get(tx.session, user_id=person.id, form="profile", now=tx.now)


async def test_older_rows_are_sealed_once(owners: Database, owner: Owner):
    user, draft, enquiry = new_id(), new_id(), new_id()
    measures = {"bust": 86, "waist": 61, "hips": 89, "shoe": None, "measured_on": "2026-01-01"}
    for statement, *values in (
        ("INSERT INTO users (id, full_name) VALUES ($1, $2)", user, CANARY),
        (
            "INSERT INTO telegram_accounts (telegram_id, user_id, first_name, username)"
            " VALUES (7, $1, $2, 'CANARY_user')",
            user,
            CANARY,
        ),
        (
            "INSERT INTO dialog_drafts (id, user_id, form, answers) VALUES ($1, $2, 'x', $3)",
            draft,
            user,
            orjson.dumps({"bio": CANARY}).decode(),
        ),
        (
            "INSERT INTO enquiries (id, user_id, topic, message) VALUES ($1, $2, 'other', $3)",
            enquiry,
            user,
            CANARY,
        ),
        (
            "INSERT INTO models (user_id, birth_date, measurements) VALUES ($1, $2, $3)",
            user,
            "1999-05-24",
            orjson.dumps(measures).decode(),
        ),
    ):
        await owner.connection.execute(statement, *values)

    async def sweep() -> int:
        sealed = 0
        for column in SEALED_COLUMNS:
            async with owners.begin(Person(capacity="operator")) as tx:
                sealed += await seal_some(tx.session, column)
        return sealed

    assert await sweep() == 7
    assert await sweep() == 0
    for table in {column.table for column in SEALED_COLUMNS}:
        rows = await owner.fetch(f"SELECT * FROM {table}")
        assert "CANARY" not in str(rows)
        assert "1999-05-24" not in str(rows)
    told = str(await owner.fetch("SELECT changes FROM audit_logs WHERE action = 'update'"))
    assert "birth_date" in told
    assert "CANARY" not in told
    assert "1999-05-24" not in told
    [row] = await owner.opened("models", "SELECT * FROM models")
    assert (row["birth_date"], row["measurements"]) == ("1999-05-24", measures)
    [row] = await owner.opened("enquiries", "SELECT * FROM enquiries")
    assert row["message"] == CANARY
    [row] = await owner.opened("telegram_accounts", "SELECT * FROM telegram_accounts")
    assert row["username"] == "CANARY_user"


async def test_masks_that_are_missing_are_made_once_also_of_what_cannot_be_read(
    db: Database, owners: Database, owner: Owner
):
    ann, erased = await enter(db), new_id()
    await owner.insert("users", id=erased, full_name="Somebody Else")
    await owner.insert(
        "user_profiles",
        user_id=erased,
        social_links={"links": ["https://instagram.com/somebody"]},
    )
    await owner.insert("models", user_id=ann.id, measurements={"bust": 86})
    await VAULT.destroy(erased)
    for table in {each.table for each in SEALED_COLUMNS if each.mask}:
        masks = [each.masked for each in SEALED_COLUMNS if each.table == table]
        nothing = ", ".join(f"{mask} = NULL" for mask in masks)
        await owner.connection.execute(f"UPDATE {table} SET {nothing}")

    async def sweep() -> int:
        made = 0
        for column in SEALED_COLUMNS:
            async with owners.begin(Person(capacity="operator")) as tx:
                made += await mask_some(tx.session, column)
        return made

    assert await sweep() == 5
    assert await sweep() == 0
    shown = "SELECT full_name_mask FROM users WHERE id = $1"
    assert await owner.value(shown, ann.id) == "C••• É••• C•••"
    assert await owner.value(shown, erased) == "•••"
    assert await owner.value("SELECT first_name_mask FROM telegram_accounts") == "C••• É••• C•••"
    assert (
        await owner.value("SELECT social_links_mask FROM user_profiles WHERE user_id = $1", erased)
        == "•••"
    )
    row = (await owner.fetch("SELECT * FROM models"))[0]
    assert (row["measurements_mask"], row["portfolio_mask"]) == ("•••", None)


async def test_whoever_seals_writes_the_mask_with_it(owner: Owner):
    user = await owner.insert(
        "users", full_name=CANARY, email="canary@example.org", phone_number="+48 601 234 522"
    )
    masks = ("full_name_mask", "email_mask", "phone_number_mask", "profile_image_url_mask")
    assert [user[mask] for mask in masks] == [
        "C••• É••• C•••",
        "c•••@e•••.org",
        "+48 ••• ••• 22",
        None,
    ]


async def test_without_the_key_store_who_is_known_goes_on_and_nobody_is_kept_in_clear(
    db: Database, database: Scratch, owner: Owner
):
    await enter(db)
    away = Database(
        database.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=Vault(PostgresKeyStore("postgresql://127.0.0.1:1/keys"), VAULT._read_master),
    )
    before = await owner.fetch("SELECT * FROM telegram_accounts")
    assert not (await enter(away)).is_new
    assert not (await enter(away, "Elisa")).is_new  # a new name waits for the next time
    with pytest.raises(KeysUnavailable):
        await people.enter(away, bot_id=1, telegram_id=8, chat_id=8, name=CANARY, language="en")
    assert await owner.fetch("SELECT * FROM telegram_accounts") == before
    assert await owner.value("SELECT count(*) FROM users") == 1
    await away.close()


async def test_after_their_key_is_destroyed_nothing_of_a_person_can_be_read(
    db: Database, owner: Owner
):
    person = await enter(db)
    assert await VAULT.destroy(person.id)
    [user] = await owner.fetch("SELECT * FROM users")
    with pytest.raises(KeyDestroyed):
        await open_row(VAULT, "users", user)
    assert (await enter(db, "Somebody Else")).id == person.id
    assert [await owner.value("SELECT full_name FROM users")] == [user["full_name"]]
