"""A house posts on its own channels and by the portal's networks: each place once."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from redis.asyncio import Redis

from domain import services
from domain.actors import WORKER
from domain.services import Kind
from storage.database import Database
from tests.factories import Owner
from tests.flows.broadcasting import house_event, jobs_of, make_house
from tests.guest import Guest, labels, said
from tests.keeping import VAULT
from tests.portal_fixtures import Portal
from tests.receiver import Receiver, open_receiver
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor


@pytest.fixture
async def receiver(database: Scratch) -> AsyncIterator[Receiver]:
    """A network of the portal's, added by an operator."""
    async with open_receiver() as opened:
        db = Database(database.dsn("portal_migrate"), role="portal_owner", vault=VAULT)
        async with db.begin(WORKER) as tx:
            await services.add(tx.session, name="page", kind=Kind.SOCIAL, address=opened.social)
        await db.close()
        yield opened


async def make_channel(portal: Portal, house: Guest, title: str) -> int:
    """A channel of the house's, in which it makes the bot an administrator."""
    body = {"kind": "channel", "title": title, "owner": house.id, "bot": "administrator"}
    async with portal.sandbox.http.post("/client/rooms", json=body) as made:
        room: int = (await made.json())["room"]["id"]
    await portal.says(house, f"{title} is connected")
    return room


async def posts_in(portal: Portal, reader: Guest, room: int) -> list[dict[str, Any]]:
    async with portal.sandbox.http.get(f"/client/chats/{reader.id}?room={room}") as seen:
        messages: list[dict[str, Any]] = (await seen.json())["chat"]["messages"]
    return messages


async def compose_post(
    portal: Portal, house: Guest, text: str, places: int, *, pictures: int = 0
) -> None:
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    await visitor.taps("Followers")
    await visitor.taps(f"Posted for everybody · {places}")
    if pictures:
        await visitor.sends_album(range(pictures))
        await portal.says(house, f"{pictures} photos")
    await visitor.taps("That is all" if pictures else "Skip")
    await visitor.says(text)
    await visitor.taps("Velvet Hour")
    await visitor.taps("That is all")
    await visitor.taps("Keep the draft")
    await house.screen()


async def states(owner: Owner) -> list[str]:
    rows = await owner.fetch("SELECT state FROM campaign_posts ORDER BY state")
    return [row["state"] for row in rows]


async def test_a_campaign_stands_once_in_each_place_and_nobody_is_named(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, receiver: Receiver
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house)
    room = await make_channel(portal, house, "Casa Rossi")
    text = "<b>Dear {first_name}</b>, tonight at nine."
    await compose_post(portal, house, text, 2, pictures=2)
    assert "2 places" in said(await house.screen())
    [shown] = [each for each in await house.messages() if "Dear guest" in said(each)]
    assert "No more news" not in str(shown)
    assert "Velvet Hour" in str(shown)
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Try on me")
        jobs.deliverer.wake()
        await portal.until(
            house, lambda seen: sum("Dear guest" in said(each) for each in seen) == 2
        )
        assert "No more news" not in str(await house.messages())
        desk = next(each for each in await house.messages() if "Launch now" in labels(each))
        await house.tap("Launch now", among=desk)
        for _ in range(3):
            await jobs.tick()
        await portal.until(house, lambda seen: any("✓ 2 delivered" in said(each) for each in seen))
    assert await states(owner) == ["sent", "sent"]
    *album, post = await posts_in(portal, house, room)
    assert [("photo" in each, said(each)) for each in album[-2:]] == [(True, ""), (True, "")]
    assert "tonight" in said(post)
    assert post["html"].startswith("<b>Dear guest</b>")
    assert "No more news" not in str(post)
    assert "Velvet Hour" in str(post)
    assert len(receiver.posts) == 1
    told = receiver.posts[0]["message"]
    assert told.startswith("Dear guest, tonight at nine.")
    assert "https://t.me/" in told
    [campaign] = await owner.fetch("SELECT status FROM campaigns")
    assert campaign["status"] == "completed"

    # Who takes the bot's rights away is told, and nothing is posted there any more.
    body = {"user": "bot", "status": "left"}
    async with portal.sandbox.http.post(f"/client/rooms/{room}/member", json=body):
        await portal.says(house, "Casa Rossi is not connected")
    assert await owner.value("SELECT count(*) FROM house_channels") == 0
    blocked = "SELECT count(*) FROM telegram_accounts WHERE blocked_at IS NOT NULL"
    assert await owner.value(blocked) == 0


async def test_a_post_that_may_stand_there_is_not_made_again(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, receiver: Receiver
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house)
    await make_channel(portal, house, "Casa Rossi")
    receiver.answers = 502
    await compose_post(portal, house, "Tonight at nine.", 2)
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        for _ in range(3):
            await jobs.tick()
        assert await states(owner) == ["sent", "unknown"]
        # A worker that died with a post in its hands: nobody makes it a second time.
        await owner.fetch(
            "UPDATE campaign_posts SET state = 'sending', due_at = now() - interval '1 s'"
            " WHERE state = 'sent'"
        )
        for _ in range(2):
            await jobs.posts.make()
    assert await states(owner) == ["unknown", "unknown"]
    assert len(receiver.posts) == 1


async def test_somebody_who_is_no_house_connects_nothing(portal: Portal, owner: Owner) -> None:
    guest = await portal.guest("Petra")
    body = {"kind": "channel", "title": "Mine", "owner": guest.id, "bot": "administrator"}
    async with portal.sandbox.http.post("/client/rooms", json=body) as made:
        assert made.status == 200
    await guest.send("/help")
    await portal.says(guest, "/")
    assert await owner.value("SELECT count(*) FROM house_channels") == 0


async def test_a_channel_where_both_are_administrators_is_connected_by_its_name_or_a_post(
    portal: Portal, owner: Owner
) -> None:
    """The bot was made one before the person was a house."""
    camilla = await portal.guest("Camilla Rossi")
    otto = await make_house(owner, portal, "Otto Berg")
    body = {"kind": "channel", "title": "Casa", "username": "casa_rossi", "owner": camilla.id}
    body["bot"] = "left"
    async with portal.sandbox.http.post("/client/rooms", json=body) as made:
        room: int = (await made.json())["room"]["id"]
    visitor = Visitor(portal, camilla)
    refused = said(await visitor.says("/channel @casa_rossi"))
    assert "I cannot see such a channel" in refused
    body = {"user": "bot", "status": "administrator", "rights": {"can_post_messages": False}}
    await standing(portal, room, body)
    assert "I may not post in Casa yet" in said(await visitor.says("/channel @casa_rossi"))
    await standing(portal, room, {"user": "bot", "status": "administrator"})
    refused = said(await visitor.says("/channel https://t.me/casa_rossi"))
    assert "connected by the house itself" in refused
    refused = said(await Visitor(portal, otto).says("/channel @casa_rossi"))
    assert "Casa is not yours to connect" in refused
    assert "Write /channel @name" in said(await visitor.says("/channel two words"))
    assert await owner.value("SELECT count(*) FROM house_channels") == 0

    id = await portal.user_id(owner, camilla)
    await owner.insert("organizer_applications", user_id=id, approval_status="approved")
    await owner.insert("houses", user_id=id, name="Casa Rossi")
    assert "Casa is connected" in said(await visitor.says("/channel @casa_rossi"))
    assert await owner.value("SELECT user_id FROM house_channels") == id

    await owner.fetch("DELETE FROM house_channels")
    address = f"/client/chats/{camilla.id}/send?room={room}"
    async with portal.sandbox.http.post(address, json={"text": "Good evening."}) as sent:
        post = (await sent.json())["message_id"]
    address = f"/client/chats/{camilla.id}/forward?room={room}"
    body = {"message_id": post, "to": "bot"}
    async with portal.sandbox.http.post(address, json=body) as sent:
        assert sent.status == 200, await sent.text()
    await portal.until(
        camilla, lambda seen: sum("Casa is connected" in said(m) for m in seen) == 2
    )
    assert await owner.value("SELECT chat_id FROM house_channels") == room


async def standing(portal: Portal, room: int, body: dict[str, Any]) -> None:
    async with portal.sandbox.http.post(f"/client/rooms/{room}/member", json=body) as answer:
        assert answer.status == 200, await answer.text()
