"""Who shows and who walks at an event, as those who make it see and change it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_COLLECTIONS = text(
    """
    SELECT c.id, d.brand_name AS name, c.name AS collection, c.season, c.year, ec.position
    FROM event_collections ec
    JOIN collections c ON c.id = ec.collection_id
    JOIN designers d ON d.id = c.designer_id
    WHERE ec.event_id = :event_id ORDER BY ec.position, c.id
    """
)
_MODELS = text(
    """
    SELECT m.model_id AS id, m.name, em.position
    FROM event_models em JOIN stage_names m ON m.model_id = em.model_id
    WHERE em.event_id = :event_id ORDER BY em.position, m.model_id
    """
)
_FIND_COLLECTIONS = text(
    """
    SELECT c.id, d.brand_name AS name, c.name AS collection, c.season, c.year
    FROM designers d JOIN collections c ON c.designer_id = d.id
    WHERE d.approval_status = 'approved' AND d.paused_at IS NULL AND c.status = 'published'
      AND word_similarity(lower(:words), lower(d.brand_name || ' ' || c.name)) >= 0.45
      AND NOT EXISTS (SELECT FROM event_collections ec
                      WHERE ec.event_id = :event_id AND ec.collection_id = c.id)
    ORDER BY word_similarity(lower(:words), lower(d.brand_name || ' ' || c.name)) DESC,
             d.brand_name, c.year DESC NULLS LAST, c.id
    LIMIT :limit
    """
)
_FIND_MODELS = text(
    """
    SELECT m.model_id AS id, m.name
    FROM stage_names m
    WHERE m.bookable AND word_similarity(lower(:words), lower(m.name)) >= 0.45
      AND NOT EXISTS (SELECT FROM event_models em
                      WHERE em.event_id = :event_id AND em.model_id = m.model_id)
    ORDER BY word_similarity(lower(:words), lower(m.name)) DESC, 2, 1
    LIMIT :limit
    """
)
_ADD_COLLECTION = text(
    """
    INSERT INTO event_collections (event_id, collection_id, position)
    SELECT CAST(:event_id AS uuid), c.id, (
        SELECT coalesce(max(position), -1) + 1 FROM event_collections WHERE event_id = :event_id
    )
    FROM collections c JOIN designers d ON d.id = c.designer_id
    WHERE c.id = :id AND c.status = 'published'
      AND d.approval_status = 'approved' AND d.paused_at IS NULL
    ON CONFLICT DO NOTHING
    RETURNING collection_id,
        (SELECT d.user_id FROM designers d JOIN collections c ON c.designer_id = d.id
         WHERE c.id = collection_id) AS user_id
    """
)
_ADD_MODEL = text(
    """
    INSERT INTO event_models (event_id, model_id, position)
    SELECT CAST(:event_id AS uuid), m.model_id, (
        SELECT coalesce(max(position), -1) + 1 FROM event_models WHERE event_id = :event_id
    )
    FROM stage_names m WHERE m.model_id = :id AND m.bookable
    ON CONFLICT DO NOTHING
    RETURNING model_id,
        (SELECT m.user_id FROM stage_names m WHERE m.model_id = event_models.model_id) AS user_id
    """
)
_REMOVE_COLLECTION = text(
    "DELETE FROM event_collections WHERE event_id = :event_id AND collection_id = :id RETURNING 1"
)
_REMOVE_MODEL = text(
    "DELETE FROM event_models WHERE event_id = :event_id AND model_id = :id RETURNING 1"
)
_PLACE_COLLECTION = text(
    "UPDATE event_collections SET position = :place"
    " WHERE event_id = :event_id AND collection_id = :id"
)
_PLACE_MODEL = text(
    "UPDATE event_models SET position = :place WHERE event_id = :event_id AND model_id = :id"
)
_NOTICE = text(
    """
    SELECT e.title, e.start_date, e.time_zone, e.status, h.name AS house,
           c.name AS collection
    FROM events e
    JOIN event_collections ec ON ec.event_id = e.id AND ec.collection_id = :id
    JOIN collections c ON c.id = ec.collection_id
    LEFT JOIN houses h ON h.user_id = e.organizer_id
    WHERE e.id = :event_id
    UNION ALL
    SELECT e.title, e.start_date, e.time_zone, e.status, h.name AS house, NULL
    FROM events e
    JOIN event_models em ON em.event_id = e.id AND em.model_id = :id
    LEFT JOIN houses h ON h.user_id = e.organizer_id
    WHERE e.id = :event_id
    """
)


async def collections(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """What is shown, in order."""
    return (await session.execute(_COLLECTIONS, {"event_id": event_id})).all()


async def models(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """Who walks, in order, by their public names."""
    return (await session.execute(_MODELS, {"event_id": event_id})).all()


async def search_collections(
    session: AsyncSession, *, event_id: UUID, words: str, limit: int
) -> Sequence[Row[Any]]:
    """Published collections of approved brands that sound like `words` and are not shown yet."""
    values = {"event_id": event_id, "words": words, "limit": limit}
    return (await session.execute(_FIND_COLLECTIONS, values)).all()


async def search_models(
    session: AsyncSession, *, event_id: UUID, words: str, limit: int
) -> Sequence[Row[Any]]:
    """Approved models whose public names sound like `words` and who do not walk yet."""
    values = {"event_id": event_id, "words": words, "limit": limit}
    return (await session.execute(_FIND_MODELS, values)).all()


async def add_collection(session: AsyncSession, *, event_id: UUID, id: UUID) -> Row[Any] | None:
    """Show a collection, last; None where it is shown already or cannot be."""
    values = {"event_id": event_id, "id": id}
    return (await session.execute(_ADD_COLLECTION, values)).one_or_none()


async def add_model(session: AsyncSession, *, event_id: UUID, id: UUID) -> Row[Any] | None:
    """Let a model walk, last; None where they do already or cannot."""
    values = {"event_id": event_id, "id": id}
    return (await session.execute(_ADD_MODEL, values)).one_or_none()


async def remove(session: AsyncSession, *, event_id: UUID, id: UUID) -> bool:
    """Take a collection or a model out; whether it was in."""
    values = {"event_id": event_id, "id": id}
    out = [
        (await session.execute(statement, values)).one_or_none()
        for statement in (_REMOVE_COLLECTION, _REMOVE_MODEL)
    ]
    return any(row is not None for row in out)


async def place(
    session: AsyncSession, *, event_id: UUID, collections: Sequence[UUID], models: Sequence[UUID]
) -> None:
    """Write the order of both lists, from 0."""
    for statement, ids in ((_PLACE_COLLECTION, collections), (_PLACE_MODEL, models)):
        rows = [
            {"event_id": event_id, "id": each, "place": place} for place, each in enumerate(ids)
        ]
        if rows:
            await session.execute(statement, rows)


async def notice(session: AsyncSession, *, event_id: UUID, id: UUID) -> Row[Any] | None:
    """What a designer or a model is told of being in a line-up; None where they are no more."""
    values = {"event_id": event_id, "id": id}
    return (await session.execute(_NOTICE, values)).one_or_none()
