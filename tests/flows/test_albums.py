"""A house writes with pictures: all of an album above the words, the buttons below, and once."""

import pytest
from redis.asyncio import Redis

from bot.limiter import Limiter
from tests.factories import Owner
from tests.flows.broadcasting import Jobs, jobs_of, make_follower, make_house
from tests.flows.crowds import calls_of
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Message, Visitor

WORDS = "<b>The night</b> in three pictures."
LONG = "x" * 1025


async def begin(portal: Portal, house: Guest) -> Visitor:
    """Where the pictures are asked for."""
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    await visitor.taps("Followers")
    assert "an album of up to 10" in said(await house.screen())
    return visitor


async def compose(portal: Portal, house: Guest, pictures: int, text: str) -> None:
    """A draft with so many pictures."""
    visitor = await begin(portal, house)
    await (visitor.sends_album(range(pictures)) if pictures > 1 else visitor.sends("photo"))
    await portal.says(house, f"{pictures} photos" if pictures > 1 else "one photo")
    await visitor.taps("That is all")
    await house.send(text)
    await portal.says(house, "Nobody sees it yet")
    await visitor.taps("Keep the draft")
    await house.screen()


async def launch(portal: Portal, house: Guest, jobs: Jobs, owner: Owner) -> None:
    await house.tap("Launch now")
    await jobs.tick()
    await jobs.settle(owner)


async def of_bot(guest: Guest) -> list[Message]:
    return [each for each in await guest.messages() if each["from"]["is_bot"]]


def shape(messages: list[Message]) -> list[tuple[bool, str, list[str]]]:
    """Whether each has a picture, its words and its buttons."""
    return [("photo" in each, said(each), labels(each)) for each in messages]


async def faulty(portal: Portal, method: str, **fault: int | str) -> None:
    body = {"method": method, "times": 1, **fault}
    async with portal.sandbox.http.post("/client/faults", json=body) as answer:
        assert answer.status == 200, await answer.text()


async def answers(portal: Portal, method: str, guest: Guest) -> list[int]:
    """How the calls to a chat were answered."""
    found = await calls_of(portal.sandbox.http, method)
    return [each["status"] for each in found if each["chat_id"] == guest.id]


async def test_pictures_are_counted_taken_back_and_begun_anew(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    visitor = await begin(portal, house)
    assert "one photo" in said(await visitor.sends("photo", 1))
    assert "All of them anew" not in labels(await house.screen())
    await visitor.sends_album([2, 3, 4])
    await portal.says(house, "4 photos")
    assert "3 photos" in said(await visitor.taps("Take the last back"))
    assert "Skip" in labels(await visitor.taps("All of them anew"))
    assert "once more as a photo" in said(await visitor.sends("document"))
    await visitor.sends_album(range(10))
    await portal.says(house, "10 photos")
    refused = await visitor.sends("photo", 77)
    assert "room for 10 photos" in said(refused)
    assert "The newest one was not added" in said(refused)
    await visitor.sends_album([91, 92, 93])
    assert "The last 3 were not added" in said(await portal.says(house, "The last"))
    await visitor.taps("That is all")
    assert "10 photos" in said(await visitor.says("y" * 4096))


@pytest.mark.parametrize(("pictures", "text"), [(3, WORDS), (1, LONG), (1, WORDS)])
async def test_what_is_shown_and_tried_is_what_arrives(
    portal: Portal,
    owner: Owner,
    database: Scratch,
    redis: Redis,
    pictures: int,
    text: str,
) -> None:
    house = await make_house(owner, portal)
    ines = await make_follower(owner, portal, house, "Ines")
    greeting = len(await of_bot(ines))
    await compose(portal, house, pictures, text)
    apart = pictures > 1 or text is LONG
    count = pictures + 1 if apart else 1
    preview = (await of_bot(house))[-count - 1 : -1]
    async with jobs_of(portal, database, redis) as jobs:
        before = len(await of_bot(house))
        await house.tap("Try on me")
        await jobs.settle(owner)
        tried = (await of_bot(house))[before:]
        await launch(portal, house, jobs, owner)
        arrived = (await of_bot(ines))[greeting:]
    assert shape(arrived) == shape(tried) == shape(preview)
    photos = [each["photo"]["file_id"] for each in arrived if "photo" in each]
    assert photos == [each["photo"]["file_id"] for each in preview if "photo" in each]
    assert len(photos) == pictures
    words = arrived[-1]
    assert ("photo" in words) is not apart
    assert labels(words) == ["No more news"]
    assert said(words) in ("The night in three pictures.", LONG)
    assert len({each.get("media_group_id") for each in arrived[:-1]}) <= 1
    sent = "SELECT message_id FROM notifications WHERE template = 'campaign'"
    assert await owner.value(sent) == words["message_id"]
    await ines.tap("No more news")
    assert "2 people" not in said(await house.screen())


async def test_words_that_telegram_puts_off_follow_their_album(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    ines = await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, 2, WORDS)
    async with jobs_of(portal, database, redis) as jobs:
        await faulty(portal, "sendMessage", kind="429", seconds=1)
        await launch(portal, house, jobs, owner)
    assert await answers(portal, "sendMediaGroup", ines) == [200]
    assert (await answers(portal, "sendMessage", ines))[-2:] == [429, 200]


async def test_the_pace_of_all_of_it_is_waited_for_at_once(
    portal: Portal,
    owner: Owner,
    database: Scratch,
    redis: Redis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Words that waited for a turn of their own would come long after their pictures."""
    house = await make_house(owner, portal)
    ines = await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, 2, WORDS)
    turns: list[int] = []
    wait = Limiter.acquire

    async def noted(limiter: Limiter, chat: int | None, *, bulk: bool, messages: int = 1) -> None:
        if chat == ines.id and bulk:
            turns.append(messages)
        await wait(limiter, chat, bulk=bulk, messages=messages)

    monkeypatch.setattr(Limiter, "acquire", noted)
    async with jobs_of(portal, database, redis) as jobs:
        await launch(portal, house, jobs, owner)
    assert await answers(portal, "sendMessage", ines)
    assert turns == [3]


async def test_an_album_is_never_sent_again_for_its_words(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    ines = await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, 2, WORDS)
    async with jobs_of(portal, database, redis) as jobs:
        await faulty(portal, "sendMessage", kind="429", seconds=60)
        await launch(portal, house, jobs, owner)
        rows = await owner.fetch("SELECT status::text, last_error FROM notifications")
    assert [row["status"] for row in rows] == ["unknown"]
    assert "the pictures without the words" in rows[0]["last_error"]
    assert await answers(portal, "sendMediaGroup", ines) == [200]


async def test_a_draft_from_before_there_were_albums_keeps_its_picture(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, 1, WORDS)
    await owner.fetch(
        "UPDATE campaigns SET meta_data = (meta_data - 'photos') || jsonb_build_object("
        "'photo', meta_data #>> '{photos,0}', 'answers', meta_data -> 'answers'"
        " || jsonb_build_object('picture', meta_data #>> '{answers,picture,0}'))"
    )
    visitor = Visitor(portal, house)
    await visitor.taps("Look again")
    assert "photo" in (await of_bot(house))[-2]
    assert "one photo" in said(await visitor.taps("Change it"))
    await visitor.taps("Keep the draft")
    assert "photo" in (await of_bot(house))[-2]
