"""How Alembic runs here: on the connection that `storage.schema` opened, or as SQL text."""

import re
from typing import Any

from alembic import context

from storage.tables import Base

_PARTITION = re.compile(r"_\d{4}_\d{2}$")


def include(name: str | None, kind: str, _parents: Any) -> bool:
    """Leave the partitions to `storage.partitions`."""
    return kind != "table" or name is None or _PARTITION.search(name) is None


if context.is_offline_mode():
    context.configure(dialect_name="postgresql", literal_binds=True)
else:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        include_name=include,
        compare_server_default=True,
        transaction_per_migration=True,
    )

with context.begin_transaction():
    context.run_migrations()
