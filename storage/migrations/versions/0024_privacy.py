"""What a person may ask of us about their data, and when it is due."""

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
