"""Who tries a campaign on themselves, or looks at it, is told where it cannot be shown."""

import json
from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from bot.mailer import Mailer
from domain import campaign_tries
from domain.actors import WORKER
from domain.notifications import Delivery, Refused
from storage.enums import Lane
from storage.ids import new_id
from storage.transit import Smtp
from tests.factories import Owner
from tests.flows.broadcasting import jobs_of, make_follower, make_house
from tests.flows.composing import campaign_of, compose
from tests.flows.test_giving_back import hears
from tests.flows.test_letters_to_many import compose_letter, give_address, make_reader
from tests.guest import Guest, labels, said
from tests.mailbox import Mailbox, open_mailbox
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor

NOT_ARRIVED = "on yourself, and it did not arrive."
NOBODY = Smtp("127.0.0.1", 9, "portal@fashionista.example")
"""Where no mail server listens."""


async def says_now(owner: Owner, **content: object) -> None:
    """What a campaign says is not what Telegram takes any more."""
    await owner.fetch("UPDATE campaigns SET meta_data = meta_data || $1", json.dumps(content))


async def reads(owner: Owner, portal: Portal, guest: Guest, language: str) -> None:
    """Somebody reads that language from now on."""
    await owner.fetch(
        "UPDATE telegram_accounts SET chosen_language = $2 WHERE user_id = $1",
        await portal.user_id(owner, guest),
        language,
    )


async def house_with_a_draft(portal: Portal, owner: Owner) -> Guest:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "The doors open.")
    return house


@pytest.fixture
async def mailbox() -> AsyncIterator[Mailbox]:
    async with open_mailbox() as opened:
        yield opened


async def house_with_a_letter(portal: Portal, owner: Owner) -> Guest:
    house = await make_house(owner, portal)
    await make_reader(owner, portal, house, "Ines")
    await make_reader(owner, portal, house, "Marco")
    await give_address(owner, await portal.user_id(owner, house), "camilla@example.org")
    await compose_letter(portal, owner, house, "An evening.")
    return house


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"text": "a" * 5000}, "It does not take the text: please make it a little shorter"),
        ({"photos": ["gone"]}, "It does not take the picture: please send the picture anew."),
    ],
    ids=["text", "picture"],
)
async def test_who_tries_what_telegram_does_not_take_is_told_why_once(
    portal: Portal,
    owner: Owner,
    database: Scratch,
    redis: Redis,
    content: dict[str, object],
    why: str,
) -> None:
    house = await house_with_a_draft(portal, owner)
    await says_now(owner, **content)
    async with jobs_of(portal, database, redis) as jobs:
        assert (await house.tap("Try on me"))["text"] == "On its way to you alone."
        jobs.deliverer.wake()
        told = await portal.says(house, NOT_ARRIVED)
        await jobs.settle(owner)
    assert "You tried The doors open. on yourself" in said(told)
    assert "Telegram said:" in said(told)
    assert why in said(told)
    assert labels(told) == ["To the message"]
    rows = await owner.fetch("SELECT template, status::text FROM notifications ORDER BY template")
    assert [tuple(row.values()) for row in rows] == [
        ("campaign-test", "dead"),
        ("campaign-test-failed", "sent"),
    ]
    await house.tap("To the message")
    assert "Change it" in labels(await house.screen())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "sur vous, et rien n’est arrivé."),
        ("it", "su di sé, e non è arrivato."),
    ],
)
async def test_they_are_told_in_their_language(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, language: str, words: str
) -> None:
    house = await house_with_a_draft(portal, owner)
    await says_now(owner, text="a" * 5000)
    await house.tap("Try on me")
    await reads(owner, portal, house, language)
    async with jobs_of(portal, database, redis):
        await portal.says(house, words)


async def test_who_tries_a_letter_that_their_address_does_not_take_is_told(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, mailbox: Mailbox
) -> None:
    house = await house_with_a_letter(portal, owner)
    mailbox.nobody = "camilla@example.org"
    portal.desk.web.url = "https://portal.example"
    async with jobs_of(portal, database, redis, mailer=Mailer(mailbox.address)) as jobs:
        await house.tap("Try on me")
        jobs.deliverer.wake()
        told = await hears(portal, house, NOT_ARRIVED)
    assert "Your e-mail address does not take it" in said(told)
    assert "Telegram said" not in said(told)


async def test_who_tries_a_letter_that_the_mail_server_refuses_is_told(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, mailbox: Mailbox
) -> None:
    house = await house_with_a_letter(portal, owner)
    mailbox.refuses = "552 too much"
    portal.desk.web.url = "https://portal.example"
    async with jobs_of(portal, database, redis, mailer=Mailer(mailbox.address)) as jobs:
        await house.tap("Try on me")
        jobs.deliverer.wake()
        told = await hears(portal, house, NOT_ARRIVED)
    assert "The mail server does not take this letter" in said(told)


async def test_who_tries_a_letter_while_the_mail_server_is_away_is_told_after_the_last_attempt(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await house_with_a_letter(portal, owner)
    portal.desk.web.url = "https://portal.example"
    mailer = Mailer(NOBODY)
    async with jobs_of(portal, database, redis, mailer=mailer, delivery_attempts=1) as jobs:
        await house.tap("Try on me")
        jobs.deliverer.wake()
        told = await hears(portal, house, NOT_ARRIVED)
    assert "The mail server could not be reached" in said(told)


async def test_a_notice_that_does_not_arrive_is_not_told_by_another(
    portal: Portal, owner: Owner
) -> None:
    house = await house_with_a_draft(portal, owner)
    person = await portal.user_id(owner, house)
    facts = {"campaign": str((await campaign_of(owner))["id"])}
    async with portal.db.begin(WORKER) as tx:
        for template in ("campaign-test-failed", campaign_tries.TEMPLATE):
            lost = Delivery(
                id=new_id(),
                token=new_id(),
                user_id=person,
                chat_id=house.id,
                lane=Lane.RECEIPT,
                template=template,
                arguments=facts,
                attempt=1,
                language=None,
            )
            await campaign_tries.failed(
                tx.session, delivery=lost, outcome=Refused("no"), now=tx.now
            )
    rows = await owner.fetch("SELECT template FROM notifications")
    assert [row["template"] for row in rows] == ["campaign-test-failed"]  # of the try alone


SHOWN = [
    ({"text": "a" * 5000}, "please make it a little shorter"),
    ({"photos": ["gone"]}, "please send the picture anew"),
    ({"photos": ["gone", "too"]}, "please send the picture anew"),
]


@pytest.mark.parametrize(("content", "right"), SHOWN, ids=["text", "picture", "album"])
async def test_who_looks_at_what_telegram_does_not_take_is_told_above_the_desk(
    portal: Portal, owner: Owner, content: dict[str, object], right: str
) -> None:
    house = await house_with_a_draft(portal, owner)
    await says_now(owner, **content)
    assert not (await house.tap("Look again")).get("text")
    told = await house.screen()
    assert "Telegram cannot show this message as it is" in said(told)
    assert right in said(told)
    assert "Bad Request" not in said(told)
    assert "Ready to leave" in said(told)
    assert "Change it" in labels(told)
    assert (await campaign_of(owner))["status"] == "draft"


async def test_a_draft_that_telegram_does_not_show_is_kept_and_its_dialog_ends(
    portal: Portal, owner: Owner
) -> None:
    house = await house_with_a_draft(portal, owner)
    answers = (await campaign_of(owner))["meta_data"]
    await says_now(owner, answers=json.loads(answers)["answers"] | {"picture": ["gone"]})
    review = await Visitor(portal, house).taps("Change it")
    assert not (await house.tap("Keep the draft")).get("text")
    told = await house.screen()
    assert "please send the picture anew" in said(told)
    assert "Launch now" in labels(told)
    [card] = [
        each for each in await house.messages() if each["message_id"] == review["message_id"]
    ]
    assert said(card).startswith("Kept as a draft.")
    assert labels(card) == []
    assert len(await owner.fetch("SELECT FROM campaigns WHERE status = 'draft'")) == 1
