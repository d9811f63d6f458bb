"""A designer builds a look-book while approval waits; the public sees it when it may."""

from uuid import UUID

import pytest
from redis.asyncio import Redis

from bot.callbacks.finding import ShowCollection
from bot.callbacks.trades import AmendCollection, PublishCollection, ShowOwnCollection
from bot.links import look_book_link
from storage.ids import new_id
from tests.factories import Owner
from tests.guest import labels, said
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor, a_visitor


async def a_designer(
    portal: Portal, owner: Owner, *, status: str = "approved", name: str = "Noor Haddad"
) -> tuple[Visitor, UUID]:
    """Somebody who registered a brand, and the brand's id."""
    visitor = await a_visitor(portal, name)
    row = await owner.insert(
        "designers",
        id=new_id(),
        user_id=await portal.user_id(owner, visitor.guest),
        brand_name="Casa Noor",
        specialties=("evening", "natural dyes"),
        approval_status=status,
        meta_data={"about": "Cloth that remembers the hand."},
    )
    return visitor, row["id"]


async def make_collection(visitor: Visitor) -> None:
    """A collection of five photos, by the dialog."""
    await visitor.says("/collections")
    await visitor.taps("New collection")
    await visitor.says("Seta viva")
    await visitor.taps("Spring/Summer")
    await visitor.says("2027")
    await visitor.taps("Skip")
    await visitor.sends_album([1, 2, 3, 4, 5])
    await visitor.taps("That is all")
    screen = await visitor.taps("Keep the draft")
    assert "Draft: only you see it · 5 photos" in said(screen)


def payload(designer: UUID) -> str:
    return look_book_link("bot", designer).partition("start=")[2]


async def test_five_photos_are_published_and_seen_by_everybody(
    portal: Portal, owner: Owner
) -> None:
    noor, brand = await a_designer(portal, owner)
    await make_collection(noor)
    guest = await a_visitor(portal, "Giulia Conti")
    screen = await guest.opens(payload(brand))
    assert "Casa Noor" in said(screen)
    assert "Evening wear, natural dyes" in said(screen)
    assert not any("Seta viva" in label for label in labels(screen))
    screen = await noor.taps("Publish")
    assert "Published · 5 photos" in said(screen)

    screen = await guest.opens(payload(brand))
    screen = await guest.taps("Seta viva")
    assert "Spring/Summer 2027" in said(screen)
    album = [each for each in await guest.guest.messages() if each.get("photo")]
    assert len(album) == 5
    assert len({each["media_group_id"] for each in album}) == 1
    assert "Casa Noor" in said(await guest.taps("Look-book"))

    await noor.taps("Put away")
    answer = await guest.guest.tap_data(
        screen["message_id"],
        ShowCollection(collection=await owner.value("SELECT id FROM collections")).pack(),
    )
    assert "cannot find" in str(answer.get("text"))


async def test_who_waits_builds_but_does_not_publish(portal: Portal, owner: Owner) -> None:
    noor, brand = await a_designer(portal, owner, status="pending")
    await make_collection(noor)
    screen = await noor.guest.screen()
    collection = await owner.value("SELECT id FROM collections")
    forced = PublishCollection(collection=collection, public=True).pack()
    answer = await noor.guest.tap_data(screen["message_id"], forced)
    assert "not approved at the moment" in str(answer.get("text"))
    assert await owner.value("SELECT status FROM collections") == "draft"
    guest = await a_visitor(portal, "Giulia Conti")
    assert "cannot find" in said(await guest.opens(payload(brand)))
    assert "Casa Noor" in said(await noor.opens(payload(brand)))


@pytest.mark.parametrize("act", ["show", "amend", "publish"])
async def test_the_collection_of_another_cannot_be_found(
    portal: Portal, owner: Owner, act: str
) -> None:
    noor, _ = await a_designer(portal, owner)
    await make_collection(noor)
    other, _ = await a_designer(portal, owner, name="Sten Ström")
    collection = await owner.value("SELECT id FROM collections")
    data = {
        "show": ShowOwnCollection(collection=collection),
        "amend": AmendCollection(collection=collection),
        "publish": PublishCollection(collection=collection, public=True),
    }[act].pack()
    screen = await other.says("/collections")
    answer = await other.guest.tap_data(screen["message_id"], data)
    assert "cannot find" in str(answer.get("text"))
    assert await owner.value("SELECT status FROM collections") == "draft"


async def test_words_and_photos_are_changed(portal: Portal, owner: Owner) -> None:
    noor, _ = await a_designer(portal, owner)
    await make_collection(noor)
    await noor.taps("Change")
    await noor.taps("Change: Photos")
    await noor.taps("Take the last back")
    screen = await noor.taps("That is all")
    assert "Photos: 4 photos" in said(screen)
    screen = await noor.taps("Keep the draft")
    assert "4 photos" in said(screen)
    assert await owner.value("SELECT count(*) FROM collections") == 1


async def test_a_half_made_collection_survives_a_restart_and_an_empty_redis(
    database: Scratch, redis: Redis, sandbox: Sandbox, owner: Owner
) -> None:
    async with open_portal(database, redis, sandbox) as portal:
        noor, _ = await a_designer(portal, owner)
        await noor.says("/collections")
        await noor.taps("New collection")
        await noor.says("Seta viva")
        await noor.taps("Spring/Summer")
    await redis.flushall()
    async with open_portal(database, redis, sandbox) as portal:
        noor = Visitor(portal, noor.guest)
        screen = await noor.says("2027")
        assert "still unfinished" in said(screen)
        screen = await noor.taps("Go on")
        assert "4 of 5" in said(screen)
        await noor.taps("Skip")
        await noor.sends_album([1, 2])
        await noor.taps("That is all")
        screen = await noor.taps("Keep the draft")
        assert "Spring/Summer 2027" in said(screen)
