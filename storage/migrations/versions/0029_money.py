"""What came, what goes back, and every cent of it in a ledger."""

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
