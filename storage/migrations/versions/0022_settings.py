"""Caps, limits and times that an operator sets while the portal runs."""

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
