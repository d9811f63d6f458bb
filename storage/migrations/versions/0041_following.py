"""Who followed a campaign's buttons."""

from storage.migrations.statements import run

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    """Forward."""
    run("following")


def downgrade() -> None:
    """Back."""
    run("following_back")
