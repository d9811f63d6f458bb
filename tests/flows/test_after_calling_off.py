"""Who held a ticket when an evening was called off is written to as long as it is offered."""

from datetime import timedelta

import asyncpg
from redis.asyncio import Redis

from bot.mailer import Mailer
from tests.factories import MadeEvent, Owner
from tests.flows.broadcasting import Jobs, house_event, jobs_of, make_house
from tests.flows.buying import finds, holds, pictures_of
from tests.flows.composing import compose, received
from tests.flows.test_calling_off import settle
from tests.flows.test_giving_back import buys, hears
from tests.flows.test_letters_to_many import give_address
from tests.guest import Guest, labels, said
from tests.mailbox import open_mailbox, words
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.storage.test_consents import MANY, ONE, refuses
from tests.visitor import Visitor

MONEY = "This is how you get your money back."


async def an_evening(portal: Portal, owner: Owner) -> tuple[Guest, MadeEvent]:
    """A house with an evening of two kinds of places, which takes money at the door, too."""
    house = await make_house(owner, portal)
    types = {"Standing": ("45.00", 10), "Front row": ("120.00", 10)}
    show = await house_event(
        owner, portal, house, title="Velvet Hour", starts_in=timedelta(days=20), types=types
    )
    await owner.insert("door_settings", event_id=show.id, takes_money=True)
    return house, show


async def calls_off(portal: Portal, house: Guest) -> None:
    await house.send("/mine")
    await portal.until(house, lambda seen: "Velvet Hour" in "".join(labels(seen[-1])))
    for step in ("Velvet Hour", "Call it off…", "Go on", "Yes, call it off for good"):
        await house.tap(step)


async def gives_back(guest: Guest) -> None:
    await guest.tap("Give my place back")
    await guest.tap("Yes, give it back")
    assert "€45 goes back to where you paid from" in await guest.words()


async def gives_away(portal: Portal, giver: Guest, friend: Guest) -> None:
    """The ticket goes to a friend, by a card and a yes."""
    [picture] = await pictures_of(portal, giver, 1)
    await giver.tap("Give to a friend", among=picture)
    card = await portal.says(giver, "Give your ticket to a friend")
    [share] = [
        button["switch_inline_query_chosen_chat"]["query"]
        for row in card["inline_keyboard"]
        for button in row
        if button.get("switch_inline_query_chosen_chat")
    ]
    [result] = (await giver.inline(share))["results"]
    await giver.choose(share, result["id"], to=friend)
    [got] = [each for each in await friend.messages() if "A ticket for you" in said(each)]
    await friend.open(got["inline_keyboard"][0][0]["url"])
    asked = await hears(portal, giver, "Lea R.")
    await giver.tap("Give it to Lea R.", among=asked)
    await hears(portal, giver, "The ticket is theirs")


async def sits_in_front(portal: Portal, name: str) -> Guest:
    """A guest with a place in the front row."""
    guest = await portal.guest(name)
    await finds(portal, guest, "Velvet Hour")
    screen = await Visitor(portal, guest).taps("Tickets from")
    row = screen["inline_keyboard"][1]
    await guest.tap_data(screen["message_id"], row[-1]["callback_data"])
    await guest.tap("Hold and pay")
    await guest.pay()
    await pictures_of(portal, guest, 1)
    return guest


async def pays_at_the_door(portal: Portal, name: str) -> Guest:
    guest = await portal.guest(name)
    await holds(portal, guest, "Velvet Hour", places=1)
    await guest.tap("Pay at the door")
    await hears(portal, guest, "pay there")
    return guest


async def leaves(jobs: Jobs, owner: Owner, house: Guest) -> None:
    await house.tap("Launch now")
    await jobs.tick()
    await jobs.settle(owner)
    await jobs.tick()


async def test_who_held_a_ticket_hears_of_it_long_after_the_money_went_back(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house, _ = await an_evening(portal, owner)
    giulia, otto, sten = [await buys(portal, each) for each in ("Giulia", "Otto", "Sten")]
    lea = await portal.guest("Lea Roth")
    bea = await sits_in_front(portal, "Bea")
    nina = await pays_at_the_door(portal, "Nina")
    await gives_back(otto)
    async with jobs_of(portal, database, redis) as jobs:
        await gives_away(portal, sten, lea)
        await calls_off(portal, house)
        await gives_back(giulia)  # after: it was hers when the evening was called off
        await settle(jobs, owner)
        living = "SELECT count(*) FROM tickets WHERE status NOT IN ('cancelled', 'refunded')"
        assert await owner.value(living) == 0
        about = ("Guests of an evening", "Velvet Hour · 4", "Skip", "About this evening")
        screen = await compose(portal, house, MONEY, *about)
        assert "4 people" in said(screen)
        await leaves(jobs, owner, house)
        for guest in (giulia, lea, bea, nina):
            assert await received(guest, MONEY) == 1
        for guest in (otto, sten):  # it was theirs no more
            assert await received(guest, MONEY) == 0
        part = ("Guests of an evening", "Velvet Hour · 4", "Front row · 1", "About this evening")
        await compose(portal, house, "Your seat moves along.", *part)
        await leaves(jobs, owner, house)
        assert await received(bea, "Your seat moves along.") == 1
        assert await received(giulia, "Your seat moves along.") == 0


async def test_they_are_written_to_by_letter_and_who_is_forgotten_is_not(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house, _ = await an_evening(portal, owner)
    for name in ("Giulia", "Pia", "Otto"):
        guest = await buys(portal, name)
        id = await portal.user_id(owner, guest)
        await give_address(owner, id, f"{name.lower()}@example.org")
        if name == "Otto":
            await gives_back(guest)
        if name == "Pia":
            await owner.fetch("UPDATE users SET status = 'inactive' WHERE id = $1", id)
    await owner.insert("external_services", name="mail", type="mail")
    async with (
        open_mailbox() as mailbox,
        jobs_of(portal, database, redis, mailer=Mailer(mailbox.address)) as jobs,
    ):
        await calls_off(portal, house)
        await settle(jobs, owner)
        visitor = Visitor(portal, house)
        await visitor.says("/broadcast")
        await visitor.taps("A new message")
        for step in ("Guests of an evening", "Velvet Hour · 1", "Skip", "About this evening"):
            if step in "".join(labels(await house.screen())):
                await visitor.taps(step)
        await visitor.taps("By e-mail · 1")
        await visitor.says("Your money")
        await visitor.says(MONEY)
        if "Skip" in labels(await house.screen()):
            await visitor.taps("Skip")
        await visitor.taps("Keep the draft")
        await leaves(jobs, owner, house)
        told = [each["To"] for each in mailbox.letters if MONEY in words(each)]
    assert told == ["giulia@example.org"]


async def test_the_database_asks_who_held_a_ticket_then_and_for_news_who_agreed(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house, show = await an_evening(portal, owner)
    giulia, otto = [await buys(portal, each) for each in ("Giulia", "Otto")]
    await gives_back(otto)
    await calls_off(portal, house)
    async with jobs_of(portal, database, redis) as jobs:
        await settle(jobs, owner)
    held, gave_back = [await portal.user_id(owner, each) for each in (giulia, otto)]
    news, notice = [
        (
            await owner.insert(
                "campaigns",
                name=purpose,
                organizer_id=show.organizer,
                purpose=purpose,
                audience="holders",
                event_id=show.id,
            )
        )["id"]
        for purpose in ("marketing", "service")
    ]
    writer = await asyncpg.connect(database.dsn("portal_worker"))
    try:
        await refuses(writer, ONE, gave_back, notice)
        await refuses(writer, MANY, [held, gave_back], notice)
        await refuses(writer, ONE, held, news)
        await writer.execute(MANY, [held], notice)
        note = await writer.fetchval(
            "UPDATE notifications SET due_at = NULL, status = 'skipped'"
            " WHERE campaign_id = $1 RETURNING id",
            notice,
        )
        opens = "UPDATE notifications SET due_at = now(), status = 'pending', user_id = $2"
        await refuses(writer, f"{opens} WHERE id = $1", note, gave_back)
        await writer.execute(f"{opens} WHERE id = $1", note, held)
    finally:
        await writer.close()
