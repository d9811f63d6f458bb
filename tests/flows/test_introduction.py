"""The bot says who it is: its picture once, its commands and descriptions in every language."""

from typing import Any

from bot.introduction import introduce
from tests.portal_fixtures import Portal


async def seen_by(portal: Portal, person: int) -> dict[str, Any]:
    """The bot as a person's phone shows it."""
    async with portal.sandbox.http.get("/client/bots", params={"person": person}) as answer:
        (bot,) = (await answer.json())["bots"]
    return bot


async def test_the_picture_is_set_once_and_the_rest_in_every_language(portal: Portal) -> None:
    giulia = await portal.sandbox.guest("Giulia Conti", "it")
    await introduce(portal.house.extras)
    first = await seen_by(portal, giulia.id)
    assert first["photo"]
    told = {each["command"]: each["description"] for each in first["commands"]}
    assert told["tickets"] == "I miei biglietti"
    assert "admin" not in told
    await introduce(portal.house.extras)
    assert (await seen_by(portal, giulia.id))["photo"] == first["photo"]
