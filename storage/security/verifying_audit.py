"""Verifying the audit: every row is as it was sealed, and every seal as it was signed."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from storage.context import Context
from storage.database import Database
from storage.queries import seals as queries
from storage.security.sealing_audit import PATIENCE, sealer_of
from storage.security.seals import NOTHING, Leaf, Seal, Sealer, differences, hints_of, root_of
from storage.security.vault import Vault

_AT_ONCE: Final = 100
"""Seals that are fetched together."""

_CLOCK: Final = timedelta(seconds=10)
"""By how much the database's clock may have been set back."""


async def sealed_rows(db: Database, actor: Context) -> int:
    """How many rows there are to verify. Raises `Unavailable`."""
    async with db.read(actor) as tx:
        return await queries.sealed_rows(tx.session)


async def verify(
    db: Database, vault: Vault, actor: Context, progress: Callable[[int], None]
) -> AsyncIterator[str]:
    """What is not as it was, a sentence each; nothing where all is well.

    `progress` is told how many of the `sealed_rows` were looked at. Raises `Unavailable`,
    `KeysUnavailable`.
    """
    chain = _Chain(await sealer_of(vault))
    seen = 0
    async with db.read(actor) as tx:
        at = await queries.moment(tx.session)
        while some := await queries.some(tx.session, after=chain.number, limit=_AT_ONCE):
            for seal in some:
                for finding in chain.follow(seal):
                    yield finding
                leaves = await queries.leaves(tx.session, first=seal.first, before=seal.before)
                for finding in chain.compare(seal, leaves):
                    yield finding
                seen += seal.rows
                progress(seen)
        for id in await queries.foreign(tx.session, next=at.next):
            yield f"Row {id} was added: none of the portal's functions wrote it."
        rows, since = await queries.waiting(tx.session, first=chain.before)
        if since is not None and since < at.now - PATIENCE:
            yield (
                f"{rows} rows since {_said(since)} are not sealed: look whether the jobs run, and"
                " whether a transaction stays open."
            )


class _Chain:
    """The seals, as somebody follows them from the first one."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer
        self._digest = NOTHING
        self._marks: list[tuple[int, datetime]] = []
        self.number = 0
        self.before = 0

    def follow(self, seal: Seal) -> Iterator[str]:
        """What is wrong with the next seal itself."""
        if seal.number != self.number + 1:
            yield _missing(self.number + 1, seal.number - 1)
        elif seal.previous != self._digest or seal.first != self.before:
            yield f"Seal {seal.number} does not follow the one before it."
        if not self._sealer.signed(seal):
            yield f"Seal {seal.number} was changed or added: the portal never signed it."
        self.number, self.before, self._digest = seal.number, seal.before, seal.digest

    def compare(self, seal: Seal, leaves: Sequence[Leaf]) -> Iterator[str]:
        """What is wrong with the rows of the seal that was followed last."""
        hashes = [leaf.hash for leaf in leaves]
        where = f"Seal {seal.number} of {_said(seal.sealed_at)}"
        if root_of(hashes) != seal.root:
            told = list(differences(seal, leaves)) if hints_of(hashes) != seal.hints else []
            for each in told or [f"its {seal.rows} rows are not those that were sealed"]:
                yield f"{where}: {each}."
        for leaf in leaves:
            if self._is_backdated(leaf):
                yield f"{where}: row {leaf.id} bears a time before its transaction began."
        self._marks.append((seal.next, seal.sealed_at))

    def _is_backdated(self, leaf: Leaf) -> bool:
        """Whether the row is older than a seal that was there before its transaction was."""
        while len(self._marks) > 1 and self._marks[1][0] <= leaf.transaction:
            self._marks.pop(0)
        if not self._marks or self._marks[0][0] > leaf.transaction:
            return False
        made = datetime.fromtimestamp((leaf.id.int >> 80) / 1000, UTC)
        return made < self._marks[0][1] - _CLOCK


def _missing(first: int, last: int) -> str:
    return (
        f"Seal {first} was deleted." if first == last else f"Seals {first} to {last} were deleted."
    )


def _said(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
