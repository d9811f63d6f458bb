"""A campaign's result as a file: each receiver has a line, and who may not read it gets none."""

import csv
from dataclasses import replace
from io import StringIO
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from redis.asyncio import Redis

from bot.callbacks.writing import Steer
from domain import campaign_files, files
from domain.actors import WORKER
from jobs.campaign_files import Result
from storage.database import Tx
from storage.enums import NotificationStatus
from storage.ids import derived_id
from tests.factories import Owner, make_event, make_person
from tests.flows.broadcasting import make_house
from tests.flows.files import Makers, files_of
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch

UNCERTAIN = 60
"""Readers of whom nobody knows: more than a message names."""


def makers(portal: Portal, database: Scratch, redis: Redis) -> Makers:
    """The jobs that write results down."""
    return Makers(portal, database, redis, campaign_files.FILES, Result)


def tables_of(archive: ZipFile) -> dict[str, list[list[str]]]:
    """The tables in a file, by name."""
    return {
        name: list(csv.reader(StringIO(archive.read(name).decode("utf-8-sig"))))
        for name in archive.namelist()
    }


async def sent_campaign(
    owner: Owner, house: UUID, *, name: str = "=1+1", by: UUID | None = None
) -> dict[str, Any]:
    """A campaign that is over: one has it, one blocked us, one had enough, sixty are uncertain."""
    at = await owner.value("SELECT date_trunc('milliseconds', now()) - interval '2 hours'")
    campaign = await owner.insert(
        "campaigns",
        name=name,
        organizer_id=house,
        created_by=by or house,
        status="completed",
        launched_at=at,
        start_date=at,
        fanned_out_at=at,
        meta_data={"text": "Tonight", "links": [["e1", "+Tonight"]]},
    )
    await owner.fetch("ALTER TABLE notifications DISABLE TRIGGER require_consent")
    status = NotificationStatus
    ends: list[tuple[NotificationStatus, str | None]] = [
        (status.SENT, None),
        (status.BLOCKED, "bot was blocked by the user"),
        (status.SKIPPED, "capped"),
        *[(status.UNKNOWN, "interrupted")] * UNCERTAIN,
    ]
    for ended, why in ends:
        person = await make_person(owner, "=HYPERLINK(1) Riva")
        await owner.insert(
            "notifications",
            id=derived_id(at, f"campaign {campaign['id']} {person}"),
            user_id=person,
            campaign_id=campaign["id"],
            lane=2,
            template="campaign",
            status=ended.value,
            sent_at=at if ended is status.SENT else None,
            last_error=why,
        )
    return campaign


def bars_in(messages: list[dict[str, Any]]) -> int:
    """How many messages say that a file is being made."""
    return sum("The file is being made" in said(each) for each in messages)


async def opens(portal: Portal, guest: Guest) -> None:
    """From the list of campaigns to the result of one."""
    await guest.send("/broadcast")
    await portal.until(guest, lambda seen: any("1+1" in each for each in labels(seen[-1])))
    await guest.tap("1+1")


async def asks(portal: Portal, guest: Guest) -> None:
    """From nothing to the bar of the file."""
    await opens(portal, guest)
    await guest.tap("As a file")


async def test_a_file_has_a_line_for_everybody_and_names_only_the_uncertain(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    me = await portal.user_id(owner, house)
    campaign = await sent_campaign(owner, me)
    unknown = "SELECT user_id FROM notifications WHERE status = 'unknown' ORDER BY id LIMIT 1"
    forgotten = await owner.value(unknown)
    await owner.fetch("UPDATE users SET full_name = NULL WHERE id = $1", forgotten)

    await opens(portal, house)
    await house.tap("Who is uncertain")
    listed = await portal.says(house, "50 of 60")
    await house.tap("As a file", among=listed)
    bar = await portal.says(house, "0 %")
    await house.tap("As a file", among=listed)  # impatient
    await portal.until(house, lambda seen: bars_in(seen) == 1 and seen[-1] != bar)
    jobs = makers(portal, database, redis)
    await jobs.make()
    await jobs.make()
    [archive] = await files_of(house)
    tables = tables_of(archive)
    head, *lines = tables["receivers.csv"]
    assert head == ["No.", "Guest", "Result", "Delivered at", "Why"]
    assert [line[0] for line in lines] == [str(n) for n in range(1, 64)]
    names = {line[2]: {other[1] for other in lines if other[2] == line[2]} for line in lines}
    assert names == {
        "delivered": {""},
        "out of reach": {""},
        "left out": {""},
        "uncertain": {"'=HYPERLINK(1) R.", ""},
    }
    assert sum(line[1] != "" for line in lines) == UNCERTAIN - 1
    assert "enough campaigns this week" in {line[4] for line in lines}
    numbers = dict(tables["numbers.csv"])
    assert numbers["Message"] == "'=1+1"
    assert (numbers["uncertain"], numbers["delivered"]) == ("60", "1")
    assert numbers["Followed: +Tonight"] == "0"
    assert "not sent" not in str(bar)

    seen, taken = await owner.fetch(
        "SELECT user_id, changes ->> 'people' AS people FROM audit_logs"
        " WHERE action = 'names read' ORDER BY id"
    )
    assert (seen["user_id"], taken["user_id"]) == (me, me)
    assert taken["people"] == str(UNCERTAIN - 1)
    [kept] = await owner.fetch("SELECT outcome, user_id, campaign_id FROM campaign_files")
    assert tuple(kept.values()) == ("delivered", me, campaign["id"])


async def test_who_asks_again_while_it_is_made_has_one_bar_and_it_is_true(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await sent_campaign(owner, await portal.user_id(owner, house))
    await opens(portal, house)
    desk = await house.screen()
    await house.tap("As a file", among=desk)
    first = await portal.says(house, "The file is being made")

    class Interrupted(Result):
        """They ask once more while the lines are written."""

        async def hand_over(self, tx: Tx) -> None:
            await house.tap("As a file", among=desk)
            await portal.until(house, lambda seen: seen[-1]["message_id"] > first["message_id"])
            await super().hand_over(tx)

    jobs = Makers(portal, database, redis, campaign_files.FILES, Interrupted)
    await jobs.make()
    seen = await house.messages()
    assert len(await files_of(house)) == 1
    assert bars_in(seen) == 0
    assert sum("The file is made" in said(each) for each in seen) == 1
    assert first["message_id"] not in [each["message_id"] for each in seen]


async def test_who_speaks_for_the_house_no_more_gets_nothing_and_what_was_cut_off_comes_once(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    me = await portal.user_id(owner, house)
    show = await make_event(owner, organizer=me)
    writer = await portal.guest("Wim Aalto")
    staff = await portal.user_id(owner, writer)
    campaign = await sent_campaign(owner, me, by=staff)
    await owner.insert("event_staff", event_id=show.id, user_id=staff, role="marketing")
    stranger = await portal.guest("Sten Ström")
    await stranger.send("/help")
    message = await stranger.screen()
    await stranger.tap_data(
        message["message_id"], Steer(campaign=campaign["id"], act="file").pack()
    )
    assert await owner.value("SELECT count(*) FROM campaign_files") == 0

    await asks(portal, writer)
    await portal.says(writer, "The file is being made")
    await owner.fetch("DELETE FROM event_staff")
    jobs = makers(portal, database, redis)
    await jobs.make()
    assert "do not write for this house any more" in said(await writer.screen())
    assert await files_of(writer) == []
    assert await owner.value("SELECT outcome FROM campaign_files") == "not theirs"

    await asks(portal, house)
    await portal.says(house, "The file is being made")
    await jobs.are_cut_off(house)


async def test_who_was_overtaken_hands_nothing_over_and_nobody_has_read_anything(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """A worker slept until its lease was over, and wakes when all that is left is to send."""
    house = await make_house(owner, portal)
    await sent_campaign(owner, await portal.user_id(owner, house))
    jobs = makers(portal, database, redis)

    class Slow(Result):
        async def hand_over(self, tx: Tx) -> None:
            await super().hand_over(tx)
            other = jobs.worker(later=files.LEASE)
            async with other.begin(WORKER) as theirs:
                assert await files.begin(theirs.session, jobs.kind, now=theirs.now)
            await other.close()

    await asks(portal, house)
    await portal.says(house, "The file is being made")
    await replace(jobs, writer=Slow).make()
    assert await files_of(house) == []
    read = "SELECT count(*) FROM audit_logs WHERE action = 'names read'"
    assert await owner.value(read) == 0
    await jobs.make(later=2 * files.LEASE)
    assert len(await files_of(house)) == 1
    assert await owner.value(read) == 1
