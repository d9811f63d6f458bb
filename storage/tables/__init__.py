"""The tables, one module an area. Importing this package makes all of them known to `Base`."""

from storage.tables import (
    after_sale,
    discovery,
    door,
    enquiries,
    events,
    fashion,
    forgetting,
    ledger,
    messages,
    operations,
    orders,
    people,
    privacy,
    registration,
    selling,
    system,
    waiting,
)
from storage.tables.base import Base

__all__ = [
    "Base",
    "after_sale",
    "discovery",
    "door",
    "enquiries",
    "events",
    "fashion",
    "forgetting",
    "ledger",
    "messages",
    "operations",
    "orders",
    "people",
    "privacy",
    "registration",
    "selling",
    "system",
    "waiting",
]
