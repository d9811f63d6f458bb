"""Other ways to a person: services, letters, channels, texts to a phone."""

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
