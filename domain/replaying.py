"""The ledger of who was forgotten, kept elsewhere, tells an older copy whom to forget again.

It names nobody: only who has the house's key can tell whether somebody is in it. What stands in
the way of a person who asks does not here: what the ledger says has happened.
"""

from collections.abc import AsyncIterator, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import forgetting, trail
from storage.context import Context
from storage.database import Database
from storage.queries import forgetting as queries
from storage.security.erasure import naming
from storage.security.vault import Vault

_AT_ONCE = 5000
_LINES = 500
_BEGINNING = (datetime(1970, 1, 1, tzinfo=UTC), b"")


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody was forgotten; `subject` is a keyed hash of their id, 32 bytes."""

    subject: bytes
    scope: str
    erased_at: datetime

    def facts(self) -> dict[str, str]:
        """As it is kept elsewhere."""
        return {
            "subject": self.subject.hex(),
            "scope": self.scope,
            "erased_at": self.erased_at.isoformat(),
        }

    @classmethod
    def read(cls, facts: Any) -> "Line":
        """From what `facts` made. Raises `ValueError` for anything else."""
        try:
            subject = bytes.fromhex(facts["subject"])
            line = cls(subject, str(facts["scope"]), datetime.fromisoformat(facts["erased_at"]))
        except (KeyError, TypeError) as error:
            raise ValueError("no line of a ledger") from error
        if len(subject) != 32 or line.erased_at.tzinfo is None:
            raise ValueError("no line of a ledger")
        return line


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay came to: `people` of the ledger were there, `fresh` of them were not forgotten
    in this copy before."""

    people: int
    fresh: int


async def lines(db: Database, actor: Context) -> AsyncIterator[Line]:
    """The whole ledger, the oldest line first. Raises `Unavailable`."""
    after = _BEGINNING
    while True:
        async with db.read(actor) as tx:
            some = await queries.lines(tx.session, after=after, limit=_LINES)
        for row in some:
            yield Line(row.subject, row.scope, row.erased_at)
        if len(some) < _LINES:
            return
        after = (some[-1].erased_at, some[-1].subject)


async def count_people(session: AsyncSession) -> int:
    """How many people a replay looks at."""
    return await queries.count_people(session)


async def missing(session: AsyncSession, *, subjects: Collection[bytes]) -> int:
    """How many of a ledger's subjects this database's own does not have."""
    return len(set(subjects)) - await queries.known_lines(session, subjects=list(set(subjects)))


async def replay(
    db: Database,
    vault: Vault,
    actor: Context,
    ledger: Sequence[Line],
    progress: Callable[[int], None],
) -> Replayed:
    """Forget everybody of `ledger` whom the database knows, and destroy their keys.

    As the owner of the tables. Each person is whole or not at all; cut off, the next replay goes
    on. `progress` is told how many people were looked at. Raises `Unavailable`, `KeysUnavailable`.
    """
    name = await naming(vault)
    when = {line.subject: line for line in ledger}
    known = {line.subject async for line in lines(db, actor)}
    people = fresh = seen = 0
    after = UUID(int=0)
    while True:
        async with db.read(actor) as tx:
            page = await queries.people(tx.session, after=after, limit=_AT_ONCE)
        for person in page:
            line = when.get(name(person))
            if line is None:
                continue
            await _forget(db, vault, actor, person, line)
            people += 1
            fresh += line.subject not in known
        seen += len(page)
        progress(seen)
        if len(page) < _AT_ONCE:
            break
        after = page[-1]
    async with db.begin(actor) as tx:
        for line in ledger:  # also of those whom this copy never knew
            await queries.note(
                tx.session, subject=line.subject, scope=line.scope, now=line.erased_at
            )
    return Replayed(people, fresh)


async def _forget(db: Database, vault: Vault, actor: Context, person: UUID, line: Line) -> None:
    async with db.begin(actor) as tx:
        await queries.note(tx.session, subject=line.subject, scope=line.scope, now=line.erased_at)
        await forgetting.forget_rows(tx.session, person=person, subject=line.subject, now=tx.now)
    if await vault.destroy(person):
        async with db.begin(actor) as tx:
            await trail.key_destroyed(tx.session, person=person)
