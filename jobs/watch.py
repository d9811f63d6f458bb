"""What is wrong with what happens by itself: late or failing jobs, late messages, many errors, a
seal that does not hold or does not come, seats and money that do not agree."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from bot.console.lookout import Probe, seldom
from domain import house_rules, services
from domain.actors import WORKER
from jobs.housekeeping import CountsDiffer
from jobs.timetable import PROVE, Entry
from storage.database import Database
from storage.enums import IncidentKind, Lane
from storage.errors import Unavailable
from storage.queries import incidents as queries
from storage.queries import job_runs, outside, refunding, seller_accounts
from storage.security.sealing import require_vault
from storage.security.sealing_audit import broken_at_last, is_late

_LATE: Final = timedelta(minutes=5)
"""By how much a ticket or a reminder may be late."""

_MINUTE: Final = timedelta(minutes=1)
_SEALS_EVERY: Final = 60.0


def probes(db: Database, lines: Sequence[Entry]) -> Mapping[IncidentKind, Probe]:
    """Looks at what the worker's database tells. While that is away, none of it is known."""
    looks: Mapping[IncidentKind, Probe] = {
        IncidentKind.TIMETABLE: partial(_timetable, db, lines),
        IncidentKind.DELIVERIES: partial(_deliveries, db),
        IncidentKind.ERRORS: partial(_errors, db),
        IncidentKind.MONEY: seldom(partial(_money, db), every=_SEALS_EVERY),
        IncidentKind.AUDIT: seldom(partial(_audit, db), every=_SEALS_EVERY),
        IncidentKind.COUNTS: partial(_counts, db),
        IncidentKind.PROVIDER: partial(_providers, db),
        IncidentKind.SERVICES: partial(_services, db),
    }
    return {kind: partial(_if_known, look) for kind, look in looks.items()}


async def _if_known(look: Probe) -> str | None:
    try:
        return await look()
    except Unavailable:
        return None


async def _timetable(db: Database, lines: Sequence[Entry]) -> str | None:
    """The jobs that are late or fail again and again."""
    every = [(line.name, line.every.total_seconds()) for line in lines]
    async with db.read(WORKER) as tx:
        late = await queries.late(tx.session, every=every, now=tx.now)
        failing = await queries.failing(tx.session, names=[name for name, _ in every])
    return ", ".join(dict.fromkeys((*late, *failing))) or None


async def _deliveries(db: Database) -> str | None:
    """How many tickets and reminders should have left by now."""
    async with db.read(WORKER) as tx:
        late = await queries.waiting(tx.session, lane=Lane.CAMPAIGN, before=tx.now - _LATE)
    return str(late) if late else None


async def _errors(db: Database) -> str | None:
    """How many errors there were within a minute, where that is too many."""
    async with db.read(WORKER) as tx:
        errors = await queries.errors(tx.session, since=tx.now - _MINUTE)
        return str(errors) if errors >= house_rules.ERRORS.number(tx.session) else None


async def _money(db: Database) -> str | None:
    """How many refunds should have gone, and words of the provider be understood, by now."""
    async with db.read(WORKER) as tx:
        before = tx.now - house_rules.STUCK.lasts(tx.session)
        stuck = await refunding.stuck(tx.session, before=before)
        stuck += await outside.stuck(tx.session, before=before)
    return str(stuck) if stuck else None


async def _audit(db: Database) -> str | None:
    """The last seal, if it does not hold; `late` where seals do not come."""
    broken = await broken_at_last(db, require_vault(db.vault), WORKER)
    if broken is not None:
        return str(broken)
    return "late" if await is_late(db, WORKER) else None


async def _counts(db: Database) -> str | None:
    """What did not agree when seats and money were last counted again."""
    async with db.read(WORKER) as tx:
        error = await job_runs.last_error(tx.session, name=PROVE)
    sign = f"{CountsDiffer.__name__}: "
    return error.removeprefix(sign) if error and error.startswith(sign) else None


async def _providers(db: Database) -> str | None:
    """How many houses have a token of a provider that Telegram refuses."""
    async with db.read(WORKER) as tx:
        refused = await seller_accounts.refused(tx.session)
    return str(refused) if refused else None


async def _services(db: Database) -> str | None:
    """The services that rest after too many failures."""
    async with db.read(WORKER) as tx:
        return ", ".join(await services.resting(tx.session)) or None
