"""A guest who cannot come gives tickets back: what returns is shown, and a yes counts for it."""

from datetime import timedelta
from decimal import Decimal

from tests.factories import MadeEvent, Owner, counters_agree, make_event, make_staff
from tests.flows.buying import decoded, holds, pictures_of
from tests.guest import Guest, said
from tests.portal_fixtures import Portal

THREE_DAYS = timedelta(days=3)


async def buys(portal: Portal, owner: Owner, *, places: int) -> tuple[Guest, MadeEvent]:
    """Giulia has paid places of an evening in three days: half comes back."""
    show = await make_event(owner, starts_in=THREE_DAYS)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=places)
    await giulia.pay()
    await pictures_of(portal, giulia, places)
    return giulia, show


async def test_the_terms_stand_where_places_are_chosen_and_stay_what_they_were(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner, starts_in=timedelta(days=9))
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    sentence = "all of it back until 7 days before, 50 % back until 2 days before, then nothing"
    told = [each.get("text") or each.get("caption") or "" for each in await giulia.messages()]
    assert any(sentence in each for each in told)
    await giulia.pay()
    await pictures_of(portal, giulia, 1)
    await owner.fetch("UPDATE events SET refund_policy = '[]' WHERE id = $1", show.id)
    await owner.fetch("UPDATE orders SET refund_policy = '[]'")
    await giulia.tap("Give my place back")
    assert "€45 comes back" in await giulia.words()
    assert sentence in await giulia.words()


async def test_one_of_two_goes_back_for_half_and_then_the_other(
    portal: Portal, owner: Owner
) -> None:
    giulia, show = await buys(portal, owner, places=2)
    steward = await portal.guest("Marco Riva")
    await make_staff(owner, show, await portal.user_id(owner, steward))
    links = [await decoded(giulia, each) for each in (await giulia.qr_messages())]
    await giulia.send("/orders")
    await portal.says(giulia, "My orders")
    await giulia.tap("Velvet Hour")
    await giulia.tap("Give places back")
    choice = await giulia.screen()
    await giulia.tap("€22.50 back", among=choice)
    question = await giulia.screen()
    assert "€22.50 comes back to where you paid from. House of Organizer keeps €22.50." in (
        await giulia.words()
    )
    assert await owner.value("SELECT sold FROM quotas") == 2
    await giulia.tap("Yes, give it back")
    assert "1 ticket was given back; €22.50 goes back" in await giulia.words()
    await giulia.tap("Yes, give it back", among=question)
    assert await owner.value("SELECT sold FROM quotas") == 1
    assert await owner.value("SELECT taken FROM user_quota") == 1
    assert await owner.value("SELECT status::text FROM orders") == "completed"
    assert await owner.value("SELECT sum(amount) FROM refunds") == Decimal("22.50")

    for link in links:
        await steward.open(link)
    await portal.until(steward, lambda told: sum("⛔" in said(each) for each in told) == 2)
    results = await owner.fetch("SELECT result::text FROM checkins")
    assert sorted(row["result"] for row in results) == ["canceled", "invalid_time"]
    assert await counters_agree(owner)


async def test_all_of_an_order_goes_back_whole_early_enough(portal: Portal, owner: Owner) -> None:
    await make_event(owner, starts_in=timedelta(days=9))
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=3)
    await giulia.pay()
    await pictures_of(portal, giulia, 3)
    await giulia.send("/orders")
    await portal.says(giulia, "My orders")
    await giulia.tap("Velvet Hour")
    await giulia.tap("Give places back")
    await giulia.tap("All 3 · €135 back")
    await giulia.tap("Yes, give it back for €135")
    assert "€135 goes back to where you paid from" in await giulia.words()
    assert await owner.value("SELECT status::text FROM orders") == "cancelled"
    assert await owner.value("SELECT count(*) FROM tickets WHERE status = 'refunded'") == 3
    assert await owner.value("SELECT sum(amount) FROM refunds") == Decimal(135)
    assert (
        await owner.value("SELECT count(*) FROM notifications WHERE template = 'tickets-returned'")
        == 1
    )
    assert await counters_agree(owner)


async def test_a_yes_counts_for_the_sum_that_was_shown(portal: Portal, owner: Owner) -> None:
    giulia, _ = await buys(portal, owner, places=1)
    await giulia.tap("Give my place back")
    await owner.fetch("UPDATE events SET start_date = start_date - interval '2 days'")
    answer = await giulia.tap("Yes, give it back")
    assert "has changed since you looked" in answer["text"]
    assert "Nothing comes back for it now" in await giulia.words()
    assert await owner.value("SELECT status::text FROM tickets") == "valid"
    await giulia.tap("Yes, though nothing comes back")
    assert "Nothing comes back for it." in await giulia.words()
    assert await owner.value("SELECT status::text FROM tickets") == "cancelled"
    assert await owner.value("SELECT status::text FROM orders") == "completed"
    assert await owner.value("SELECT count(*) FROM refunds") == 0
    assert await counters_agree(owner)


async def test_a_used_ticket_and_the_last_hour_stay_as_they_are(
    portal: Portal, owner: Owner
) -> None:
    giulia, _ = await buys(portal, owner, places=1)
    await owner.fetch("UPDATE events SET start_date = now() + interval '50 minutes'")
    answer = await giulia.tap("Give my place back")
    assert "In the last hour before it begins tickets stay" in answer["text"]
    await owner.fetch("UPDATE events SET start_date = now() + interval '3 days'")
    await owner.fetch("UPDATE tickets SET status = 'used'")
    answer = await giulia.tap("Give my place back")
    assert "has passed the door already" in answer["text"]


async def test_a_stolen_code_is_refused_with_its_reason_and_the_new_one_enters(
    portal: Portal, owner: Owner
) -> None:
    giulia, show = await buys(portal, owner, places=1)
    await owner.fetch("UPDATE events SET start_date = now() + interval '2 hours'")
    steward = await portal.guest("Marco Riva")
    await make_staff(owner, show, await portal.user_id(owner, steward))
    [picture] = await giulia.qr_messages()
    stolen = await decoded(giulia, picture)
    await giulia.tap("My code was stolen")
    assert "opens no door" in await giulia.words()
    assert await owner.value("SELECT generation FROM tickets") == 1
    await giulia.tap("Yes, give me a new code")
    [_, fresh] = await giulia.qr_messages()
    await steward.open(stolen)
    await portal.says(steward, "An old picture")
    await steward.open(await decoded(giulia, fresh))
    await portal.says(steward, "Welcome")
    [first, second] = await owner.fetch("SELECT result::text FROM checkins ORDER BY id")
    assert (first["result"], second["result"]) == ("revoked", "ok")


async def test_a_house_chooses_its_terms_and_who_has_ordered_keeps_theirs(
    portal: Portal, owner: Owner
) -> None:
    renata = await portal.guest("Renata Sala")
    house = await portal.user_id(owner, renata)
    await make_event(owner, starts_in=timedelta(days=9), organizer=house)
    giulia, otto = await portal.guest(), await portal.guest("Otto Berg")
    await holds(portal, giulia, "Velvet Hour", places=1)
    await renata.send("/mine")
    await portal.says(renata, "Velvet Hour")
    await renata.tap("Velvet Hour")
    await renata.tap("Change")
    await renata.tap("What guests get back")
    await renata.tap("Nothing")
    await portal.until(
        renata,
        lambda told: any("Who has ordered keeps what they saw." in said(each) for each in told),
    )
    await holds(portal, otto, "Velvet Hour", places=1)
    told = [said(each) for each in await otto.messages()]
    assert any("Tickets for this evening are not taken back." in each for each in told)
    await giulia.pay()
    await pictures_of(portal, giulia, 1)
    await giulia.tap("Give my place back")
    assert "€45 comes back" in await giulia.words()
