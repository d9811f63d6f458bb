"""A house writes letters: to who agreed to them, once, with one click as the way out."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import aiohttp
import pytest
from redis.asyncio import Redis

from bot.http import listen, make_http
from bot.mailer import Mailer
from bot.web.address import LETTERS
from bot.web.letters import make_letters
from domain import consents
from domain.actors import Person
from storage.enums import ConsentPurpose, NotificationType
from storage.security.opt_outs import OptOuts
from storage.security.sealing import seal_row
from tests.factories import Owner
from tests.flows.broadcasting import jobs_of, make_follower, make_house
from tests.guest import Guest, labels, said
from tests.keeping import VAULT
from tests.mailbox import Mailbox, open_mailbox, words
from tests.portal_fixtures import MASTER_KEY, Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor


async def give_address(owner: Owner, person: UUID, address: str) -> None:
    """Somebody has confirmed an address."""
    index = await VAULT.blind("users", "email", address)
    row = await seal_row(VAULT, "users", {"id": person, "email": address})
    await owner.fetch(
        "UPDATE users SET email = $2, email_mask = $3, email_index = $4 WHERE id = $1",
        person,
        row["email"],
        row["email_mask"],
        index,
    )


async def agree_to_letters(portal: Portal, person: UUID) -> None:
    async with portal.db.begin(Person("person", person)) as tx:
        await consents.allow(
            tx.session,
            person=person,
            purpose=ConsentPurpose.MARKETING,
            channel=NotificationType.EMAIL,
            granted=True,
            now=tx.now,
        )


@dataclass
class Reader:
    """A follower who gets letters."""

    guest: Guest
    id: UUID
    address: str


async def make_reader(owner: Owner, portal: Portal, house: Guest, name: str) -> Reader:
    guest = await make_follower(owner, portal, house, name)
    id = await portal.user_id(owner, guest)
    address = f"{name.lower()}@example.org"
    await give_address(owner, id, address)
    await agree_to_letters(portal, id)
    return Reader(guest, id, address)


@asynccontextmanager
async def pages_of(portal: Portal) -> AsyncIterator[str]:
    """The page behind the way out, over real HTTP; its base address."""
    web = portal.desk.web
    app = make_http((), pages={LETTERS: make_letters(portal.db, web, OptOuts(MASTER_KEY))})
    listener = await listen(app, "127.0.0.1", 0, setting="HTTP_PORT")
    web.url = f"http://127.0.0.1:{listener.port}"
    try:
        yield web.url
    finally:
        await listener.close()


async def compose_letter(portal: Portal, owner: Owner, house: Guest, text: str) -> None:
    """The dialog, from its first question to the desk of a letter."""
    await owner.insert("external_services", name="mail", type="mail")
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    await visitor.taps("Followers")
    await visitor.taps("By e-mail · 2")
    await visitor.says("{first_name}, an evening of couture")
    await visitor.says(text)
    await visitor.taps("Keep the draft")
    await house.screen()


@pytest.fixture
async def mailbox() -> AsyncIterator[Mailbox]:
    async with open_mailbox() as opened:
        yield opened


async def test_who_writes_says_which_way_it_goes(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    await make_reader(owner, portal, house, "Ines")
    await owner.insert("external_services", name="mail", type="mail")
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    question = await visitor.taps("Followers")
    assert "In the chat, or by e-mail?" in said(question)
    assert "Skip" not in labels(question)
    await visitor.taps("In the chat · 1")
    await visitor.taps("Skip")
    review = await visitor.says("An evening of couture.")
    assert "Way: In the chat" in said(review)


async def test_a_letter_has_both_parts_and_one_click_ends_them(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, mailbox: Mailbox
) -> None:
    house = await make_house(owner, portal)
    ines = await make_reader(owner, portal, house, "Ines")
    marco = await make_reader(owner, portal, house, "Marco")
    lea = await make_follower(owner, portal, house, "Lea")  # wants news in the chat alone
    text = 'Dear {first_name}, see <a href="https://example.org/look?a=1&amp;b=2">the looks</a>.'
    async with pages_of(portal), aiohttp.ClientSession() as mail_program:
        await compose_letter(portal, owner, house, text)
        [shown] = [
            each
            for each in await house.messages()
            if said(each).startswith("Subject: Camilla, an evening of couture\n\nDear Camilla")
        ]
        assert "No more such letters" in said(shown)
        assert labels(shown) == []  # the chat's own way out ends no letters
        async with jobs_of(portal, database, redis, mailer=Mailer(mailbox.address)) as jobs:
            await house.tap("Launch now")
            await jobs.tick()
            await mailbox.has(2)
            await jobs.settle(owner)
            await jobs.tick()
            await portal.until(house, lambda seen: "✓ 2 delivered" in said(seen[-1]))
        assert {letter["To"] for letter in mailbox.letters} == {ines.address, marco.address}
        [letter] = [each for each in mailbox.letters if each["To"] == ines.address]
        assert letter["Subject"] == "Ines, an evening of couture"
        html = letter.get_body(("html",))
        assert html is not None
        assert '<a href="https://example.org/look?a=1&amp;b=2">the looks</a>' in html.get_content()
        assert "Dear Ines, see the looks (https://example.org/look?a=1&b=2)." in words(letter)
        assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        found = re.fullmatch(r"<(.+)>", str(letter["List-Unsubscribe"]).replace(" ", ""))
        assert found
        way = found[1]
        assert way in words(letter).replace("\n", "")

        # Looking changes nothing; one click by the mail program ends them, twice is once.
        async with mail_program.get(way) as page:
            assert (page.status, "<button" in await page.text()) == (200, True)
        assert await wants_letters(owner, ines.id)
        forged = way[:-6] + ("AAAAAA" if not way.endswith("AAAAAA") else "BBBBBB")
        async with mail_program.post(forged) as refused:
            assert refused.status == 404
        assert await wants_letters(owner, ines.id)
        for _ in ("once", "twice"):
            form = {"List-Unsubscribe": "One-Click"}
            async with mail_program.post(way, data=form) as ended:
                assert (ended.status, "no more of these" in await ended.text()) == (200, True)
        assert not await wants_letters(owner, ines.id)
        assert await wants_letters(owner, marco.id)
        said_no = "SELECT count(*) FROM consents WHERE NOT granted"
        assert await owner.value(said_no) == 1

        # A link of an address that is not theirs any more does nothing, or one that is none.
        await agree_to_letters(portal, ines.id)
        await give_address(owner, ines.id, "ines@another.example")
        for link in (way, f"{way}x"):
            async with mail_program.post(link) as refused:
                assert refused.status == 404
        assert await wants_letters(owner, ines.id)
    assert not any("evening of couture" in said(each) for each in await lea.messages())


async def wants_letters(owner: Owner, person: UUID) -> bool:
    query = "SELECT granted FROM consent_states WHERE user_id = $1 AND channel = 'email'"
    return bool(await owner.value(query, person))


async def test_an_address_at_which_nobody_is_gets_no_more_and_its_person_is_told(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, mailbox: Mailbox
) -> None:
    house = await make_house(owner, portal)
    ines = await make_reader(owner, portal, house, "Ines")
    await make_reader(owner, portal, house, "Marco")
    mailbox.nobody = ines.address
    async with pages_of(portal):
        await compose_letter(portal, owner, house, "Tonight at nine.")
        async with jobs_of(portal, database, redis, mailer=Mailer(mailbox.address)) as jobs:
            await house.tap("Launch now")
            await jobs.tick()
            await mailbox.has(1)
            await portal.says(ines.guest, "nobody is there")
            await jobs.settle(owner)
            await jobs.tick()
            await portal.until(house, lambda seen: "1 could not be delivered" in said(seen[-1]))
        bounced = "SELECT email_bounced_at IS NOT NULL FROM users WHERE id = $1"
        assert await owner.value(bounced, ines.id)
        kept = await owner.fetch("SELECT last_error FROM notifications WHERE status = 'dead'")
        assert "example" not in str(kept)
        [service] = await owner.fetch("SELECT status, failures FROM external_services")
        assert (service["status"], service["failures"]) == ("active", 0)  # the server works
        reached = await owner.fetch(
            "SELECT sec.letter_audience('marketing', 'followers', $1, NULL, NULL, $2, NULL)",
            await portal.user_id(owner, house),
            UUID(int=0),
        )
        assert len(reached) == 1
        await give_address(owner, ines.id, "ines@another.example")
        assert not await owner.value(bounced, ines.id)


async def test_a_letter_whose_end_nobody_knows_is_not_sent_twice(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, mailbox: Mailbox
) -> None:
    house = await make_house(owner, portal)
    for name in ("Ines", "Marco"):
        await make_reader(owner, portal, house, name)
    mailbox.hangs_up = True
    async with pages_of(portal):
        await compose_letter(portal, owner, house, "Tonight at nine.")
        async with jobs_of(portal, database, redis, mailer=Mailer(mailbox.address)) as jobs:
            await house.tap("Launch now")
            await jobs.tick()
            await mailbox.has(2)
            await jobs.settle(owner)
            await jobs.tick()
            await portal.until(house, lambda seen: "2 uncertain" in said(seen[-1]))
    assert len(mailbox.letters) == 2
