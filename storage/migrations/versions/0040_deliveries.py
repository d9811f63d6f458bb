"""Deliveries that ended, seen and sent again."""

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
