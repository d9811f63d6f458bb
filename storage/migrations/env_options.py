"""What Alembic leaves alone when it compares a database with the models."""

import re

_PARTITION = re.compile(r"_\d{4}_\d{2}$")


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Everything but the monthly partitions, which `storage.partitions` makes."""
    return kind != "table" or name is None or _PARTITION.search(name) is None
