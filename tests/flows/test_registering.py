"""Designers, models and houses register by guided dialogs, and the house lets them in."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from redis.asyncio import Redis

from bot.callbacks.office import Approve
from bot.callbacks.trades import Register
from storage.enums import Trade
from storage.ids import new_id
from tests.factories import Owner
from tests.flows.registering import (
    ADULT,
    until_designer_review,
    until_model_photos,
    until_model_sent,
)
from tests.guest import labels, said
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor, a_visitor, an_administrator


async def told(owner: Owner, template: str) -> list[dict[str, Any]]:
    return await owner.fetch(
        "SELECT user_id, arguments FROM notifications WHERE template = $1", template
    )


async def test_a_designer_registers_and_is_let_in(portal: Portal, owner: Owner) -> None:
    ada = await an_administrator(owner, portal)
    noor = await a_visitor(portal, "Noor Haddad")
    screen = await until_designer_review(noor)
    assert "Brand: Casa Noor" in said(screen)
    assert "Specialties: Evening wear, Knitwear" in said(screen)
    screen = await noor.taps("Send")
    assert "two working days" in said(screen)
    assert "My collections" in labels(screen)

    (row,) = await owner.fetch("SELECT * FROM designers")
    assert (row["brand_name"], row["approval_status"]) == ("Casa Noor", "pending")
    assert row["specialties"] == ["evening", "knitwear"]
    assert [each["user_id"] for each in await told(owner, "approval-waiting")] == [
        await portal.user_id(owner, ada.guest)
    ]

    await ada.says("/approvals")
    screen = await ada.taps("Casa Noor")
    assert "Cloth that remembers the hand." in said(screen)
    screen = await ada.taps("Approve")
    assert "Approved" in said(screen)
    assert await owner.value("SELECT approval_status FROM designers") == "approved"
    assert [each["user_id"] for each in await told(owner, "approval-decided")] == [row["user_id"]]
    await noor.says("/register")
    assert "you are approved" in said(await noor.taps("Designer"))


async def test_an_italian_designer_reads_italian(portal: Portal) -> None:
    bianca = await a_visitor(portal, "Bianca Neri", "it")
    screen = await bianca.says("/register")
    assert "Lavoriamo insieme" in said(screen)
    await bianca.taps("Stilista")
    screen = await bianca.taps("Cominciamo")
    assert "1 di 8" in said(screen)
    assert "Come si chiama il marchio?" in said(screen)
    screen = await bianca.says("✨👗")
    assert "Un nome ha bisogno di lettere" in said(screen)
    assert "1 di 8" in said(screen)
    await bianca.says("Filo d’Oro")
    await bianca.taps("Alta moda")
    await bianca.taps("È tutto")
    await bianca.taps("Prime collezioni")
    await bianca.says("Ricamo a mano, un filo per volta.")
    screen = await bianca.says("non è un link")
    assert "Non è un indirizzo web" in said(screen)
    await bianca.says("filodoro.it")
    for _ in range(3):
        screen = await bianca.taps("Saltare")
    assert "Specialità: Alta moda" in said(screen)
    assert "https://filodoro.it" in said(screen)
    screen = await bianca.taps("Inviare")
    assert "entro due giorni lavorativi" in said(screen)


async def test_a_model_registers_in_feet_and_inches(portal: Portal, owner: Owner) -> None:
    ada = await an_administrator(owner, portal)
    ines = await a_visitor(portal, "Ines Lopes")
    screen = await until_model_photos(ines)
    assert "12 of 13" in said(screen)
    screen = await ines.sends_album([1, 2, 3])
    assert "So far: 3 photos" in said(screen)
    await ines.taps("That is all")
    screen = await ines.taps("Skip")
    assert "Height: 178 cm (5′10″)" in said(screen)
    assert "Waist: 61 cm (24″)" in said(screen)
    assert "Born: 24 May 1999" in said(screen)
    assert "Photos: 3 photos" in said(screen)
    await ines.taps("Send")

    (row,) = await owner.opened("models", "SELECT * FROM models")
    body = row["measurements"]
    assert (int(row["height"]), body["bust"], body["waist"], body["hips"]) == (178, 86, 61, 89)
    assert body["measured_on"] == datetime.now(UTC).date().isoformat()
    assert len(row["portfolio"]["photos"]) == 3
    assert row["consented_at"] is not None
    assert row["approval_status"] == "pending"

    await ada.says("/approvals")
    screen = await ada.taps("Ines L.")
    assert "178 cm" in said(screen)
    await ada.taps("The 3 photos")
    album = [each for each in await ada.guest.messages() if each.get("photo")]
    assert len(album) == 3
    await ada.taps("Approve")
    assert await owner.value("SELECT approval_status FROM models") == "approved"


async def test_a_house_applies_is_refused_amends_and_is_let_in(
    portal: Portal, owner: Owner
) -> None:
    ada = await an_administrator(owner, portal)
    maison = await a_visitor(portal, "Luc Moreau")
    await maison.says("/register")
    await maison.taps("House")
    await maison.taps("Let us begin")
    await maison.says("Maison Lisière")
    await maison.says("Paris")
    await maison.says("Evenings.")
    await maison.taps("Skip")
    await maison.taps("Send")

    await ada.says("/approvals")
    await ada.taps("Maison Lisière")
    screen = await ada.taps("Refuse")
    assert "Why not" in said(screen)
    await ada.says("Please tell us more.")
    screen = await ada.taps("Send")
    assert "Nobody waits" in said(screen)
    person = await portal.user_id(owner, maison.guest)
    assert [each["user_id"] for each in await told(owner, "approval-decided")] == [person]

    await maison.says("/register")
    screen = await maison.taps("House")
    assert "Please tell us more." in said(screen)
    assert "My evenings" not in labels(screen)
    screen = await maison.taps("Change and send again")
    assert "House: Maison Lisière" in said(screen)
    await maison.taps("Change: Evenings")
    screen = await maison.says("Three evenings a year for young houses.")
    assert "Three evenings" in said(screen)
    screen = await maison.taps("Send")
    assert "My evenings" in labels(screen)
    assert await owner.value("SELECT approval_status FROM organizer_applications") == "pending"
    await ada.says("/approvals")
    await ada.taps("Maison Lisière")
    await ada.taps("Approve")
    assert await owner.value("SELECT approval_status FROM organizer_applications") == "approved"
    house = await owner.fetch(
        "SELECT name, about, approved FROM houses WHERE user_id = $1", person
    )
    assert [tuple(each.values()) for each in house] == [
        ("Maison Lisière", "Three evenings a year for young houses.", True)
    ]


async def test_a_model_under_18_waits_for_a_guardian(portal: Portal, owner: Owner) -> None:
    ada = await an_administrator(owner, portal)
    seventeen = datetime.now(UTC).date().replace(day=1) - timedelta(days=17 * 365 + 40)
    mila = await a_visitor(portal, "Mila Roth")
    screen = await until_model_sent(mila, seventeen.isoformat())
    assert "One signature is missing" in said(screen)
    assert await owner.value("SELECT approval_status FROM models") == "draft"
    assert await told(owner, "approval-waiting") == []

    screen = await mila.taps("A link for my guardian")
    payload = said(screen).partition("start=")[2].split()[0]
    assert "parent or guardian of age" in said(await mila.opens(payload))
    mother = await a_visitor(portal, "Karin Roth")
    screen = await mother.opens(payload)
    assert "Ines L." in said(screen)
    stranger = await a_visitor(portal, "Sten Ström")
    assert "has been used" in said(await stranger.opens(payload))
    agree = next(
        button["callback_data"]
        for row in screen["inline_keyboard"]
        for button in row
        if "agree" in button["text"]
    )
    seen = await stranger.guest.screen()
    answer = await stranger.guest.tap_data(seen["message_id"], agree)
    assert answer.get("text"), "a forged tap is refused"
    assert await owner.value("SELECT approval_status FROM models") == "draft"

    screen = await mother.taps("I am their guardian")
    assert "is noted" in said(screen)
    assert await owner.value("SELECT approval_status FROM models") == "pending"
    assert len(await told(owner, "guardian-answered")) == 1
    await ada.says("/approvals")
    screen = await ada.taps("Ines L.")
    assert "Guardian: Karin Roth agreed on" in said(screen)


async def test_a_guardian_who_does_not_agree_ends_it(portal: Portal, owner: Owner) -> None:
    seventeen = datetime.now(UTC).date().replace(day=1) - timedelta(days=17 * 365 + 40)
    mila = await a_visitor(portal, "Mila Roth")
    await until_model_sent(mila, seventeen.isoformat())
    screen = await mila.taps("A link for my guardian")
    payload = said(screen).partition("start=")[2].split()[0]
    father = await a_visitor(portal, "Jonas Roth")
    await father.opens(payload)
    assert "goes no further" in said(await father.taps("I do not agree"))
    assert await owner.value("SELECT approval_status FROM models") == "draft"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ("tall", "I cannot read that as a measure"),
        ("15", "That measure seems out of range"),
        ("voice", "I cannot listen to voice messages"),
        ("photo", "Here I need a measure"),
    ],
)
async def test_what_is_no_height_gets_a_sentence(portal: Portal, sent: str, sentence: str) -> None:
    ines = await a_visitor(portal, "Ines Lopes")
    await ines.says("/register")
    await ines.taps("Model")
    await ines.taps("Let us begin")
    await ines.says("Ines L.")
    await ines.says(ADULT)
    await ines.taps("I agree")
    if sent == "voice":
        screen = await ines.speaks()
    elif sent == "photo":
        screen = await ines.sends("photo")
    else:
        screen = await ines.says(sent)
    assert sentence in said(screen)
    assert "4 of 13" in said(screen)


async def test_who_is_too_young_or_not_born_yet_reads_why(portal: Portal) -> None:
    young = await a_visitor(portal, "Tim Klein")
    await young.says("/register")
    await young.taps("Model")
    await young.taps("Let us begin")
    await young.says("Tim")
    for born in ("1 January 2020", "1 January 2090", "31 February 2000", "long ago"):
        screen = await young.says(born)
        assert "2 of 13" in said(screen)
        assert "So far" not in said(screen)


async def test_albums_lose_no_photo_and_the_thirteenth_is_refused(
    portal: Portal, owner: Owner
) -> None:
    ines = await a_visitor(portal, "Ines Lopes")
    await until_model_photos(ines)
    screen = await ines.sends_album(range(10))
    assert "So far: 10 photos" in said(screen)
    heard = len(await ines.guest.messages())
    screen = await ines.sends_album(range(20, 24))
    assert "There is room for 12 photos" in said(screen)
    assert "So far: 12 photos" in said(screen)
    assert len(await ines.guest.messages()) == heard + 4 + 1, "one answer to an album"
    screen = await ines.taps("Take the last back")
    assert "So far: 11 photos" in said(screen)
    (draft,) = await owner.opened("dialog_drafts", "SELECT * FROM dialog_drafts")
    assert len(set(draft["answers"]["photos"])) == 11


async def test_an_album_keeps_its_order(portal: Portal, owner: Owner) -> None:
    ines = await a_visitor(portal, "Ines Lopes")
    await until_model_photos(ines)
    await ines.sends_album(range(10))
    sent = [each["photo"]["file_id"] for each in await ines.guest.messages() if each.get("photo")]
    (draft,) = await owner.opened("dialog_drafts", "SELECT * FROM dialog_drafts")
    assert draft["answers"]["photos"] == sent


async def test_a_file_is_no_photo(portal: Portal) -> None:
    ines = await a_visitor(portal, "Ines Lopes")
    await until_model_photos(ines)
    screen = await ines.sends("document")
    assert "That came as a file" in said(screen)


async def test_the_dialog_survives_a_restart_and_an_empty_redis(
    database: Scratch, redis: Redis, sandbox: Sandbox, owner: Owner
) -> None:
    async with open_portal(database, redis, sandbox) as portal:
        ines = await a_visitor(portal, "Ines Lopes")
        await until_model_photos(ines)
        await ines.sends_album([1, 2])
    await redis.flushall()
    async with open_portal(database, redis, sandbox) as portal:
        ines = Visitor(portal, ines.guest)
        screen = await ines.sends_album([3, 4])
        assert "So far: 4 photos" in said(screen)
        await ines.taps("That is all")
        screen = await ines.taps("Skip")
        assert "Height: 178 cm" in said(screen)
    await redis.flushall()
    async with open_portal(database, redis, sandbox) as portal:
        ines = Visitor(portal, ines.guest)
        await ines.taps("Send")
        assert await owner.value("SELECT count(*) FROM approvals") == 1


async def test_a_typed_answer_after_an_empty_redis_is_offered_not_lost(
    portal: Portal, redis: Redis
) -> None:
    noor = await a_visitor(portal, "Noor Haddad")
    await noor.says("/register")
    await noor.taps("Designer")
    await noor.taps("Let us begin")
    await redis.flushall()
    screen = await noor.says("Casa Noor")
    assert "still unfinished" in said(screen)
    screen = await noor.taps("Go on")
    assert "2 of 8" in said(screen)


async def test_who_is_approved_has_nothing_to_register(portal: Portal, owner: Owner) -> None:
    noor = await a_visitor(portal, "Noor Haddad")
    person = await portal.user_id(owner, noor.guest)
    await owner.insert(
        "designers", user_id=person, brand_name="Casa Noor", approval_status="approved"
    )
    screen = await noor.says("/register")
    old = Register(trade=Trade.DESIGNER).pack()
    answer = await noor.guest.tap_data(screen["message_id"], old)
    assert "approved already" in str(answer.get("text"))
    assert await owner.value("SELECT count(*) FROM dialog_drafts") == 0


async def test_only_who_runs_the_portal_decides(portal: Portal, owner: Owner) -> None:
    await an_administrator(owner, portal)
    noor = await a_visitor(portal, "Noor Haddad")
    await until_designer_review(noor)
    screen = await noor.taps("Send")
    approval = await owner.value("SELECT id FROM approvals")
    for forged in (approval, new_id()):
        data = Approve(approval=forged, seen="").pack()
        answer = await noor.guest.tap_data(screen["message_id"], data)
        assert "cannot find" in str(answer.get("text"))
    assert await owner.value("SELECT approval_status FROM designers") == "pending"
    assert "cannot find" in said(await noor.says("/approvals"))


async def test_what_changed_since_it_was_looked_at_is_looked_at_again(
    portal: Portal, owner: Owner
) -> None:
    ada = await an_administrator(owner, portal)
    noor = await a_visitor(portal, "Noor Haddad")
    await until_designer_review(noor)
    await noor.taps("Send")
    await ada.says("/approvals")
    await ada.taps("Casa Noor")
    await noor.says("/register")
    await noor.taps("Designer")
    await noor.taps("Change")
    await noor.taps("Change: About")
    await noor.says("Something else altogether.")
    await noor.taps("Send")
    answer = await ada.guest.tap("Approve")
    assert "changed it since you looked" in str(answer.get("text"))
    assert await owner.value("SELECT approval_status FROM designers") == "pending"
    assert "Something else altogether." in await ada.guest.words()
    assert "Approved" in said(await ada.taps("Approve"))


@pytest.mark.parametrize("way", ["button", "command"])
async def test_many_answers_are_not_let_go_by_one_tap(
    portal: Portal, owner: Owner, way: str
) -> None:
    noor = await a_visitor(portal, "Noor Haddad")

    async def cancels() -> None:
        screen = await (noor.taps("Cancel") if way == "button" else noor.says("/cancel"))
        assert "4 answers wait here" in said(screen)

    await until_designer_review(noor)
    await cancels()
    screen = await noor.taps("Go on")
    assert "Brand: Casa Noor" in said(screen)
    await cancels()
    assert "let it go" in said(await noor.taps("Let them go"))
    assert await owner.value("SELECT count(*) FROM dialog_drafts") == 0


async def test_nobody_lets_themselves_in(portal: Portal, owner: Owner) -> None:
    ada = await an_administrator(owner, portal)
    await until_designer_review(ada)
    await ada.taps("Send")
    await ada.says("/approvals")
    await ada.taps("Casa Noor")
    assert "not yours to do" in str((await ada.guest.tap("Approve")).get("text"))
    assert await owner.value("SELECT approval_status FROM designers") == "pending"
