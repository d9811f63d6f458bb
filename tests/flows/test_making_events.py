"""A house makes an event in chat, from five questions to the first guest who buys."""

from tests.factories import Owner, counters_agree
from tests.flows.making import an_organizer, make_collection
from tests.flows.test_buying import finds
from tests.guest import labels, said
from tests.portal_fixtures import Portal


async def test_an_event_with_a_new_venue_three_tickets_and_a_designer_is_published_and_bought(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner)
    designer = await portal.guest("Bea Moss")
    await make_collection(
        owner,
        brand="Maison Corvine",
        name="Nightshade",
        user_id=await portal.user_id(owner, designer),
    )
    event = await renata.makes("Velvet Hour", seats=100)

    screen = await renata.guest.screen()
    assert "at least one ticket type" in said(screen)
    assert "Publish" not in labels(screen)
    await renata.taps("Tickets")
    await renata.adds_type("Standing", "45.00", "60")
    await renata.adds_type("Front row", "120", "30")
    screen = await renata.adds_type("Balcony", "50", "10")
    assert "Front row" in said(screen)
    await renata.taps("The event")

    await renata.taps("Line-up")
    await renata.taps("Add somebody")
    await renata.says("Mason Corvin")
    screen = await renata.taps("Maison Corvine")
    assert "Nightshade" in said(screen)
    await renata.taps("The event")

    await renata.taps("As guests will see it")
    await renata.taps("Publish")
    assert "published" in said(await renata.guest.screen())

    giulia = await portal.guest("Giulia Conti")
    await finds(portal, giulia, "Velvet Hour")
    assert "Maison Corvine" in said(await giulia.screen())
    await giulia.tap("Tickets from")
    await giulia.tap("+")
    await giulia.tap("Hold and pay")
    assert (await giulia.pay())["result"] == "paid"
    row = (await owner.fetch("SELECT * FROM events WHERE id = $1", event))[0]
    assert (row["currency"], row["time_zone"]) == ("EUR", "Europe/Rome")
    assert await owner.value("SELECT count(*) FROM notifications WHERE template = 'lineup'") == 1
    await renata.says("/sales")
    assert "€45" in said(await renata.guest.screen())
    assert await counters_agree(owner)
