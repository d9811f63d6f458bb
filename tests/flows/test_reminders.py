"""The evening is near: the QR comes by itself, with three answers that work."""

import asyncio
from datetime import timedelta
from io import BytesIO

import zxingcpp
from PIL import Image
from redis.asyncio import Redis

from bot.callbacks.buying import CannotCome, GiveBack
from domain import making
from domain.actors import Person
from jobs.remind import remind
from storage.database import Database
from tests.factories import MadeEvent, Owner, counters_agree, make_event
from tests.flows.broadcasting import jobs_of, make_ticket
from tests.guest import Guest, labels, said
from tests.keeping import VAULT
from tests.portal_fixtures import USERNAME, Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Message, Visitor

FREE = {"Standing": ("0", 10)}


def day(hours: float) -> timedelta:
    return timedelta(hours=hours)


async def holder_of(
    owner: Owner, portal: Portal, show: MadeEvent, name: str = "Nora Lind"
) -> Guest:
    guest = await portal.guest(name)
    await make_ticket(owner, portal, show, await portal.user_id(owner, guest))
    return guest


async def reminders_of(guest: Guest) -> list[Message]:
    return [each for each in await guest.messages() if "Shall we see you?" in said(each)]


async def tick(
    portal: Portal, database: Scratch, redis: Redis, owner: Owner, at: timedelta
) -> None:
    async with jobs_of(portal, database, redis, later=at) as jobs:
        await jobs.tick()
        await jobs.settle(owner)


async def test_the_reminder_comes_with_the_qr_a_day_and_two_hours_before(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(30))
    nora = await holder_of(owner, portal, show)
    await tick(portal, database, redis, owner, day(5))
    assert await reminders_of(nora) == []
    await tick(portal, database, redis, owner, day(6.5))
    await tick(portal, database, redis, owner, day(7))
    [first] = await reminders_of(nora)
    assert "Velvet Hour" in said(first)
    assert {"I’m coming", "I can’t come", "Give it away", "Where it is"} <= set(labels(first))
    [code] = zxingcpp.read_barcodes(Image.open(BytesIO(await nora.picture(first))))
    assert code.text.startswith(f"https://t.me/{USERNAME}?start=t")
    await tick(portal, database, redis, owner, day(28.5))
    assert len(await reminders_of(nora)) == 2
    await tick(portal, database, redis, owner, day(31))
    assert len(await reminders_of(nora)) == 2


async def test_a_moved_show_reminds_again(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(20))
    nora = await holder_of(owner, portal, show)
    await tick(portal, database, redis, owner, day(0))
    await owner.fetch(
        "UPDATE events SET start_date = start_date - interval '10 hours',"
        " end_date = end_date - interval '10 hours'"
    )
    await tick(portal, database, redis, owner, day(0))
    await tick(portal, database, redis, owner, day(0.1))
    first, second = await reminders_of(nora)
    assert "In 20 hours" in said(first)
    assert "In 10 hours" in said(second)


async def wants(portal: Portal, guest: Guest, *hours: int) -> None:
    """They want to be reminded so many hours ahead and at no other time."""
    visitor = Visitor(portal, guest)
    screen = await visitor.says("/settings")
    for choice in (48, 24, 2, 1):
        is_on = f"✓ {choice} h" in labels(screen)
        if is_on != (choice in hours):
            screen = await visitor.taps(f"✓ {choice} h" if is_on else f"{choice} h")


async def test_after_a_pause_everybody_hears_once_of_what_they_chose_last(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """Nothing ran from three hours before until the last hour had begun."""
    show = await make_event(owner, title="Velvet Hour", starts_in=day(30))
    nora = await holder_of(owner, portal, show)
    otto = await holder_of(owner, portal, show, "Otto Berg")
    await wants(portal, otto, 24)
    pia = await holder_of(owner, portal, show, "Pia Roth")
    await wants(portal, pia, 48, 24, 2, 1)
    await tick(portal, database, redis, owner, day(7))
    assert [len(await reminders_of(each)) for each in (nora, otto, pia)] == [1, 1, 1]
    await tick(portal, database, redis, owner, day(29.1))
    await tick(portal, database, redis, owner, day(29.2))
    assert [len(await reminders_of(each)) for each in (nora, otto, pia)] == [2, 1, 2]
    assert "In one hour" in said((await reminders_of(nora))[-1])


async def test_a_show_that_comes_nearer_than_what_somebody_chose_reminds_them_now(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(90))
    nora = await holder_of(owner, portal, show)
    otto = await holder_of(owner, portal, show, "Otto Berg")
    await wants(portal, otto, 48)
    await moves(portal, owner, show, -89)
    await tick(portal, database, redis, owner, day(0))
    await tick(portal, database, redis, owner, day(0.1))
    assert [len(await reminders_of(each)) for each in (nora, otto)] == [1, 1]


async def moves(portal: Portal, owner: Owner, show: MadeEvent, hours: float) -> None:
    """Its house changes the start, by so many hours."""
    by = await owner.value("SELECT organizer_id FROM events WHERE id = $1", show.id)
    starts_at = await owner.value("SELECT start_date FROM events WHERE id = $1", show.id)
    async with portal.db.begin(Person("person", by)) as tx:
        await making.move(
            tx.session,
            event_id=show.id,
            by=by,
            starts_at=starts_at + day(hours),
            reason="The hall is being painted.",
            now=tx.now,
        )


async def test_a_show_that_comes_back_to_its_start_reminds_of_it_again(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(20))
    nora = await holder_of(owner, portal, show)
    await tick(portal, database, redis, owner, day(0))
    await moves(portal, owner, show, 72)
    await tick(portal, database, redis, owner, day(0))
    assert len(await reminders_of(nora)) == 1
    await moves(portal, owner, show, -72)
    schedulers = [
        Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
        for _ in range(3)
    ]
    await asyncio.gather(*(remind(each) for each in schedulers))
    await asyncio.gather(*(each.close() for each in schedulers))
    await tick(portal, database, redis, owner, day(0))
    first, second = await reminders_of(nora)
    assert "In 20 hours" in said(first)
    assert "In 20 hours" in said(second)
    await tick(portal, database, redis, owner, day(0.1))
    assert len(await reminders_of(nora)) == 2
    await tick(portal, database, redis, owner, day(18.5))
    assert len(await reminders_of(nora)) == 3


async def test_who_wants_no_reminder_gets_none_and_one_is_enough_for_several_tickets(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(20))
    nora = await holder_of(owner, portal, show)
    await make_second_ticket(owner, portal, show, nora)
    await make_second_ticket(owner, portal, show, nora, status="refunded")
    otto = await holder_of(owner, portal, show, "Otto Berg")
    visitor = Visitor(portal, otto)
    await visitor.says("/settings")
    await visitor.taps("✓ 24 h")
    await tick(portal, database, redis, owner, day(0))
    [both] = await reminders_of(nora)
    assert "You hold 2 tickets" in said(both)
    await nora.tap("My 2 tickets", among=both)
    assert sum("Velvet Hour" in each for each in labels(await nora.screen())) == 2
    assert await reminders_of(otto) == []


async def make_second_ticket(
    owner: Owner, portal: Portal, show: MadeEvent, guest: Guest, status: str = "valid"
) -> None:
    ticket, *others = await owner.fetch(
        "SELECT * FROM tickets WHERE user_id = $1", await portal.user_id(owner, guest)
    )
    number = f"ANOTHER{len(others)}"
    copy = ticket | {"qr_code": number, "short_code": number, "status": status}
    del copy["id"], copy["meta_data"]
    await owner.insert("tickets", **copy)


async def test_a_ticket_that_ended_is_not_reminded_of(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(20))
    nora = await holder_of(owner, portal, show)
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await jobs.tick()
    await owner.fetch("UPDATE events SET status = 'cancelled'")
    await tick(portal, database, redis, owner, day(0))
    assert await reminders_of(nora) == []


async def test_a_reminder_that_was_kept_back_is_true_when_it_comes(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """The first ticket went back meanwhile: the second is shown. And it is later than it was."""
    show = await make_event(owner, title="Velvet Hour", starts_in=day(1.8))
    nora = await holder_of(owner, portal, show)
    await make_second_ticket(owner, portal, show, nora)
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await jobs.tick()
    await owner.fetch(
        "UPDATE tickets SET status = 'cancelled' WHERE id = (SELECT id FROM tickets"
        " ORDER BY id LIMIT 1)"
    )
    await tick(portal, database, redis, owner, day(1.5))
    [late] = await reminders_of(nora)
    assert "Soon: Velvet Hour" in said(late)
    assert "You hold" not in said(late)
    assert "ANOT HER0" in said(late)


async def test_no_reminder_comes_when_the_evening_has_begun(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(1.8))
    nora = await holder_of(owner, portal, show)
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await jobs.tick()
    await tick(portal, database, redis, owner, day(1.9))
    assert await reminders_of(nora) == []
    assert await owner.value("SELECT status::text FROM notifications") == "skipped"


async def test_a_free_place_goes_back_to_everybody_at_once(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(20), types=FREE)
    nora = await holder_of(owner, portal, show)
    await tick(portal, database, redis, owner, day(0))
    await nora.tap("I’m coming")
    await nora.tap("I can’t come")
    assert "Somebody else can take it" in await nora.words()
    await nora.tap("Give my place back")
    assert "Thank you for telling us" in await nora.words()
    assert await owner.value("SELECT sold FROM quotas") == 0
    assert await owner.value("SELECT status::text FROM tickets") == "cancelled"
    assert await owner.value("SELECT status::text FROM orders") == "cancelled"
    assert await owner.value("SELECT taken FROM user_quota") == 0
    assert await counters_agree(owner)
    await tick(portal, database, redis, owner, day(19))
    assert len(await reminders_of(nora)) == 1


async def test_one_of_two_free_places_goes_back_alone(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner, starts_in=day(20), types=FREE)
    nora = await holder_of(owner, portal, show)
    await make_second_ticket(owner, portal, show, nora)
    await owner.fetch("UPDATE order_lines SET quantity = 2")
    await owner.fetch("UPDATE quotas SET sold = 2")
    await owner.fetch("UPDATE user_quota SET taken = 2")
    ids = [row["id"] for row in await owner.fetch("SELECT id FROM tickets ORDER BY id")]
    screen = await nora.screen()
    await nora.tap_data(screen["message_id"], GiveBack(ticket=ids[0]).pack())
    assert await owner.value("SELECT sold FROM quotas") == 1
    assert await owner.value("SELECT status::text FROM orders") == "completed"
    assert await counters_agree(owner)
    assert [
        row["s"] for row in await owner.fetch("SELECT status::text AS s FROM tickets ORDER BY id")
    ] == ["cancelled", "valid"]


async def test_who_cannot_come_is_shown_first_what_comes_back(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(72))
    nora = await holder_of(owner, portal, show)
    id = await owner.value("SELECT id FROM tickets")
    screen = await nora.screen()
    await nora.tap_data(screen["message_id"], CannotCome(ticket=id).pack())
    await nora.tap("Give my place back")
    assert "€22.50 comes back" in await nora.words()
    assert await owner.value("SELECT status::text FROM tickets") == "valid"


async def test_an_old_reminder_tells_when_the_evening_is_now_or_that_it_was_called_off(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, title="Velvet Hour", starts_in=day(20))
    nora = await holder_of(owner, portal, show)
    await tick(portal, database, redis, owner, day(0))
    [old] = await reminders_of(nora)
    assert "You hold" not in said(old)
    await owner.fetch(
        "UPDATE events SET start_date = '2031-05-03 18:00Z', end_date = '2031-05-03 21:00Z'"
    )
    answer = await nora.tap("I’m coming", among=old)
    assert "We look forward to you: Sat 3 May 2031, 20:00" in answer["text"]  # in Rome
    await owner.fetch("UPDATE tickets SET status = 'refunded'")
    assert "given back" in (await nora.tap("I can’t come", among=old))["text"]
    await owner.fetch("UPDATE events SET status = 'cancelled'")
    answer = await nora.tap("I’m coming", among=old)
    assert "“Velvet Hour” was called off" in answer["text"]


async def test_another_persons_ticket_cannot_be_given_back(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner, starts_in=day(20), types=FREE)
    await holder_of(owner, portal, show)
    thief = await portal.guest("Otto Berg")
    id = await owner.value("SELECT id FROM tickets")
    screen = await thief.screen()
    answer = await thief.tap_data(screen["message_id"], GiveBack(ticket=id).pack())
    assert "I cannot find that" in answer["text"]
    assert await owner.value("SELECT status::text FROM tickets") == "valid"


async def test_clocks_that_jump_an_hour_remind_nobody_twice(
    portal: Portal, owner: Owner, database: Scratch
) -> None:
    """Three hosts: one clock an hour early, one an hour late, and then they swap."""
    show = await make_event(owner, starts_in=timedelta(hours=26))
    giulia = await portal.guest("Giulia Conti")
    await make_ticket(owner, portal, show, await portal.user_id(owner, giulia))
    hour = timedelta(hours=1)
    hosts = [
        Database(
            database.dsn("portal_worker"), role="portal_worker", vault=VAULT, clock_offset=offset
        )
        for offset in (-hour, timedelta(), hour)
    ]
    reminded = "SELECT array_agg(arguments ->> 'hours' ORDER BY due_at) FROM notifications"
    for ahead in (timedelta(), hour, 2 * hour, 23 * hour, 24 * hour, 25 * hour):
        for host, offset in zip(hosts, (hour, -hour, timedelta()), strict=True):
            host.clock_offset = ahead + offset
        await asyncio.gather(*(remind(host) for host in hosts for _ in range(3)))
    assert await owner.value(reminded) == ["24", "2"]
    await asyncio.gather(*(host.close() for host in hosts))
