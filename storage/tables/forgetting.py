"""Being forgotten: who asked for it, who was, and how long what is kept is kept."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Index,
    Integer,
    Interval,
    LargeBinary,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as Uuid

from storage.tables.base import (
    Base,
    Mapped,
    created,
    mapped_column,
    moment,
    owner,
    short,
)

_OPEN = text("cancelled_at IS NULL AND finished_at IS NULL")


class Erasure(Base):
    """That somebody is forgotten at `due_at`, as they asked, and what has come of it.

    `waived` are tickets, and events where they walk, that they give up with it; `blocked` says
    what stood in the way when it was due. Forgotten, then without a key, then finished: each step
    is written down once it is done.
    """

    __tablename__ = "erasures"
    __table_args__ = (
        CheckConstraint("cancelled_at IS NULL OR forgotten_at IS NULL", name="cancelled_in_time"),
        CheckConstraint(
            "(key_destroyed_at IS NULL OR forgotten_at IS NOT NULL)"
            " AND (finished_at IS NULL OR key_destroyed_at IS NOT NULL)",
            name="steps_in_order",
        ),
        Index("uq_erasures_open", "user_id", unique=True, postgresql_where=_OPEN),
        Index("ix_erasures_user_id", "user_id", "id"),
        Index("ix_erasures_due_at", "due_at", postgresql_where=_OPEN),
    )

    id: Mapped[UUID] = owner("data_requests.id", primary_key=True)
    user_id: Mapped[UUID] = owner("users.id")
    created_at: Mapped[datetime] = created()
    due_at: Mapped[datetime] = moment(required=True)
    waived: Mapped[list[UUID]] = mapped_column(
        ARRAY(Uuid), default=list, server_default=text("'{}'")
    )
    blocked: Mapped[list[str]] = mapped_column(
        ARRAY(Text),
        CheckConstraint("cardinality(blocked) <= 20", name="blocked_count"),
        default=list,
        server_default=text("'{}'"),
    )
    cancelled_at: Mapped[datetime | None] = moment()
    forgotten_at: Mapped[datetime | None] = moment()
    key_destroyed_at: Mapped[datetime | None] = moment()
    finished_at: Mapped[datetime | None] = moment()


class ErasureLine(Base):
    """Somebody was forgotten; `subject` is a keyed hash of who. Only added to."""

    __tablename__ = "erasure_ledger"
    __table_args__ = (Index("ix_erasure_ledger_erased_at", "erased_at"),)

    subject: Mapped[bytes] = mapped_column(
        LargeBinary,
        CheckConstraint("octet_length(subject) = 32", name="subject_size"),
        primary_key=True,
    )
    scope: Mapped[str] = short("scope", 64, required=True)
    erased_at: Mapped[datetime] = moment(required=True)


class RetentionRule(Base):
    """How long rows of a table are kept, from their column `since`, and what then; `least` is what
    the law asks for."""

    __tablename__ = "retention_rules"
    __table_args__ = (
        CheckConstraint("keep >= least", name="keeps_what_law_asks"),
        CheckConstraint("action IN ('remove', 'nameless', 'archive')", name="action_known"),
    )

    table_name: Mapped[str] = short("table_name", 64, required=True, primary_key=True)
    basis: Mapped[str] = short("basis", 32, required=True)
    since: Mapped[str] = short("since", 64, required=True)
    action: Mapped[str] = short("action", 32, required=True)
    keep: Mapped[timedelta] = mapped_column(Interval)
    least: Mapped[timedelta] = mapped_column(Interval)
    version: Mapped[int] = mapped_column(
        Integer,
        CheckConstraint("version > 0", name="version_positive"),
        default=1,
        server_default=text("1"),
    )
    changed_at: Mapped[datetime] = created()
    last_run_at: Mapped[datetime | None] = moment()
    last_count: Mapped[int | None] = mapped_column(BigInteger)
