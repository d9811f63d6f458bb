"""A guest cannot come: a friend gets the ticket by a card, and the old picture opens no door."""

from redis.asyncio import Redis

from tests.factories import Owner, make_event, make_staff
from tests.flows.broadcasting import jobs_of
from tests.flows.buying import decoded, holds, pictures_of
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch


async def test_a_ticket_goes_to_a_friend_who_never_opened_the_bot(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner)
    giulia = await portal.guest("Giulia Conti")
    lea = await portal.sandbox.guest("Lea Roth")
    late = await portal.guest("Sten Ström")
    steward = await portal.guest("Marco Riva")
    await make_staff(owner, show, await portal.user_id(owner, steward))
    await holds(portal, giulia, "Velvet Hour", places=1)
    await giulia.pay()
    [picture] = await pictures_of(portal, giulia, 1)
    old = await decoded(giulia, picture)

    await giulia.tap("Give to a friend", among=picture)
    card = await portal.says(giulia, "Give your ticket to a friend")
    [share] = [
        button["switch_inline_query_chosen_chat"]["query"]
        for row in card["inline_keyboard"]
        for button in row
        if button.get("switch_inline_query_chosen_chat")
    ]
    assert (await late.inline(share))["results"] == []
    [result] = (await giulia.inline(share))["results"]
    await giulia.choose(share, result["id"], to=lea)
    [received] = [each for each in await lea.messages() if "A ticket for you" in said(each)]
    link = received["inline_keyboard"][0][0]["url"]
    assert len(link.partition("start=")[2]) <= 64

    await lea.open(link)
    await portal.until(lea, lambda all_: any("A pleasure" in said(each) for each in all_))
    await late.open(link)
    await portal.says(late, "a moment quicker")
    async with jobs_of(portal, database, redis):
        asked = await portal.says(giulia, "Lea R.")
        await giulia.tap("Give it to Lea R.", among=asked)
        await portal.says(giulia, "The ticket is theirs")
        await steward.open(old)
        await portal.says(steward, "given to a friend")
        [ticket] = await pictures_of(portal, lea, 1)
    await steward.open(await decoded(lea, ticket))
    await portal.says(steward, "Lea R.")
    await giulia.send("/tickets")
    await portal.says(giulia, "None yet")
    await giulia.send("/orders")
    await giulia.tap("Velvet Hour", among=await portal.says(giulia, "orders"))
    order = await portal.says(giulia, "you gave it away")
    assert not any("ticket" in label for label in labels(order))


async def test_who_pays_at_the_door_comes_in_with_the_money(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner)
    await owner.insert("door_settings", event_id=show.id, takes_money=True)
    giulia = await portal.guest("Giulia Conti")
    steward = await portal.guest("Marco Riva")
    supervisor = await portal.guest("Ottavia Neri")
    await make_staff(owner, show, await portal.user_id(owner, steward))
    await make_staff(owner, show, await portal.user_id(owner, supervisor), "supervisor")
    await holds(portal, giulia, "Velvet Hour", places=2)
    await giulia.tap("Pay at the door")
    await portal.says(giulia, "One code for the 2 of you")
    pictures = [each for each in await giulia.messages() if "pay there" in said(each)]
    assert len(pictures) == 2
    link = await decoded(giulia, pictures[0])

    await steward.open(link)
    await portal.says(steward, "Ask a supervisor")
    await supervisor.open(link)
    unpaid = await portal.says(supervisor, "To pay for the order: €90")
    await supervisor.tap("€90 received", among=unpaid)
    await portal.says(supervisor, "Welcome")
    answer = await supervisor.tap_data(
        unpaid["message_id"], unpaid["inline_keyboard"][0][0]["callback_data"]
    )
    assert "paid already" in answer["text"]
    await steward.open(await decoded(giulia, pictures[1]))
    await portal.says(steward, "Welcome")
    assert await owner.value("SELECT payment_status FROM orders") == "paid"
    assert await owner.value("SELECT payment_method FROM payments") == "door"
