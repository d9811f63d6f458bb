"""What the portal talks to: called at most so often, and nothing said of whom it was for."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from structlog.typing import EventDict

from bot import gateway
from bot.gateway import GatewayError, GatewayFailed, GatewayRefused, GatewayUncertain
from bot.mailer import Mailer
from bot.transport import Sender
from domain import services
from domain.actors import WORKER
from domain.services import MOST_FAILURES, Call, Kind, Resting
from jobs import outside, watch
from storage.database import Database
from storage.enums import IncidentKind, NotificationType
from storage.queries import services as queries
from tests.factories import Owner
from tests.jobs.delivering import delivering
from tests.jobs.people import Ledger, People, until
from tests.jobs.test_letters import ADDRESS, written
from tests.keeping import VAULT
from tests.mailbox import open_mailbox
from tests.receiver import Receiver, open_receiver
from tests.storage.database_fixtures import Scratch

PHONE = "+33612345678"
_MINUTE = timedelta(minutes=1)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with open_receiver() as opened:
        yield opened


async def added(scratch: Scratch, address: str) -> UUID:
    """A gateway, as an operator adds it."""
    operator = Database(scratch.dsn("portal_migrate"), role="portal_owner", vault=VAULT)
    async with operator.begin(WORKER) as tx:
        id = await services.add(tx.session, name="gate", kind=Kind.SMS, address=address)
    await operator.close()
    return id


async def text_to(service: Call) -> None:
    await gateway.send(service.address, "The show moves", phone=PHONE)


async def test_a_service_that_fails_rests_for_every_process_and_one_call_tries_it(
    db: Database, database: Scratch, owner: Owner, receiver: Receiver
) -> None:
    id = await added(database, receiver.sms)
    other = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    services_probe = watch.probes(db, [])[IncidentKind.SERVICES]
    receiver.answers = 503
    for process in (db, other, db, other, db):
        with pytest.raises(GatewayUncertain):
            await outside.call(process, id, "text", text_to)
    assert len(receiver.posts) == MOST_FAILURES
    for process in (db, other):
        with pytest.raises(Resting):
            await outside.call(process, id, "text", text_to)
    assert len(receiver.posts) == MOST_FAILURES  # it is left alone
    assert await services_probe() == "gate"

    receiver.answers = 200
    db.clock_offset = other.clock_offset = _MINUTE
    tries = (outside.call(each, id, "text", text_to) for each in (db, other, db, other))
    ends = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(end is None for end in ends) >= 1
    assert all(end is None or isinstance(end, Resting) for end in ends)
    await outside.call(other, id, "text", text_to)
    assert await services_probe() is None
    rows = await owner.fetch("SELECT * FROM integration_logs WHERE status = 'failure'")
    assert len(rows) == MOST_FAILURES
    assert not any(PHONE[1:] in str(row) or "hush" in str(row) for row in rows)
    await other.close()


async def test_who_fails_again_and_again_rests_longer_each_time_up_to_a_quarter_of_an_hour(
    db: Database, database: Scratch, owner: Owner, receiver: Receiver
) -> None:
    id = await added(database, receiver.sms)
    rests = []
    for _ in range(MOST_FAILURES + 6):
        async with db.begin(WORKER) as tx:
            await services.note(
                tx.session, id=id, event="text", works=False, why="503", about={}, now=tx.now
            )
            now = tx.now
        until = await owner.value("SELECT retry_at FROM external_services")
        rests.append(None if until is None else round((until - now).total_seconds()))
    assert rests == [None] * (MOST_FAILURES - 1) + [30, 60, 120, 240, 480, 900, 900]


async def test_what_an_operator_switched_off_is_not_called(
    db: Database, database: Scratch, receiver: Receiver
) -> None:
    id = await added(database, receiver.sms)
    async with db.begin(WORKER) as tx:
        await services.switch(tx.session, name="gate", on=False)
    with pytest.raises(Resting):
        await outside.call(db, id, "text", text_to)
    assert not receiver.posts


async def test_what_broke_is_written_down_without_what_was_to_be_sent(
    db: Database, database: Scratch, owner: Owner, receiver: Receiver
) -> None:
    id = await added(database, receiver.sms)

    async def breaks(_service: Call) -> None:
        raise ValueError(f"cannot send “The show moves” to {PHONE}")

    with pytest.raises(ValueError, match="cannot send"):
        await outside.call(db, id, "text", breaks)
    rows = await owner.fetch(
        "SELECT l.response_data::text, s.health_status::text"
        " FROM integration_logs l JOIN external_services s ON s.id = l.service_id"
    )
    assert [("ValueError" in str(row), PHONE[1:] in str(row)) for row in rows] == [(True, False)]


async def test_only_one_may_try_what_has_rested(
    db: Database, database: Scratch, owner: Owner, receiver: Receiver
) -> None:
    id = await added(database, receiver.sms)
    await owner.fetch(
        "UPDATE external_services SET status = 'error', retry_at = now(), failures = 5"
    )
    receiver.silent = True
    first = asyncio.create_task(outside.call(db, id, "text", text_to))
    await receiver.has(1)
    with pytest.raises(Resting):
        await outside.call(db, id, "text", text_to)
    assert len(receiver.posts) == 1
    receiver.over.set()
    await first


async def test_without_the_guard_all_would_try_what_has_rested(
    db: Database,
    database: Scratch,
    owner: Owner,
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The negative control: the same two, and an UPDATE that does not ask who was first."""
    unguarded = text("UPDATE external_services SET retry_at = :until WHERE id = :id RETURNING 1")
    monkeypatch.setattr(queries, "_PROBE", unguarded)
    id = await added(database, receiver.sms)
    await owner.fetch(
        "UPDATE external_services SET status = 'error', retry_at = now(), failures = 5"
    )
    receiver.silent = True
    tries = [asyncio.create_task(outside.call(db, id, "text", text_to)) for _ in range(2)]
    await receiver.has(2)
    receiver.over.set()
    await asyncio.gather(*tries)


@pytest.mark.parametrize(
    ("answers", "ends"),
    [
        (302, GatewayRefused),
        (307, GatewayRefused),
        (400, GatewayRefused),
        (429, GatewayFailed),
        (500, GatewayUncertain),
    ],
)
async def test_what_a_gateway_answers_says_whether_it_may_have_arrived(
    receiver: Receiver, answers: int, ends: type[GatewayError], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    receiver.answers = answers
    with pytest.raises(ends):
        await gateway.send(receiver.sms, "The show moves", phone=PHONE)
    [told] = receiver.posts  # and nothing was sent on to where an answer led
    assert told["to"] == PHONE
    assert PHONE[1:] not in caplog.text
    assert "hush" not in caplog.text


async def test_a_gateway_that_is_gone_has_nothing_and_a_silent_one_may_have(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    nowhere = receiver.sms.replace(str(receiver.port), "1")
    with pytest.raises(GatewayFailed):
        await gateway.send(nowhere, "The show moves", phone=PHONE)
    with pytest.raises(GatewayFailed):
        await gateway.reach(nowhere)
    await gateway.reach(receiver.sms)
    monkeypatch.setattr(gateway, "_READ_SECONDS", 0.2)
    receiver.silent = True
    with pytest.raises(GatewayUncertain):
        await gateway.send(receiver.sms, "The show moves", phone=PHONE)
    assert PHONE[1:] not in caplog.text


@pytest.mark.parametrize(
    ("kind", "address", "said"),
    [
        (Kind.SMS, "jsons://example.org/sms", "{phone}"),
        (Kind.SOCIAL, "jsons://example.org/{phone}", "SMS gateways alone"),
        (Kind.SOCIAL, "json://example.org/", "jsons://"),
        (Kind.SOCIAL, "carrier-pigeon://roof", "apprise"),
    ],
)
def test_an_address_that_cannot_serve_is_said_to_be_so(
    kind: Kind, address: str, said: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        gateway.require_address(kind, address)


async def test_a_mail_server_that_is_gone_rests_and_letters_wait_for_it(
    db: Database,
    sender: Sender,
    people: People,
    owner: Owner,
    ledger: Ledger,
    logs: Sequence[EventDict],
) -> None:
    async with open_mailbox() as mailbox:
        gone = mailbox.address
    await people.arrive(1)
    many = [await people.told(1, channel=NotificationType.EMAIL) for _ in range(8)]
    async with delivering(db, sender, written, mailer=Mailer(gone)):

        async def rests() -> bool:
            query = "SELECT count(*) FROM notifications WHERE last_error = 'the service rests'"
            return bool(await owner.value(query))

        await until(rests)
    [service] = await owner.fetch("SELECT * FROM external_services")
    assert (service["name"], service["status"]) == ("mail", "error")
    assert {(await ledger.of(each))["status"] for each in many} == {"pending"}
    told = await owner.fetch("SELECT * FROM integration_logs")
    assert told
    assert not any(ADDRESS in str(row) for row in (*told, *logs))


async def test_services_are_looked_at_and_how_they_are_is_kept(
    db: Database, sender: Sender, owner: Owner
) -> None:
    async with open_mailbox() as mailbox:
        checks = outside.Checks(db, sender, Mailer(mailbox.address))
        await checks.check()
    rows = await owner.fetch("SELECT * FROM external_services ORDER BY name")
    assert [row["name"] for row in rows] == ["mail", "telegram"]
    assert rows[0]["health_status"] == '{"why": "", "works": true}'
    db.clock_offset = 6 * _MINUTE
    await checks.check()
    [mail, _] = await owner.fetch("SELECT * FROM external_services ORDER BY name")
    assert mail["failures"] == 1
    assert '"works": false' in mail["health_status"]
