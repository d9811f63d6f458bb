"""How Alembic runs here: on the connection that `storage.schema` opened, or as SQL text."""

from alembic import context

from storage.migrations.env_options import include_name
from storage.tables import Base

if context.is_offline_mode():
    context.configure(dialect_name="postgresql", literal_binds=True)
else:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        include_name=include_name,
        compare_server_default=True,
        transaction_per_migration=True,
    )

with context.begin_transaction():
    context.run_migrations()
