"""Giving a ticket to a friend, and the rules of the door."""

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
