"""A campaign that its maker tries on themselves; told to them where it does not arrive."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaigns, emails, notifications
from domain.actors import Person
from domain.errors import NoAddress
from domain.notifications import Bounced, Delivery, Failed, Outcome, Refused
from storage.enums import CampaignType, NotificationType

TEMPLATE: Final = "campaign-test"
"""The template of a try."""

_ONE_TRY = 5
"""Seconds in which several taps ask for one try: the key of its delivery is the same."""

_LONGEST_REASON = 200


async def ask(session: AsyncSession, *, campaign_id: UUID, by: Person, now: datetime) -> None:
    """Send a campaign to its maker alone, by the way that it will take; once in a few moments.

    Raises `NotAvailable`, `NoAddress`.
    """
    campaign = await campaigns.get(session, campaign_id=campaign_id, by=by.id)
    by_letter = campaign.channel is CampaignType.EMAIL
    if by_letter and await emails.receiver(session, person=by.id) is None:
        raise NoAddress
    await notifications.add(
        session,
        to=by.id,
        template=TEMPLATE,
        arguments={"campaign": str(campaign_id)},
        key=f"campaign-test {campaign_id} {by.id}",
        caused_at=now.replace(second=now.second - now.second % _ONE_TRY, microsecond=0),
        channel=NotificationType.EMAIL if by_letter else NotificationType.PUSH,
    )


async def failed(
    session: AsyncSession, *, delivery: Delivery, outcome: Outcome, now: datetime
) -> None:
    """A try ended so, and did not arrive: who asked for it is told in their chat.

    Called in the transaction that ends the delivery; anything but a try is not told.
    """
    person = delivery.user_id
    if delivery.template != TEMPLATE or person is None:
        return
    if not isinstance(outcome, Bounced | Failed | Refused):
        return
    await notifications.add(
        session,
        to=person,
        template="campaign-test-failed",
        arguments={
            "campaign": delivery.arguments["campaign"],
            "end": type(outcome).__name__.lower(),
            "letter": delivery.channel is NotificationType.EMAIL,
            "said": outcome.reason[:_LONGEST_REASON],
        },
        key=f"campaign-test-failed {delivery.id}",
        caused_at=now,
    )
