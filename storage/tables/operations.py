"""How the portal is run: what is set while it runs, and what went wrong."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text

from storage.enums import IncidentKind
from storage.tables.base import (
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
    ticking,
    word,
)

_OPEN = text("closed_at IS NULL")


class Setting(Base):
    """A cap, a limit or a time that administrators set, within bounds (`domain/house_rules.py`).

    `changed_by` and `reason` are of the last change; both NULL where no person acted.
    """

    __tablename__ = "settings"
    __table_args__ = (
        CheckConstraint("value BETWEEN lowest AND highest", name="value_in_bounds"),
        CheckConstraint("version > 0", name="version_positive"),
        UniqueConstraint("name"),
        Index("ix_settings_changed_by", "changed_by"),
    )

    id: Mapped[UUID] = id_column()
    name: Mapped[str] = short("name", 64, required=True)
    value: Mapped[int]
    lowest: Mapped[int]
    highest: Mapped[int]
    version: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    reason: Mapped[str | None] = short("reason", 500)
    changed_by: Mapped[UUID | None] = owner("users.id", required=False)
    changed_at: Mapped[datetime] = created()


class Incident(Base):
    """Something that is or was wrong, from its first sign to its last. `detail` is in our own
    words; `signs` counts how often it was seen."""

    __tablename__ = "incidents"
    __table_args__ = (
        CheckConstraint("opened_at <= seen_at AND seen_at <= closed_at", name="times_in_order"),
        Index("uq_incidents_open", "kind", unique=True, postgresql_where=_OPEN),
        Index("ix_incidents_closed_at", "closed_at"),
    )

    id: Mapped[UUID] = id_column()
    kind: Mapped[IncidentKind] = word(IncidentKind)
    detail: Mapped[str] = short("detail", 300, required=True, server_default=text("''"))
    opened_at: Mapped[datetime] = moment(required=True)
    seen_at: Mapped[datetime] = moment(required=True)
    signs: Mapped[int] = ticking("signs", 1)
    closed_at: Mapped[datetime | None] = moment()
