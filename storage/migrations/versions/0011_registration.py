"""Registering as a designer, a model or an organizer."""

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
