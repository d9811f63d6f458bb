"""How far campaigns have come, counted as they go."""

from storage.migrations.statements import run

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    """Forward."""
    run("campaign_tallies")


def downgrade() -> None:
    """Back."""
    run("campaign_tallies_back")
