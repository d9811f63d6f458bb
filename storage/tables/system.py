"""The portal about itself: logs, metrics, cache, versions, services, and what it has handled."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import MappedColumn, relationship

from storage.enums import AuditCategory, CallStatus, LogLevel, ServiceStatus
from storage.tables.base import (
    Base,
    Mapped,
    created,
    facts,
    id_column,
    mapped_column,
    moment,
    owner,
    sealed,
    short,
    ticking,
    word,
)

_BY_MONTH = {"postgresql_partition_by": "RANGE (id)"}
_OWN_WRITES = """
CASE
    WHEN (CURRENT_USER = 'portal_definer'::name) THEN ((pg_current_xact_id())::text)::bigint
    ELSE NULL::bigint
END"""
"""As the database repeats it, so that Alembic finds it unchanged."""


def _digest(name: str, size: int) -> MappedColumn[bytes]:
    check = CheckConstraint(f"octet_length({name}) = {size}", name=f"{name}_size")
    return mapped_column(name, LargeBinary, check)


class AuditLog(Base):
    """Who changed, saw or was refused what. `ip_address` is a keyed hash.

    `capacity` is as what they acted, a role where nobody was named; `request` is what asked for
    it; `transaction` wrote the row, NULL where that was none of the portal's functions.
    """

    __tablename__ = "audit_logs"
    __table_args__ = (
        Index("ix_audit_logs_user_id_id", "user_id", "id"),
        Index("ix_audit_logs_entity", "entity_type", "entity_id", "id"),
        Index("ix_audit_logs_created_at", "created_at", postgresql_using="brin"),
        Index("ix_audit_logs_transaction", "transaction"),
        _BY_MONTH,
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID | None] = owner("users.id", required=False)
    action: Mapped[str] = short("action", 64, required=True)
    entity_type: Mapped[str] = short("entity_type", 64, required=True)
    entity_id: Mapped[UUID | None]
    changes: Mapped[dict[str, Any]] = facts("changes")
    category: Mapped[AuditCategory] = word(AuditCategory, AuditCategory.DATA)
    ip_address: Mapped[str | None] = sealed("ip_address", 64)
    user_agent: Mapped[str | None] = sealed("user_agent", 512)
    capacity: Mapped[str | None] = short("capacity", 64)
    request: Mapped[str | None] = short("request", 120)
    transaction: Mapped[int | None] = mapped_column(BigInteger, server_default=text(_OWN_WRITES))
    created_at: Mapped[datetime] = created()


class AuditSeal(Base):
    """A signed seal on the audit rows of a run of transactions (storage/security/seals.py).

    `next_transaction` was the first one not yet given out when it was made; `hints` has the first
    eight bytes of each row's hash, to say which row is not as it was.
    """

    __tablename__ = "audit_seals"
    __table_args__ = (
        CheckConstraint(
            "from_transaction < before_transaction AND before_transaction <= next_transaction",
            name="transactions_in_order",
        ),
    )

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    from_transaction: Mapped[int] = mapped_column(BigInteger)
    before_transaction: Mapped[int] = mapped_column(BigInteger)
    next_transaction: Mapped[int] = mapped_column(BigInteger)
    row_count: Mapped[int] = mapped_column(
        Integer, CheckConstraint('"row_count" >= 0', name="row_count_positive")
    )
    root: Mapped[bytes] = _digest("root", 32)
    hints: Mapped[bytes]
    previous: Mapped[bytes] = _digest("previous", 32)
    digest: Mapped[bytes] = _digest("digest", 32)
    signature: Mapped[bytes] = _digest("signature", 64)
    sealed_at: Mapped[datetime] = moment(required=True)


class SystemLog(Base):
    """Starts, settings and migrations; everything from WARNING up of every process."""

    __tablename__ = "system_logs"
    __table_args__ = (
        Index("ix_system_logs_created_at", "created_at", postgresql_using="brin"),
        _BY_MONTH,
    )

    id: Mapped[UUID] = id_column()
    level: Mapped[LogLevel] = word(LogLevel)
    message: Mapped[str] = short("message", 4000, required=True)
    context: Mapped[dict[str, Any]] = facts("context")
    stack_trace: Mapped[str | None] = short("stack_trace", 20000)
    created_at: Mapped[datetime] = created()


class PerformanceMetric(Base):
    """A number measured at a moment."""

    __tablename__ = "performance_metrics"
    __table_args__ = (
        Index("ix_performance_metrics_metric_type_id", "metric_type", "id"),
        Index("ix_performance_metrics_timestamp", "timestamp", postgresql_using="brin"),
        _BY_MONTH,
    )

    id: Mapped[UUID] = id_column()
    metric_type: Mapped[str] = short("metric_type", 120, required=True)
    value: Mapped[Decimal] = mapped_column(Numeric)
    timestamp: Mapped[datetime] = created()
    context: Mapped[dict[str, Any]] = facts("context")
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default=text("'{}'"))


class CacheEntry(Base):
    """The durable content cache: what Telegram calls a picture that was sent before."""

    __tablename__ = "cache_entries"
    __table_args__ = (
        Index("ix_cache_entries_expiration", "expiration"),
        Index("ix_cache_entries_last_accessed", "last_accessed"),
    )

    key: Mapped[str] = short("key", 255, required=True, primary_key=True)
    value: Mapped[Any] = mapped_column(JSONB)
    expiration: Mapped[datetime | None] = moment()
    last_accessed: Mapped[datetime] = created()
    hit_count: Mapped[int] = ticking("hit_count")
    about: Mapped[dict[str, Any]] = facts("metadata")


class ExternalService(Base):
    """Something the portal talks to. `config` is sealed (storage/security/service_secrets.py).

    `status` error: after so many `failures` in a row it is left alone until `retry_at`.
    """

    __tablename__ = "external_services"
    __table_args__ = (
        CheckConstraint(
            "(status = 'error') = (retry_at IS NOT NULL)", name="error_is_tried_again"
        ),
        CheckConstraint("removed_at IS NULL OR config = '{}'", name="removed_is_empty"),
        Index(
            "uq_external_services_name",
            "name",
            unique=True,
            postgresql_where=text("removed_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = id_column()
    name: Mapped[str] = short("name", 120, required=True)
    type: Mapped[str] = short("type", 64, required=True)
    config: Mapped[dict[str, Any]] = facts("config")
    status: Mapped[ServiceStatus] = word(ServiceStatus, ServiceStatus.ACTIVE)
    last_check: Mapped[datetime | None] = moment()
    health_status: Mapped[dict[str, Any]] = facts("health_status")
    failures: Mapped[int] = ticking("failures")
    retry_at: Mapped[datetime | None] = moment()
    removed_at: Mapped[datetime | None] = moment()


class IntegrationLog(Base):
    """One outbound call, without secrets."""

    __tablename__ = "integration_logs"
    __table_args__ = (
        Index("ix_integration_logs_service_id_id", "service_id", "id"),
        Index("ix_integration_logs_created_at", "created_at", postgresql_using="brin"),
        _BY_MONTH,
    )

    id: Mapped[UUID] = id_column()
    service_id: Mapped[UUID] = owner("external_services.id")
    event_type: Mapped[str] = short("event_type", 120, required=True)
    status: Mapped[CallStatus] = word(CallStatus)
    request_data: Mapped[dict[str, Any]] = facts("request_data")
    response_data: Mapped[dict[str, Any]] = facts("response_data")
    created_at: Mapped[datetime] = created()

    service: Mapped[ExternalService] = relationship(lazy="raise")


class VersionControl(Base):
    """A snapshot of an entity after each change; `comment` is the reason that was given.

    `data` {} says that it is gone. `belongs_to` is the event that it is part of, or whose it is.
    """

    __tablename__ = "version_control"
    __table_args__ = (
        CheckConstraint("version > 0", name="version_positive"),
        UniqueConstraint("entity_type", "entity_id", "version"),
        Index("ix_version_control_created_by", "created_by"),
        Index("ix_version_control_belongs_to", "belongs_to", "id"),
    )

    id: Mapped[UUID] = id_column()
    entity_type: Mapped[str] = short("entity_type", 64, required=True)
    entity_id: Mapped[UUID]
    version: Mapped[int]
    data: Mapped[dict[str, Any]] = facts("data")
    created_by: Mapped[UUID | None] = owner("users.id", required=False)
    created_at: Mapped[datetime] = created()
    comment: Mapped[str | None] = short("comment", 1000)
    belongs_to: Mapped[UUID | None]


class ProcessedUpdate(Base):
    """An update of Telegram that has had its effect."""

    __tablename__ = "processed_updates"
    __table_args__ = (Index("ix_processed_updates_processed_at", "processed_at"),)

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    processed_at: Mapped[datetime] = created()


class QuarantinedUpdate(Base):
    """An update that a bug could not digest, kept for the people who mend it."""

    __tablename__ = "quarantined_updates"

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    payload: Mapped[dict[str, Any]] = facts("payload")
    error: Mapped[str] = short("error", 20000, required=True)
    at: Mapped[datetime] = created()


class JobRun(Base):
    """One tick of the timetable: whoever inserts it first runs it."""

    __tablename__ = "job_runs"

    name: Mapped[str] = short("name", 120, required=True, primary_key=True)
    scheduled_for: Mapped[datetime] = moment(required=True, primary_key=True)
    started_at: Mapped[datetime] = created()
    finished_at: Mapped[datetime | None] = moment()
    error: Mapped[str | None] = short("error", 4000)
