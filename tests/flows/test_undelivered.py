"""A message was given up: who runs the portal sees why, and sends it again."""

import inspect
import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from redis.asyncio import Redis

from bot.screens.services import services
from bot.screens.undelivered import what
from bot.texts import Texts
from domain.services import Kind, Service
from jobs import campaign_notices, notices
from storage.enums import ServiceStatus
from storage.ids import new_id
from tests.factories import Owner, make_event
from tests.flows.broadcasting import jobs_of, make_ticket
from tests.flows.buying import pictures_of
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import an_administrator

REASON = "Bad Request: message text is <empty>"


async def given_up(owner: Owner, to: UUID, template: str, **arguments: str) -> None:
    """A delivery that was tried as often as the house rule allows."""
    await owner.insert(
        "notifications",
        id=new_id(),
        user_id=to,
        lane=0,
        template=template,
        arguments=arguments,
        status="dead",
        attempts=12,
        last_error=REASON,
    )


async def test_what_was_given_up_is_seen_and_sent_again_once(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    giulia = await portal.guest("Giulia Conti")
    id = await portal.user_id(owner, giulia)
    show = await make_event(owner)
    ticket = await make_ticket(owner, portal, show, id)
    await given_up(owner, id, "ticket", ticket=str(ticket))
    for hours in ("2", "24"):
        past = await owner.value("SELECT start_date FROM events") - timedelta(days=40)
        moved = {"ticket": str(ticket), "starts_at": past.isoformat(), "hours": hours}
        await given_up(owner, id, "reminder", **moved)

    ada = await an_administrator(owner, portal)
    await ada.says("/admin")
    listed = await ada.taps("3 messages did not arrive")
    assert labels(listed)[:2] == ["2 × reminder", "1 × ticket"]
    one = await ada.taps("1 × ticket")
    assert "message text is <empty>" in said(one)
    again = one["inline_keyboard"][0][0]["callback_data"]
    assert "on its way again" in said(await ada.taps("Send it again"))
    await ada.guest.tap_data(one["message_id"], again)
    assert "nothing left to send" in said(await ada.guest.screen())
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        [picture] = await pictures_of(portal, giulia, 1)
        await ada.taps("2 × reminder")
        await ada.taps("Send all 2 again")
        await jobs.settle(owner)
    assert show.title in said(picture)
    ended = await owner.fetch("SELECT template, status FROM notifications WHERE user_id = $1", id)
    states = [(each["template"], each["status"]) for each in ended]
    assert states.count(("reminder", "skipped")) == 2
    assert states.count(("ticket", "sent")) == 1


async def test_what_is_not_needed_is_left_alone(portal: Portal, owner: Owner) -> None:
    giulia = await portal.guest("Giulia Conti")
    await given_up(owner, await portal.user_id(owner, giulia), "signed-in", session="x")
    ada = await an_administrator(owner, portal)
    await ada.says("/admin")
    await ada.taps("1 message did not arrive")
    await ada.taps("1 × new sign-in")
    told = said(await ada.taps("Let it be"))
    assert "left alone" in told
    assert "Every message arrived" in told
    assert await owner.value("SELECT status FROM notifications") == "skipped"


def test_every_message_has_a_name_among_people() -> None:
    drawn = "".join(inspect.getsource(each) for each in (notices, campaign_notices))
    templates = {
        name
        for line in re.findall(r"case (.+):", drawn)
        for name in re.findall(r'"([a-z-]+)"', line)
    }
    assert len(templates) > 40
    assert [each for each in sorted(templates) if what(each) == "other"] == []


@pytest.mark.parametrize(
    ("template", "named"),
    [
        ("ticket", "ticket"),
        ("tickets-returned", "tickets given back"),
        ("event-moved", "evening that moved"),
        ("event-cancelled", "evening called off"),
        ("campaign-test", "campaign, tried on oneself"),
        ("campaign-test-failed", "about a campaign"),
        ("campaign-stopped", "about a campaign"),
    ],
)
def test_what_did_not_arrive_is_called_by_its_most_exact_name(template: str, named: str) -> None:
    assert Texts("en").plain("undelivered-what", what=what(template)) == named


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("ConnectionRefusedError", "nobody answered at its address"),
        ("SMTPServerDisconnected", "nobody answered at its address"),
        ("SMTPConnectTimeoutError", "did not answer in time"),
        ("SMTPAuthenticationError 535", "does not let us in"),
        ("answer 503", "the error 503"),
        ("the mail server does not prove who it is (expired)", "look at its certificate"),
        ("a riddle", "a riddle"),
    ],
)
def test_what_fails_is_told_in_words_for_people(why: str, told: str) -> None:
    now = datetime.now(UTC)
    ill = Service(new_id(), "wall", Kind.SOCIAL, ServiceStatus.ACTIVE, 1, now, None, why)
    shown = services(Texts("en"), [ill], now=now).text
    assert told in shown
    assert (why in shown) == (why == told)
