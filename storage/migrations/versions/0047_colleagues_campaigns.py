"""What a colleague does with somebody's campaign is told and kept."""

from storage.migrations.statements import run

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    """Forward."""
    run("colleagues_campaigns")


def downgrade() -> None:
    """Back."""
    run("colleagues_campaigns_back")
