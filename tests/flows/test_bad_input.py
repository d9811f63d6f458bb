"""What people do that nobody planned: each gets a sentence, and nothing is lost."""

from uuid import uuid4

import pytest

from bot.callbacks.buying import Choose, Pay, Release, Reserve, ShowOrder, ShowTicket
from bot.callbacks.finding import Browse
from tests.factories import Owner, counters_agree, make_event
from tests.flows.buying import finds, holds
from tests.guest import labels
from tests.portal_fixtures import Portal


@pytest.mark.parametrize(
    "payload", ["nonsense", "e", "eAAAA", "t", "tAAAAAAAAAAAA", "zzz", "e" + "A" * 22, "-_-_"]
)
async def test_a_link_that_leads_nowhere_says_so(portal: Portal, payload: str) -> None:
    giulia = await portal.guest()
    before = len(await giulia.messages())
    await giulia.start(payload)
    await portal.until(giulia, lambda messages: len(messages) >= before + 2)
    assert (await giulia.words()).strip()


async def test_words_and_pictures_nobody_asked_for_get_an_answer(portal: Portal) -> None:
    giulia = await portal.guest()
    await giulia.send("𝔥𝔢𝔩𝔩𝔬 ‮ 👨‍👩‍👧‍👦 <b>bold?</b> '; DROP TABLE users; --")
    await portal.says(giulia, "empty hands")
    assert "All evenings" in labels(await giulia.screen())
    await giulia.send("x" * 4096)
    await portal.until(giulia, lambda messages: len(messages) >= 6)


async def test_a_button_of_an_older_day_opens_the_fresh_house(portal: Portal) -> None:
    giulia = await portal.guest()
    screen = await giulia.screen()
    answer = await giulia.tap_data(screen["message_id"], "old-format:1:2:3")
    assert "older day" in answer["text"]
    await portal.says(giulia, "Good to see you")


async def test_forged_ids_look_like_missing_things(portal: Portal, owner: Owner) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    mallory = await portal.guest("Mallory Black")
    await holds(portal, giulia, "Velvet Hour", places=1)
    order = await owner.value("SELECT id FROM orders")
    shown = (await mallory.screen())["message_id"]
    for data in (
        ShowOrder(order=order),
        Pay(order=order),
        Release(order=order),
        ShowOrder(order=uuid4()),
        ShowTicket(ticket=uuid4()),
        Choose(event=uuid4()),
    ):
        answer = await mallory.tap_data(shown, data.pack())
        assert answer["show_alert"], data
        assert "cannot find" in answer["text"], answer
    assert await owner.value("SELECT status FROM orders") == "pending"
    assert await counters_agree(owner)


async def test_more_than_one_person_may_have_is_refused_in_words(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner, limit=2)
    giulia = await portal.guest()
    shown = (await giulia.screen())["message_id"]
    forged = Reserve(event=show.id, basket="3", total=13500)
    answer = await giulia.tap_data(shown, forged.pack())
    assert "2" in answer["text"]
    cheaper = Reserve(event=show.id, basket="1", total=1)
    assert "price" in (await giulia.tap_data(shown, cheaper.pack()))["text"].lower()
    empty = Reserve(event=show.id, basket="0", total=0)
    assert (await giulia.tap_data(shown, empty.pack()))["text"]
    assert await owner.value("SELECT count(*) FROM orders") == 0
    assert await owner.value("SELECT count(*) FROM processed_updates") == 0


async def test_an_invoice_of_an_earlier_choice_is_not_paid(portal: Portal, owner: Owner) -> None:
    """A bill that stayed in the chat, because we were killed before we noted its message."""
    await make_event(owner)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    await owner.value("UPDATE orders SET meta_data = meta_data - 'bill'")
    await giulia.tap("Choose again")
    await giulia.tap("+")
    await giulia.tap("+")
    await giulia.tap("Hold and pay")
    refused = await giulia.pay(bill=0)
    assert refused["result"] == "refused"
    assert refused["error_message"]
    assert await owner.value("SELECT count(*) FROM payments") == 0
    assert (await giulia.pay())["result"] == "paid"


async def test_a_bill_whose_order_ended_elsewhere_is_refused_and_explained(
    portal: Portal, owner: Owner
) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    order = await owner.value("UPDATE orders SET status = 'cancelled' RETURNING id")
    refused = await giulia.pay()
    assert refused["result"] == "refused"
    assert refused["error_message"]
    shown = (await giulia.screen())["message_id"]
    await giulia.tap_data(shown, ShowOrder(order=order).pack())
    await portal.says(giulia, "given back")


async def test_places_given_back_are_free_for_others(portal: Portal, owner: Owner) -> None:
    await make_event(owner, types={"Standing": ("45.00", 1)})
    giulia = await portal.guest()
    sten = await portal.guest("Sten Ström")
    await holds(portal, giulia, "Velvet Hour", places=1)
    await finds(portal, sten, "Velvet Hour")
    await sten.tap("Sold out")
    assert "held for others" in await sten.words()
    await giulia.tap("Give the places back")
    await holds(portal, sten, "Velvet Hour", places=1)
    assert await counters_agree(owner)


async def test_a_page_that_the_programme_no_longer_has_is_the_first_one(
    portal: Portal, owner: Owner
) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    await giulia.tap_data((await giulia.screen())["message_id"], Browse(of="gz").pack())
    await portal.says(giulia, "Velvet Hour")


async def test_the_stepper_does_not_say_sold_out_at_the_limit_of_one_person(
    portal: Portal, owner: Owner
) -> None:
    await make_event(owner, limit=1)
    giulia = await portal.guest()
    await finds(portal, giulia, "Velvet Hour")
    await giulia.tap("Tickets from")
    await giulia.tap("+")
    assert "as many as you can take" in (await giulia.tap("+"))["text"]
