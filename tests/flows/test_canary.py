"""What people tell us is found nowhere in clear: not in files, backups, logs, nor in Valkey.

Profile pages, e-mail and phone come with their screens and belong here then.
"""

import asyncio
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from storage.embedded import Servers, binary, client_environment
from tests.factories import Owner, make_event
from tests.flows.test_buying import holds, pictures_of
from tests.guest import labels
from tests.portal_fixtures import Portal
from tests.visitor import Visitor, a_visitor

pytestmark = pytest.mark.timeout(300)


async def lives_an_evening(portal: Portal, owner: Owner, visitor: Visitor, word: str) -> None:
    """Buys, asks for help, registers to walk: with `word` in everything that is personal."""
    await visitor.says("/support")
    await visitor.taps("Accessibility")
    await visitor.says(f"{word} cannot climb stairs.")
    await visitor.taps("Skip")
    await visitor.taps("Send")

    await visitor.says("/register")
    await visitor.taps("Model")
    await visitor.taps("Let us begin")
    for answer in ("Ines L.", "24 May 1999"):
        await visitor.says(answer)
    await visitor.taps("I agree")
    for answer in ("178", "86", "61", "89", "40", "today"):
        await visitor.says(answer)
    await visitor.taps("A few times")
    await visitor.says(f"https://{word.lower()}.example")
    await visitor.sends_album([1, 2, 3])
    await visitor.taps("That is all")
    await visitor.says(f"Agency {word}")
    screen = await visitor.taps("Send")
    assert "Send" not in labels(screen)

    await visitor.says("/support")  # a dialog that is left unfinished
    await visitor.taps("Accessibility")
    await visitor.says(f"{word} again.")

    await make_event(owner, types={"Standing": ("45.00", 10)})
    await holds(portal, visitor.guest, "Velvet Hour", places=1)
    await visitor.guest.pay()
    await pictures_of(portal, visitor.guest, 1)


def files(*places: Path) -> Iterator[Path]:
    for place in places:
        yield from (file for file in place.rglob("*") if file.is_file())


async def raw_backup(owner: Owner, postgres: Servers, place: Path) -> None:
    """What `pg_basebackup` takes, with the write-ahead log."""
    await owner.connection.execute("CHECKPOINT")
    process = await asyncio.create_subprocess_exec(
        binary("pg_basebackup"), "--pgdata", str(place), "--wal-method", "stream", "--no-sync",
        env=client_environment(postgres.dsn()),
    )  # fmt: skip
    assert await process.wait() == 0


async def test_nothing_personal_is_in_clear_anywhere(
    portal: Portal,
    owner: Owner,
    redis: Redis,
    postgres: Servers,
    valkey: Servers,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    word = f"CANARY{secrets.token_hex(6)}"
    visitor = await a_visitor(portal, f"{word} Conti")
    await lives_an_evening(portal, owner, visitor, word)

    found = await owner.opened("enquiries", "SELECT * FROM enquiries")
    assert [each["message"] for each in found] == [f"{word} cannot climb stairs."]
    assert not [key async for key in redis.scan_iter() if word.encode() in await dump(redis, key)]
    await redis.save()
    await raw_backup(owner, postgres, tmp_path / "backup")
    looked_at = 0
    for file in files(postgres.data_dir, valkey.data_dir, tmp_path / "backup"):
        content = (await asyncio.to_thread(file.read_bytes)).lower()
        assert word.lower().encode() not in content, file
        looked_at += 1
    assert looked_at > 1000
    told = capfd.readouterr()
    assert word not in told.out + told.err


async def dump(redis: Redis, key: bytes) -> bytes:
    return await redis.dump(key) or b""
