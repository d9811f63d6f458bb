"""The steps that the demo offers tick themselves off when a guest really does them."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.callbacks import Follow
from bot.demo.people import PEOPLE
from bot.demo.rush import rush
from bot.demo.steps import spoken, steps
from bot.texts import LOCALES, Texts
from tests.factories import make_event, make_staff
from tests.guest import Guest
from tests.portal_fixtures import Portal, Sandbox, open_sandbox

ID = {person.key: person.telegram_id for person in PEOPLE}


@pytest.fixture
async def sandbox(tmp_path: Path) -> AsyncIterator[Sandbox]:
    """A sandbox that offers the demo's steps."""
    async with open_sandbox(tmp_path / "sandbox", steps()) as opened:
        yield opened


async def _done(sandbox: Sandbox) -> list[str]:
    async with sandbox.http.get("/client/steps") as answer:
        return [step["key"] for step in (await answer.json())["steps"] if step["done"]]


async def _buys(portal: Portal, guest: Guest, title: str) -> dict:
    await guest.tap("What is on")
    await guest.tap(title)
    await guest.tap("Tickets")
    await guest.tap("+")
    await guest.tap("Hold")
    await guest.pay()
    return await portal.says(guest, "It admits one person")


@pytest.mark.parametrize("language", LOCALES)
async def test_a_ticket_is_bought_scanned_and_scanned_again(portal: Portal, owner, language):
    show = await make_event(owner, types={"Standing": ("45.00", 10)})
    giulia = await portal.guest("Giulia Ferri", id=ID["giulia"])
    jonas = await portal.guest("Jonas Weiss", language, id=ID["jonas"])
    await make_staff(owner, show, await portal.user_id(owner, jonas))
    ticket = await _buys(portal, giulia, "Velvet Hour")
    assert await _done(portal.sandbox) == ["buy"]
    await giulia.shows(ticket, jonas)
    await portal.says(jonas, "Giulia F")
    assert await _done(portal.sandbox) == ["buy", "scan"]
    before = len(await jonas.messages())
    await giulia.shows(ticket, jonas)
    await portal.until(jonas, lambda messages: len(messages) > before + 1)
    assert await _done(portal.sandbox) == ["buy", "scan", "again"]


async def test_two_of_a_rush_get_the_last_two_seats(portal: Portal, owner):
    show = await make_event(owner, types={"Chair": ("48.00", 2)})
    heard: list[str] = []
    said = await rush(portal.sandbox.url, heard.append, event=show.id, buyers=8)
    assert said.startswith("8 pressed at the same moment: 2 hold a seat")
    assert heard[0] == "1 of 8 are at the counter …"


def test_each_step_says_what_to_do_in_a_line() -> None:
    offered = steps()
    assert len({step.key for step in offered}) == len(offered)
    for step in offered:
        assert step.person in ID.values()
        assert len(step.title) <= 32, step.title
        assert len(step.hint) <= 90, step.hint
        assert step.signs or step.action


def test_a_text_is_known_in_every_language() -> None:
    for locale in LOCALES:
        plain = Texts(locale).plain("button-publish")
        assert plain in spoken("button-publish").replace("\\", "")


def test_a_follow_is_known_by_what_its_button_packs() -> None:
    (step,) = [step for step in steps() if step.key == "follow"]
    (sign,) = step.signs
    assert re.search(sign.data, Follow(kind="d", key="x", on=True).pack())
    assert not re.search(sign.data, Follow(kind="d", key="x", on=False).pack())
