"""What came of a campaign: how many deliveries ended how."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaigns, trail
from domain.campaigns import Campaign
from storage.enums import CampaignType, NotificationStatus
from storage.queries import campaigns as queries
from storage.queries import posts

_UNKNOWN_LISTED = 50
_LINES = 64
"""Of a campaign's tally, before they are added up."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many deliveries ended how; `waiting` have no end yet.

    `asleep` of those wait for the end of quiet hours; `capped` of the skipped had enough.
    """

    sent: int = 0
    blocked: int = 0
    failed: int = 0
    unknown: int = 0
    skipped: int = 0
    waiting: int = 0
    asleep: int = 0
    capped: int = 0

    @property
    def total(self) -> int:
        """Everybody who has a row."""
        return self.done + self.waiting

    @property
    def done(self) -> int:
        """Those whose row has an end."""
        return self.sent + self.blocked + self.failed + self.unknown + self.skipped


async def progress(session: AsyncSession, campaign: Campaign) -> Progress:
    """How far a campaign has come, as its deliveries were counted when they changed."""
    if campaign.launched_at is None:
        return Progress()
    if campaign.channel is CampaignType.SOCIAL:
        return await _posted(session, campaign)
    status = NotificationStatus
    rows = await queries.progress(session, id=campaign.id)
    by_status = {NotificationStatus(row.status): row for row in rows}
    people = {each: row.people for each, row in by_status.items()}
    waiting, skipped = by_status.get(status.PENDING), by_status.get(status.SKIPPED)
    return Progress(
        sent=people.get(status.SENT, 0),
        blocked=people.get(status.BLOCKED, 0),
        failed=people.get(status.DEAD, 0) + people.get(status.FAILED, 0),
        unknown=people.get(status.UNKNOWN, 0),
        skipped=people.get(status.SKIPPED, 0),
        waiting=people.get(status.PENDING, 0) + people.get(status.SENDING, 0),
        asleep=waiting.asleep if waiting else 0,
        capped=skipped.capped if skipped else 0,
    )


async def sum_up(session: AsyncSession) -> None:
    """Keep what is to be added up for a campaign's progress short; at any time."""
    await queries.sum_up(session, most=_LINES)


async def _posted(session: AsyncSession, campaign: Campaign) -> Progress:
    rows = await posts.counts(session, campaign=campaign.id)
    number = {row.state: row.posts for row in rows}
    return Progress(
        sent=number.get("sent", 0),
        failed=number.get("failed", 0),
        unknown=number.get("unknown", 0),
        skipped=number.get("skipped", 0),
        waiting=number.get("pending", 0) + number.get("sending", 0),
    )


async def uncertain(session: AsyncSession, *, campaign_id: UUID, by: UUID) -> Sequence[str]:
    """Names of those whose message may or may not have arrived; that they were read is noted.

    Raises `NotAvailable`.
    """
    await campaigns.get(session, campaign_id=campaign_id, by=by)
    names = await queries.unknown(session, id=campaign_id, limit=_UNKNOWN_LISTED)
    await trail.names_read(session, of="campaigns", id=campaign_id, people=len(names))
    return names
