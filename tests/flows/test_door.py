"""An evening at the door: parties, broken cameras, mistakes, and everything that is refused."""

import json
from datetime import timedelta

from tests.factories import MadeEvent, Owner, make_event, make_staff
from tests.flows.buying import decoded, holds, pictures_of
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal


async def at_the_door(
    portal: Portal, owner: Owner, show: MadeEvent, name: str, role: str = "steward"
) -> Guest:
    guest = await portal.guest(name)
    await make_staff(owner, show, await portal.user_id(owner, guest), role)
    return guest


async def buys(portal: Portal, guest: Guest, places: int) -> list:
    """Places at Velvet Hour, paid: the messages with their pictures."""
    await holds(portal, guest, "Velvet Hour", places=places)
    assert (await guest.pay())["result"] == "paid"
    return await pictures_of(portal, guest, places)


async def test_a_party_of_four_lets_three_in_and_later_one(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner)
    giulia = await portal.guest("Giulia Conti")
    steward = await at_the_door(portal, owner, show, "Marco Riva")
    singles = await buys(portal, giulia, 4)
    together = await portal.says(giulia, "One code for the 4 of you")
    link = await decoded(giulia, together)
    assert link.startswith(f"https://t.me/{portal.desk.username}?start=q")
    assert len(link.partition("start=")[2]) <= 64

    await steward.open(link)
    await portal.says(steward, "4 are still to come")
    asked = await steward.screen()
    await steward.tap("3", among=asked)
    await portal.says(steward, "Still to come: 1")
    assert (
        "only one" in str(await steward.tap_data(asked["message_id"], _data(asked, "4"))).lower()
    )
    for number, single in enumerate(singles):
        await steward.open(await decoded(giulia, single))
        await portal.says(steward, "Welcome" if number == 3 else "Already inside")
    await steward.open(link)
    await portal.says(steward, "Already inside")
    assert await owner.value("SELECT count(*) FROM checkins WHERE result = 'ok'") == 4

    stranger = await portal.guest("Sten Ström")
    await stranger.open(link)
    await portal.says(stranger, "only for its holder")
    await giulia.open(link)
    await portal.says(giulia, "One code for the 4 of you")


def _data(screen: dict, label: str) -> str:
    [data] = [
        button["callback_data"]
        for row in screen["inline_keyboard"]
        for button in row
        if button["text"] == label
    ]
    return data


async def test_every_refusal_says_why(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner)
    giulia = await portal.guest("Giulia Conti")
    steward = await at_the_door(portal, owner, show, "Marco Riva")
    [picture] = await buys(portal, giulia, 1)
    link = await decoded(giulia, picture)
    for change, words in (
        (
            "UPDATE events SET start_date = now() + interval '3 d', end_date = now() + '4 d'",
            "Not now",
        ),
        (
            "UPDATE events SET start_date = now() + interval '2 h', status = 'cancelled'",
            "Not valid",
        ),
        ("UPDATE events SET status = 'published'", "Welcome"),
        ("UPDATE tickets SET status = 'blocked'", "Blocked"),
        ("UPDATE tickets SET status = 'reserved'", "Not paid"),
        ("UPDATE tickets SET status = 'valid', generation = 2", "An old picture"),
        ("UPDATE tickets SET status = 'refunded', generation = 1", "Not valid"),
    ):
        await owner.fetch(change)
        await steward.open(link)
        assert words in said(await portal.says(steward, words))
        await owner.fetch("UPDATE tickets SET status = 'valid' WHERE status = 'used'")
    for forged, words in (
        (link[:-4] + "AAAA", "Not a ticket of ours"),
        (link[:-9], "Not a ticket for Velvet Hour"),
    ):
        await steward.open(forged)
        await portal.says(steward, words)
    other = await make_event(owner, title="Salon", starts_in=timedelta(hours=1))
    elsewhere = await at_the_door(portal, owner, other, "Elsa Berg")
    await elsewhere.open(link)
    await portal.says(elsewhere, "Not a ticket for Salon")
    assert "Giulia" not in await elsewhere.words()
    rows = await owner.fetch("SELECT result, code_digest FROM checkins")
    assert all(row["code_digest"] for row in rows)
    assert [row["result"] for row in rows].count("invalid") == 3


async def test_a_broken_camera_a_lost_phone_and_a_mistake(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner)
    giulia = await portal.guest("Giulia Conti")
    steward = await at_the_door(portal, owner, show, "Marco Riva")
    supervisor = await at_the_door(portal, owner, show, "Ottavia Neri", "supervisor")
    await buys(portal, giulia, 2)
    codes = await owner.fetch("SELECT short_code FROM tickets ORDER BY id")
    code = codes[0]["short_code"]

    await steward.send("/door")
    await portal.says(steward, "Your doors")
    await steward.tap("Velvet Hour")
    await portal.says(steward, "Came: 0 of 2")
    await steward.tap("Type a code")
    await portal.says(steward, "Write the 8 characters")
    await steward.send(f"{code[:4].lower()} {code[4:]}")
    await portal.says(steward, "Welcome")
    assert "Take this back" not in labels(await steward.screen())
    await steward.send("22222222")
    await portal.says(steward, "No such code")
    await steward.send("Giulia")
    await portal.says(steward, "A supervisor can look for a name")

    await supervisor.send("/door")
    await portal.says(supervisor, "Your doors")
    await supervisor.tap("Velvet Hour")
    await supervisor.tap("Type a code or a name")
    await supervisor.send("conti GIÙLIA")
    await portal.says(supervisor, "2 guests")
    await supervisor.tap("✓ Giulia Conti")
    await portal.says(supervisor, "by Marco R.")
    await supervisor.tap("Take this back")
    await supervisor.tap("Scanned by mistake")
    await portal.says(supervisor, "Taken back")
    await supervisor.send("Giulia")
    await portal.says(supervisor, "2 guests")
    await supervisor.tap("Giulia Conti")
    await portal.says(supervisor, "Expected")
    await supervisor.tap("Let in all the same")
    why = await portal.says(supervisor, "For which reason")
    await supervisor.tap("The phone is dead")
    await portal.says(supervisor, "Welcome")
    await supervisor.tap_data(why["message_id"], _data(why, "The phone is dead"))
    await portal.says(supervisor, "Already inside")
    rows = await owner.fetch(
        "SELECT reason, device, result::text FROM checkins WHERE reason IS NOT NULL"
        " OR device IS NOT NULL ORDER BY id"
    )
    told = [(row["reason"], row["device"], row["result"]) for row in rows]
    assert told == [
        (None, "typed", "ok"),
        (None, "typed", "invalid"),
        ("mistake", None, "ok"),
        ("phone", None, "ok"),
        ("phone", None, "already_redeemed"),
    ], json.dumps(told)
