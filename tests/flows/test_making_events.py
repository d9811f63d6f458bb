"""A house makes an event in chat, from five questions to the first guest who buys."""

from decimal import Decimal

from bot.callbacks.making import AtDesk, AtEntry, AtLineup, AtTeam, AtType, EditEvent, Invite
from bot.callbacks.wire import short
from storage.enums import StaffRole
from tests.factories import Owner, counters_agree
from tests.flows.buying import finds
from tests.flows.making import MILAN, an_organizer, make_collection, next_week
from tests.guest import labels, said
from tests.portal_fixtures import Portal

ROOMS = (
    "desk",
    "preview",
    "publish",
    "copy",
    "edit",
    "types",
    "newtype",
    "schedule",
    "entry",
    "lineup",
    "member",
    "team",
    "sales",
    "history",
)


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
    await renata.taps("The evening")

    await renata.taps("Line-up")
    await renata.taps("Add somebody")
    await renata.says("Mason Corvin")
    screen = await renata.taps("Maison Corvine")
    assert "Nightshade" in said(screen)
    await renata.taps("The evening")

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


async def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_lost(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner)
    await renata.says("/new")
    assert "A title needs letters" in said(await renata.says("✨🎉✨"))
    assert "need words" in said(await renata.sends("photo"))
    await renata.says("Velvet Hour")
    assert "place" in said(await renata.says("somewhere nice"))
    await renata.shares(*MILAN)
    for answer in ("Palazzo Serbelloni", "Corso Venezia 16", "Milano"):
        await renata.says(answer)
    await renata.taps("Italy")
    assert "number" in said(await renata.says("a few"))
    await renata.says("300")
    await renata.taps("Skip")
    for impossible in ("31.02.2027 20:00", "tomorrow-ish", next_week("20:00", days=-7)):
        assert "When does it begin?" in said(await renata.says(impossible)), impossible
    await renata.says(next_week("20:00"))
    assert "from 1 to 300" in said(await renata.says("301"))
    await renata.says("120")
    review = await renata.taps("Skip")
    assert "Palazzo Serbelloni" in said(review)
    assert await owner.value("SELECT count(*) FROM events") == 0
    await renata.taps("Keep the draft")

    await renata.taps("Tickets")
    await renata.guest.tap("Add a ticket type")
    await renata.says("Standing")
    assert "at most 2 decimals" in said(await renata.says("45.555"))
    await renata.says("45.50")
    assert "from 1 to 120" in said(await renata.says("121"))
    await renata.taps("Skip")
    await renata.taps("Skip")
    await renata.taps("Add it")
    assert await owner.value("SELECT price FROM ticket_types") == Decimal("45.50")

    await renata.taps("The evening")
    await renata.taps("Schedule")
    await renata.taps("Add a line")
    await renata.taps("Doors")
    assert "2 of 4" in said(await renata.says(next_week("19:00", days=-1)))
    await renata.says("19:30")
    await renata.taps("Skip")
    screen = await renata.taps("Skip")
    assert "19:30  Doors" in said(screen)
    line = (await owner.fetch("SELECT * FROM event_schedules"))[0]
    assert (line["type"], line["end_time"]) == ("doors", None)


async def test_a_stranger_is_told_who_makes_events_and_forged_buttons_find_nothing(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner)
    event_id = await renata.makes()
    stranger = await portal.guest("Sten Ström")
    await stranger.send("/new")
    await portal.says(stranger, "Evenings are made by houses")
    assert "My evenings" not in labels(await stranger.screen())
    other = await an_organizer(portal, owner, name="Olga Verne")
    shown = (await other.guest.screen())["message_id"]
    forged = [
        *(AtDesk.model_validate({"event": event_id, "room": room}) for room in ROOMS),
        EditEvent(event=event_id, field="name"),
        EditEvent(event=event_id, field="drawn"),
        Invite(event=event_id, role=StaffRole.STEWARD),
        AtLineup(event=short(event_id), member=short(event_id), act="out"),
        AtLineup(event="no id", member="no id", act="up"),
        AtTeam(event=short(event_id), person=short(other.user_id), role=StaffRole.MANAGER),
        AtType(type=event_id),
        AtEntry(entry=event_id),
    ]
    for button in forged:
        answer = await other.guest.tap_data(shown, button.pack())
        assert "I cannot find that" in answer["text"], button
    assert await owner.value("SELECT count(*) FROM events") == 1
    assert await owner.value("SELECT count(*) FROM dialog_drafts") == 0


async def test_a_house_that_waits_for_approval_sees_no_way_to_publish(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner, status="pending")
    event_id = await renata.makes()
    await renata.taps("Tickets")
    await renata.adds_type("Standing", "45")
    screen = await renata.taps("The evening")
    assert "the approval of your house" in said(screen)
    assert "Publish" not in labels(screen)
    publish = AtDesk(event=event_id, room="publish").pack()
    answer = await renata.guest.tap_data(screen["message_id"], publish)
    assert "waiting for approval" in answer["text"]
    assert await owner.value("SELECT status FROM events") == "draft"


async def test_a_published_event_moves_with_a_reason_and_a_booked_venue_is_named(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner)
    first = await renata.makes("First Light")
    await renata.taps("Tickets")
    await renata.adds_type("Standing", "45")
    await renata.taps("The evening")
    await renata.taps("Publish")
    await renata.taps("Change")
    await renata.guest.tap("Start")
    await renata.says(next_week("21:00"))
    screen = await renata.says("The hall floods at eight")
    assert "The start is changed" in said(screen)
    assert "21:00" in said(screen)
    comment = "SELECT comment FROM version_control WHERE comment IS NOT NULL"
    assert await owner.value(comment) == "The hall floods at eight"

    await renata.guest.tap("The same once more", among=screen)
    copy = await owner.value("SELECT id FROM events WHERE id <> $1", first)
    await renata.taps("Change")
    await renata.guest.tap("Start")
    await renata.says(next_week("22:00"))
    screen = await renata.guest.screen()
    answer = await renata.guest.tap("Publish", among=screen)
    assert "Palazzo Serbelloni is taken: “First Light”" in answer["text"]
    assert await owner.value("SELECT status FROM events WHERE id = $1", copy) == "draft"


async def test_a_manager_comes_by_a_link_and_gets_the_commands_of_the_desk(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner)
    await renata.makes()
    await renata.taps("Team")
    await renata.guest.tap("Invite: manager")
    message = await portal.says(renata.guest, "pass this on")
    link = next(word for word in said(message).split() if word.startswith("https://"))
    marta = await portal.guest("Marta Conti", "it")
    await marta.open(link)
    screen = await portal.until(marta, lambda all: "Le mie serate" in str(all[-1]))
    assert "Le mie serate" in labels(screen[-1])
    late = await portal.guest("Late Comer")
    await late.open(link)
    await portal.says(late, "This link has been used")
    names = await commands_of(portal, marta.id)
    assert names[:3] == ["mine", "sales", "team"]
    assert "new" not in names


async def commands_of(portal: Portal, chat: int) -> list[str]:
    """The commands that this chat is shown."""
    async with portal.sandbox.http.get("/client/bots", params={"person": chat}) as answer:
        (bot,) = (await answer.json())["bots"]
    return [each["command"] for each in bot["commands"]]
