"""What may be taken back is kept at every change."""

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
