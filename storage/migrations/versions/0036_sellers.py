"""Who sells: their own provider, and what a receipt says."""

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
