"""Words about evenings, who works at them, and collections."""

from enum import StrEnum


class EventStatus(StrEnum):
    """The life of an event."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"
    COMPLETED = "completed"


class EventType(StrEnum):
    """What kind of evening it is."""

    FASHION_SHOW = "fashion_show"
    EXHIBITION = "exhibition"
    WORKSHOP = "workshop"


class StaffRole(StrEnum):
    """What a person may do for one event."""

    MANAGER = "manager"
    MARKETING = "marketing"
    SUPERVISOR = "supervisor"
    STEWARD = "steward"


class CollectionStatus(StrEnum):
    """The life of a collection."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"
