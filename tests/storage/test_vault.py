"""What is sealed opens in its place and nowhere else, and not at all without its key."""

import re
import sqlite3
import stat
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest
import structlog
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import KeyDestroyed, KeysUnavailable, Misconfigured, Tampered
from storage.ids import new_id
from storage.security.file_store import FILE_NAME, FileKeyStore
from storage.security.inventory import (
    CONTEXTS,
    HOUSE_KEYS,
    MASTER,
    MAXIMUM_AGE,
    KeyState,
    left_behind,
    list_keys,
    rotate,
    unsettled,
)
from storage.security.key_cache import DataKey, KeyCache
from storage.security.keys import MasterKey
from storage.security.keystore import PERSON as PERSONS
from storage.security.keystore import KeyStore
from storage.security.postgres_store import PostgresKeyStore
from storage.security.sealed import Place, Sealed, lock, looks_sealed, unlock
from storage.security.unreadable import UNREADABLE
from storage.security.vault import Vault
from tests.keeping import new_master, vault_on

NAME = "Giulia Conti"
PERSON, OTHER, ROW, OTHER_ROW = (new_id() for _ in range(4))
ASKED = (PERSON, "users", "full_name", ROW)
PLACE = Place(*ASKED)
KEY = AESGCM(b"k" * 32)


@pytest.fixture(params=["file", "PostgreSQL"])
async def store(request: pytest.FixtureRequest, tmp_path) -> AsyncIterator[KeyStore]:
    if request.param == "file":
        opened: KeyStore = FileKeyStore(tmp_path / FILE_NAME)
    else:
        opened = PostgresKeyStore(request.getfixturevalue("empty_database").dsn())
    await opened.prepare()
    yield opened
    await opened.close()


@pytest.fixture
async def vault(store: KeyStore) -> Vault:
    made = vault_on(store, new_master())
    await made.prepare()
    return made


def of(record: str | None, **changes) -> Sealed:
    return replace(Sealed(PERSON, "users", "full_name", ROW, record), **changes)


def of_user(person, record: str) -> Sealed:
    return Sealed(person, "users", "full_name", person, record)


async def seal_name(vault: Vault, person, name: str = NAME) -> str:
    return await vault.seal(person, "users", "full_name", person, name)


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    record = lock(KEY, PLACE, text)
    assert unlock(KEY, PLACE, record) == text
    assert record.isascii()
    assert looks_sealed(record)
    assert record != lock(KEY, PLACE, text)


RECORD = lock(KEY, PLACE, NAME)


@given(st.integers(0, len(b64decode(RECORD)) * 8 - 1))
def test_any_bit_that_flips_is_seen(bit: int) -> None:
    raw = bytearray(b64decode(RECORD))
    raw[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered):
        unlock(KEY, PLACE, b64encode(raw).decode())


def test_what_is_no_record_never_opens_to_nothing() -> None:
    for record in ("", NAME, "====", RECORD[:-4], RECORD + "AAAA", RECORD + "\n"):
        with pytest.raises(Tampered) as refused:
            unlock(KEY, PLACE, record)
        assert NAME not in repr(refused.value)


def test_a_name_is_not_taken_for_a_record() -> None:
    for text in ("", NAME, "A" * 128, "Àèì" * 30, "AQ" * 19, "Q" * 128, "Anna " * 12):
        assert not looks_sealed(text)


async def test_it_opens_in_its_place_only(vault: Vault) -> None:
    record = await vault.seal(PERSON, "users", "full_name", ROW, NAME)
    await vault.admit(OTHER)
    assert await vault.open_many([of(record), of(None)]) == [NAME, None]
    elsewhere = [
        {"row": OTHER_ROW},
        {"column": "email"},
        {"table": "user_profiles"},
        {"person": OTHER},
    ]
    for moved in elsewhere:
        with structlog.testing.capture_logs() as said, pytest.raises(Tampered):
            await vault.open_many([of(record, **moved)])
        [event] = said
        assert event["event"] == "security event"
        assert NAME not in str(said)
        assert record not in str(said)


async def test_a_list_shows_all_that_can_be_read(vault: Vault) -> None:
    record = await vault.seal(PERSON, "users", "full_name", ROW, NAME)
    read = await vault.read_many([of(record), of(record, row=OTHER_ROW), of(record, person=OTHER)])
    assert read == [NAME, UNREADABLE, UNREADABLE]
    assert read[1] is UNREADABLE


async def test_a_thousand_people_at_once(vault: Vault) -> None:
    people = [new_id() for _ in range(1001)]
    records = [of_user(each, await seal_name(vault, each, str(each))) for each in people]
    again = Vault(vault.store, vault._read_master)
    assert await again.open_many(records) == [str(each) for each in people]


async def test_two_processes_make_one_key(store: KeyStore) -> None:
    master = new_master()
    first, second = vault_on(store, master), vault_on(store, master)
    a = await first.seal(PERSON, "users", "full_name", ROW, NAME)
    b = await second.seal(PERSON, "users", "full_name", ROW, NAME)
    assert await first.open_many([of(a), of(b)]) == [NAME, NAME]
    assert await second.open_many([of(a), of(b)]) == [NAME, NAME]


async def test_a_destroyed_key_is_gone_for_good(vault: Vault) -> None:
    record = await vault.seal(PERSON, "users", "full_name", ROW, NAME)
    [kept] = await vault.store.find([PERSON])
    assert kept.wrapped is not None
    assert await vault.destroy(PERSON)
    assert not await vault.destroy(PERSON)
    [gone] = await vault.store.find([PERSON])
    assert gone.wrapped is None
    with pytest.raises(KeyDestroyed):
        await vault.open_many([of(record)])
    with pytest.raises(KeyDestroyed):
        await vault.seal(PERSON, "users", "full_name", ROW, NAME)
    await vault.store.rewrap([kept])
    assert [key.wrapped for key in await vault.store.find([PERSON])] == [None]
    assert await vault.read_many([of(record)]) == [UNREADABLE]


async def test_no_byte_of_a_destroyed_key_stays_in_the_file(tmp_path) -> None:
    vault = vault_on(FileKeyStore(tmp_path / FILE_NAME), new_master())
    await vault.prepare()
    await vault.admit(PERSON)
    [kept] = await vault.store.find([PERSON])
    assert kept.wrapped is not None
    assert any(kept.wrapped in file.read_bytes() for file in tmp_path.iterdir())
    await vault.destroy(PERSON)
    assert not any(kept.wrapped in file.read_bytes() for file in tmp_path.iterdir())
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
    await vault.close()


async def test_keys_wait_in_memory_for_a_while_and_never_too_many() -> None:
    time = 0.0
    cache = KeyCache(most=3, seconds=60, clock=lambda: time)
    people = [new_id() for _ in range(5)]
    for each in people:
        cache.put({each: DataKey(KEY)})
    assert [cache.get(each) is not None for each in people] == [False, False, True, True, True]
    time = 60.0
    assert cache.get(people[-1]) is None
    cache.put({PERSON: DataKey(KEY)})
    assert len(cache) == 1


async def test_without_the_store_nothing_is_sealed_and_lists_say_so(tmp_path, database) -> None:
    master = new_master()
    place = tmp_path / "keys" / FILE_NAME
    vault = vault_on(FileKeyStore(place), master)
    await vault.prepare()
    record = await vault.seal(PERSON, "users", "full_name", ROW, NAME)
    theirs = await seal_name(vault, OTHER, "Amara")
    away = PostgresKeyStore("postgresql://127.0.0.1:1/keys")
    for store in (away, FileKeyStore(tmp_path / "keys")):  # a directory is no file
        alone = vault_on(store, master)
        with pytest.raises(KeysUnavailable):
            await alone.seal(PERSON, "users", "full_name", ROW, NAME)
        with pytest.raises(KeysUnavailable):
            await alone.open_many([of(record)])
        with structlog.testing.capture_logs():
            assert await alone.read_many([of(record), of(None)]) == [UNREADABLE, None]
        with pytest.raises(Misconfigured):
            await alone.prepare()
    half = Vault(away, lambda: MasterKey(master), cache=vault._cache)
    vault._cache.forget(OTHER)
    with structlog.testing.capture_logs():
        read = await half.read_many(
            [of(record), Sealed(OTHER, "users", "full_name", OTHER, theirs)]
        )
    assert read == [NAME, UNREADABLE]
    await vault.close()


async def test_after_a_rotation_all_is_readable_and_the_old_master_may_go(store: KeyStore) -> None:
    old, new = new_master(), new_master()
    before = vault_on(store, old)
    await before.prepare()
    people = [new_id() for _ in range(7)]
    records = [await seal_name(before, each) for each in people]
    secret = {purpose: await before.house_key(purpose) for purpose in HOUSE_KEYS}
    await before.destroy(people[6])

    between = vault_on(store, new, old)
    await between.prepare()
    assert {p: await between.house_key(p) for p in HOUSE_KEYS} == secret
    assert await between.rewrap_some(2) == 2
    assert await left_behind(between) == 4
    sealed = list(map(of_user, people[:6], records))
    assert await between.open_many(sealed) == [NAME] * 6  # half-way

    assert await rotate(between, lambda _: None) == 4
    after = vault_on(store, new)
    await after.prepare()
    assert await after.open_many(sealed) == [NAME] * 6
    assert {p: await after.house_key(p) for p in HOUSE_KEYS} == secret
    states = {
        line.state for line in await list_keys(after, now=datetime.now(UTC)) if line.kind == MASTER
    }
    assert states == {KeyState.ACTIVE, KeyState.DESTROYED}
    with pytest.raises(Misconfigured, match="another master key"):
        await vault_on(store, old).prepare()


async def test_who_works_during_a_rotation_learns_the_new_master(store: KeyStore) -> None:
    """A master key in a file is read again when a key needs a version that is not known yet."""
    old, new = new_master(), new_master()
    versions = [old]
    working = Vault(store, lambda: MasterKey(*versions), cache=KeyCache(seconds=0))
    await working.prepare()
    record = await working.seal(PERSON, "users", "full_name", ROW, NAME)
    versions.insert(0, new)
    await rotate(vault_on(store, new, old), lambda _: None)
    assert await working.open_many([of(record)]) == [NAME]
    del versions[0]
    with structlog.testing.capture_logs(), pytest.raises(KeysUnavailable):
        await Vault(store, lambda: MasterKey(old)).open_many([of(record)])


async def test_a_new_key_is_wrapped_by_the_newest_master_at_once(store: KeyStore) -> None:
    """Whoever takes the older version away after a rotation loses nobody who came meanwhile."""
    old, new = new_master(), new_master()
    versions = [old]
    working = Vault(store, lambda: MasterKey(*versions))
    await working.prepare()
    await working.admit(PERSON)
    versions.insert(0, new)
    rotating = vault_on(store, new, old)
    await rotate(rotating, lambda _: None)
    record = await seal_name(working, OTHER)
    assert await left_behind(rotating) == 0
    assert await vault_on(store, new).open_many([of_user(OTHER, record)]) == [NAME]


async def test_a_master_key_that_cannot_be_read_again_goes_on_as_it_was(store: KeyStore) -> None:
    given = MasterKey(new_master())

    def read() -> MasterKey:
        if not reads:
            raise Misconfigured("MASTER_KEY_FILE cannot be read")
        return reads.pop()

    reads = [given]
    working = Vault(store, read)
    with structlog.testing.capture_logs() as said:
        record = await seal_name(working, PERSON)
    assert [line["event"] for line in said] == ["the master key cannot be read again"]
    assert await working.open_many([of_user(PERSON, record)]) == [NAME]


async def test_a_renewed_key_seals_and_the_older_one_still_opens(store: KeyStore) -> None:
    vault = vault_on(store, new_master())
    await vault.prepare()
    before = await vault.seal(PERSON, "users", "full_name", ROW, NAME)
    elsewhere = Vault(store, vault._read_master)
    assert await elsewhere.open_many([of(before)]) == [NAME]

    soon = datetime.now(UTC) + timedelta(minutes=1)
    assert await vault.renew_some(datetime.now(UTC) - timedelta(days=1), 10) == 0
    assert await vault.renew_some(soon, 10) == 1
    assert await vault.renew_some(soon, 10) == 0  # it replaces another already
    assert await unsettled(vault) == 1
    after = Vault(store, vault._read_master)
    new = await after.seal(PERSON, "users", "full_name", ROW, NAME)
    late = await elsewhere.seal(PERSON, "users", "full_name", ROW, NAME)
    for each in (after, elsewhere, vault):
        assert await each.read_many([of(before), of(new), of(late)]) == [NAME] * 3

    await after.store.settle([PERSON])
    with structlog.testing.capture_logs():
        last = Vault(store, vault._read_master)
        assert await last.read_many([of(before), of(new)]) == [UNREADABLE, NAME]


async def test_a_master_key_that_rotates_meanwhile_keeps_the_renewed_key(store: KeyStore) -> None:
    """Who wraps anew what they read before a key was renewed must not put the old one back."""
    old, new = new_master(), new_master()
    vault = vault_on(store, old)
    await vault.prepare()
    await vault.admit(PERSON)
    read = await store.find([PERSON])
    await vault.renew_some(datetime.now(UTC) + timedelta(minutes=1), 10)
    record = await Vault(store, vault._read_master).seal(PERSON, "users", "full_name", ROW, NAME)
    await store.rewrap(read)
    assert await vault_on(store, old).open_many([of(record)]) == [NAME]
    await rotate(vault_on(store, new, old), lambda _: None)
    assert await vault_on(store, new).open_many([of(record)]) == [NAME]


async def test_the_house_gets_another_key_for_a_purpose(store: KeyStore) -> None:
    vault = vault_on(store, new_master())
    await vault.prepare()
    before, after = await vault.house_key(CONTEXTS), new_master()
    assert await vault.replaced_house_key(CONTEXTS) is None
    await vault.replace_house_key(CONTEXTS, after)
    assert (await vault.house_key(CONTEXTS), await vault.replaced_house_key(CONTEXTS)) == (
        after,
        before,
    )
    await vault.settle_house_key(CONTEXTS)
    assert await vault.replaced_house_key(CONTEXTS) is None
    assert await vault.house_key(CONTEXTS) == after


async def test_a_key_file_of_an_older_portal_is_opened(tmp_path) -> None:
    place = tmp_path / FILE_NAME
    with closing(sqlite3.connect(place)) as older, older:
        older.execute(
            "CREATE TABLE keys (owner BLOB PRIMARY KEY, kind TEXT NOT NULL, master TEXT NOT NULL,"
            " wrapped BLOB, created REAL NOT NULL, destroyed REAL) WITHOUT ROWID"
        )
    vault = vault_on(FileKeyStore(place), new_master())
    await vault.prepare()
    assert await vault.open_many([of(await vault.seal(*ASKED, NAME))]) == [NAME]
    await vault.close()


async def test_keys_over_their_age_are_named(vault: Vault) -> None:
    await vault.admit(PERSON)
    now = datetime.now(UTC)
    [master, people] = await list_keys(vault, now=now)
    assert (master.kind, master.overdue, people.number) == (MASTER, False, 1)
    for place, kind in enumerate((MASTER, PERSONS)):
        expires = (master, people)[place].expires
        assert expires is not None
        line = (await list_keys(vault, now=expires))[place]
        assert (line.kind, line.overdue) == (kind, True)


async def test_every_class_of_keys_has_its_age_in_the_inventory(vault: Vault) -> None:
    await vault.admit(PERSON)
    await rotate(vault, lambda _: None)
    lines = await list_keys(vault, now=datetime.now(UTC))
    assert {line.kind for line in lines} == set(MAXIMUM_AGE)


async def test_no_key_shows_anywhere(vault: Vault) -> None:
    await vault.admit(PERSON)
    [kept] = await vault.store.find([PERSON])
    shown = repr([vault, vault._master, vault._cache, kept, vault.store])
    assert kept.wrapped is not None
    assert repr(kept.wrapped) not in shown
    assert not re.search(r"[0-9a-f]{64}|[A-Za-z0-9+/_-]{43}", shown.replace(str(PERSON), ""))


async def test_a_login_without_rights_is_told_what_is_missing(empty_database) -> None:
    connection = await asyncpg.connect(empty_database.dsn())
    await connection.execute("REVOKE CREATE ON DATABASE " + empty_database.name + " FROM PUBLIC")
    await connection.close()
    store = PostgresKeyStore(empty_database.dsn("portal_app"))
    with pytest.raises(Misconfigured, match="make a schema"):
        await store.prepare()
    await store.close()
