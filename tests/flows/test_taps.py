"""Who came by a campaign's buttons, and what they bought: counted once, and by number alone."""

from typing import Any

from redis.asyncio import Redis
from sqlalchemy import text

from bot.links import event_payload, of_campaign
from domain import taps
from domain.actors import Person
from storage.ids import new_id
from tests.factories import Owner
from tests.flows.broadcasting import house_event, jobs_of, make_follower, make_house
from tests.flows.buying import pictures_of
from tests.flows.composing import compose
from tests.guest import Guest, said
from tests.jobs.people import until
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch


async def compose_with(portal: Portal, house: Guest, words: str, *titles: str) -> dict[str, Any]:
    """The dialog to the desk of a draft that leads to these evenings; the preview of it."""
    await compose(portal, house, words, links=titles)
    return [each for each in await house.messages() if words in said(each)][-1]


def way_of(message: dict[str, Any], title: str) -> str:
    """The address behind a button."""
    rows = message["inline_keyboard"]
    return next(each["url"] for row in rows for each in row if title in each["text"])


async def buys(portal: Portal, guest: Guest, *, places: int) -> None:
    """From the card that is open to the tickets."""
    await guest.tap("Tickets from")
    for _ in range(places):
        await guest.tap("+")
    await guest.tap("Hold and pay")
    assert (await guest.pay())["result"] == "paid"
    await pictures_of(portal, guest, places)


async def test_a_house_sees_how_many_followed_a_button_and_what_they_bought(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house)
    await house_event(owner, portal, house, title="Open Atelier")
    ines, marco = [
        await make_follower(owner, portal, house, name) for name in ("Ines Mora", "Marco Riva")
    ]
    petra = await portal.guest("Petra Falk")

    preview = await compose_with(portal, house, "Tonight at nine.", "Velvet Hour", "Open Atelier")
    assert way_of(preview, "Velvet Hour").endswith(f"?start={event_payload(show.id)}")
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        arrived = await portal.says(ines, "Tonight at nine.")
        await jobs.settle(owner)
        await jobs.tick()
        bar = await portal.until(house, lambda seen: "All sent" in said(seen[-1]))
    assert "followed a button" not in said(bar[-1])

    way = way_of(arrived, "Velvet Hour")
    assert len(way.partition("start=")[2]) <= 64
    await ines.open(way)
    await portal.says(ines, "Velvet Hour")
    await buys(portal, ines, places=2)
    await ines.open(way)  # again, and by the other button: still one person
    await ines.open(way_of(arrived, "Open Atelier"))
    await petra.open(way)  # it was passed on to her
    await portal.says(petra, "Velvet Hour")
    await buys(portal, petra, places=1)
    await marco.open(way_of(arrived, "Open Atelier"))
    await portal.says(marco, "Open Atelier")

    campaign = await owner.value("SELECT id FROM campaigns")
    for made_up in (
        of_campaign(new_id(), event_payload(show.id)),  # a campaign that is none
        of_campaign(campaign, event_payload(new_id())),  # a button that it does not have
        "c" + "-" * 22 + event_payload(show.id),
        event_payload(show.id),
    ):
        otto = await portal.guest("Otto Lind")
        await otto.start(made_up)
        await portal.until(otto, lambda seen: len(seen) > 1)
    await portal.says(otto, "Velvet Hour")

    async def all_counted() -> bool:  # behind the screen that they came for
        return bool(await owner.value("SELECT count(*) = 3 FROM campaign_taps"))

    await until(all_counted)
    await house.tap("Refresh")
    told = said(await house.screen())
    assert "3 people followed a button" in told
    assert "· Velvet Hour: 2" in told
    assert "· Open Atelier: 1" in told
    assert "2 orders within a week: 3 tickets, €135" in told
    assert "Ines" not in told


async def test_nobody_records_for_another_and_no_house_learns_who(
    portal: Portal, owner: Owner
) -> None:
    house, rival = await make_house(owner, portal), await make_house(owner, portal, "Elio Bassi")
    ines = await portal.guest("Ines Mora")
    maker = await portal.user_id(owner, house)
    payload = event_payload(new_id())
    campaign = await owner.insert(
        "campaigns",
        name="News",
        organizer_id=maker,
        status="active",
        launched_at=await owner.value("SELECT now()"),
        meta_data={"links": [[payload, "Tonight"]]},
    )
    me = Person("person", await portal.user_id(owner, ines))
    async with portal.db.begin(me) as tx:
        await taps.tap(tx.session, campaign_id=campaign["id"], payload=payload, now=tx.now)
    async with portal.db.begin(Person("person")) as tx:  # nobody acts
        await taps.tap(tx.session, campaign_id=campaign["id"], payload=payload, now=tx.now)
    rows = await owner.fetch("SELECT user_id, button FROM campaign_taps")
    assert [tuple(row.values()) for row in rows] == [(me.id, 1)]

    seen = {}
    for who in (house, rival, ines):
        actor = Person("person", await portal.user_id(owner, who))
        async with portal.db.read(actor) as tx:
            taken = await taps.taken_up(tx.session, campaign_id=campaign["id"])
            own = (await tx.session.execute(text("SELECT user_id FROM campaign_taps"))).all()
        seen[who.id] = (taken.people, len(own))
    assert seen == {house.id: (1, 0), rival.id: (0, 0), ines.id: (0, 1)}
