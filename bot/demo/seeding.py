"""Puts the demo's world into a database, once; later starts give it new dates."""

from datetime import timedelta

from bot.demo.history import history
from bot.demo.rows import catalogue, persons
from bot.demo.sales import sales
from bot.demo.world import world
from domain.house_rules import QUIET_FROM, QUIET_TO
from storage import seeding
from storage.database import Tx
from storage.security.codes import TicketCodes

_KEEPS_DATES = timedelta(hours=1)
_RULES = {QUIET_FROM.name: 0, QUIET_TO.name: 0}
"""Who tries the demo at night sees a campaign arrive."""


class OtherEvents(Exception):
    """The database holds events that are not the demo's: it is somebody's portal."""


async def seed(tx: Tx, codes: TicketCodes) -> bool:
    """Whether the world was made now; one that is there is only dated anew.

    What visitors made beside it stays as it is. As the owner of the tables. Raises `OtherEvents`
    before anything is written.
    """
    session, now = tx.session, tx.now
    plan = world(now)
    ours, others, dated_at = await seeding.events_there(session)
    if others and not ours:
        raise OtherEvents
    known = await seeding.people_of(session, [person.telegram_id for person in plan.people])
    rows = catalogue(plan, known, now)
    if ours:
        if dated_at is None or now - dated_at > _KEEPS_DATES:
            await seeding.redate(session, rows)
        return False
    people = persons(plan, known)
    newcomers = [person.key for person in plan.people if person.telegram_id not in known]
    sold = sales(plan, codes=codes, persons=people, now=now)
    said = history(plan, persons=people, newcomers=newcomers, now=now)
    await seeding.load(session, await seeding.sealed(session, rows | sold | said))
    await seeding.set_rules(session, _RULES)
    return True
