"""Statements about what the portal talks to; addresses are sealed and opened around them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, insert, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import CallStatus
from storage.security.sealing import vault_of
from storage.security.service_secrets import open_address, seal_address
from storage.tables.system import ExternalService, IntegrationLog

_VIEW = """
    SELECT s.id, s.name, s.type, s.status, s.last_check, s.health_status, s.failures, s.retry_at
    FROM external_services s WHERE s.removed_at IS NULL
"""
_ALL = text(_VIEW + "ORDER BY s.type, s.name")
_NAMED = text(_VIEW + "AND s.name = :name")
_BY_ID = text(_VIEW + "AND s.id = :id")
_OF_KIND = text(_VIEW + "AND s.type = :kind AND s.status <> 'inactive' ORDER BY s.name")
_DUE = text(
    _VIEW
    + """
    AND s.status <> 'inactive' AND CASE
        WHEN s.status = 'error' THEN s.retry_at <= :now
        ELSE s.last_check IS NULL OR s.last_check < :before
    END
    ORDER BY s.name
    """
)
_RESTING = text(_VIEW + "AND s.status = 'error' ORDER BY s.name")
_CONFIG = text("SELECT config FROM external_services WHERE id = :id AND removed_at IS NULL")
_REGISTER = text(
    """
    INSERT INTO external_services (id, name, type) VALUES (:id, :name, :kind)
    ON CONFLICT (name) WHERE removed_at IS NULL DO NOTHING
    """
)
_SWITCH = text(
    """
    UPDATE external_services
    SET status = CAST(:status AS service_status), retry_at = NULL, failures = 0
    WHERE removed_at IS NULL AND name = :name RETURNING 1
    """
)
_REMOVE = text(
    """
    UPDATE external_services
    SET removed_at = :now, config = '{}', status = 'inactive', retry_at = NULL
    WHERE removed_at IS NULL AND name = :name RETURNING 1
    """
)
# Of all who would try a service that rests, one does: who moves the moment of the next try.
_PROBE = text(
    """
    UPDATE external_services SET retry_at = :until
    WHERE id = :id AND status = 'error' AND retry_at <= :now RETURNING 1
    """
)
# A call that went well is worth a write where it ends something, or the last is a while ago.
_WELL = text(
    """
    UPDATE external_services
    SET failures = 0, retry_at = NULL, last_check = :now, health_status = :health,
        status = CASE WHEN status = 'error' THEN 'active' ELSE status END
    WHERE id = :id AND (
        failures > 0 OR status = 'error' OR last_check IS NULL OR last_check < :before
    )
    """
).bindparams(bindparam("health", type_=JSONB))
_ILL = text(
    """
    UPDATE external_services
    SET failures = failures + 1, last_check = :now, health_status = :health,
        status = CASE
            WHEN status = 'active' AND failures + 1 >= :most THEN 'error' ELSE status
        END,
        retry_at = CASE
            WHEN status = 'error' OR status = 'active' AND failures + 1 >= :most
            THEN CAST(:now AS timestamptz) + least(
                CAST(:pause AS interval) * power(2, least(greatest(failures + 1 - :most, 0), 10)),
                CAST(:longest AS interval)
            )
        END
    WHERE id = :id
    """
).bindparams(bindparam("health", type_=JSONB))


async def everything(session: AsyncSession) -> Sequence[Row[Any]]:
    """Every service that was not removed."""
    return (await session.execute(_ALL)).all()


async def named(session: AsyncSession, *, name: str) -> Row[Any] | None:
    """The service of a name."""
    return (await session.execute(_NAMED, {"name": name})).one_or_none()


async def by_id(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """One service."""
    return (await session.execute(_BY_ID, {"id": id})).one_or_none()


async def of_kind(session: AsyncSession, *, kind: str) -> Sequence[Row[Any]]:
    """The services of a kind that are not switched off."""
    return (await session.execute(_OF_KIND, {"kind": kind})).all()


async def due(session: AsyncSession, *, before: datetime, now: datetime) -> Sequence[Row[Any]]:
    """Those of which nothing was heard since `before`, and those that rested long enough."""
    return (await session.execute(_DUE, {"before": before, "now": now})).all()


async def resting(session: AsyncSession) -> Sequence[Row[Any]]:
    """Those that are left alone after too many failures."""
    return (await session.execute(_RESTING)).all()


async def add(session: AsyncSession, *, id: UUID, name: str, kind: str, address: str) -> None:
    """Keep a service, its address sealed."""
    config = await seal_address(vault_of(session), id, address)
    await session.execute(
        insert(ExternalService).values(id=id, name=name, type=kind, config=config)
    )


async def register(session: AsyncSession, *, id: UUID, name: str, kind: str) -> None:
    """Keep a service without an address, unless it is there already."""
    await session.execute(_REGISTER, {"id": id, "name": name, "kind": kind})


async def address(session: AsyncSession, *, id: UUID) -> str | None:
    """The address of a service, "" where it has none; None for one that was removed."""
    config = (await session.execute(_CONFIG, {"id": id})).scalar_one_or_none()
    return None if config is None else await open_address(vault_of(session), id, config)


async def switch(session: AsyncSession, *, name: str, status: str) -> bool:
    """Switch a service on or off, its failures forgotten; whether there is one."""
    return (await session.execute(_SWITCH, {"name": name, "status": status})).scalar() is not None


async def remove(session: AsyncSession, *, name: str, now: datetime) -> bool:
    """Forget the address of a service and set its name free; whether there was one."""
    return (await session.execute(_REMOVE, {"name": name, "now": now})).scalar() is not None


async def probe(session: AsyncSession, *, id: UUID, now: datetime, until: datetime) -> bool:
    """Be the one who tries a service that has rested; nobody else does before `until`."""
    values = {"id": id, "now": now, "until": until}
    return (await session.execute(_PROBE, values)).scalar() is not None


async def well(
    session: AsyncSession, *, id: UUID, health: Mapping[str, Any], before: datetime, now: datetime
) -> None:
    """A service did as asked; written where that is news, or nothing was since `before`."""
    values = {"id": id, "health": dict(health), "before": before, "now": now}
    await session.execute(_WELL, values)


async def ill(
    session: AsyncSession,
    *,
    id: UUID,
    health: Mapping[str, Any],
    most: int,
    pause: timedelta,
    longest: timedelta,
    now: datetime,
) -> None:
    """A service did not: from `most` times in a row on it rests for a `pause` that doubles."""
    values = {
        "id": id,
        "health": dict(health),
        "most": most,
        "pause": pause,
        "longest": longest,
        "now": now,
    }
    await session.execute(_ILL, values)


async def log(
    session: AsyncSession,
    *,
    id: UUID,
    event: str,
    status: CallStatus,
    asked: Mapping[str, Any],
    answered: Mapping[str, Any],
    now: datetime,
) -> None:
    """Write a call down. Neither side of it names anybody."""
    await session.execute(
        insert(IntegrationLog).values(
            service_id=id,
            event_type=event,
            status=status,
            request_data=dict(asked),
            response_data=dict(answered),
            created_at=now,
        )
    )
