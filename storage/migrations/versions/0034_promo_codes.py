"""Codes that make a ticket cheaper, or show one that is hidden."""

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
