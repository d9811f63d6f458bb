"""Many buyers of one type in one statement."""

from storage.migrations.statements import run

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Forward."""
    run("counts", "rush")


def downgrade() -> None:
    """Back."""
    run("rush_back", "counts_back")
