"""The trail: what was refused, seen and granted, kept for whoever must account for it.

What was refused is written at once, in a commit of its own, so that it outlives the attempt; what
was done is written with the deed. Nothing that a person typed is part of an event, but the reason
of a look (`dossiers.reveal`).
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from storage.context import Context
from storage.database import Database
from storage.enums import AuditCategory
from storage.queries import trail as queries


async def refused(
    db: Database, actor: Context, *, why: str, what: str, id: UUID | None = None
) -> None:
    """Somebody was told no: `why` is the refusal's name, `what` a command or a button's kind.

    Of one person an hour keeps twenty. Raises `Unavailable`.
    """
    await queries.record(
        db,
        actor,
        category=AuditCategory.DENIAL,
        action="refused",
        entity_type=what,
        entity_id=id,
        changes={"why": why},
    )


async def tampered(
    db: Database, actor: Context, *, table: str, column: str, row: UUID | None = None
) -> None:
    """A sealed value was met that is not what was put there, by `actor` or just before them; `row`
    is its row's key, where that is one of ours. Raises `Unavailable`."""
    await queries.record(
        db,
        actor,
        category=AuditCategory.INTEGRITY,
        action="tampered",
        entity_type=table,
        entity_id=row,
        changes={"column": column},
    )


async def key_destroyed(session: AsyncSession, *, person: UUID) -> None:
    """A person's data key was destroyed."""
    await _of_person(session, AuditCategory.KEY, "destroyed", person)


async def exported(session: AsyncSession, *, person: UUID, action: str) -> None:
    """A person `asked` for all that is kept of them, or it was `delivered` to them."""
    await _of_person(session, AuditCategory.EXPORT, action, person)


async def role_changed(session: AsyncSession, *, person: UUID, action: str, role: str) -> None:
    """A role was `granted` to a person, or `revoked`."""
    await _of_person(session, AuditCategory.ROLE, action, person, role=role)


async def session_ended(session: AsyncSession, *, person: UUID) -> None:
    """A person was signed out on the web, on one device or more, by who acts."""
    await _of_person(session, AuditCategory.LOGIN, "signed out", person)


async def setting_changed(
    session: AsyncSession, *, id: UUID, name: str, old: int, new: int
) -> None:
    """A house rule was set."""
    await queries.note(
        session,
        category=AuditCategory.SETTINGS,
        action="changed",
        entity_type="settings",
        entity_id=id,
        changes={"name": name, "old": old, "new": new},
    )


async def names_read(session: AsyncSession, *, of: str, id: UUID, people: int) -> None:
    """Who acts was shown the names of several people: those of the row `id` of the table `of`."""
    await queries.note(
        session,
        category=AuditCategory.REVEAL,
        action="names read",
        entity_type=of,
        entity_id=id,
        changes={"people": people},
    )


async def keys_renewed(session: AsyncSession, *, of: str, keys: int) -> None:
    """Keys of a class were replaced by new ones; `of` is the class as `keys list` has it."""
    await queries.note(
        session,
        category=AuditCategory.KEY,
        action="renewed",
        entity_type=of,
        entity_id=None,
        changes={"keys": keys},
    )


async def _of_person(
    session: AsyncSession, category: AuditCategory, action: str, person: UUID, **changes: str
) -> None:
    await queries.note(
        session,
        category=category,
        action=action,
        entity_type="users",
        entity_id=person,
        changes=changes,
    )
