"""Campaigns, consents and reminders."""

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
