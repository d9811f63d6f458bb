"""A house makes codes, and guests pay less with them, or see what others do not."""

from datetime import timedelta

from bot.callbacks.buying import ChooseWith, ReserveWith
from bot.callbacks.wire import short
from domain.money import Money
from tests.factories import Owner, counters_agree, ledger_agrees, make_code, make_event
from tests.flows.buying import chooses, finds, pictures_of
from tests.flows.making import Organizer, an_organizer
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Visitor


async def visitor(portal: Portal, name: str) -> Visitor:
    return Visitor(portal, await portal.guest(name))


async def the_order(portal: Portal, guest: Visitor) -> dict:
    """Their newest order."""
    await guest.guest.send("/orders")
    await portal.says(guest.guest, "My orders")
    return await guest.taps("Velvet Hour")


async def agrees(owner: Owner) -> bool:
    """Seats, money and codes."""
    used = await owner.fetch(
        "SELECT c.id FROM promo_codes c WHERE c.used <> (SELECT coalesce(sum(r.seats), 0)"
        " FROM promo_redemptions r WHERE r.code_id = c.id AND r.counts)"
    )
    return not used and await counters_agree(owner) and await ledger_agrees(owner)


async def makes_a_code(renata: Organizer, word: str) -> None:
    """Up to what it does."""
    await renata.taps("Promo codes")
    await renata.taps("Add a code")
    await renata.says(word)


async def test_a_code_from_its_making_to_a_ticket_given_back(portal: Portal, owner: Owner) -> None:
    renata = await an_organizer(portal, owner)
    await make_event(
        owner,
        organizer=renata.user_id,
        types={"Standing": ("45.00", 10)},
        starts_in=timedelta(days=9),
    )
    await renata.says("/mine")
    await renata.taps("Velvet Hour")
    await renata.taps("Tickets")
    await renata.taps("Promo codes")
    proposed = await renata.taps("Add a code")
    assert "VELVET10" in said(proposed)
    assert "one word" in said(await renata.says("no 💎 code"))
    screen = await renata.says("été 20")
    assert "Opens hidden types" not in labels(screen)
    await renata.taps("Percent off")
    assert "from 1 to 100" in said(await renata.says("101"))
    await renata.says("20 %")
    await renata.taps("Skip")
    await renata.says("3")
    await renata.says("2")
    review = await renata.taps("Skip")
    assert "ETE20" in said(review)
    made = await renata.taps("Add it")
    assert "20 % off each ticket" in said(made)
    await renata.taps("Promo codes")
    await renata.taps("Add a code")
    assert "already" in said(await renata.says("Ete20"))
    await renata.says("/cancel")

    giulia = await visitor(portal, "Giulia Conti")
    await chooses(portal, giulia.guest, "Velvet Hour", places=2)
    await giulia.taps("I have a code")
    assert "is no code of this evening" in said(await giulia.says("ETE2O"))
    screen = await giulia.says("ete-20")
    assert "is no code of this evening" in said(screen)
    screen = await giulia.says(" Été20 ")
    assert "€45 €36" in said(screen)
    assert "€72" in said(screen)
    screen = await giulia.taps("Without ETE20")
    assert "€90" in said(screen)
    await giulia.taps("I have a code")
    await giulia.says("ete20")
    await giulia.taps("Hold and pay €72")
    assert await owner.value("SELECT used FROM promo_codes") == 2
    assert (await giulia.guest.pay())["result"] == "paid"
    await pictures_of(portal, giulia.guest, 2)
    screen = await the_order(portal, giulia)
    assert "€90 €72" in said(screen)
    assert "With code ETE20: €18 less" in said(screen)

    await giulia.taps("Give places back")
    one = next(each for each in labels(await giulia.guest.screen()) if "Standing" in each)
    screen = await giulia.taps(one)
    assert "€36" in said(screen)
    assert await agrees(owner)

    stefan = await visitor(portal, "Stefan Berg")
    await chooses(portal, stefan.guest, "Velvet Hour", places=2)
    await stefan.taps("I have a code")
    screen = await stefan.says("ete20")
    assert "one more ticket" in said(screen)
    told = await stefan.guest.tap("Hold and pay €72")
    assert "one more ticket only" in str(told)
    await giulia.says("/events")
    assert await owner.value("SELECT sum(amount) FROM payments") == Money(7200, "EUR").major

    await renata.says("/mine")
    await renata.taps("Velvet Hour")
    await renata.taps("Tickets")
    screen = await renata.taps("Promo codes")
    assert "used for 2 tickets of 3" in said(screen)
    await renata.taps("ETE20")
    assert "It rests" in said(await renata.taps("Let it rest"))
    told = await stefan.guest.tap("Hold and pay €72")
    assert "does not count at the moment" in str(told)


async def test_a_hidden_type_is_seen_with_its_code_and_what_is_free_is_had_at_once(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner)
    show = await make_event(
        owner, organizer=renata.user_id, types={"Standing": ("45.00", 10), "Salon": ("90.00", 5)}
    )
    await renata.says("/mine")
    await renata.taps("Velvet Hour")
    await renata.taps("Tickets")
    await renata.taps("Salon")
    assert "Hidden" in said(await renata.taps("Hide it"))
    await renata.guest.tap("‹")
    await makes_a_code(renata, "salon")
    await renata.taps("Opens hidden types")
    await renata.taps("Salon")
    await renata.taps("That is all")
    for _ in range(3):
        await renata.taps("Skip")
    await renata.taps("Add it")

    giulia = await visitor(portal, "Giulia Conti")
    await finds(portal, giulia.guest, "Velvet Hour")
    screen = await giulia.taps("Tickets from")
    assert "Salon" not in said(screen)
    await giulia.taps("I have a code")
    screen = await giulia.says("SALON")
    assert "Salon" in said(screen)
    (plus,) = (row[2] for row in screen["inline_keyboard"] if "Salon" in row[-2:][0]["text"])
    await giulia.guest.tap_data(screen["message_id"], plus["callback_data"])
    await giulia.taps("Hold and pay €90")
    assert "With code SALON" in said(await the_order(portal, giulia))

    await make_code(owner, show, "GUEST", percent=100, per_person=1)
    luca = await visitor(portal, "Luca Neri")
    await chooses(portal, luca.guest, "Velvet Hour", places=1)
    await luca.taps("I have a code")
    await luca.says("guest")
    await luca.guest.tap("Take my place")
    await pictures_of(portal, luca.guest, 1)
    await finds(portal, luca.guest, "Velvet Hour")
    await luca.taps("Tickets from")
    await luca.taps("I have a code")
    assert "as often as one person may" in said(await luca.says("guest"))
    assert await owner.value("SELECT count(*) FROM payments") == 0
    assert await agrees(owner)


async def test_who_guesses_words_is_asked_to_come_back(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner)
    handle = await make_code(owner, show)
    giulia = await visitor(portal, "Giulia Conti")
    await chooses(portal, giulia.guest, "Velvet Hour", places=2)
    await giulia.taps("I have a code")
    assert "is no code of this evening" in said(await giulia.says("HALB"))
    await owner.fetch("UPDATE promo_tries SET wrong = 10")
    for word in ("HULF", "HALF"):
        later = said(await giulia.says(word))
        assert "try again in 15 minutes" in later
        assert "still stands above" in later
    forged = ChooseWith(event=short(show.id), basket="1", code=handle)
    screen = await giulia.guest.screen()
    told = await giulia.guest.tap_data(screen["message_id"], forged.pack())
    assert "choose without one" in str(told)
    held = ReserveWith(event=short(show.id), basket="1", total=2250, code=handle)
    told = await giulia.guest.tap_data(screen["message_id"], held.pack())
    assert "choose without one" in str(told)
    assert await owner.value("SELECT count(*) FROM orders") == 0
    await owner.fetch("UPDATE promo_tries SET since = since - interval '16 min'")
    assert "€45" in said(await giulia.says("half"))
