"""Fewer statements for a delivery."""

from storage.migrations.statements import run

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    """Forward."""
    run("swift_deliveries")


def downgrade() -> None:
    """Back."""
    run("swift_deliveries_back")
