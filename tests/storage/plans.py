"""Asking PostgreSQL how it would answer: which indexes, how many pages, which tables in full."""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.context import Context
from tests.signing import SIGNER

FEW = 4
"""Pages that are as quickly read in full as through an index."""

_BECOME = text(
    "SELECT set_config('app.context', :context, true), set_config('role', 'portal_app', true)"
)


@dataclass(frozen=True)
class Plan:
    """What EXPLAIN (ANALYZE, BUFFERS) said about one statement."""

    nodes: tuple[Mapping[str, Any], ...]
    buffers: int
    milliseconds: float

    @property
    def indexes(self) -> set[str]:
        """Every index that was used; a partition's goes by its parent's columns."""
        return {node["Index Name"] for node in self.nodes if "Index Name" in node}

    @property
    def asks_once(self) -> bool:
        """Whether something was found out once, before the rows, and not for each of them."""
        return any(node.get("Subplan Name", "").startswith("InitPlan") for node in self.nodes)

    @property
    def read_in_full(self) -> set[str]:
        """Tables of more than a few pages that were read from end to end."""
        return {
            node["Relation Name"]
            for node in self.nodes
            if node["Node Type"] == "Seq Scan" and _own_pages(node) > FEW
        }


async def explain(
    connection: AsyncConnection,
    statement: TextClause,
    values: Mapping[str, Any],
    *,
    acting: UUID | None = None,
) -> Plan:
    """Run `statement`, undo it, and return how it went on a connection that has run it before.

    With `acting` as the bot runs it for that person, behind the policies; otherwise without any.
    """
    asked = text(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement.text}")
    asked._bindparams = statement._bindparams
    for _ in range(2):  # the first time, functions and the catalogue are read too
        tried = await connection.begin_nested()
        if acting is not None:
            context = SIGNER.sign(Context("person", acting), now=time.time())
            await connection.execute(_BECOME, {"context": context})
        answer = (await connection.execute(asked, values)).scalar_one()
        await tried.rollback()
    await connection.rollback()
    (told,) = json.loads(answer) if isinstance(answer, str) else answer
    top = told["Plan"]
    return Plan(tuple(_nodes(top)), _pages(top), told["Execution Time"])


def _pages(node: Mapping[str, Any]) -> int:
    pages: int = node["Shared Hit Blocks"] + node["Shared Read Blocks"]
    return pages


def _own_pages(node: Mapping[str, Any]) -> int:
    """Without those of what was asked first, such as who acts."""
    return _pages(node) - sum(_pages(child) for child in node.get("Plans", ()))


def _nodes(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)
