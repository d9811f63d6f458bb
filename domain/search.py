"""Search in the words of a guest: misspelt, without accents, in any of our languages."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import spelling
from domain.events import PAGE, Page, line_of
from storage.queries import search as queries

LONGEST = 48
"""Bytes of a search: it stands in the buttons of its own list."""

MOST_WORDS = 6
LAST_PAGE = 11
"""Pages are counted from 0; who has seen sixty evenings is better served by another word."""

_WORD = re.compile(r"[^\W_]+")
_FOLDED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})


@dataclass(frozen=True, slots=True)
class Brand:
    """A designer whose name was among the words."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. `understood` is what was looked for where that is not as it was asked.

    `all_words` False: no evening answers to all of the words, these answer to some.
    """

    asked: str
    understood: str
    all_words: bool
    page: Page
    brands: Sequence[Brand]


def words_of(said: str) -> tuple[str, ...]:
    """The words of a search: small, without accents and signs, as many as a button can carry."""
    words: list[str] = []
    for word in _WORD.findall(_plain(said)):
        if not words:
            word = word.encode()[:LONGEST].decode(errors="ignore")
        if len(words) == MOST_WORDS or _bytes([*words, word]) > LONGEST:
            break
        if word not in words:
            words.append(word)
    return tuple(words)


def _plain(said: str) -> str:
    apart = unicodedata.normalize("NFKD", said.lower().translate(_FOLDED))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def _bytes(words: Sequence[str]) -> int:
    return len(" ".join(words).encode())


async def search(
    session: AsyncSession, *, words: Sequence[str], page: int, now: datetime
) -> Found:
    """A page of the evenings that answer to `words`; the first where there is no such page.

    Where none has all of them, a word that no evening knows is read as the nearest name there is;
    one that is near to none is left out. If that does not help, some of the words are enough.
    """
    asked = await _queries(session, words)
    read, number = asked, min(max(page, 0), LAST_PAGE)
    rows = await _rows(session, read, "&", number, now)
    if not rows and number:
        number = 0
        rows = await _rows(session, read, "&", number, now)
    if not rows:
        read = await _read(session, asked, now)
        rows = await _rows(session, read, "&", number, now) if read != asked else []
    all_words = bool(rows) and len(read) == len(asked)
    if not rows:
        rows = await _rows(session, read, "|", number, now)
    lines = [line_of(row) for row in rows[:PAGE]]
    ids = [each.id for each in lines]
    brands = await queries.brands(session, query=_joined(read, "|"), events=ids) if ids else []
    return Found(
        asked=" ".join(words),
        understood=" ".join(read) if read.keys() != asked.keys() else "",
        all_words=all_words,
        page=Page(lines, number, has_next=len(rows) > PAGE and number < LAST_PAGE),
        brands=[Brand(each.id, each.brand_name) for each in brands],
    )


Queries = Mapping[str, str]
"""A tsquery for each word, in their order."""


async def _queries(session: AsyncSession, words: Sequence[str]) -> Queries:
    """The words that say something; where none does ("the who"), all of them as they are."""
    rows = await queries.queries_of(session, words=words)
    telling = {row.word: row.query for row in rows if row.query is not None}
    return telling or {row.word: row.literally for row in rows}


async def _read(session: AsyncSession, asked: Queries, now: datetime) -> Queries:
    """The words that some evening knows, each misspelt one as the name it may have meant."""
    read: dict[str, str] = {}
    for word, query in asked.items():
        if await queries.known(session, query=query, now=now):
            read[word] = query
            continue
        near = spelling.nearest(word, await queries.near_words(session, word=word))
        if near is not None:
            read |= await _queries(session, [near])
    return read


def _joined(read: Queries, sign: str) -> str:
    return sign.join(f"({query})" for query in read.values())


async def _rows(
    session: AsyncSession, read: Queries, sign: str, page: int, now: datetime
) -> Sequence[Row[Any]]:
    if not read:
        return []
    return await queries.found(
        session, query=_joined(read, sign), now=now, limit=PAGE + 1, offset=page * PAGE
    )
