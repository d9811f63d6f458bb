"""An attendee finds a show, holds places, pays, and walks in."""

import asyncio
import json

import pytest

from bot.callbacks.buying import Choose
from tests.factories import Owner, counters_agree, make_event, make_staff
from tests.flows.buying import chooses, decoded, finds, holds, pictures_of
from tests.guest import Guest, said
from tests.portal_fixtures import Portal


async def test_a_guest_buys_two_tickets_and_the_door_lets_each_in_once(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 10)})
    giulia = await portal.guest("Giulia Conti")
    steward = await portal.guest("Marco Riva")
    stranger = await portal.guest("Sten Ström")
    await make_staff(owner, show, await portal.user_id(owner, steward))

    await holds(portal, giulia, "Velvet Hour", places=2)
    assert (await giulia.pay())["result"] == "paid"
    first, second = await pictures_of(portal, giulia, 2)
    link = await decoded(giulia, first)
    assert link.startswith(f"https://t.me/{portal.desk.username}?start=t")
    assert link != await decoded(giulia, second)

    await steward.open(link)
    await portal.says(steward, "Welcome")
    assert "Giulia C." in await steward.words()
    await steward.open(link)
    await portal.says(steward, "Already inside")
    assert "by Marco R." in await steward.words()

    await stranger.open(link)
    await portal.says(stranger, "only for its holder")
    assert "Giulia" not in await stranger.words()
    assert await counters_agree(owner)


async def test_a_free_place_is_one_tap_from_the_qr_and_a_second_tap_is_no_second_place(
    portal: Portal, owner: Owner
) -> None:
    await make_event(owner, title="Open Atelier", types={"Guest": ("0.00", 5)})
    giulia = await portal.guest()
    await finds(portal, giulia, "Open Atelier")
    card = await giulia.screen()
    await giulia.tap("A free place", among=card)
    await pictures_of(portal, giulia, 1)
    await giulia.tap("A free place", among=card)
    await pictures_of(portal, giulia, 2)
    assert await owner.value("SELECT count(*) FROM tickets") == 1
    assert await counters_agree(owner)


async def test_a_pool_without_a_size_limits_nobody(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner)
    pool = show.quotas["Standing"]
    await owner.value("UPDATE quotas SET size = NULL WHERE id = $1", pool)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=2)
    assert (await giulia.pay())["result"] == "paid"
    await pictures_of(portal, giulia, 2)
    assert await owner.value("SELECT sold FROM quotas WHERE id = $1", pool) == 2
    assert await counters_agree(owner)


async def test_several_free_places_in_one_order(portal: Portal, owner: Owner) -> None:
    await make_event(owner, title="Open Atelier", types={"Guest": ("0.00", 5)})
    giulia = await portal.guest()
    await finds(portal, giulia, "Open Atelier")
    await giulia.tap("More than one")
    await giulia.tap("+")
    await giulia.tap("+")
    await giulia.tap("Take 2 places")
    assert len(await pictures_of(portal, giulia, 2)) == 2
    assert await owner.value("SELECT count(*) FROM orders") == 1


@pytest.mark.parametrize(
    ("language", "together"),
    [("en", "Together: free"), ("fr", "Total : offert"), ("it", "Totale: in omaggio")],
)
async def test_what_costs_nothing_is_free_in_the_stepper_too(
    portal: Portal, owner: Owner, language: str, together: str
) -> None:
    show = await make_event(owner, title="Open Atelier", types={"Guest": ("0.00", 5)})
    giulia = await portal.guest(language=language)
    await giulia.send("/events")
    listed = await portal.says(giulia, "Open Atelier")
    await giulia.tap_data(listed["message_id"], Choose(event=show.id, basket="2").pack())
    words = (await giulia.words()).replace("\u00a0", " ").replace("\u202f", " ")
    assert together in words
    assert "€" not in words


async def test_an_evening_with_free_and_paid_places_is_not_called_free(
    portal: Portal, owner: Owner
) -> None:
    await make_event(owner, types={"Student": ("0.00", 10), "Front row": ("120.00", 10)})
    giulia = await portal.guest()
    await giulia.send("/events")
    await portal.says(giulia, "places free and paid")
    await giulia.tap("Velvet Hour")
    await giulia.tap("Tickets, free and paid")
    rows = (await giulia.screen())["inline_keyboard"]
    assert [row[1]["text"] for row in rows[:2]] == ["0 × Student", "0 × Front row"]


async def test_several_types_in_one_order(portal: Portal, owner: Owner) -> None:
    await make_event(owner, types={"Standing": ("45.00", 10), "Front row": ("120.00", 10)})
    giulia = await portal.guest()
    await finds(portal, giulia, "Velvet Hour")
    await giulia.tap("Tickets from €45")
    rows = (await giulia.screen())["inline_keyboard"]
    assert [row[1]["text"] for row in rows[:2]] == ["0 × Standing", "0 × Front row"]
    await giulia.tap_data((await giulia.screen())["message_id"], rows[0][2]["callback_data"])
    both = (await giulia.screen())["inline_keyboard"][1][2]["callback_data"]
    await giulia.tap_data((await giulia.screen())["message_id"], both)
    await giulia.tap("Hold and pay €165")
    paid = await giulia.pay()
    assert paid["result"] == "paid"
    await pictures_of(portal, giulia, 2)
    assert await owner.value("SELECT count(*) FROM order_lines") == 2
    assert await counters_agree(owner)


async def test_paying_one_bill_twice_is_one_set_of_tickets(portal: Portal, owner: Owner) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    await giulia.pay("twice")
    await pictures_of(portal, giulia, 1)
    await portal.says(giulia, "More than one payment reached us")
    assert await owner.value("SELECT count(*) FROM tickets") == 1
    assert await owner.value("SELECT reason FROM refunds") == "double"


async def bills(guest: Guest) -> list:
    """The invoices that stand in the chat."""
    return [message for message in await guest.messages() if message.get("invoice")]


async def test_two_nervous_taps_leave_one_bill_and_it_can_be_paid(
    portal: Portal, owner: Owner
) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    await chooses(portal, giulia, "Velvet Hour", places=1)
    stepper = await giulia.screen()
    await asyncio.gather(*(giulia.tap("Hold and pay", among=stepper) for _ in range(2)))
    assert len(await bills(giulia)) == 1
    assert (await giulia.pay())["result"] == "paid"
    await pictures_of(portal, giulia, 1)
    assert await owner.value("SELECT count(*) FROM orders") == 1
    assert await counters_agree(owner)


async def test_a_new_choice_takes_the_old_bill_away(portal: Portal, owner: Owner) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    [first] = await bills(giulia)
    await holds(portal, giulia, "Velvet Hour", places=2)
    [second] = await bills(giulia)
    assert second["message_id"] > first["message_id"]
    assert second["invoice"]["total_amount"] == 2 * first["invoice"]["total_amount"]


async def test_a_paid_bill_stays_as_the_receipt_of_its_order(portal: Portal, owner: Owner) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    await giulia.pay()
    await pictures_of(portal, giulia, 1)
    await giulia.tap("Give the places back")
    await portal.says(giulia, "Paid · order")
    assert len(await bills(giulia)) == 1


async def test_places_given_back_from_the_order_take_the_bill_with_them(
    portal: Portal, owner: Owner
) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    await giulia.send("/orders")
    await portal.says(giulia, "orders")
    await giulia.tap("Velvet Hour")
    await giulia.tap("Give the places back", among=await giulia.screen())
    await portal.says(giulia, "given back")
    assert not await bills(giulia)


async def test_a_bill_that_was_given_back_is_gone(portal: Portal, owner: Owner) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    await giulia.tap("Give the places back")
    await portal.says(giulia, "given back")
    assert not await bills(giulia)
    assert await counters_agree(owner)


async def test_a_french_guest_reads_the_evening_and_the_ticket_in_french(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 10)})
    words = {
        "description": "Une soirée de velours.",
        "types": {str(show.types["Standing"]): {"name": "Debout"}},
    }
    await owner.value(
        "UPDATE events SET meta_data = $2 WHERE id = $1",
        show.id,
        json.dumps({"texts": {"fr": words}}),
    )
    camille = await portal.guest("Camille Roux", language="fr")
    await camille.send("/events")
    await portal.says(camille, "Velvet Hour")
    await camille.tap("Velvet Hour")
    card = await portal.says(camille, "Une soirée de velours.")
    assert "An evening of velvet." not in said(card)
    await camille.tap("45", among=card)
    await portal.says(camille, "Debout")
