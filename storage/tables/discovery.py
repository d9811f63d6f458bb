"""Finding and following: the public catalogue as it is searched, and whom people follow."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Double,
    Index,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR

from storage.enums import EventType
from storage.tables.base import (
    MONEY,
    Base,
    Mapped,
    created,
    id_column,
    mapped_column,
    moment,
    owner,
    short,
    word,
)

_ALL_A_FILTER_ASKS = ["ends_at", "city_code", "type", "cheapest", "free", "step_free", "time_zone"]


class EventSearch(Base):
    """A published event as it is looked for. Kept by triggers alone (`sec.search_refresh`).

    `names` are the words that can be misspelt; `city_code` stands for the city on buttons.
    """

    __tablename__ = "event_search"
    __table_args__ = (
        Index(
            "ix_event_search_starts_at",
            "starts_at",
            "event_id",
            postgresql_include=_ALL_A_FILTER_ASKS,
        ),
        Index("ix_event_search_city_code", "city_code", "starts_at", "event_id"),
        Index("ix_event_search_free", "starts_at", "event_id", postgresql_where=text("free")),
        Index("ix_event_search_organizer_id", "organizer_id", "starts_at"),
        Index(
            "ix_event_search_time",
            func.tstzrange(text("starts_at"), text("ends_at")),
            postgresql_using="gist",
        ),
        Index(
            "ix_event_search_venue_id",
            "venue_id",
            "starts_at",
            "event_id",
            postgresql_include=_ALL_A_FILTER_ASKS,
        ),
        Index("ix_event_search_words", "words", postgresql_using="gin"),
        Index("ix_event_search_names", "names", postgresql_using="gin"),
    )

    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    organizer_id: Mapped[UUID] = mapped_column()
    venue_id: Mapped[UUID | None] = mapped_column()
    starts_at: Mapped[datetime] = moment(required=True)
    ends_at: Mapped[datetime] = moment(required=True)
    time_zone: Mapped[str] = short("time_zone", 64, required=True)
    type: Mapped[EventType] = word(EventType)
    city: Mapped[str | None] = short("city", 120)
    city_code: Mapped[str | None] = short("city_code", 5)
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    cheapest: Mapped[Decimal | None] = mapped_column(MONEY)
    free: Mapped[bool] = mapped_column(Boolean)
    step_free: Mapped[bool] = mapped_column(Boolean)
    names: Mapped[list[str]] = mapped_column(ARRAY(Text))
    words: Mapped[str] = mapped_column(TSVECTOR)


class SearchWord(Base):
    """A word of some name in the catalogue: what a misspelt word may have meant."""

    __tablename__ = "search_words"
    __table_args__ = (
        Index(
            "ix_search_words_trigrams",
            "word",
            postgresql_using="gin",
            postgresql_ops={"word": "gin_trgm_ops"},
        ),
    )

    word: Mapped[str] = short("word", 200, required=True, primary_key=True)


class Follow(Base):
    """A person follows a designer, a house (its organizer) or a city; one of the three."""

    __tablename__ = "follows"
    __table_args__ = (
        UniqueConstraint(
            "user_id", "designer_id", "organizer_id", "city", postgresql_nulls_not_distinct=True
        ),
        CheckConstraint("num_nonnulls(designer_id, organizer_id, city) = 1", name="one_thing"),
        *(
            Index(f"ix_follows_{name}", name, postgresql_where=text(f"{name} IS NOT NULL"))
            for name in ("designer_id", "organizer_id", "city")
        ),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    designer_id: Mapped[UUID | None] = owner("designers.id", required=False)
    organizer_id: Mapped[UUID | None] = owner("users.id", required=False)
    city: Mapped[str | None] = short("city", 120)
    created_at: Mapped[datetime] = created()
