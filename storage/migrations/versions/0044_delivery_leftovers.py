"""Large as a campaign goes, and sales that are found in time."""

from storage.migrations.statements import run

revision = "0044"
down_revision = "0043"


def upgrade() -> None:
    """Forward."""
    run("delivery_leftovers")


def downgrade() -> None:
    """Back."""
    run("delivery_leftovers_back")
