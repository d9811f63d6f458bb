"""Many buyers of one type in one statement."""

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
