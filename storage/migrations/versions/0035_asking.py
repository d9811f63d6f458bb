"""Questions that a buyer must answer, and orders that the house approves."""

from storage.migrations.statements import run

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    """Forward."""
    run("asking")


def downgrade() -> None:
    """Back."""
    run("asking_back")
