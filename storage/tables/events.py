"""Events: where and when they are, what happens there, and who makes them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Double, ForeignKey, Index, Integer, desc, func, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import relationship

from storage.enums import EventStatus, EventType, StaffRole
from storage.tables.base import (
    Base,
    Mapped,
    created,
    facts,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
    steps,
    ticking,
    word,
)


class Venue(Base):
    """A place. `facilities` holds step-free access, cloakroom and the like."""

    __tablename__ = "venues"
    __table_args__ = (
        CheckConstraint("capacity >= 0", name="capacity_positive"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude_range"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude_range"),
        CheckConstraint(
            "(latitude IS NULL) = (longitude IS NULL)", name="latitude_with_longitude"
        ),
        Index(
            "ix_venues_place",
            func.ll_to_earth(text("latitude"), text("longitude")),
            postgresql_using="gist",
        ),
        Index(
            "ix_venues_facilities",
            "facilities",
            postgresql_using="gin",
            postgresql_ops={"facilities": "jsonb_path_ops"},
        ),
        Index("ix_venues_city", "city"),
    )

    id: Mapped[UUID] = id_column()
    name: Mapped[str] = short("name", 200, required=True)
    address: Mapped[str | None] = short("address", 500)
    city: Mapped[str] = short("city", 120, required=True)
    country: Mapped[str | None] = short("country", 120)
    capacity: Mapped[int | None] = mapped_column(Integer)
    facilities: Mapped[dict[str, Any]] = facts("facilities")
    contact_info: Mapped[dict[str, Any]] = facts("contact_info")
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    time_zone: Mapped[str] = short("time_zone", 64, required=True)


class Event(Base):
    """A show. `meta_data.poster` refers to its picture; `capacity` is a quota over all types."""

    __tablename__ = "events"
    __table_args__ = (
        CheckConstraint("end_date > start_date", name="ends_after_start"),
        CheckConstraint("capacity >= 0", name="capacity_positive"),
        CheckConstraint("currency ~ '^[A-Z]{3}$'", name="currency_code"),
        ExcludeConstraint(
            ("venue_id", "="),
            (func.tstzrange(text("start_date"), text("end_date")), "&&"),
            name="ex_events_venue_once",
            using="gist",
            where=text("status = 'published'"),
        ),
        Index("ix_events_organizer_id", "organizer_id", desc("id")),
        Index("ix_events_venue_id", "venue_id"),
        Index("ix_events_published", "start_date", postgresql_where=text("status = 'published'")),
    )

    id: Mapped[UUID] = id_column()
    organizer_id: Mapped[UUID] = owner("users.id")
    title: Mapped[str] = short("title", 200, required=True)
    description: Mapped[str | None] = short("description", 4000)
    start_date: Mapped[datetime] = moment(required=True)
    end_date: Mapped[datetime] = moment(required=True)
    venue_id: Mapped[UUID | None] = owner("venues.id", required=False)
    status: Mapped[EventStatus] = word(EventStatus, EventStatus.DRAFT)
    capacity: Mapped[int | None] = mapped_column(Integer)
    type: Mapped[EventType] = word(EventType)
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = created()
    meta_data: Mapped[dict[str, Any]] = facts("meta_data")
    currency: Mapped[str] = short("currency", 3, required=True)
    time_zone: Mapped[str] = short("time_zone", 64, required=True)
    language: Mapped[str] = short("language", 16, required=True, server_default=text("'en'"))
    refund_policy: Mapped[list[Any]] = steps("refund_policy")

    venue: Mapped[Venue | None] = relationship(lazy="raise")
    schedule: Mapped[list["EventSchedule"]] = relationship(
        lazy="raise", order_by="EventSchedule.start_time", back_populates="event"
    )


class EventSchedule(Base):
    """One line of an event's programme; `type` is doors, show, talk, party or backstage."""

    __tablename__ = "event_schedules"
    __table_args__ = (
        CheckConstraint("end_time >= start_time", name="ends_after_start"),
        Index("ix_event_schedules_event_id_start_time", "event_id", "start_time"),
    )

    id: Mapped[UUID] = id_column()
    event_id: Mapped[UUID] = owner("events.id")
    title: Mapped[str] = short("title", 200, required=True)
    description: Mapped[str | None] = short("description", 2000)
    start_time: Mapped[datetime] = moment(required=True)
    end_time: Mapped[datetime | None] = moment()
    location: Mapped[str | None] = short("location", 200)
    type: Mapped[str] = short("type", 32, required=True)
    order: Mapped[int] = ticking("order")

    event: Mapped[Event] = relationship(lazy="raise", back_populates="schedule")


class EventStaff(Base):
    """Who may do what for one event."""

    __tablename__ = "event_staff"
    __table_args__ = (Index("ix_event_staff_user_id", "user_id"),)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    role: Mapped[StaffRole] = word(StaffRole, primary_key=True)
    created_at: Mapped[datetime] = created()


class EventCollection(Base):
    """Which collections a show presents, in order."""

    __tablename__ = "event_collections"
    __table_args__ = (Index("ix_event_collections_collection_id", "collection_id"),)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events.id"), primary_key=True)
    collection_id: Mapped[UUID] = mapped_column(ForeignKey("collections.id"), primary_key=True)
    position: Mapped[int] = ticking("position")


class EventModel(Base):
    """Who walks in a show, in order."""

    __tablename__ = "event_models"
    __table_args__ = (Index("ix_event_models_model_id", "model_id"),)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events.id"), primary_key=True)
    model_id: Mapped[UUID] = mapped_column(ForeignKey("models.id"), primary_key=True)
    position: Mapped[int] = ticking("position")
