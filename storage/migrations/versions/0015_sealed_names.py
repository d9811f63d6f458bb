"""Names arrive sealed. Rows from before are sealed by the sweep that follows a migration."""

from storage.migrations.statements import run

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Forward."""
    run("enter_sealed")


def downgrade() -> None:
    """Back."""
    run("enter_sealed_back")
