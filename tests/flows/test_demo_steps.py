"""The steps that the demo offers tick themselves off when a guest really does them."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from redis.asyncio import Redis

from bot.callbacks.finding import Follow
from bot.demo.campaign import campaign
from bot.demo.people import PEOPLE
from bot.demo.rush import rush
from bot.demo.steps import spoken, steps
from bot.sandbox.errors import ClientError
from bot.texts import LOCALES, Texts
from tests.factories import Owner, make_event, make_staff
from tests.flows.asking import looks_first, requests
from tests.flows.broadcasting import jobs_of, large_from, make_follower, make_house
from tests.flows.buying import holds, pictures_of, waits
from tests.flows.composing import compose
from tests.flows.crowds import calls_of
from tests.flows.making import an_organizer
from tests.flows.registering import until_designer_review, until_model_sent
from tests.guest import Guest
from tests.portal_fixtures import Portal, Sandbox, open_sandbox
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor

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


async def test_who_registers_is_let_in(portal: Portal, owner: Owner) -> None:
    people = {key: Visitor(portal, await portal.guest(key, id=ID[key])) for key in ID}
    eleanor = people["eleanor"]
    await owner.insert("administrators", user_id=await portal.user_id(owner, eleanor.guest))
    await until_designer_review(people["camille"])
    await people["camille"].taps("Send")
    assert await _done(portal.sandbox) == ["designer"]
    await until_model_sent(people["giulia"])
    assert await _done(portal.sandbox) == ["designer", "model"]
    await eleanor.says("/approvals")
    await eleanor.taps("Casa Noor")
    await eleanor.taps("Approve")
    assert await _done(portal.sandbox) == ["designer", "model", "approve"]


@pytest.mark.parametrize("language", LOCALES)
async def test_a_guest_is_seen_masked(portal: Portal, owner: Owner, language: str) -> None:
    await portal.guest("Giulia Ferri", id=ID["giulia"])
    eleanor = Visitor(portal, await portal.guest("Eleanor Hart", language, id=ID["eleanor"]))
    await owner.insert("administrators", user_id=await portal.user_id(owner, eleanor.guest))
    await eleanor.says("/people")
    await eleanor.says(str(ID["giulia"]))
    await eleanor.taps(Texts(language).plain("detail-name"))
    assert await _done(portal.sandbox) == []
    await eleanor.says("because I may")
    assert await _done(portal.sandbox) == ["masked"]


async def test_an_evening_of_ones_own(portal: Portal, owner: Owner) -> None:
    marta = await an_organizer(portal, owner, name="Marta Conti", id=ID["marta"])
    await marta.makes()
    await marta.taps("Tickets")
    await marta.adds_type("Standing", "20")
    await marta.taps("The evening")
    assert await _done(portal.sandbox) == []
    await marta.taps("Publish")
    assert await _done(portal.sandbox) == ["event"]


@pytest.mark.parametrize("language", LOCALES)
async def test_enough_of_news(portal: Portal, language: str) -> None:
    giulia = Visitor(portal, await portal.guest("Giulia Ferri", language, id=ID["giulia"]))
    t = Texts(language)
    await giulia.says("/settings")
    await giulia.taps(t.plain("button-news-start"))
    assert await _done(portal.sandbox) == []
    await giulia.taps(t.plain("button-news-stop"))
    assert await _done(portal.sandbox) == ["stop"]


async def test_who_waits_is_offered_what_somebody_gives_back(
    portal: Portal, owner: Owner, database, redis
) -> None:
    await make_event(owner, types={"Place": ("85.00", 2)}, starts_in=timedelta(days=3))
    ottavia = await portal.guest("Ottavia Brandt", id=ID["ottavia"])
    await holds(portal, ottavia, "Velvet Hour", places=2)
    await ottavia.pay()
    await pictures_of(portal, ottavia, 2)
    camille = await portal.guest("Camille Roy", id=ID["camille"])
    await waits(portal, camille, seats="2 together")
    await ottavia.send("/orders")
    await portal.says(ottavia, "My orders")
    await ottavia.tap("Velvet Hour")
    await ottavia.tap("Give places back")
    await ottavia.tap("All 2 · €85 back")
    await ottavia.tap("Yes, give it back")
    assert await _done(portal.sandbox) == []
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        await portal.says(camille, "2 places have come free for you, together")
    assert await _done(portal.sandbox) == ["line"]


async def test_a_house_that_is_asked_says_yes(
    portal: Portal, owner: Owner, database, redis
) -> None:
    marta = await an_organizer(portal, owner, name="Marta Conti", id=ID["marta"])
    show = await make_event(owner, organizer=marta.user_id, starts_in=timedelta(days=6))
    await looks_first(owner, show)
    giulia = await portal.guest("Giulia Ferri", id=ID["giulia"])
    await requests(portal, giulia)
    await marta.says("/mine")
    await marta.taps("Velvet Hour")
    await marta.taps("Waiting for your word")
    await marta.taps("Giulia")
    await marta.taps("Say yes")
    await marta.taps("Skip")
    async with jobs_of(portal, database, redis):
        await portal.says(giulia, "says yes")
    assert await _done(portal.sandbox) == ["word"]


async def test_two_of_a_rush_get_the_last_two_seats(portal: Portal, owner):
    show = await make_event(owner, types={"Chair": ("48.00", 2)})
    heard: list[str] = []
    said = await rush(portal.sandbox.url, heard.append, event=show.id, buyers=8)
    assert said.startswith("8 pressed at the same moment; 2 got a seat")
    assert heard[0] == "1 of 8 are at the counter …"
    again = await rush(portal.sandbox.url, heard.append, event=show.id, buyers=4)
    assert again.startswith("Nothing is left to press for")


async def test_a_campaign_meets_429_and_reaches_every_reader(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Giulia Conti")
    await compose(portal, house, "Eleven kilometres of yarn.", "Followers")
    draft = await owner.value("SELECT id FROM campaigns")
    heard: list[str] = []
    async with jobs_of(portal, database, redis) as jobs:
        said = await campaign(
            portal.sandbox.url,
            heard.append,
            house=await portal.user_id(owner, house),
            hostess=house.id,
            draft=draft,
            readers=6,
        )
        await jobs.tick()
        await jobs.settle(owner)
    assert said.startswith("6 readers came, and her message to them is leaving")
    assert heard[-1].startswith("6 of 6 follow")
    sent = "SELECT count(*) FROM notifications WHERE campaign_id = $1 AND status = 'sent'"
    assert await owner.value(sent, draft) == 7
    waits = "SELECT count(*) FROM notifications WHERE last_error = 'too many requests'"
    assert await owner.value(waits) == 0
    asked = await calls_of(portal.sandbox.http, "sendMessage")
    assert sum(call["status"] == 429 for call in asked) >= 1


async def test_a_campaign_that_waits_for_a_second_person_is_not_said_to_leave(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Giulia Conti")
    await compose(portal, house, "Eleven kilometres of yarn.", "Followers")
    await large_from(owner, 0)
    with pytest.raises(ClientError) as refused:
        await campaign(
            portal.sandbox.url,
            lambda _: None,
            house=await portal.user_id(owner, house),
            hostess=house.id,
            draft=await owner.value("SELECT id FROM campaigns"),
            readers=2,
        )
    assert "her message waits for a second person" in refused.value.sentence
    assert await owner.value("SELECT status FROM campaigns") == "awaiting_approval"


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


@pytest.mark.parametrize("locale", LOCALES)
def test_an_offer_is_known_for_any_number_of_seats(locale: str) -> None:
    (step,) = [step for step in steps() if step.key == "line"]
    facts = {"title": "Bias", "name": "Place", "when": "Sat", "total": "€85", "clock": "18:00"}
    for seats in (1, 2, 3, 6):
        for key in ("offer-made", "offer-fewer"):
            offer = Texts(locale).plain(key, seats=seats, wanted=7, countdown="soon", **facts)
            assert re.search(step.signs[-1].text, offer), offer


def test_a_follow_is_known_by_what_its_button_packs() -> None:
    (step,) = [step for step in steps() if step.key == "follow"]
    (sign,) = step.signs
    assert re.search(sign.data, Follow(kind="d", key="x", on=True).pack())
    assert not re.search(sign.data, Follow(kind="d", key="x", on=False).pack())
