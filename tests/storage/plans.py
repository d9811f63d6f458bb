"""Asking PostgreSQL how it would answer: which indexes, how many pages, which tables in full."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection

FEW = 4
"""Pages that are as quickly read in full as through an index."""


@dataclass(frozen=True)
class Plan:
    """What EXPLAIN (ANALYZE, BUFFERS) said about one statement."""

    nodes: tuple[Mapping[str, Any], ...]
    buffers: int

    @property
    def indexes(self) -> set[str]:
        """Every index that was used; a partition's goes by its parent's columns."""
        return {node["Index Name"] for node in self.nodes if "Index Name" in node}

    @property
    def read_in_full(self) -> set[str]:
        """Tables of more than a few pages that were read from end to end."""
        return {
            node["Relation Name"]
            for node in self.nodes
            if node["Node Type"] == "Seq Scan" and _pages(node) > FEW
        }


async def explain(
    connection: AsyncConnection, statement: TextClause, values: Mapping[str, Any]
) -> Plan:
    """Run `statement`, undo it, and return how it went."""
    asked = text(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement.text}")
    asked._bindparams = statement._bindparams
    answer = (await connection.execute(asked, values)).scalar_one()
    await connection.rollback()
    (told,) = json.loads(answer) if isinstance(answer, str) else answer
    top = told["Plan"]
    return Plan(tuple(_nodes(top)), _pages(top))


def _pages(node: Mapping[str, Any]) -> int:
    pages: int = node["Shared Hit Blocks"] + node["Shared Read Blocks"]
    return pages


def _nodes(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)
