"""A bar that moves to another message: which messages do not say so yet."""

from domain import campaign_bars
from domain.actors import WORKER
from domain.campaigns import Bar
from storage.database import Database
from tests.factories import Owner
from tests.jobs.test_turns import make_campaigns


async def test_a_message_that_was_drawn_once_more_after_the_bar_had_moved_is_told_again(
    db: Database, owner: Owner
) -> None:
    """Two processes: one tells it, the other one's edit with the numbers comes after that."""
    now = await owner.value("SELECT now()")
    [id] = await make_campaigns(
        owner,
        1,
        status=lambda _: "paused",
        launched_at=lambda _: now,
        start_date=lambda _: now,
    )
    first, second = Bar(1, 11, ""), Bar(2, 22, "")

    async def left() -> list:
        async with db.read(WORKER) as tx:
            [campaign] = await campaign_bars.shown(tx.session, after=None)
        return list(campaign.bar.left)

    async with db.begin(WORKER) as tx:
        for bar in (first, second):
            await campaign_bars.begin(tx.session, campaign_id=id, bar=bar)
    assert await left() == [first.place]
    async with db.begin(WORKER) as tx:
        await campaign_bars.told(tx.session, campaign_id=id, places=[first.place])
    assert await left() == []
    async with db.begin(WORKER) as tx:
        await campaign_bars.keep(tx.session, campaign_id=id, before=first, bar=first)
    assert await left() == [first.place]
    async with db.begin(WORKER) as tx:
        await campaign_bars.begin(tx.session, campaign_id=id, bar=first)
    assert await left() == [second.place]


async def test_of_many_messages_in_one_moment_the_last_are_remembered_as_far_as_there_is_room(
    db: Database, owner: Owner
) -> None:
    [id] = await make_campaigns(owner, 1)
    shown = "x" * 110
    async with db.begin(WORKER) as tx:
        for number in range(1, 9):
            bar = Bar(2**52 - 1, 2**31 - number, shown)
            await campaign_bars.begin(tx.session, campaign_id=id, bar=bar)
    async with db.read(WORKER) as tx:
        [campaign] = await campaign_bars.shown(tx.session, after=None)
    assert campaign.bar.shown == shown
    assert [message for _, message in campaign.bar.left] == [2**31 - each for each in range(3, 8)]
