"""The house answers a guest once, and nobody else does."""

import orjson
import pytest

from bot.callbacks.office import AnswerEnquiry, ShowEnquiryPhoto
from bot.screen import Screen
from bot.texts import Texts
from domain.notifications import Delivery
from jobs.notices import Notices
from storage.database import Database
from storage.enums import Lane
from storage.ids import new_id
from tests.factories import Owner
from tests.flows.asking_for_help import enquiries, until_review
from tests.guest import NoSuchButton, said
from tests.keeping import VAULT
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import a_visitor, an_administrator


async def test_the_house_answers_once_and_the_guest_is_told(portal: Portal, owner: Owner) -> None:
    ada = await an_administrator(owner, portal)
    grace = await an_administrator(owner, portal, "Grace Hopper")
    giulia = await a_visitor(portal)
    await until_review(giulia)
    await giulia.taps("Send")
    (enquiry,) = await enquiries(owner)
    second = await grace.says("/enquiries")
    await grace.taps("Answer Giulia")
    await grace.says("Too late.")

    screen = await ada.says("/enquiries")
    assert "Is there a ramp?" in said(screen)
    screen = await ada.taps("Answer Giulia")
    assert "Your answer" in said(screen)
    screen = await ada.says("Yes, at the side door.")
    assert "Yes, at the side door." in said(screen)
    await ada.taps("Send")

    (answered,) = await enquiries(owner)
    assert answered["status"] == "answered"
    assert answered["answer"] == "Yes, at the side door."
    assert answered["answered_by"] == await portal.user_id(owner, ada.guest)
    (told,) = await owner.fetch("SELECT * FROM notifications WHERE template = 'enquiry-answer'")
    assert told["user_id"] == await portal.user_id(owner, giulia.guest)
    assert str(enquiry["id"]) in told["arguments"]

    alert = await grace.guest.tap("Send")
    assert "answered this already" in alert["text"]
    assert "answered this already" in await grace.taps_old("Answer Giulia", second)
    assert (await enquiries(owner))[0]["answer"] == "Yes, at the side door."


async def delivered(portal: Portal, database: Scratch, owner: Owner, template: str) -> Screen:
    """What a worker sends for the only delivery of a template."""
    (row,) = await owner.fetch("SELECT * FROM notifications WHERE template = $1", template)
    worker = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    try:
        delivery = Delivery(
            id=row["id"],
            token=new_id(),
            user_id=row["user_id"],
            chat_id=1,
            lane=Lane.RECEIPT,
            template=template,
            arguments=orjson.loads(row["arguments"]),
            attempt=1,
            language="en",
        )
        return await Notices(worker, portal.desk)(delivery, Texts("en"))
    finally:
        await worker.close()


async def test_the_notices_carry_question_and_answer(
    portal: Portal, owner: Owner, database: Scratch
) -> None:
    ada = await an_administrator(owner, portal)
    giulia = await a_visitor(portal)
    await until_review(giulia)
    await giulia.taps("Send")
    notice = await delivered(portal, database, owner, "enquiry")
    assert "<b>Giulia Conti</b> asks · Accessibility" in notice.text
    assert "Is there a ramp?" in notice.text
    who = notice.rows[-1][0].callback_data or ""
    await ada.guest.tap_data((await ada.guest.screen())["message_id"], who)
    assert "G••• C•••" in said(await ada.guest.screen())
    act = notice.rows[0][0].callback_data or ""
    await ada.guest.tap_data((await ada.guest.screen())["message_id"], act)
    await ada.says("Yes, at the side door.")
    await ada.taps("Send")
    answer = await delivered(portal, database, owner, "enquiry-answer")
    assert "Yes, at the side door." in answer.text
    assert "Is there a ramp?" in answer.text


async def test_only_the_house_answers_and_looks(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    await until_review(giulia)
    screen = await giulia.taps("Send")
    (enquiry,) = await enquiries(owner)
    for forged in (
        AnswerEnquiry(enquiry=enquiry["id"]),
        ShowEnquiryPhoto(enquiry=enquiry["id"]),
        AnswerEnquiry(enquiry=new_id()),
    ):
        alert = await giulia.guest.tap_data(screen["message_id"], forged.pack())
        assert "I cannot find that" in alert["text"]
    assert "I cannot find that" in said(await giulia.says("/enquiries"))


async def test_the_photo_is_shown_to_the_house(portal: Portal, owner: Owner) -> None:
    ada = await an_administrator(owner, portal)
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    await giulia.taps("Tickets")
    await giulia.says("Look:")
    await giulia.sends("photo")
    await giulia.taps("Send")
    (enquiry,) = await enquiries(owner)
    screen = await ada.guest.screen()
    await ada.guest.tap_data(screen["message_id"], ShowEnquiryPhoto(enquiry=enquiry["id"]).pack())
    assert (await ada.guest.screen())["photo"]


async def test_nobody_waiting_is_said(portal: Portal, owner: Owner) -> None:
    ada = await an_administrator(owner, portal)
    assert "Nobody is waiting" in said(await ada.says("/enquiries"))
    with pytest.raises(NoSuchButton):
        await ada.guest.tap("Answer")
