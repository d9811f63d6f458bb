"""Questions that a buyer must answer, and orders that the house approves."""

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
