"""A place in line, and offers that hold seats."""

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
