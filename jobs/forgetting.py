"""Forgets who asked for it, once their cool-off is over, and goes on where a crash cut it off."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog

from domain import forgetting
from domain.actors import WORKER
from domain.forgetting import Begun, Chat, Due
from storage.database import Database
from storage.errors import Unavailable
from storage.security.erasure import Naming, naming
from storage.security.sealing import require_vault

Clear = Callable[[Chat], Awaitable[None]]
"""Lets go of what is kept of a chat outside of the database: where its dialog is. Raises
`Unavailable` where that cannot be done now."""

_log = structlog.get_logger(__name__)


async def forget_people(db: Database, clear: Clear) -> None:
    """Do the next step of every request that has one. Raises `Unavailable`, `KeysUnavailable`."""
    name = await naming(require_vault(db.vault))
    async with db.read(WORKER) as tx:
        waiting = await forgetting.due(tx.session, now=tx.now)
    for each in waiting:
        await _one(each.id, _forget(db, each, name, clear))
    async with db.read(WORKER) as tx:
        begun = await forgetting.begun(tx.session)
    for row in begun:
        await _one(row.id, _go_on(db, row, name))


async def _one(id: UUID, work: Awaitable[None]) -> None:
    """The work for one request: what goes wrong with it must not stop the others."""
    try:
        await work
    except Unavailable as error:
        _log.warning("a person is forgotten later", request=str(id), reason=str(error))
    except Exception:  # it is tried again at the next run
        _log.exception("a person could not be forgotten", request=str(id))


async def _forget(db: Database, due: Due, name: Naming, clear: Clear) -> None:
    """The dialog's place goes first: only the database knows the chat, and not for long."""
    async with db.read(WORKER) as tx:
        chat = await forgetting.chat_of(tx.session, person=due.person)
    if chat is not None:
        await clear(chat)
    async with db.begin(WORKER) as tx:
        await forgetting.forget(tx.session, id=due.id, name=name, now=tx.now)


async def _go_on(db: Database, begun: Begun, name: Naming) -> None:
    if not begun.keyless:
        await require_vault(db.vault).destroy(begun.person)
        async with db.begin(WORKER) as tx:
            await forgetting.keyless(tx.session, id=begun.id, person=begun.person, now=tx.now)
    async with db.begin(WORKER) as tx:
        await forgetting.finish(tx.session, id=begun.id, name=name, now=tx.now)
