"""The door, campaigns and the outbox."""

from storage.migrations.statements import drop, run

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Forward."""
    run("door", "messages")


def downgrade() -> None:
    """Back."""
    drop("TABLE", "notifications", "campaigns", "checkins", "gates")
