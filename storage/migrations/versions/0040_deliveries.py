"""Deliveries that ended, seen and sent again."""

from storage.migrations.statements import run

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    """Forward."""
    run("undelivered")


def downgrade() -> None:
    """Back."""
    run("undelivered_back")
