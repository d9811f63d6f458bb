"""A campaign's result as a file: where requests for it wait, and the lines in it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.queries.files import Queue
from storage.security.sealing import full_name, shown

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

FILES: Final = Queue("campaign_files", about="campaign_id")

# All of a campaign's rows bear one moment in their keys (`queries.campaigns`): from one line to
# the next is a step in the index of one month. Only whose message may not have come has a name.
_LINES = text(
    """
    SELECT n.id, n.user_id, n.status, n.sent_at, n.last_error, (
        SELECT u.full_name FROM users u WHERE u.id = n.user_id AND n.status = 'unknown'
    ) AS name
    FROM notifications n
    WHERE n.campaign_id = :campaign AND n.id > :after AND n.id < :before
    ORDER BY n.id LIMIT :limit
    """
)


async def lines(
    session: AsyncSession,
    *,
    campaign: UUID,
    launched_at: datetime,
    after: UUID | None,
    limit: int,
) -> Sequence[SimpleNamespace]:
    """The next deliveries of a campaign behind `after`, in the order of their keys."""
    first, before = _moment(launched_at)
    values = {"campaign": campaign, "after": after or first, "before": before, "limit": limit}
    rows = (await session.execute(_LINES, values)).all()
    return await shown(session, rows, name=full_name())


def _moment(launched_at: datetime) -> tuple[UUID, UUID]:
    """Keys before and behind all that bear this moment, cut to its millisecond or rounded."""
    milliseconds = (launched_at - _EPOCH) // timedelta(milliseconds=1)
    return UUID(int=milliseconds << 80), UUID(int=(milliseconds + 2) << 80)
