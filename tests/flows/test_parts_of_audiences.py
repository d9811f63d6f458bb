"""Only some of an audience: designers, a taste, one type of ticket, who waits for a place."""

from uuid import UUID

from redis.asyncio import Redis

from domain import audiences
from domain.actors import Person
from storage.enums import CampaignAudience, CampaignPurpose
from tests.factories import Owner
from tests.flows.broadcasting import (
    agree,
    house_event,
    jobs_of,
    make_follower,
    make_house,
    make_ticket,
)
from tests.flows.composing import campaign_of, compose, received
from tests.guest import said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch


async def parts(
    portal: Portal, house: UUID, audience: CampaignAudience, event: UUID | None = None
) -> dict[str, int]:
    """What a house may narrow an audience to, with how many that is."""
    async with portal.db.read(Person("person", house)) as tx:
        found = await audiences.parts(tx.session, house=house, audience=audience, event_id=event)
    return {each.value: each.people for each in found}


async def test_designers_among_the_followers(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    ines, marco = [await make_follower(owner, portal, house, each) for each in ("Ines", "Marco")]
    for name in ("Ines", "Stranger"):
        guest = ines if name == "Ines" else await portal.guest(name)
        id = await portal.user_id(owner, guest)
        await owner.insert(
            "designers", user_id=id, brand_name=f"Atelier {name}", approval_status="approved"
        )
        await agree(portal, id)
    choices = ("Followers", "designers · 1")
    desk = said(await compose(portal, house, "To those who make.", *choices))
    assert "one person" in desk
    assert "those of your designers: designers" in desk
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        await portal.says(ines, "To those who make.")
        await jobs.settle(owner)
    assert await received(marco, "To those who make.") == 0
    assert (await campaign_of(owner))["part"] == "designers"


async def test_tastes_are_looked_at_where_that_was_allowed(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    id = await portal.user_id(owner, house)
    for name in ("Ines", "Marco"):
        fan = await portal.user_id(owner, await make_follower(owner, portal, house, name))
        await owner.fetch(
            'UPDATE user_profiles SET preferences = \'{"types": ["fashion_show"]}\''
            " WHERE user_id = $1",
            fan,
        )
        if name == "Ines":
            await owner.fetch(
                "INSERT INTO consents (user_id, purpose, channel, granted, version)"
                " VALUES ($1, 'suggestions', 'push', true, 1)",
                fan,
            )
    assert await parts(portal, id, CampaignAudience.FOLLOWERS) == {"taste-fashion_show": 1}


async def test_one_type_of_ticket_and_who_waits(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    id = await portal.user_id(owner, house)
    show = await house_event(owner, portal, house)
    first, *_ = show.types.values()
    second = (
        await owner.insert(
            "ticket_types", event_id=show.id, name="Balcony", price=0, quantity=5, position=9
        )
    )["id"]
    nora, otto = [
        await portal.user_id(owner, await portal.guest(each)) for each in ("Nora", "Otto")
    ]
    await make_ticket(owner, portal, show, nora)
    holders = CampaignAudience.HOLDERS
    assert await parts(portal, id, holders, show.id) == {}
    await owner.insert(
        "waitlist_entries", user_id=otto, event_id=show.id, ticket_type_id=second, seats=1
    )
    assert await parts(portal, id, holders, show.id) == {}
    await agree(portal, otto)
    assert await parts(portal, id, holders, show.id) == {first.hex: 1, "waiting": 1}
    other = await portal.user_id(owner, await make_house(owner, portal, "Bruno Neri"))
    async with portal.db.read(Person("person", other)) as tx:
        people = await audiences.size(
            tx.session,
            purpose=CampaignPurpose.SERVICE,
            audience=holders,
            house=id,
            event_id=show.id,
            part=first.hex,
        )
    assert people == 0
