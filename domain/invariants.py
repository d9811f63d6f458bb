"""What must always be true of seats and money, and what is not (QUO1, ORD16).

The counters that decide are kept by a few SQL functions; here all is counted again from the rows,
by night, by hand, and after each step of the tests. Nothing is mended.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from storage.queries import invariants as queries

RULES: Final = tuple(queries.STATEMENTS)
"""The names of all invariants, in the order in which they are looked at."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not true: which rule, and the facts by name."""

    rule: str
    facts: Mapping[str, Any]


async def look(session: AsyncSession) -> AsyncIterator[Sequence[Finding]]:
    """What is not true now, rule after rule in the order of `RULES`: no findings where all is
    well, at most a hundred of each. For who may see all rows: the worker, the owner."""
    await queries.take_time(session)
    for rule in RULES:
        rows = await queries.broken(session, rule)
        yield [Finding(rule, row._asdict()) for row in rows]
