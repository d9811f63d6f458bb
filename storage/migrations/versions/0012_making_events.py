"""Making events in chat."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
