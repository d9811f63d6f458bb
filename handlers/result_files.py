"""Taps on what came of a campaign, reader by reader: the uncertain, and the file."""

from uuid import UUID

from aiogram.types import CallbackQuery

from bot.screens import result_files as screens
from bot.visit import Visit
from domain import campaign_files, campaigns, results
from handlers.files import await_it


async def list_uncertain(query: CallbackQuery, campaign_id: UUID, visit: Visit) -> None:
    """Who may or may not have it, as far as one message names them. Raises `NotAvailable`."""
    async with visit.db.begin(visit.person) as tx:
        campaign = await campaigns.get(tx.session, campaign_id=campaign_id, by=visit.person.id)
        names = await results.uncertain(tx.session, campaign_id=campaign_id, by=visit.person.id)
        count = (await results.progress(tx.session, campaign)).unknown
    screen = screens.uncertain(visit.t, campaign, names, count=count)
    await visit.stage.send(query.from_user.id, screen)


async def ask(campaign_id: UUID, visit: Visit) -> bool:
    """The result, to take along; a new message stays as the bar of its progress.

    False where there is nothing to make a file of. Raises `NotAvailable`.
    """
    async with visit.db.begin(visit.person) as tx:
        campaign = await campaigns.get(tx.session, campaign_id=campaign_id, by=visit.person.id)
        asked = None
        if campaign_files.has_file(campaign):
            asked = await campaign_files.ask(
                tx.session, campaign_id=campaign_id, by=visit.person.id, now=tx.now
            )
    if asked is None:
        return False
    screen = screens.under_way(visit.t, campaign, asked.progress)
    await await_it(visit, campaign_files.FILES, asked, screen)
    return True
