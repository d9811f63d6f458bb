"""The ids of the demo's things."""

from datetime import UTC, datetime
from uuid import UUID

from storage.ids import derived_id

_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def key_id(kind: str, key: str) -> UUID:
    """The id of a thing of the demo: the same in every database."""
    return derived_id(_EPOCH, f"demo {kind} {key}")
