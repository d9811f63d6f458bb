"""What people tell us is found nowhere in clear: not in files, backups, logs, nor in Valkey."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
from redis.asyncio import Redis

from bot.mailer import Mailer
from storage.embedded import Servers, binary, client_environment
from tests.factories import Owner, make_event
from tests.flows.broadcasting import Jobs, agree, jobs_of, make_house, make_ticket
from tests.flows.buying import holds, pictures_of
from tests.flows.composing import compose
from tests.flows.web import link_in, open_pages
from tests.guest import Guest, labels, said
from tests.mailbox import Mailbox, open_mailbox
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor, a_visitor

pytestmark = pytest.mark.timeout(300)
NUMBER = str(secrets.randbelow(9 * 10**9) + 10**9)
"""A phone number without its country, which no file has by chance."""


@pytest.fixture
async def mailbox() -> AsyncIterator[Mailbox]:
    async with open_mailbox() as opened:
        yield opened


@pytest.fixture
async def portal(database: Scratch, redis: Redis, sandbox: Sandbox) -> AsyncIterator[Portal]:
    async with open_portal(database, redis, sandbox, mails=True) as opened:
        yield opened


async def tells_about_themselves(visitor: Visitor, mailbox: Mailbox, word: str) -> None:
    """Fills the profile in."""
    for part, text in (
        ("+ About you", f"{word} buys knitwear."),
        ("+ Links", f"https://{word.lower()}.example/{word}"),
        ("+ Position", f"{word} buyer"),
        ("+ City", f"{word} on the Po"),
        ("+ E-mail", f"{word}@example.org"),
    ):
        await visitor.says("/profile")
        await visitor.taps(part)
        await visitor.says(text)
    await visitor.says(await mailbox.code(1))
    await visitor.says("/profile")
    await visitor.taps("+ Photo")
    await visitor.sends("photo", 4)
    await visitor.says("/profile")
    await visitor.taps("+ Phone")
    await visitor.shares_contact(phone_number=f"+39{NUMBER}")
    await visitor.portal.says(visitor.guest, NUMBER)


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


async def is_written_to(
    portal: Portal, owner: Owner, jobs: Jobs, visitor: Visitor, house: Guest
) -> None:
    """A broadcast of a house that they follow, and the reminder of their evening."""
    person = await portal.user_id(owner, visitor.guest)
    await owner.insert("follows", user_id=person, organizer_id=await portal.user_id(owner, house))
    await agree(portal, person)
    show = await make_event(owner, title="Silk Hour", starts_in=timedelta(hours=20))
    await make_ticket(owner, portal, show, person)
    await compose(portal, house, "The doors open at nine.")
    await house.tap("Launch now")
    await jobs.tick()
    await portal.until(visitor.guest, lambda told: any("at nine" in said(each) for each in told))
    await portal.until(visitor.guest, lambda told: any("Shall we see" in said(e) for e in told))


async def works_on_the_web(
    portal: Portal, owner: Owner, visitor: Visitor, word: str
) -> tuple[str, ...]:
    """Sets a password, signs in with it and with a wrong one; the secrets of that."""
    person = await portal.user_id(owner, visitor.guest)
    await owner.insert("administrators", user_id=person)
    email, password, place = f"{word}@example.org", f"{word} lace umbrella", "198.51.100.177"
    proxy = (ip_network("127.0.0.1"),)
    async with open_pages(portal, proxies=proxy) as pages:
        browser = pages.browser(agent=f"Mozilla/5.0 ({word}) Safari/1", ip=place)
        await visitor.says("/devices")
        link = link_in(await visitor.taps("Set a password"))
        await browser.sends(link, password=password, again=password)
        await browser.signs_in(email, f"{word} wrong")
        assert (await browser.signs_in(email, password)).status == 200
        assert await browser.is_in()
    return password, place, browser.cookies["portal"], link.rpartition("/")[2]


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
    database: Scratch,
    mailbox: Mailbox,
) -> None:
    word = f"CANARY{secrets.token_hex(6)}"
    visitor = await a_visitor(portal, f"{word} Conti")
    house = await make_house(owner, portal)
    async with jobs_of(portal, database, redis, mailer=Mailer(mailbox.address)) as jobs:
        await tells_about_themselves(visitor, mailbox, word)
        await lives_an_evening(portal, owner, visitor, word)
        await is_written_to(portal, owner, jobs, visitor, house)
        await jobs.settle(owner)
    of_the_web = await works_on_the_web(portal, owner, visitor, word)

    person = await portal.user_id(owner, visitor.guest)
    [user] = await owner.opened("users", "SELECT * FROM users WHERE id = $1", person)
    assert user["email"] == f"{word}@example.org"
    secrets_of_theirs = [word.lower().encode(), NUMBER.encode(), *photo_of(user)]
    secrets_of_theirs += [each.lower().encode() for each in of_the_web]
    found = await owner.opened("enquiries", "SELECT * FROM enquiries")
    assert [each["message"] for each in found] == [f"{word} cannot climb stairs."]
    async for key in redis.scan_iter():
        kept = (await dump(redis, key)).lower()
        assert not [each for each in secrets_of_theirs if each in kept], key
    await redis.save()
    await raw_backup(owner, postgres, tmp_path / "backup")
    looked_at = 0
    for file in files(postgres.data_dir, valkey.data_dir, tmp_path / "backup"):
        content = (await asyncio.to_thread(file.read_bytes)).lower()
        assert not [each for each in secrets_of_theirs if each in content], file
        looked_at += 1
    assert looked_at > 1000
    told = capfd.readouterr()
    printed = (told.out + told.err).lower().encode()
    assert not [each for each in secrets_of_theirs if each in printed]


def photo_of(user: dict) -> list[bytes]:
    """The id by which Telegram would give their photo to whoever has the bot's token."""
    return [user["profile_image_url"].lower().encode()]


async def dump(redis: Redis, key: bytes) -> bytes:
    return await redis.dump(key) or b""
