"""An organizer and a manager work on one event at once: nobody writes over what they never saw."""

import asyncio
from uuid import UUID

from tests.factories import Owner
from tests.flows.making import Organizer, an_organizer
from tests.flows.test_versions import a_manager, opens
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Visitor


async def two_makers(portal: Portal, owner: Owner) -> tuple[Organizer, Visitor, UUID]:
    """Renata and Marta, both at the desk of Renata's event."""
    renata = await an_organizer(portal, owner)
    event = await renata.makes("Velvet Hour", seats=100)
    marta = await a_manager(portal, owner, event)
    for maker in (renata, marta):
        await opens(maker, "Velvet Hour")
        await maker.taps("Change")
    return renata, marta, event


async def title(owner: Owner) -> str:
    """What the event is called."""
    found: str = await owner.value("SELECT title FROM events")
    return found


async def test_who_comes_second_sees_what_the_first_one_changed(
    portal: Portal, owner: Owner
) -> None:
    renata, marta, _ = await two_makers(portal, owner)
    for maker in (renata, marta):
        await maker.taps("Title")
    await marta.says("Velvet Night")
    told = await renata.says("Velvet Morning")
    assert "Marta Bianchi has changed this" in said(told)
    assert "title “Velvet Hour” → “Velvet Night”" in said(told)
    assert await title(owner) == "Velvet Night"
    await renata.taps("Cancel")
    assert await title(owner) == "Velvet Night"

    await opens(renata, "Velvet Night")
    await renata.taps("Change")
    await renata.taps("Title")
    assert "Velvet Morning" in said(await renata.says("Velvet Morning"))
    assert await title(owner) == "Velvet Morning"


async def test_mine_is_saved_all_the_same_but_never_over_what_i_have_not_seen(
    portal: Portal, owner: Owner
) -> None:
    renata, marta, event = await two_makers(portal, owner)
    await renata.taps("Title")
    await marta.taps("Title")
    await marta.says("Velvet Night")
    first = await renata.says("Velvet Morning")
    assert "Save mine all the same" in labels(first)
    await marta.taps("Change")
    await marta.taps("Title")
    await marta.says("Velvet Noon")
    second = await renata.taps("Save mine all the same")
    assert "title “Velvet Hour” → “Velvet Noon”" in said(second)
    assert await title(owner) == "Velvet Noon"
    await renata.taps("Save mine all the same")
    assert await title(owner) == "Velvet Morning"
    told = await owner.fetch(
        "SELECT data ->> 'title' AS title FROM version_control"
        " WHERE entity_id = $1 ORDER BY version",
        event,
    )
    assert [row["title"] for row in told] == [
        "Velvet Hour", "Velvet Night", "Velvet Noon", "Velvet Morning",
    ]  # fmt: skip


async def test_changes_of_other_fields_both_hold_and_nobody_is_asked(
    portal: Portal, owner: Owner
) -> None:
    renata, marta, _ = await two_makers(portal, owner)
    await renata.taps("Title")
    await marta.taps("Seats")
    await marta.says("80")
    done = await renata.says("Velvet Morning")
    assert "The title is changed" in said(done)
    [event] = await owner.fetch("SELECT title, capacity FROM events")
    assert tuple(event.values()) == ("Velvet Morning", 80)


async def test_words_in_two_languages_do_not_meet(portal: Portal, owner: Owner) -> None:
    renata, marta, _ = await two_makers(portal, owner)
    for maker in (renata, marta):
        await maker.taps("Description")
    await marta.taps("English")
    await marta.says("Silk and music.")
    await renata.taps("Français")
    await renata.says("Soie et musique.")
    [event] = await owner.fetch("SELECT description, meta_data ->> 'texts' AS texts FROM events")
    assert event["description"] == "Silk and music."
    assert "Soie et musique." in event["texts"]

    await opens(renata, "Velvet Hour")
    for maker in (renata, marta):
        await maker.taps("Change")
        await maker.taps("Description")
    await marta.taps("Français")
    await marta.says("Soie et violons.")
    await renata.taps("Français")
    told = await renata.says("Soie et pianos.")
    assert "“Soie et musique.” → “Soie et violons.”" in said(told)


async def test_a_price_is_not_written_over_either(portal: Portal, owner: Owner) -> None:
    renata, marta, _ = await two_makers(portal, owner)
    await opens(renata, "Velvet Hour")
    await renata.taps("Tickets")
    await renata.adds_type("Standing", "45.00", "60")
    await opens(marta, "Velvet Hour")
    await marta.taps("Tickets")
    for maker in (renata, marta):
        await maker.taps("Standing")
        await maker.taps("Price")
    await marta.says("60")
    told = await renata.says("50")
    assert "price “€45” → “€60”" in said(told)
    await renata.taps("Save mine all the same")
    assert await owner.value("SELECT price FROM ticket_types") == 50


async def test_at_the_same_moment_one_is_asked(portal: Portal, owner: Owner) -> None:
    renata, marta, event = await two_makers(portal, owner)
    for maker in (renata, marta):
        await maker.taps("Title")
    await asyncio.gather(renata.says("Velvet Morning"), marta.says("Velvet Night"))
    count = "SELECT count(*) FROM version_control WHERE entity_id = $1"
    assert await owner.value(count, event) == 2
